package exchange

import (
	"context"
	"strings"
	"time"
)

// ReadLedger reads a complaint register (投诉台账). A row is importable when
// the date it was taken can be read and it names a customer or tells what
// happened; everything else about it may be missing or unreadable and is said
// in the cell's note. Errors are *Refusal for the file as a whole, the
// context's error, or the error of Options.Visit.
func ReadLedger(ctx context.Context, table *Table, options Options) (*Preview, error) {
	return read(ctx, table, LedgerBook, rules{
		needs:  []Meaning{TakenDate, CustomerName, Account},
		finish: finishComplaint,
		twins:  complaintTwins,
	}, options)
}

func finishComplaint(r *reader, e *Entry) *Note {
	if e.Value(CustomerName) == "" && e.Value(Complainant) == "" && e.Value(Account) == "" {
		return note("exchange.row.no_customer_and_account")
	}
	taken, ok := dayFrom(e.Value(TakenDate))
	if !ok {
		if taken, ok = dayFrom(e.Value(ArrivedDate)); !ok {
			return whyNoDate(e)
		}
		takeArrival(e, taken)
	}
	if e.Value(CustomerName) == "" && e.Value(Complainant) == "" {
		e.problem("exchange.problem.no_customer")
	}
	if e.Value(Account) == "" {
		e.problem("exchange.problem.no_account")
	}
	r.checkDates(e, taken)
	return nil
}

func (e *Entry) problem(code string, pairs ...any) {
	e.Problems = append(e.Problems, *note(code, pairs...))
}

func whyNoDate(e *Entry) *Note {
	cell, _ := e.Cell(TakenDate)
	if cell.Raw == "" {
		return note("exchange.row.no_taken_date")
	}
	return note("exchange.row.taken_date_unreadable", "text", cut(tidy(cell.Raw), 40))
}

// takeArrival uses the day a letter arrived when nobody wrote down the day it
// was taken.
func takeArrival(e *Entry, arrived Day) {
	for i := range e.Cells {
		if e.Cells[i].Meaning == TakenDate {
			e.Cells[i].Understood, e.Cells[i].State, e.Cells[i].Note = arrived.String(), Assumed, note("exchange.cell.date_from_arrival")
			return
		}
	}
	cell, _ := e.Cell(ArrivedDate)
	e.Cells = append(e.Cells, Cell{Column: cell.Column, Meaning: TakenDate, Raw: cell.Raw, Understood: arrived.String(), State: Assumed, Note: note("exchange.cell.date_from_arrival")})
}

// checkDates marks dates that cannot be right together; most are slips of
// the hand, so the row stays importable.
func (r *reader) checkDates(e *Entry, taken Day) {
	for _, meaning := range []Meaning{TakenDate, ArrivedDate, ArrivedOnSiteDate, ClosedDate} {
		day, ok := dayFrom(e.Value(meaning))
		if !ok {
			continue
		}
		if r.today.before(day) {
			e.problem("exchange.problem.future", "meaning", meaning, "date", day)
		}
		switch {
		case meaning == ArrivedDate && taken.before(day):
			e.problem("exchange.problem.taken_before_arrived", "date", day, "taken", taken)
		case meaning == ArrivedOnSiteDate && day.before(taken):
			e.problem("exchange.problem.on_site_before_taken", "date", day, "taken", taken)
		case meaning == ClosedDate && day.before(taken):
			e.problem("exchange.problem.closed_before_taken", "date", day, "taken", taken)
		}
	}
}

func dayFrom(understood string) (Day, bool) {
	at, err := time.Parse(time.DateOnly, understood)
	if err != nil {
		return Day{}, false
	}
	return dayOf(at), true
}

// complaintTwins: the same words about the same unit, the same words from
// the same customer, or a second call from one telephone on one day.
func complaintTwins(e *Entry) []twin {
	var twins []twin
	account, serial := letters(e.Value(Account)), strings.ReplaceAll(e.Value(SerialNo), "-", "")
	if account != "" && serial != "" {
		twins = append(twins, twin{"exchange.duplicate.serial_and_account", serial + "|" + account})
	}
	if customer := letters(e.Value(CustomerName)); account != "" && customer != "" {
		twins = append(twins, twin{"exchange.duplicate.customer_and_account", customer + "|" + account})
	}
	if phone, day := e.Value(Phone), e.Value(TakenDate); phone != "" && day != "" {
		twins = append(twins, twin{"exchange.duplicate.phone_and_day", phone + "|" + day})
	}
	return twins
}
