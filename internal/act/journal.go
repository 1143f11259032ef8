package act

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"

	"huidan/internal/lang"
)

// Entry is a line as it stands in the journal.
type Entry struct {
	Seq                    int64 // global place given by the sealer; 0 when not sealed yet
	ID                     string
	Subject                Subject
	N                      int64 // place in the subject's chain, from 1
	Version                int64
	Act                    string
	Obligations            []string
	ActorID                string
	HappenedAt, RecordedAt int64 // ms UTC
	Say, ZH, EN            string
	Facts                  string // JSON
	PrevHash, Hash         string // hex SHA-256
}

// sum computes the hash of a line: SHA-256 over all its fields, each preceded
// by its length, the previous line's hash among them.
func (e *Entry) sum() string {
	h := sha256.New()
	put := func(s string) {
		var size [8]byte
		binary.BigEndian.PutUint64(size[:], uint64(len(s)))
		h.Write(size[:])
		h.Write([]byte(s))
	}
	number := func(n int64) {
		var b [8]byte
		binary.BigEndian.PutUint64(b[:], uint64(n))
		put(string(b[:]))
	}
	put("huidan journal line 1")
	put(e.ID)
	put(e.Subject.Kind)
	put(e.Subject.ID)
	number(e.N)
	number(e.Version)
	put(e.Act)
	put(strings.Join(e.Obligations, " "))
	put(e.ActorID)
	number(e.HappenedAt)
	number(e.RecordedAt)
	put(e.Say)
	put(e.ZH)
	put(e.EN)
	put(e.Facts)
	put(e.PrevHash)
	return hex.EncodeToString(h.Sum(nil))
}

type chainHead struct {
	n    int64
	hash string
}

// writeLines writes the announced lines at the ends of their subjects' chains.
func (tx *Tx) writeLines(ctx context.Context) error {
	heads := map[string]chainHead{}
	for _, said := range tx.said {
		head, err := tx.head(ctx, heads, said)
		if err != nil {
			return err
		}
		e, err := said.entry(head)
		if err != nil {
			return err
		}
		if err := tx.append(ctx, e); err != nil {
			return err
		}
		heads[e.Subject.ID] = chainHead{e.N, e.Hash}
	}
	return nil
}

func (tx *Tx) head(ctx context.Context, heads map[string]chainHead, said *Said) (chainHead, error) {
	head, known := heads[said.line.Subject.ID]
	if known || said.line.New {
		return head, nil
	}
	_, err := tx.s.One(ctx, []any{&head.n, &head.hash},
		"SELECT n, hash FROM journal WHERE subject_id = ? ORDER BY n DESC LIMIT 1", said.line.Subject.ID)
	return head, err
}

func (s *Said) entry(head chainHead) (*Entry, error) {
	l, tx := s.line, s.tx
	if l.Subject.ID == "" || l.Subject.Kind == "" {
		return nil, fmt.Errorf("act %s: a line about nothing", tx.act)
	}
	if !lang.Has(l.Say) {
		return nil, fmt.Errorf("act %s: no sentence %q in both languages", tx.act, l.Say)
	}
	facts, err := json.Marshal(l.Facts)
	if err != nil {
		return nil, err
	}
	happened := l.HappenedAt
	if happened.IsZero() {
		happened = tx.HappenedAt()
	}
	e := &Entry{
		ID: s.ID, Subject: l.Subject, N: head.n + 1, Version: l.Version,
		Act: string(tx.act), Obligations: l.Obligations, ActorID: tx.call.Actor.ID,
		HappenedAt: Millis(happened), RecordedAt: Millis(tx.now),
		Say: l.Say, ZH: lang.T(lang.ZH, l.Say, l.Facts), EN: lang.T(lang.EN, l.Say, l.Facts),
		Facts: string(facts), PrevHash: head.hash,
	}
	e.Hash = e.sum()
	return e, nil
}

const insertLine = `
	INSERT INTO journal (id, subject_kind, subject_id, n, subject_version, act, obligations, actor_id,
		happened_at, recorded_at, say, zh, en, facts, prev_hash, hash)
	VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

func (tx *Tx) append(ctx context.Context, e *Entry) error {
	_, err := tx.s.Exec(ctx, insertLine, e.ID, e.Subject.Kind, e.Subject.ID, e.N, e.Version, e.Act,
		strings.Join(e.Obligations, " "), e.ActorID, e.HappenedAt, e.RecordedAt, e.Say, e.ZH, e.EN, e.Facts, e.PrevHash, e.Hash)
	if err != nil {
		return err
	}
	_, err = tx.s.Exec(ctx, "INSERT INTO journal_queue (line_id) VALUES (?)", e.ID)
	return err
}
