package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/exchange"
	"huidan/internal/ledger"
)

type importLedgerCommand struct {
	importFile
	Map        []string `sep:"none" placeholder:"COLUMN=MEANING" help:"ledger.cli.option_map"`
	Duplicates string   `enum:"suggested,skip,import" default:"suggested" help:"ledger.cli.option_duplicates"`
}

// Run imports an old complaint register, or says what would become of it.
func (f *importLedgerCommand) Run(ctx context.Context, c *console, common *Common) error {
	if f.DryRun && !strings.Contains(common.dsn(), "://") {
		if _, err := os.Stat(common.dsn()); err != nil { // there is no register yet to compare with
			_, err := f.look(ctx, c, nil)
			return err
		}
	}
	return withDoor(ctx, common, func(door *act.Door) error {
		choices, err := f.look(ctx, c, door)
		if f.DryRun || err != nil && !errors.As(err, &broken{}) {
			return err
		}
		return errors.Join(f.commit(ctx, c, common, door, choices), err)
	})
}

func (f *importLedgerCommand) actor(c *console) access.Actor {
	actor := operator
	actor.Language = string(c.language)
	return actor
}

// look reads the file and tells what was understood. The error is broken when
// rows are left, which hinders nothing.
func (f *importLedgerCommand) look(ctx context.Context, c *console, door *act.Door) (ledger.Choices, error) {
	choices := ledger.Choices{Sheet: f.Sheet, Year: int64(f.Year)}
	file, err := os.Open(f.File)
	if err != nil {
		return choices, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return choices, err
	}
	about := ledger.Job{FileName: filepath.Base(f.File), FileSize: info.Size(), StartedAt: time.Now()}
	look, err := ledger.LookAt(ctx, door, f.actor(c), file, about, choices)
	if err == nil && len(f.Map) > 0 {
		if choices.Columns, err = f.columns(c, look); err != nil {
			return choices, err
		}
		look, err = ledger.LookAt(ctx, door, f.actor(c), file, about, choices)
	}
	if err != nil {
		return choices, err
	}
	c.tellLedger(look)
	if f.Rejected != "" {
		if err := f.writeLeft(look); err != nil {
			return choices, err
		}
	}
	if look.Summary.Rejected > 0 {
		return choices, broken{errors.New(c.text("cli.rows_left", "n", look.Summary.Rejected))}
	}
	return choices, nil
}

// columns reads --map: a column by its letter or heading, a meaning by its
// identifier or its word.
func (f *importLedgerCommand) columns(c *console, look *ledger.Look) (list []ledger.ColumnChoice, err error) {
	for _, text := range f.Map {
		left, right, _ := strings.Cut(text, "=")
		left, right = act.Fold(left), act.Fold(right)
		column := slices.IndexFunc(look.Columns, func(one ledger.Column) bool { return act.Fold(one.Letter) == left || act.Fold(one.Heading) == left })
		meaning := slices.IndexFunc(look.Meanings, func(one ledger.Meaning) bool { return one.Value == right || act.Fold(one.Text) == right })
		if column < 0 || meaning < 0 {
			return nil, usage{errors.New(c.text("ledger.cli.map_wrong", "text", text))}
		}
		list = append(list, ledger.ColumnChoice{Index: look.Columns[column].Index, Meaning: look.Meanings[meaning].Value})
	}
	return list, nil
}

func (f *importLedgerCommand) writeLeft(look *ledger.Look) error {
	file, err := os.Create(f.Rejected)
	if err != nil {
		return err
	}
	kind := exchange.Separated
	if filepath.Ext(f.Rejected) == ".xlsx" {
		kind = exchange.Workbook
	}
	return errors.Join(look.WriteRejected(file, kind), file.Close())
}

// tellLedger prints the same as the screen shows: columns with confidence and
// reason, the cells that are not simply as written, and every row set aside.
func (c *console) tellLedger(l *ledger.Look) {
	c.say("cli.file_read", "kind", l.Kind, "encoding", l.Encoding, "separator", l.Separator, "sheet", l.Sheet, "row", l.HeaderRow)
	w := tabwriter.NewWriter(c.out, 0, 4, 2, ' ', 0)
	for _, column := range l.Columns {
		meaning := column.Meaning
		if at := slices.IndexFunc(l.Meanings, func(m ledger.Meaning) bool { return m.Value == meaning }); at >= 0 {
			meaning = l.Meanings[at].Text
		}
		fmt.Fprintf(w, "  %s\t%s\t%s\t%s%%\t%s\n", column.Letter, column.Heading, meaning, strconv.Itoa(int(column.Confidence*100+0.5)), column.Reason)
	}
	w.Flush()
	for _, m := range l.Missing {
		c.say("cli.meaning_missing", "meaning", m)
	}
	for _, row := range l.Rows {
		for _, cell := range row.Cells {
			if cell.Note != "" {
				c.say("ledger.cli.cell", "row", row.Row, "raw", cell.Raw, "understood", cell.Understood, "state", c.text("ledger.cli.state_"+cell.State), "note", cell.Note)
			}
		}
		for _, problem := range row.Problems {
			c.say("cli.row_problem", "row", row.Row, "why", problem)
		}
	}
	for key, list := range map[string][]ledger.Aside{"cli.rows_rejected": l.Preview.Rejected, "cli.rows_repeated": l.Preview.Repeated} {
		for _, a := range list {
			c.say(key, "row", a.Row, "why", a.Reason)
		}
	}
	for _, t := range l.Twins {
		c.say("ledger.cli.twin", "row", t.Row, "why", t.Reason, "suggested", c.text("ledger.cli."+t.Suggested))
	}
	s := l.Summary
	c.say("cli.import_summary", "rows", s.Rows, "importable", s.Importable, "rejected", s.Rejected, "repeated", s.Repeated,
		"problems", s.Problems, "duplicates", s.Duplicates)
	c.say("ledger.cli.cells", "ok", s.Cells.OK, "assumed", s.Cells.Assumed, "unknown", s.Cells.Unknown, "error", s.Cells.Failed)
}

// commit hands the file in and sees the import through. Broken off, it is
// carried on by the server, or by Finish of the next who asks.
func (f *importLedgerCommand) commit(ctx context.Context, c *console, common *Common, door *act.Door, choices ledger.Choices) error {
	desk, err := ledger.Open(common.Data)
	if err != nil {
		return err
	}
	file, err := os.Open(f.File)
	if err != nil {
		return err
	}
	defer file.Close()
	actor := f.actor(c)
	call := act.Call{Actor: actor, Key: "console:import-ledger:" + act.NewID()}
	job, err := desk.HandIn(ctx, door, call, filepath.Base(f.File), file)
	if err != nil {
		return err
	}
	if _, err := desk.Choose(ctx, door, actor, job.ID, choices); err != nil {
		return err
	}
	if _, err := desk.Begin(ctx, door, actor, job.ID, ledger.Twins{Duplicates: f.Duplicates}); err != nil {
		return err
	}
	job, err = desk.Finish(ctx, door, job.ID, func(j ledger.Job) {
		fmt.Fprintln(c.err, c.text("cli.importing", "done", j.RowsDone, "total", j.RowsTotal))
	})
	if err != nil {
		return err
	}
	if job.Status == ledger.Failed {
		return broken{errors.New(c.text("ledger.cli.failed", "why", job.Said(c.language)))}
	}
	for _, n := range job.Numbers {
		c.say("ledger.cli.numbers", "year", n.Year, "count", n.Count, "first", n.First, "last", n.Last)
	}
	c.say("ledger.cli.done", "count", job.RowsDone, "skipped", job.Counts.Skipped, "customers", job.Counts.NewCustomers, "import", job.ID)
	return nil
}
