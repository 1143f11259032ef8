package sqldb

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"
)

// Term is a token that a document must have; Prefix: one that begins so.
type Term struct {
	Text   string
	Prefix bool
}

// Wanted is a search: all terms must be met and all phrases stand in the
// folded text. Any of the kinds will do, or all when there are none.
type Wanted struct {
	Terms   []Term
	Kinds   []string // tokens of kinds
	Phrases []string
}

// Found is a document that was found. Doc grows with each new document.
type Found struct {
	Doc                          int64
	SubjectID, Kind, Title, Body string
}

// Find gives up to limit documents below the place before, the newest first.
func (s *Session) Find(ctx context.Context, w Wanted, limit int, before int64) ([]Found, error) {
	if s.Dialect == Postgres {
		return s.findPostgres(ctx, w, limit, before)
	}
	text := strings.Builder{}
	text.WriteString(`SELECT d.doc, d.subject_id, d.kind, d.title, d.body
		FROM search_token t CROSS JOIN search_doc d ON d.doc = t.rowid WHERE t.search_token MATCH ? AND t.rowid < ?`)
	args := []any{expression(w, `"`, " AND ", " OR ", `"*`), before}
	for _, p := range w.Phrases {
		text.WriteString(" AND instr(d.body, ?) > 0")
		args = append(args, p)
	}
	text.WriteString(" ORDER BY t.rowid DESC LIMIT ?")
	rows, err := s.Query(ctx, text.String(), append(args, limit)...)
	if err != nil {
		return nil, err
	}
	return collectFound(rows)
}

// expression writes the terms and kinds in the language of a full-text index;
// tokens hold letters, digits and the marks of package act only, so nothing in
// them can end a quotation.
func expression(w Wanted, quote, and, or, prefix string) string {
	var b strings.Builder
	for i, t := range w.Terms {
		if i > 0 {
			b.WriteString(and)
		}
		b.WriteString(quote + t.Text)
		if t.Prefix {
			b.WriteString(prefix)
		} else {
			b.WriteString(quote)
		}
	}
	for i, k := range w.Kinds {
		if i == 0 {
			b.WriteString(and + "(")
		} else {
			b.WriteString(or)
		}
		b.WriteString(quote + k + quote)
	}
	if len(w.Kinds) > 0 {
		b.WriteString(")")
	}
	return b.String()
}

const (
	// gatherMost is up to how many hits PostgreSQL gathers them all and sorts
	// them. For more it walks the documents from the newest; then it need not
	// look at many.
	gatherMost = 5000
	// gatherPhrase is the same where the text must be compared as well: many
	// may have the terms and few the phrase, and the walk would be long.
	gatherPhrase = 50_000
)

func (s *Session) findPostgres(ctx context.Context, w Wanted, limit int, before int64) ([]Found, error) {
	query, most := expression(w, "'", " & ", " | ", "':*"), gatherMost
	phrases, args := "", []any(nil)
	for _, p := range w.Phrases {
		phrases += " AND strpos(d.body, ?) > 0"
		args = append(args, p)
		most = gatherPhrase
	}
	found, hits, err := s.gather(ctx, phrases, slices.Concat([]any{query, most + 1, most, before}, args, []any{limit}))
	if err != nil || hits <= int64(most) {
		return found, err
	}
	return s.walk(ctx, phrases, slices.Concat([]any{before, query}, args, []any{limit}))
}

// gather looks the hits up in the text index, and shows them when they are few
// enough.
func (s *Session) gather(ctx context.Context, phrases string, args []any) (found []Found, hits int64, err error) {
	if err := s.ByIndex(ctx, true); err != nil {
		return nil, 0, err
	}
	rows, err := s.Query(ctx, `
		WITH h AS MATERIALIZED (SELECT doc FROM search_doc WHERE tokens @@ CAST(? AS tsquery) LIMIT ?),
		f AS (
			SELECT d.doc, d.subject_id, d.kind, d.title, d.body FROM h JOIN search_doc d ON d.doc = h.doc
			WHERE (SELECT COUNT(*) FROM h) <= ? AND h.doc < ?`+phrases+`
			ORDER BY h.doc DESC LIMIT ?)
		SELECT doc, subject_id, kind, title, body, 0 FROM f
		UNION ALL SELECT 0, '', '', '', '', COUNT(*) FROM h`, args...)
	if err != nil {
		return nil, 0, err
	}
	defer rows.Close()
	for rows.Next() {
		var f Found
		var n int64
		if err := rows.Scan(&f.Doc, &f.SubjectID, &f.Kind, &f.Title, &f.Body, &n); err != nil {
			return nil, 0, err
		}
		if f.SubjectID == "" {
			hits = n
			continue
		}
		found = append(found, f)
	}
	if err := rows.Err(); err != nil {
		return nil, 0, err
	}
	slices.SortFunc(found, func(a, b Found) int { return cmp.Compare(b.Doc, a.Doc) })
	return found, hits, s.ByIndex(ctx, false)
}

// walk looks at the documents from the newest until it has enough.
func (s *Session) walk(ctx context.Context, phrases string, args []any) ([]Found, error) {
	if err := s.planWithout(ctx, true, "enable_bitmapscan", "enable_seqscan", "enable_sort"); err != nil {
		return nil, err
	}
	rows, err := s.Query(ctx, `SELECT d.doc, d.subject_id, d.kind, d.title, d.body FROM search_doc d
		WHERE d.doc < ? AND d.tokens @@ CAST(? AS tsquery)`+phrases+" ORDER BY d.doc DESC LIMIT ?", args...)
	if err != nil {
		return nil, err
	}
	found, err := collectFound(rows)
	if err != nil {
		return nil, err
	}
	return found, s.planWithout(ctx, false, "enable_bitmapscan", "enable_seqscan", "enable_sort")
}

func collectFound(rows *sql.Rows) (list []Found, err error) {
	defer rows.Close()
	for rows.Next() {
		var f Found
		if err := rows.Scan(&f.Doc, &f.SubjectID, &f.Kind, &f.Title, &f.Body); err != nil {
			return nil, err
		}
		list = append(list, f)
	}
	return list, rows.Err()
}
