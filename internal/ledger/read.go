package ledger

import (
	"context"
	"io"
	"strings"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/complaint"
	"huidan/internal/exchange"
	"huidan/internal/lang"
)

// brief is what is shown of a row beside its twin.
type brief struct{ customer, takenOn, account string }

// reading is a whole file as it was understood.
type reading struct {
	*exchange.Preview
	bearer *bearer
	taken  int64 // rows that can be taken in
	cells  exchange.Tally
	twins  []Twin
}

// read walks the file of a job with the person's choices. take, when given,
// gets each row that can be taken in, in order.
func (d *Desk) read(ctx context.Context, door *act.Door, actor access.Actor, j *Job, take func(complaint.ImportedRow) error) (*reading, error) {
	file, err := d.files.Open(j.fileID)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return readFile(ctx, door, actor, file, j, take)
}

// readFile reads without a job being kept. Without a door nothing is compared
// with what is there already.
func readFile(ctx context.Context, door *act.Door, actor access.Actor, file io.ReaderAt, j *Job, take func(complaint.ImportedRow) error) (*reading, error) {
	table, err := exchange.Open(file, j.FileSize, limits())
	if err != nil {
		return nil, refusalOf(err)
	}
	r := &reading{bearer: &bearer{language: lang.Of(actor.Language), file: j.FileName, now: j.StartedAt}}
	options := j.choices.options(j)
	if r.bearer.columns, err = headings(ctx, table, options); err != nil {
		return nil, refusalOf(err)
	}
	about, marks, refused := map[int64]brief{}, []mark(nil), []exchange.Aside(nil)
	options.Keep = shownMost
	options.Visit = func(e exchange.Entry) error {
		row, why := r.bearer.row(&e)
		if why != nil {
			refused = append(refused, exchange.Aside{Number: e.Number, Reason: *why, Raw: r.bearer.rawOf(&e)})
			return nil
		}
		r.taken++
		tally(&r.cells, &e)
		about[row.Row] = brief{row.Record.CustomerName, row.TakenOn, complaint.Headline(row.Record.Account)}
		marks = append(marks, markOf(&row))
		if take != nil {
			return take(row)
		}
		return nil
	}
	if r.Preview, err = exchange.ReadLedger(ctx, table, options); err != nil {
		return nil, refusalOf(err)
	}
	r.Rejected = append(r.Rejected, refused...)
	r.Summary.Rejected += len(refused)
	r.Summary.Importable -= len(refused)
	others := map[int64]Other{}
	if door != nil {
		others, err = there(ctx, door, actor, j.ID, marks)
	}
	if err != nil {
		return nil, err
	}
	r.twins = r.bearer.twinsOf(about, r.Duplicates, others)
	return r, nil
}

func (c Choices) options(j *Job) exchange.Options {
	o := exchange.Options{Now: j.StartedAt, FileName: j.FileName, Sheet: c.Sheet, HeaderRow: int(c.HeaderRow), Year: int(c.Year)}
	for _, column := range c.Columns {
		if o.Mapping == nil {
			o.Mapping = map[int]exchange.Meaning{}
		}
		o.Mapping[int(column.Index)] = exchange.Meaning(column.Meaning)
	}
	return o
}

// headings finds the columns before the rows are walked: the facts of a row
// are kept under the file's own headings.
func headings(ctx context.Context, table *exchange.Table, options exchange.Options) ([]exchange.Column, error) {
	options.Keep = 1
	p, err := exchange.ReadLedger(ctx, table, options)
	if err != nil {
		return nil, err
	}
	return p.Columns, nil
}

// rawOf gives the cells of a row as they stood, by column.
func (b *bearer) rawOf(e *exchange.Entry) []string {
	cells := make([]string, len(b.columns))
	for _, c := range e.Cells {
		if c.Column < len(cells) {
			cells[c.Column] = c.Raw
		}
	}
	for _, x := range e.Extra {
		for i, c := range b.columns {
			if cells[i] == "" && strings.TrimSpace(c.Heading) == x.Heading {
				cells[i] = x.Text
				break
			}
		}
	}
	return cells
}
