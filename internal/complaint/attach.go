package complaint

import (
	"context"
	"fmt"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	filestore "huidan/internal/attach"
	"huidan/internal/fault"
)

// AttachmentKinds: samples and broken parts count as 等 (2.1-m).
var AttachmentKinds = []string{"letter", "fax", "photo", "recording", "sample", "other"}

// Paper is one item that came with the complaint: a scan, or a physical item
// with where it lies.
type Paper struct {
	FileID    string    `json:"file_id,omitempty" doc:"as POST /api/v1/files answered; empty for an item without a scan"`
	Kind      string    `json:"kind" doc:"letter fax photo recording sample other"`
	Title     string    `json:"title,omitempty"`
	Original  bool      `json:"original,omitempty"`
	Pages     int64     `json:"pages,omitempty"`
	ArrivedAt time.Time `json:"arrived_at,omitzero"`
	Holder    string    `json:"holder,omitempty" doc:"who holds the paper original"`
	Storage   string    `json:"storage,omitempty" doc:"where it lies"`
}

// AttachForm lists the items to attach.
type AttachForm struct {
	Version int64   `json:"version"`
	Files   []Paper `json:"files"`
}

// Attach adds letters, photos and the like to the record (R2, 2.1-m).
type Attach struct {
	ID string `json:"complaint_id"`
	AttachForm
}

// Action names the act.
func (Attach) Action() access.Action { return "complaint.attach" }

// Scope gives those who take part.
func (a Attach) Scope(ctx context.Context, tx *act.Tx) (access.Scope, error) {
	return scopeOf(ctx, tx, a.ID)
}

// Run attaches them.
func (a Attach) Run(ctx context.Context, tx *act.Tx) (Answer, error) {
	c, err := open(ctx, tx, a.ID, a.Version)
	if err != nil {
		return Answer{}, err
	}
	if c.State == StateVoid || c.State == StateMerged {
		return Answer{}, fault.Against("2.1-m", "complaint.wrong_state", "state", stateWord(c.State))
	}
	if err := a.check(tx.Now()); err != nil {
		return Answer{}, err
	}
	said := c.say(tx, "attached", fault.Args{"n": len(a.Files)}, "2.1-j", "2.1-m")
	for i, p := range a.Files {
		if err := c.attach(ctx, tx, said, p, i); err != nil {
			return Answer{}, err
		}
	}
	return c.save(ctx, tx, said)
}

func (a Attach) check(now time.Time) error {
	var wrong fault.Fields
	wrong.Add(len(a.Files) == 0, "files", "fault.required")
	wrong.Add(len(a.Files) > 50, "files", "complaint.too_many_files", "max", 50)
	for i, p := range a.Files {
		at := fmt.Sprintf("files[%d].", i)
		oneOf(&wrong, at+"kind", p.Kind, AttachmentKinds)
		wrong.Add(p.FileID == "" && p.Title == "", at+"title", "complaint.file_or_title")
		wrong.Add(p.Pages < 0 || p.Pages > 10000, at+"pages", "fault.malformed")
		wrong.Add(p.ArrivedAt.After(now.Add(2*time.Minute)), at+"arrived_at", "fault.in_future")
		tooLong(&wrong, at+"title", p.Title, longestShort)
		tooLong(&wrong, at+"holder", p.Holder, longestShort)
		tooLong(&wrong, at+"storage", p.Storage, longestShort)
	}
	return wrong.Err()
}

func (c *Complaint) attach(ctx context.Context, tx *act.Tx, said *act.Said, p Paper, i int) error {
	name := p.Title
	if p.FileID != "" {
		file, found, err := filestore.Known(ctx, tx, p.FileID)
		if err != nil {
			return err
		}
		if !found {
			return fault.Invalid(fault.Wrong(fmt.Sprintf("files[%d].file_id", i), "fault.not_found"))
		}
		name = file.Name
	}
	if p.ArrivedAt.IsZero() {
		p.ArrivedAt = tx.Now()
	}
	_, err := tx.Write(ctx, said, `
		INSERT INTO attachment (id, complaint_id, file_id, name, kind, title, original_at, pages, arrived_at, holder, storage, attached_by, attached_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		act.NewID(), c.ID, act.OrNull(p.FileID), name, p.Kind, p.Title, mark(p.Original, tx), p.Pages, act.Millis(p.ArrivedAt),
		p.Holder, p.Storage, tx.Actor().ID, act.Millis(tx.Now()))
	return err
}
