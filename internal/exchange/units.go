package exchange

import (
	"context"
	"strings"
)

// ReadUnits reads a list of installed units. A row needs a serial number.
// Errors as in ReadLedger.
func ReadUnits(ctx context.Context, table *Table, options Options) (*Preview, error) {
	return read(ctx, table, UnitsBook, rules{
		needs:  []Meaning{SerialNo},
		finish: finishUnit,
		twins:  unitTwins,
	}, options)
}

func finishUnit(r *reader, e *Entry) *Note {
	if e.Value(SerialNo) == "" {
		return note("exchange.row.no_serial")
	}
	delivered, known := dayFrom(e.Value(DeliveredDate))
	if known && r.today.before(delivered) {
		e.problem("exchange.problem.future", "meaning", DeliveredDate, "date", delivered)
	}
	if until, ok := dayFrom(e.Value(WarrantyTo)); ok && known && until.before(delivered) {
		e.problem("exchange.problem.warranty_before_delivery", "date", until, "delivered", delivered)
	}
	return nil
}

func unitTwins(e *Entry) []twin {
	return []twin{{"exchange.duplicate.serial", strings.ReplaceAll(e.Value(SerialNo), "-", "")}}
}
