package ledger

import (
	"context"
	"io"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/exchange"
	"huidan/internal/lang"
)

// Choose keeps what the person corrected about a file and shows it anew; a
// correction that the file does not bear is refused and not kept.
func (d *Desk) Choose(ctx context.Context, door *act.Door, actor access.Actor, id string, choices Choices) (Preview, error) {
	j, err := find(ctx, door, id)
	if err != nil {
		return Preview{}, err
	}
	j.choices.Choices = choices
	p, err := d.preview(ctx, door, actor, j)
	if err != nil {
		return p, err
	}
	return p, change(ctx, door, id, []Status{Previewed}, "options = ?", jsonOf(j.choices))
}

// Look is a file as it was understood, without anything being kept of it.
type Look struct {
	Preview
	reading *reading
}

// LookAt reads a file; without a door nothing is compared with the register.
func LookAt(ctx context.Context, door *act.Door, actor access.Actor, file io.ReaderAt, about Job, choices Choices) (*Look, error) {
	about.choices.Choices = choices
	r, err := readFile(ctx, door, actor, file, &about, nil)
	if err != nil {
		return nil, err
	}
	return &Look{r.words(about), r}, nil
}

// WriteRejected writes the rows that are not taken in, as they stood, with the
// reason.
func (l *Look) WriteRejected(to io.Writer, kind exchange.FileKind) error {
	return l.reading.writeRejected(to, kind, l.reading.bearer.language)
}

func (r *reading) writeRejected(to io.Writer, kind exchange.FileKind, language lang.Language) error {
	return r.WriteRejected(to, kind, func(n exchange.Note) string { return noteText(language, &n) })
}
