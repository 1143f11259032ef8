package act

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"huidan/internal/act/internal/sqldb"
)

const (
	// indexBatch is how many records one commit of the indexer takes: acts wait
	// for it.
	indexBatch = 50
	// mergePages is about how many pages of the index one merging step writes,
	// mergeSteps how many steps follow a batch at most.
	mergePages = 24
	mergeSteps = 8
	// queueSeen is how many of the newest waiting texts a search looks through.
	queueSeen = 200
	// findMost bounds the hits of one answer.
	findMost = 500
)

// Hit is a record that a search found. Body is its folded text; Doc is where
// the next page begins.
type Hit struct {
	SubjectID, Kind, Title, Body string
	Doc                          int64
}

// Find gives up to limit records of these kinds (all when none is named) that
// have everything that was typed, the newest first, beginning below the Doc of
// the last hit of the page before (0 at first). Texts that wait for the index
// are found too. It does not ask whether the actor may see a record: load what
// is shown through {visible}.
func (s *Sight) Find(ctx context.Context, kinds []string, query string, limit int, before int64) ([]Hit, error) {
	w := searchFor(query)
	if len(w.Terms) == 0 || limit <= 0 {
		return []Hit{}, nil
	}
	for _, k := range kinds {
		w.Kinds = append(w.Kinds, kindToken(k))
	}
	limit = min(limit, findMost)
	hits, waiting, err := s.findWaiting(ctx, w, kinds, limit)
	if err != nil {
		return nil, err
	}
	first := before == 0
	if first {
		before = math.MaxInt64
	} else {
		hits = hits[:0] // they stood on the first page
	}
	found, err := s.s.Find(ctx, w, limit-len(hits)+len(waiting), before)
	if err != nil {
		return nil, err
	}
	for _, f := range found {
		if !waiting[f.SubjectID] && len(hits) < limit {
			hits = append(hits, Hit{f.SubjectID, f.Kind, f.Title, f.Body, f.Doc})
		}
	}
	return hits, nil
}

// findWaiting looks through the newest texts that wait for the index, so that
// a record is found as soon as it was saved. waiting names all it looked at:
// what the index has of them is out of date.
func (s *Sight) findWaiting(ctx context.Context, w sqldb.Wanted, kinds []string, limit int) (hits []Hit, waiting map[string]bool, err error) {
	rows, err := s.s.Query(ctx, `SELECT subject_id, kind, title, body FROM search_queue
		ORDER BY queued_at DESC, subject_id DESC LIMIT ?`, queueSeen)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	hits, waiting = []Hit{}, map[string]bool{}
	for rows.Next() {
		h := Hit{Doc: math.MaxInt64}
		var body string
		if err := rows.Scan(&h.SubjectID, &h.Kind, &h.Title, &body); err != nil {
			return nil, nil, err
		}
		waiting[h.SubjectID] = true
		h.Body = foldedText(h.Title, body)
		if len(hits) < limit && ofKind(kinds, h.Kind) && meets(w, h.Body) {
			hits = append(hits, h)
		}
	}
	return hits, waiting, rows.Err()
}

func ofKind(kinds []string, kind string) bool {
	for _, k := range kinds {
		if k == kind {
			return true
		}
	}
	return len(kinds) == 0
}

// foldedText is what of a record is searched.
func foldedText(title, body string) string {
	return cut(Fold(title)+"\n"+Fold(body), textLongest)
}

// kindToken is the token by which a search is narrowed to a kind of record.
func kindToken(kind string) string {
	return kindMark + strings.Map(func(r rune) rune {
		if classOf(r) == apart {
			return -1
		}
		return r
	}, strings.ToLower(kind))
}

func documentOf(id, kind, title, body string) *sqldb.Document {
	folded := foldedText(title, body)
	return &sqldb.Document{
		SubjectID: id, Kind: kind, Title: title, Body: folded,
		Tokens: append(tokensOf(folded), kindToken(kind)),
	}
}

// IndexRound puts some waiting texts into the search index; n is their number,
// 0 when none waits. It may run in several replicas: they take turns.
func (d *Door) IndexRound(ctx context.Context) (n int, err error) {
	ready, err := d.prepareDocuments(ctx)
	if err != nil || len(ready) == 0 {
		return 0, err
	}
	err = d.db.Update(ctx, func(ctx context.Context, s *sqldb.Session) (err error) {
		if err := d.takeTurn(ctx, s, "index"); err != nil {
			return err
		}
		n, err = indexBatchOf(ctx, s, ready)
		return err
	})
	return n, err
}

// queued is a waiting text.
type queued struct {
	id, kind, title, body string
	at                    int64
}

// prepareDocuments makes the tokens of the oldest waiting texts before the
// writer is taken.
func (d *Door) prepareDocuments(ctx context.Context) (ready map[queued]*sqldb.Document, err error) {
	err = d.db.View(ctx, func(ctx context.Context, s *sqldb.Session) error {
		rows, err := s.Query(ctx, `SELECT subject_id, kind, title, body, queued_at FROM search_queue
			ORDER BY queued_at, subject_id LIMIT ?`, indexBatch)
		list, err := Collect(rows, err, scanQueued)
		if err != nil {
			return err
		}
		ready = make(map[queued]*sqldb.Document, len(list))
		for _, q := range list {
			ready[q] = documentOf(q.id, q.kind, q.title, q.body)
		}
		return nil
	})
	return ready, err
}

func scanQueued(r Scanner) (q queued, err error) {
	return q, r.Scan(&q.id, &q.kind, &q.title, &q.body, &q.at)
}

// indexBatchOf moves the oldest waiting texts into the index. A text that was
// replaced since its tokens were made is taken as it stands now.
func indexBatchOf(ctx context.Context, s *sqldb.Session, ready map[queued]*sqldb.Document) (int, error) {
	rows, err := s.Query(ctx, `DELETE FROM search_queue WHERE subject_id IN
		(SELECT subject_id FROM search_queue ORDER BY queued_at, subject_id LIMIT ?)
		RETURNING subject_id, kind, title, body, queued_at`, indexBatch)
	list, err := Collect(rows, err, scanQueued)
	if err != nil {
		return 0, err
	}
	slices.SortFunc(list, func(a, b queued) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.id, b.id)) })
	for _, q := range list {
		if q.title == "" && q.body == "" {
			if err := s.Forget(ctx, q.id); err != nil {
				return 0, err
			}
			continue
		}
		doc := ready[q]
		if doc == nil {
			doc = documentOf(q.id, q.kind, q.title, q.body)
		}
		if err := s.Enter(ctx, doc); err != nil {
			return 0, err
		}
	}
	return len(list), nil
}

// MergeIndex does a step of keeping the search index compact, and says whether
// there is more to do.
func (d *Door) MergeIndex(ctx context.Context) (more bool, err error) {
	if d.db.Dialect == sqldb.Postgres {
		return false, nil // its autovacuum does it
	}
	err = d.db.Update(ctx, func(ctx context.Context, s *sqldb.Session) (err error) {
		more, err = s.MergeIndex(ctx, mergePages)
		return err
	})
	return more, err
}

// indexStep is one step of the background duty: all that waits.
func (d *Door) indexStep(ctx context.Context) error {
	pause(ctx, nil, gather)
	for ctx.Err() == nil {
		n, err := d.IndexRound(ctx)
		if err != nil {
			return err
		}
		for more, k := n > 0, 0; more && k < mergeSteps; k++ {
			pause(ctx, nil, breathe)
			if more, err = d.MergeIndex(ctx); err != nil {
				return err
			}
		}
		if n < indexBatch {
			return nil
		}
	}
	return nil
}
