package server

import (
	"context"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"path"
	"strings"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/attach"
	"huidan/internal/fault"
	"huidan/internal/route"
)

// A file may come and go over a slow line.
const fileWithin = 15 * time.Minute

// formSlack is what a form may hold beside its file, in bytes.
const formSlack = 64 << 10

// putFile stores the part "file" of a form. A form that says beforehand that it
// is too large is refused unread.
func (s *Server) putFile(c *route.Ctx) error {
	body, err := route.Limit(c.W, c.R, s.o.UploadLimit+formSlack)
	if err != nil {
		return err
	}
	c.R.Body = body
	slow := http.NewResponseController(c.W)
	if err := slow.SetReadDeadline(time.Now().Add(fileWithin)); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return err
	}
	part, err := filePart(c.R)
	if err != nil {
		return s.uploadFault(err)
	}
	call := act.Call{Actor: c.Actor, Key: c.R.Header.Get(route.KeyHeader)}
	file, err := attach.Put(c.R.Context(), c.Door, s.files, call, part.FileName(), io.LimitReader(part, s.o.UploadLimit+1))
	if err != nil {
		return s.uploadFault(err)
	}
	return route.WriteJSON(c.W, c.R, http.StatusCreated, file)
}

// filePart finds the file in a form without keeping the form in memory.
func filePart(r *http.Request) (*multipart.Part, error) {
	form, err := r.MultipartReader()
	if err != nil {
		return nil, fault.New(fault.KindInvalid, "fault.body_malformed", "why", "server.why_form")
	}
	for {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) {
			return nil, fault.Invalid(fault.Wrong("file", "server.file_missing"))
		}
		if err != nil {
			return nil, err
		}
		if part.FormName() == "file" && part.FileName() != "" {
			return part, nil
		}
	}
}

// uploadFault tells a body that was cut off or too long from our own failures.
func (s *Server) uploadFault(err error) error {
	var over *http.MaxBytesError
	if _, ok := fault.As(err); ok {
		return err
	}
	if errors.As(err, &over) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, multipart.ErrMessageTooLarge) {
		return route.Unreadable(err, s.o.UploadLimit)
	}
	return err
}

// shown inline; everything else is only offered for saving.
var inline = []string{"image/", "audio/", "video/", "application/pdf"}

// getFile sends a file to whoever may see a record that names it.
func (s *Server) getFile(c *route.Ctx) error {
	file, err := s.visibleFile(c.R.Context(), c.Actor, c.Path("id"))
	if err != nil {
		return err
	}
	content, err := s.files.Open(file.ID)
	if err != nil {
		return err
	}
	defer content.Close()
	slow := http.NewResponseController(c.W)
	if err := slow.SetWriteDeadline(time.Now().Add(fileWithin)); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return err
	}
	name := file.Name
	if asked := path.Base(strings.ReplaceAll(c.R.URL.Query().Get("name"), `\`, "/")); asked != "." && asked != "/" {
		name = asked
	}
	disposition := "attachment"
	for _, kind := range inline {
		if strings.HasPrefix(file.ContentType, kind) {
			disposition = "inline"
		}
	}
	h := c.W.Header()
	h.Set("Content-Type", file.ContentType)
	h.Set("Content-Disposition", mime.FormatMediaType(disposition, map[string]string{"filename": name}))
	h.Set("Cache-Control", "private, no-cache") // who may see it is asked each time; the bytes need not travel again
	h.Set("Etag", `"`+file.ID+`"`)
	if file.ContentType != "application/pdf" { // the browser's own reader of PDF does not run in a sandbox
		h.Set("Content-Security-Policy", policyOfData+"; sandbox")
	}
	http.ServeContent(c.W, c.R, "", time.Time{}, content)
	return nil
}

// naming is a kind of record that names files: who may see the record may see
// the file.
type naming struct {
	action access.Action
	query  string // with {visible} and the file's ID
}

var namings = []naming{
	{"complaint.see", "SELECT 1 FROM attachment a JOIN complaint c ON c.id = a.complaint_id WHERE {visible} AND a.file_id = ?"},
	{"complaint.see", "SELECT 1 FROM satisfaction_evidence e JOIN complaint c ON c.id = e.complaint_id WHERE {visible} AND e.file_id = ?"},
	{"staff.see", "SELECT 1 FROM qualification c WHERE {visible} AND c.file_id = ?"},
}

// visibleFile gives what is known of a file that the actor may see: one of his
// own, or one that a record names which he may see.
func (s *Server) visibleFile(ctx context.Context, actor access.Actor, id string) (attach.File, error) {
	f := attach.File{ID: id}
	var storedBy string
	var found bool
	err := s.o.Door.LookUp(ctx, func(ctx context.Context, b *act.Books) (err error) {
		found, err = b.One(ctx, []any{&f.Name, &f.Size, &f.ContentType, &storedBy}, "SELECT name, size, content_type, stored_by FROM file WHERE id = ?", id)
		return err
	})
	if err != nil || found && storedBy == actor.ID {
		return f, err
	}
	for _, n := range namings {
		if _, may := access.Reach(actor, n.action); !found || !may {
			continue
		}
		var one int64
		seen, err := act.See(ctx, s.o.Door, actor, n.action, func(ctx context.Context, sight *act.Sight) (bool, error) {
			return sight.One(ctx, []any{&one}, n.query, id)
		})
		if err != nil || seen {
			return f, err
		}
	}
	return f, fault.NotFound("fault.not_found")
}
