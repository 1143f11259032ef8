package attach

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// File is what is known of a stored file.
type File struct {
	ID          string `json:"id" doc:"SHA-256 of the content, hex"`
	Name        string `json:"name"`
	Size        int64  `json:"size" doc:"bytes"`
	ContentType string `json:"content_type" doc:"by its content"`
}

// Keep notes that a stored file belongs to the records.
type Keep struct{ File }

// Action names the act.
func (Keep) Action() access.Action { return "files.put" }

// Scope: a file belongs to nobody until a record names it.
func (Keep) Scope(context.Context, *act.Tx) (access.Scope, error) { return access.Scope{}, nil }

// Run notes it. The same content under another name stays the file it is.
func (k Keep) Run(ctx context.Context, tx *act.Tx) (File, error) {
	had, found, err := Known(ctx, tx, k.ID)
	if err != nil {
		return File{}, err
	}
	said := tx.Say(act.Line{
		Subject: act.Subject{Kind: "file", ID: k.ID}, Version: 1, New: !found,
		Say: "journal.file.kept", Facts: fault.Args{"size": k.Size, "type": k.ContentType},
	})
	_, err = tx.Write(ctx, said, `INSERT INTO file (id, name, size, content_type, stored_at, stored_by) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO NOTHING`, k.ID, k.Name, k.Size, k.ContentType, act.Millis(tx.Now()), tx.Actor().ID)
	if found {
		return had, err
	}
	return k.File, err
}

// Known gives what is known of a file inside an act.
func Known(ctx context.Context, tx *act.Tx, id string) (f File, found bool, err error) {
	found, err = tx.One(ctx, []any{&f.ID, &f.Name, &f.Size, &f.ContentType}, "SELECT id, name, size, content_type FROM file WHERE id = ?", id)
	return f, found, err
}

// Put stores an upload: the bytes first, durably, then the note in the records.
func Put(ctx context.Context, d *act.Door, s *Store, call act.Call, name string, r io.Reader) (File, error) {
	name = cleanName(name)
	var kind string
	kept, err := s.keep(r, func(head []byte) (err error) {
		kind, err = kindOf(name, head)
		return err
	})
	if err != nil {
		return File{}, err
	}
	return act.Do(ctx, d, call, Keep{File{kept.id, name, kept.size, kind}})
}

// cleanName keeps the last part of a name, without control characters: browsers
// of old send whole paths.
func cleanName(name string) string {
	name = filepath.Base(strings.ReplaceAll(name, `\`, "/"))
	name = strings.Map(func(r rune) rune {
		if r < 0x20 || r == 0x7f || r == '"' {
			return -1
		}
		return r
	}, name)
	if runes := []rune(name); len(runes) > 150 {
		name = string(runes[len(runes)-150:])
	}
	if name == "." || name == "/" || name == "" {
		return "file"
	}
	return name
}
