package act

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"huidan/internal/act/internal/sqldb"
	"huidan/internal/fault"
	"huidan/internal/lang"
)

// Report is what Verify found.
type Report struct {
	Lines, Sealed, Waiting, Seals, Checkpoints int64
	// Broken is the first thing that is not as it was written; nil when all holds.
	Broken *Break
}

// Break is a place where the journal, the seals or the checkpoints are not as
// they were written. Fields that do not apply are empty.
type Break struct {
	Line    string // ID
	Subject Subject
	N       int64
	Seq     int64
	Seal    int64
	// Why is a key of package lang with its Args.
	Why  string
	Args fault.Args
}

// Text says in words what is broken and where.
func (b *Break) Text(language lang.Language) string {
	args := fault.Args{"line": b.Line, "kind": b.Subject.Kind, "subject": b.Subject.ID, "n": b.N, "seq": b.Seq, "seal": b.Seal}
	for k, v := range b.Args {
		args[k] = v
	}
	return lang.T(language, b.Why, args)
}

func (b *Break) Error() string { return b.Text(lang.EN) }

// progressEvery is how many lines pass between two tellings of progress.
const progressEvery = 10_000

// Verify walks the whole journal from outside, with or without a running
// server: each line's hash, each subject's chain, the global order, each seal's
// root and the chain of seals, and the checkpoints in the file (none when the
// path is empty). It needs memory for a page of seals, however long the journal
// is. An error means that it could not look; what it found is in the report.
//
// Not to be seen from inside: lines taken away together with their place in the
// queue before they were sealed, and newest seals taken away whole when no
// checkpoints are at hand.
func Verify(ctx context.Context, dsn, checkpoints string, progress func(done, total int64)) (Report, error) {
	if !sqldb.IsPostgres(dsn) {
		if _, err := os.Stat(dsn); err != nil {
			return Report{}, err // opening would create it
		}
	}
	db, err := sqldb.Open(ctx, dsn)
	if err != nil {
		return Report{}, err
	}
	defer db.Close()
	v := &verifier{progress: progress}
	err = db.View(ctx, func(ctx context.Context, s *sqldb.Session) error {
		v.s = s
		return v.all(ctx, checkpoints)
	})
	var broken *Break
	if errors.As(err, &broken) {
		v.report.Broken = broken
		err = nil
	}
	return v.report, err
}

type verifier struct {
	s           *sqldb.Session
	report      Report
	total, done int64
	progress    func(done, total int64)
}

func (v *verifier) all(ctx context.Context, checkpoints string) error {
	for _, c := range []struct {
		table string
		to    *int64
	}{{"journal", &v.report.Lines}, {"sealed_line", &v.report.Sealed}, {"journal_queue", &v.report.Waiting}, {"seal", &v.report.Seals}} {
		if _, err := v.s.One(ctx, []any{c.to}, "SELECT COUNT(*) FROM "+c.table); err != nil {
			return err
		}
	}
	v.total = v.report.Lines + v.report.Sealed
	if err := v.lines(ctx); err != nil {
		return err
	}
	if err := v.seals(ctx); err != nil {
		return err
	}
	if checkpoints == "" {
		return nil
	}
	return v.checkpoints(ctx, checkpoints)
}

func (v *verifier) tick() {
	v.done++
	if v.progress != nil && (v.done%progressEvery == 0 || v.done == v.total) {
		v.progress(v.done, v.total)
	}
}

// lines walks every subject's chain, and matches each line with its place in
// the global order or in the queue.
func (v *verifier) lines(ctx context.Context) error {
	rows, err := v.s.Query(ctx, `
		SELECT j.id, j.subject_kind, j.subject_id, j.n, j.subject_version, j.act, j.obligations, j.actor_id,
			j.happened_at, j.recorded_at, j.say, j.zh, j.en, j.facts, j.prev_hash, j.hash,
			COALESCE(l.seq, 0), COALESCE(l.hash, ''), COALESCE(l.seal_no, 0), CASE WHEN q.line_id IS NULL THEN 0 ELSE 1 END
		FROM journal j
		LEFT JOIN sealed_line l ON l.line_id = j.id
		LEFT JOIN journal_queue q ON q.line_id = j.id
		ORDER BY j.subject_id, j.n`)
	if err != nil {
		return err
	}
	defer rows.Close()
	var before place
	var sealed, waiting int64
	for rows.Next() {
		at, err := scanPlace(rows)
		if err != nil {
			return err
		}
		if err := at.follows(&before); err != nil {
			return err
		}
		if at.waiting {
			waiting++
		} else {
			sealed++
		}
		before = *at
		v.tick()
	}
	if err := rows.Err(); err != nil {
		return err
	}
	return v.matched(ctx, sealed, waiting)
}

// place is a line with where it stands outside its chain.
type place struct {
	Entry
	sealedHash string
	seal       int64
	waiting    bool
}

func scanPlace(rows *sql.Rows) (*place, error) {
	var p place
	var obligations string
	var queued int64
	err := rows.Scan(&p.ID, &p.Subject.Kind, &p.Subject.ID, &p.N, &p.Version, &p.Act, &obligations, &p.ActorID,
		&p.HappenedAt, &p.RecordedAt, &p.Say, &p.ZH, &p.EN, &p.Facts, &p.PrevHash, &p.Hash,
		&p.Seq, &p.sealedHash, &p.seal, &queued)
	p.Obligations = strings.Split(obligations, " ") // exactly as it stands, spaces too
	p.waiting = queued == 1
	return &p, err
}

// follows judges a line by itself and by the line before it in the table's
// order of subject and place.
func (p *place) follows(before *place) error {
	n, hash, seq := int64(1), "", int64(0)
	same := before.ID != "" && before.Subject.ID == p.Subject.ID
	if same {
		n, hash, seq = before.N+1, before.Hash, before.Seq
	}
	switch {
	case p.N != n:
		return p.broken("verify.chain_gap", "expected", n)
	case p.sum() != p.Hash:
		return p.broken("verify.line_changed")
	case p.PrevHash != hash:
		return p.broken("verify.chain_link")
	case p.waiting && p.seal != 0:
		return p.broken("verify.line_twice")
	case !p.waiting && p.seal == 0:
		return p.broken("verify.line_unsealed")
	case !p.waiting && p.sealedHash != p.Hash:
		return p.broken("verify.line_resealed")
	case same && !p.waiting && (before.waiting || p.Seq <= seq):
		return p.broken("verify.line_order")
	}
	return nil
}

func (p *place) broken(why string, args ...any) *Break {
	b := &Break{Line: p.ID, Subject: p.Subject, N: p.N, Seq: p.Seq, Seal: p.seal, Why: why}
	if len(args) > 0 {
		b.Args = fault.Args{args[0].(string): args[1]}
	}
	return b
}

// matched looks for places of the global order and of the queue that hold no line.
func (v *verifier) matched(ctx context.Context, sealed, waiting int64) error {
	b := &Break{}
	if sealed != v.report.Sealed {
		found, err := v.s.One(ctx, []any{&b.Seq, &b.Line, &b.Seal}, `
			SELECT l.seq, l.line_id, l.seal_no FROM sealed_line l LEFT JOIN journal j ON j.id = l.line_id
			WHERE j.id IS NULL ORDER BY l.seq LIMIT 1`)
		if err != nil {
			return err
		}
		if found {
			b.Why = "verify.line_missing"
			return b
		}
	}
	if waiting != v.report.Waiting {
		found, err := v.s.One(ctx, []any{&b.Line}, `
			SELECT q.line_id FROM journal_queue q LEFT JOIN journal j ON j.id = q.line_id
			WHERE j.id IS NULL ORDER BY q.line_id LIMIT 1`)
		if err != nil {
			return err
		}
		if found {
			b.Why = "verify.waiting_missing"
			return b
		}
	}
	return nil
}

// seals walks the chain of seals and, under each, its run of lines.
func (v *verifier) seals(ctx context.Context) error {
	var before Seal
	for {
		page, err := sealsAfter(ctx, v.s, before.No)
		if err != nil {
			return err
		}
		if len(page) == 0 {
			break
		}
		chain := before
		for i := range page {
			if err := page[i].follows(&chain); err != nil {
				return err
			}
			chain = page[i]
		}
		if err := v.roots(ctx, page); err != nil {
			return err
		}
		before = chain
	}
	return v.stray(ctx, before)
}

// follows judges a seal by itself and by the seal before it.
func (s *Seal) follows(before *Seal) error {
	broken := func(why string) error { return &Break{Seal: s.No, Seq: s.First, Why: why} }
	switch {
	case s.No != before.No+1:
		return broken("verify.seal_gap")
	case s.sum() != s.Hash:
		return broken("verify.seal_changed")
	case s.Prev != before.Hash:
		return broken("verify.seal_link")
	case s.First != before.Last+1 || s.Last < s.First:
		return broken("verify.seal_range")
	}
	return nil
}

// roots compares the roots of a page of seals with the lines under them.
func (v *verifier) roots(ctx context.Context, page []Seal) error {
	rows, err := v.s.Query(ctx, `
		SELECT seq, line_id, hash, seal_no FROM sealed_line WHERE seq BETWEEN ? AND ? ORDER BY seq`,
		page[0].First, page[len(page)-1].Last)
	if err != nil {
		return err
	}
	defer rows.Close()
	var tree merkle
	for _, seal := range page {
		for seq := seal.First; seq <= seal.Last; seq++ {
			b := &Break{Seq: seq, Seal: seal.No}
			var at, no int64
			var hash string
			if !rows.Next() {
				if err := rows.Err(); err != nil {
					return err
				}
				b.Why = "verify.place_missing"
				return b
			}
			if err := rows.Scan(&at, &b.Line, &hash, &no); err != nil {
				return err
			}
			if at != seq {
				b.Line, b.Why = "", "verify.place_missing"
				return b
			}
			if no != seal.No || tree.add(hash) != nil {
				b.Why = "verify.place_changed"
				return b
			}
			v.tick()
		}
		if tree.root() != seal.Root {
			return &Break{Seal: seal.No, Seq: seal.First, Why: "verify.root"}
		}
	}
	return nil
}

// stray looks for places outside all seals.
func (v *verifier) stray(ctx context.Context, last Seal) error {
	b := &Break{Why: "verify.place_stray"}
	found, err := v.s.One(ctx, []any{&b.Seq, &b.Line, &b.Seal},
		"SELECT seq, line_id, seal_no FROM sealed_line WHERE seq > ? OR seq < 1 ORDER BY seq LIMIT 1", last.Last)
	if err == nil && !found {
		found, err = v.s.One(ctx, []any{&b.Seal}, "SELECT no FROM seal WHERE no < 1 ORDER BY no LIMIT 1")
		b.Why = "verify.seal_gap"
	}
	if err == nil && found {
		err = b
	}
	return err
}

// checkpoints compares the witness outside the database with the seals.
func (v *verifier) checkpoints(ctx context.Context, path string) error {
	var found error
	var before Seal
	err := readCheckpoints(path, func(no int, c Seal, err error) bool {
		found = v.checkpoint(ctx, no, c, err, before)
		before = c
		v.report.Checkpoints++
		return found == nil
	})
	if errors.Is(err, fs.ErrNotExist) && v.report.Seals > 0 {
		return &Break{Why: "verify.checkpoints_missing", Args: fault.Args{"file": path}}
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return found
}

func (v *verifier) checkpoint(ctx context.Context, no int, c Seal, bad error, before Seal) error {
	b := &Break{Seal: c.No, Seq: c.First, Args: fault.Args{"row": no}}
	if bad != nil || c.No != before.No+1 {
		b.Why = "verify.checkpoint_malformed"
		return b
	}
	var s Seal
	found, err := v.s.One(ctx, []any{&s.First, &s.Last, &s.Root, &s.Hash},
		"SELECT first_seq, last_seq, root, hash FROM seal WHERE no = ?", c.No)
	switch {
	case err != nil:
		return fmt.Errorf("checkpoint %d: %w", no, err)
	case !found:
		b.Why = "verify.checkpoint_unknown"
		return b
	case s.First != c.First || s.Last != c.Last || s.Root != c.Root || s.Hash != c.Hash:
		b.Why = "verify.checkpoint_differs"
		return b
	}
	return nil
}
