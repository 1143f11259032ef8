package ledger

import (
	"bytes"
	"context"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"strconv"
	"strings"
	"time"

	"huidan/internal/act"
	"huidan/internal/exchange"
	"huidan/internal/fault"
	"huidan/internal/lang"
	"huidan/internal/route"
)

// Routes declares the import of ledgers.
func (d *Desk) Routes(reg *route.Registrar) {
	const base, action = "/api/v1/imports", "complaint.import"
	media := route.Media{Takes: "multipart/form-data", Gives: "application/json", Answer: Job{}}
	route.Raw(reg, route.POST, base, action, "ledger.route.hand_in", media, d.handIn)
	route.Book(reg, route.GET, base, action, "ledger.route.list", listJobs)
	route.Book(reg, route.GET, base+"/{id}", action, "ledger.route.job", seeJob)
	route.Book(reg, route.GET, base+"/{id}/preview", action, "ledger.route.preview", d.seePreview)
	route.Book(reg, route.POST, base+"/{id}/preview", action, "ledger.route.choose", d.choose)
	route.Book(reg, route.POST, base+"/{id}/commit", action, "ledger.route.commit", d.begin)
	route.Book(reg, route.POST, base+"/{id}/undo", "complaint.undo_import", "ledger.route.undo", d.undo)
	workbook := "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	route.Raw(reg, route.GET, base+"/{id}/rejected.xlsx", action, "ledger.route.rejected", route.Media{Gives: workbook},
		func(c *route.Ctx) error { return d.rejected(c, exchange.Workbook, workbook) })
	route.Raw(reg, route.GET, base+"/{id}/rejected.csv", action, "ledger.route.rejected", route.Media{Gives: "text/csv"},
		func(c *route.Ctx) error { return d.rejected(c, exchange.Separated, "text/csv; charset=utf-8") })
}

// handIn reads the part "file" of a form. A form that says beforehand that it
// is too large is refused unread.
func (d *Desk) handIn(c *route.Ctx) error {
	const formSlack, within = 64 << 10, 15 * time.Minute
	body, err := route.Limit(c.W, c.R, FileMost+formSlack)
	if err != nil {
		return err
	}
	c.R.Body = body
	slow := http.NewResponseController(c.W)
	if err := slow.SetReadDeadline(time.Now().Add(within)); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return err
	}
	key := c.R.Header.Get(route.KeyHeader)
	if key == "" {
		return fault.New(fault.KindInvalid, "fault.key_missing")
	}
	form, err := c.R.MultipartReader()
	if err != nil {
		return fault.New(fault.KindUnsupported, "fault.unsupported_type", "type", c.R.Header.Get("Content-Type"))
	}
	for {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) {
			return fault.Invalid(fault.Wrong("file", "fault.required"))
		}
		if err != nil {
			return route.Unreadable(err, FileMost)
		}
		if part.FormName() != "file" || part.FileName() == "" {
			continue
		}
		j, err := d.HandIn(c.R.Context(), c.Door, act.Call{Actor: c.Actor, Key: key}, part.FileName(), part)
		if cutOff(err) {
			return route.Unreadable(err, FileMost)
		}
		if err != nil {
			return err
		}
		return route.WriteJSON(c.W, c.R, http.StatusCreated, j.shown(c.Language))
	}
}

// cutOff tells a body that was cut off or too long from our own failures.
func cutOff(err error) bool {
	var over *http.MaxBytesError
	return errors.As(err, &over) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, multipart.ErrMessageTooLarge)
}

// Said tells in words why a job failed; it is empty when it did not.
func (j Job) Said(language lang.Language) string {
	if j.trouble.Code == "" {
		return ""
	}
	return lang.T(language, j.trouble.Code, j.trouble.Args)
}

// shown puts what is told in words into the reader's language.
func (j Job) shown(language lang.Language) Job {
	j.Trouble = j.Said(language)
	if j.Numbers == nil {
		j.Numbers = []Span{}
	}
	if j.Touched == nil {
		j.Touched = []Numbered{}
	}
	return j
}

// ListQuery asks for imports, the newest first.
type ListQuery struct {
	After string `query:"after" maxLength:"60"`
	Limit int64  `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

func listJobs(c *route.Ctx, q ListQuery) (page route.Page[Job], err error) {
	var before int64 = 1 << 62
	id := ""
	if q.After != "" {
		at, rest, _ := strings.Cut(q.After, "~")
		if before, err = strconv.ParseInt(at, 10, 64); err != nil {
			return page, fault.Invalid(fault.Wrong("query.after", "fault.malformed"))
		}
		id = rest
	}
	if q.Limit == 0 {
		q.Limit = 50
	}
	err = c.Door.LookUp(c.R.Context(), func(ctx context.Context, b *act.Books) error {
		rows, err := b.Query(ctx, "SELECT "+jobColumns+` FROM import_job j LEFT JOIN person p ON p.id = j.started_by
			WHERE (j.started_at, j.id) < (?, ?) ORDER BY j.started_at DESC, j.id DESC LIMIT ?`, before, id, q.Limit+1)
		page.Items, err = act.Collect(rows, err, scanJob)
		return err
	})
	if int64(len(page.Items)) > q.Limit {
		page.Items = page.Items[:q.Limit]
		last := page.Items[q.Limit-1]
		page.Next = strconv.FormatInt(act.Millis(last.StartedAt), 10) + "~" + last.ID
	}
	for i := range page.Items {
		page.Items[i] = page.Items[i].shown(c.Language)
	}
	return page, err
}

func seeJob(c *route.Ctx, _ struct{}) (Job, error) {
	j, err := find(c.R.Context(), c.Door, c.Path("id"))
	if err != nil {
		return j, err
	}
	if j.Status == Done || j.Status == Failed || j.Status == Undone {
		j.Touched, err = act.See(c.R.Context(), c.Door, c.Actor, "complaint.import", func(ctx context.Context, s *act.Sight) ([]Numbered, error) {
			return touchedOf(ctx, s, j.ID)
		})
	}
	return j.shown(c.Language), err
}

func (d *Desk) seePreview(c *route.Ctx, _ struct{}) (Preview, error) {
	j, err := find(c.R.Context(), c.Door, c.Path("id"))
	if err != nil {
		return Preview{}, err
	}
	p, err := d.preview(c.R.Context(), c.Door, c.Actor, j)
	p.Job = p.Job.shown(c.Language)
	return p, err
}

// choose keeps what the person corrected and shows the file anew.
func (d *Desk) choose(c *route.Ctx, choices Choices) (Preview, error) {
	p, err := d.Choose(c.R.Context(), c.Door, c.Actor, c.Path("id"), choices)
	p.Job = p.Job.shown(c.Language)
	return p, err
}

func (d *Desk) begin(c *route.Ctx, t Twins) (Job, error) {
	j, err := d.Begin(c.R.Context(), c.Door, c.Actor, c.Path("id"), t)
	return j.shown(c.Language), err
}

// UndoForm says why an import is taken back.
type UndoForm struct {
	Reason string `json:"reason" required:"true" maxLength:"200"`
}

func (d *Desk) undo(c *route.Ctx, f UndoForm) (Job, error) {
	j, err := d.Undo(c.R.Context(), c.Door, c.Actor, c.Path("id"), strings.TrimSpace(f.Reason))
	return j.shown(c.Language), err
}

// rejected sends the rows that are not taken in, as they stood, with the reason.
func (d *Desk) rejected(c *route.Ctx, kind exchange.FileKind, contentType string) error {
	j, err := find(c.R.Context(), c.Door, c.Path("id"))
	if err != nil {
		return err
	}
	r, err := d.read(c.R.Context(), c.Door, c.Actor, &j, nil)
	if err != nil {
		return err
	}
	var file bytes.Buffer
	if err := r.writeRejected(&file, kind, c.Language); err != nil {
		return err
	}
	h := c.W.Header()
	h.Set("Content-Type", contentType)
	h.Set("Content-Disposition", `attachment; filename="rejected.`+string(kind)+`"`)
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Length", strconv.Itoa(file.Len()))
	c.W.WriteHeader(http.StatusOK)
	c.W.Write(file.Bytes()) // a reader that has gone cannot be told so
	return nil
}
