package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"text/tabwriter"
	"time"

	"huidan/internal/act"
	"huidan/internal/exchange"
	"huidan/internal/lang"
	"huidan/internal/party"
	"huidan/internal/party/sheet"
)

// importCommand reads lists from files. Without --commit nothing is written.
type importCommand struct {
	Ledger    importLedgerCommand    `cmd:"" help:"cli.import_ledger"`
	Customers importCustomersCommand `cmd:"" help:"cli.import_customers"`
	Units     importUnitsCommand     `cmd:"" help:"cli.import_units"`
}

// importFile is what every import asks.
type importFile struct {
	File     string `arg:"" help:"cli.argument.file"`
	DryRun   bool   `xor:"how" required:"" help:"cli.option.dry_run"`
	Commit   bool   `xor:"how" required:"" help:"cli.option.commit"`
	Sheet    string `placeholder:"NAME" help:"cli.option.sheet"`
	Year     int    `placeholder:"YEAR" help:"cli.option.year"`
	Rejected string `placeholder:"FILE" help:"cli.option.rejected"`
}

// reader understands a book.
type reader func(context.Context, *exchange.Table, exchange.Options) (*exchange.Preview, error)

// read understands the file, tells the person what it understood, and gives
// the rows that can be taken.
func (f *importFile) read(ctx context.Context, c *console, read reader) (*exchange.Preview, error) {
	table, err := exchange.OpenFile(f.File, exchange.DefaultLimits())
	if err != nil {
		return nil, c.refused(err)
	}
	defer table.Close()
	preview, err := read(ctx, table, exchange.Options{Now: time.Now(), FileName: filepath.Base(f.File), Sheet: f.Sheet, Year: f.Year})
	if err != nil {
		return nil, c.refused(err)
	}
	c.tell(preview)
	if f.Rejected != "" {
		err = f.writeRejected(c, preview)
	}
	return preview, err
}

// refused puts the refusal of a whole file into words.
func (c *console) refused(err error) error {
	var refusal *exchange.Refusal
	if errors.As(err, &refusal) {
		return broken{errors.New(c.note(exchange.Note{Code: refusal.Code, Args: refusal.Args}))}
	}
	return err
}

// note puts a remark about a file into words; an argument that names a meaning
// is put into words first.
func (c *console) note(n exchange.Note) string {
	args := map[string]any{}
	for name, value := range n.Args {
		args[name] = value
		if name == "meaning" {
			args[name] = c.meaning(exchange.Meaning(value))
		}
	}
	return lang.T(c.language, n.Code, args)
}

func (c *console) meaning(m exchange.Meaning) string {
	if key := "exchange.meaning." + string(m); lang.Has(key) {
		return lang.T(c.language, key, nil)
	}
	return string(m)
}

// tell prints what was understood: the file, its columns, its figures, and every
// row that is set aside.
func (c *console) tell(p *exchange.Preview) {
	c.say("cli.file_read", "kind", p.Kind, "encoding", p.Encoding, "separator", p.Separator, "sheet", p.Sheet, "row", p.HeaderRow)
	w := tabwriter.NewWriter(c.out, 0, 4, 2, ' ', 0)
	for _, column := range p.Columns {
		fmt.Fprintf(w, "  %s\t%s\t%s\n", column.Letter, column.Heading, c.meaning(column.Meaning))
	}
	w.Flush()
	for _, m := range p.Missing {
		c.say("cli.meaning_missing", "meaning", c.meaning(m))
	}
	c.asides("cli.rows_rejected", p.Rejected)
	c.asides("cli.rows_repeated", p.Repeated)
	for _, d := range p.Duplicates {
		c.say("cli.row_like", "row", d.Number, "other", d.Of, "why", c.note(d.Reason))
	}
	for _, e := range p.Entries {
		for _, problem := range e.Problems {
			c.say("cli.row_problem", "row", e.Number, "why", c.note(problem))
		}
	}
	s := p.Summary
	c.say("cli.import_summary", "rows", s.Rows, "importable", s.Importable, "rejected", s.Rejected, "repeated", s.Repeated,
		"problems", s.Problems, "duplicates", s.Duplicates)
}

func (c *console) asides(key string, list []exchange.Aside) {
	for _, a := range list {
		c.say(key, "row", a.Number, "why", c.note(a.Reason))
	}
}

// writeRejected writes the rows that cannot be taken, as they stood, with the reason.
func (f *importFile) writeRejected(c *console, p *exchange.Preview) error {
	file, err := os.Create(f.Rejected)
	if err != nil {
		return err
	}
	kind := exchange.Separated
	if filepath.Ext(f.Rejected) == ".xlsx" {
		kind = exchange.Workbook
	}
	err = p.WriteRejected(file, kind, c.note)
	return errors.Join(err, file.Close())
}

// finish ends an import: rows that were not taken must not pass unnoticed.
func (c *console) finish(p *exchange.Preview, refused int) error {
	if n := p.Summary.Rejected + refused; n > 0 {
		return broken{errors.New(c.text("cli.rows_left", "n", n))}
	}
	return nil
}

// take imports the rows in batches, each an act of its own.
func take[Row any](ctx context.Context, c *console, door *act.Door, file string, rows []Row, do func(party.ImportHead, []Row) act.Act[party.ImportAnswer]) (refused int, err error) {
	head := party.ImportHead{ImportID: act.NewID(), FileName: filepath.Base(file), RowsTotal: int64(len(rows))}
	actor := operator
	actor.Language = string(c.language)
	var created, matched int64
	for batch := range slices.Chunk(rows, party.BatchMost) {
		call := act.Call{Actor: actor, Key: fmt.Sprintf("%s:%d", head.ImportID, head.Batch)}
		answer, err := act.Do(ctx, door, call, do(head, batch))
		if err != nil {
			return refused, err
		}
		created, matched, refused = created+answer.Created, matched+answer.Matched, refused+len(answer.Refused)
		for _, row := range answer.Refused {
			for _, why := range row.Errors {
				c.say("cli.row_refused", "row", row.Row, "why", why.Text)
			}
		}
		head.Batch++
		fmt.Fprintln(c.err, c.text("cli.importing", "done", min(head.Batch*party.BatchMost, head.RowsTotal), "total", head.RowsTotal))
	}
	c.say("cli.imported", "created", created, "matched", matched, "refused", refused, "import", head.ImportID)
	return refused, nil
}

type importCustomersCommand struct{ importFile }

// Run imports a list of customers.
func (f *importCustomersCommand) Run(ctx context.Context, c *console, common *Common) error {
	return importRows(ctx, c, common, &f.importFile, exchange.ReadCustomers, sheet.CustomerOf,
		func(head party.ImportHead, rows []party.CustomerImport) act.Act[party.ImportAnswer] {
			return party.ImportCustomers{ImportHead: head, Rows: rows}
		})
}

type importUnitsCommand struct{ importFile }

// Run imports a list of installed units.
func (f *importUnitsCommand) Run(ctx context.Context, c *console, common *Common) error {
	return importRows(ctx, c, common, &f.importFile, exchange.ReadUnits, sheet.UnitOf,
		func(head party.ImportHead, rows []party.UnitImport) act.Act[party.ImportAnswer] {
			return party.ImportUnits{ImportHead: head, Rows: rows}
		})
}

func importRows[Row any](ctx context.Context, c *console, common *Common, f *importFile, read reader,
	rowOf func(*exchange.Entry) Row, do func(party.ImportHead, []Row) act.Act[party.ImportAnswer],
) error {
	preview, err := f.read(ctx, c, read)
	if err != nil || f.DryRun {
		if err == nil {
			err = c.finish(preview, 0)
		}
		return err
	}
	rows := make([]Row, len(preview.Entries))
	for i := range preview.Entries {
		rows[i] = rowOf(&preview.Entries[i])
	}
	return withDoor(ctx, common, func(door *act.Door) error {
		refused, err := take(ctx, c, door, f.File, rows, do)
		if err != nil {
			return err
		}
		return c.finish(preview, refused)
	})
}
