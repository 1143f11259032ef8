package sqldb

import (
	"context"
	"database/sql"
	"fmt"
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

// PostgreSQL gathers all hits of its text index before it can sort them. So
// that a frequent word does not cost the more the larger the table is, each
// document has a token for the block of numbers it lies in, a fine and a
// coarse one, and a search asks for hits in the newest blocks first.
const (
	fineBlock   = 512
	coarseBlock = 16 * 1024
	fineMark    = "··f"
	coarseMark  = "··c"
)

func (s *Session) findPostgres(ctx context.Context, w Wanted, limit int, before int64) ([]Found, error) {
	var top int64
	var done string
	// No walk over the table or over its numbers, whatever the planner believes.
	if _, err := s.One(ctx, []any{&top, &done}, `SELECT COALESCE((SELECT MAX(doc) FROM search_doc), 0),
		set_config('enable_seqscan', 'off', true) || set_config('enable_indexscan', 'off', true)`); err != nil {
		return nil, err
	}
	top = min(top, before-1)
	query := expression(w, "'", " & ", " | ", "':*")
	args := []any{"", before}
	text := `SELECT d.doc, d.subject_id, d.kind, d.title, d.body FROM search_doc d
		WHERE d.tokens @@ CAST(? AS tsquery) AND d.doc + 0 < ?`
	for _, p := range w.Phrases {
		text += " AND strpos(d.body, ?) > 0"
		args = append(args, p)
	}
	text += " ORDER BY d.doc DESC LIMIT ?"
	args = append(args, limit)
	var found []Found
	for _, within := range []string{newest(fineMark, top/fineBlock), newest(coarseMark, top/coarseBlock), ""} {
		args[0] = query + within
		rows, err := s.Query(ctx, text, args...)
		if err != nil {
			return nil, err
		}
		if found, err = collectFound(rows); err != nil {
			return nil, err
		}
		if len(found) == limit {
			break
		}
	}
	_, err := s.One(ctx, []any{&done}, "SELECT set_config('enable_seqscan', 'on', true) || set_config('enable_indexscan', 'on', true)")
	return found, err
}

// newest narrows a query to a block and the one before it.
func newest(mark string, block int64) string {
	return fmt.Sprintf(" & ('%s%d' | '%s%d')", mark, block, mark, max(0, block-1))
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
