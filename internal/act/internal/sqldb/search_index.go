package sqldb

import (
	"context"
	"fmt"
	"strings"
)

// Document is a record's entry of the search index.
type Document struct {
	SubjectID, Kind, Title string
	Body                   string // folded text, title first
	Tokens                 []string
}

var enterPostgres = fmt.Sprintf(`
	WITH place AS (SELECT COALESCE((SELECT doc FROM search_doc WHERE subject_id = ?), nextval('search_doc_no')) AS doc)
	INSERT INTO search_doc (doc, subject_id, kind, title, body, tokens)
	SELECT doc, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT),
		array_to_tsvector(array_cat(CAST(? AS TEXT[]), ARRAY['%s' || doc / %d, '%s' || doc / %d])) FROM place
	ON CONFLICT (subject_id) DO UPDATE SET kind = excluded.kind, title = excluded.title,
		body = excluded.body, tokens = excluded.tokens`, fineMark, fineBlock, coarseMark, coarseBlock)

// Enter puts a document into the index or replaces what the index has of the
// record; the record keeps its place in the order.
func (s *Session) Enter(ctx context.Context, d *Document) error {
	if s.Dialect == Postgres {
		_, err := s.Exec(ctx, enterPostgres, d.SubjectID, d.SubjectID, d.Kind, d.Title, d.Body, d.Tokens)
		return err
	}
	old, err := s.placeOf(ctx, d.SubjectID)
	if err != nil {
		return err
	}
	if old != 0 {
		if _, err := s.Exec(ctx, "DELETE FROM search_token WHERE rowid = ?", old); err != nil {
			return err
		}
	}
	var doc int64
	if _, err := s.One(ctx, []any{&doc}, `
		INSERT INTO search_doc (subject_id, kind, title, body) VALUES (?, ?, ?, ?)
		ON CONFLICT (subject_id) DO UPDATE SET kind = excluded.kind, title = excluded.title, body = excluded.body
		RETURNING doc`, d.SubjectID, d.Kind, d.Title, d.Body); err != nil {
		return err
	}
	_, err = s.Exec(ctx, "INSERT INTO search_token (rowid, tokens) VALUES (?, ?)", doc, strings.Join(d.Tokens, " "))
	return err
}

// Forget takes a record out of the index.
func (s *Session) Forget(ctx context.Context, subjectID string) error {
	if s.Dialect == SQLite {
		doc, err := s.placeOf(ctx, subjectID)
		if err != nil || doc == 0 {
			return err
		}
		if _, err := s.Exec(ctx, "DELETE FROM search_token WHERE rowid = ?", doc); err != nil {
			return err
		}
	}
	_, err := s.Exec(ctx, "DELETE FROM search_doc WHERE subject_id = ?", subjectID)
	return err
}

func (s *Session) placeOf(ctx context.Context, subjectID string) (doc int64, err error) {
	_, err = s.One(ctx, []any{&doc}, "SELECT doc FROM search_doc WHERE subject_id = ?", subjectID)
	return doc, err
}

// MergeIndex does a step of putting the index's segments together, of about so
// many pages, and says whether there is more to do. Without it each commit of
// an indexer would now and then pay for a large merge. PostgreSQL does its own.
func (s *Session) MergeIndex(ctx context.Context, pages int) (more bool, err error) {
	if s.Dialect == Postgres {
		return false, nil
	}
	var before, after int64
	if _, err := s.One(ctx, []any{&before}, "SELECT total_changes()"); err != nil {
		return false, err
	}
	if _, err := s.Exec(ctx, "INSERT INTO search_token (search_token, rank) VALUES ('merge', ?)", pages); err != nil {
		return false, err
	}
	if _, err := s.One(ctx, []any{&after}, "SELECT total_changes()"); err != nil {
		return false, err
	}
	return after-before >= 2, nil // SQLite's own sign that something was merged
}
