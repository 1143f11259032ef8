package act

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math/bits"
	"strings"

	"huidan/internal/act/internal/sqldb"
)

// sealMost bounds the lines of one seal: sealing runs in the writer, and acts
// wait for it.
const sealMost = 500

// Seal is one link of the global chain: the Merkle root over the hashes of a
// gapless run of lines, bound to the seal before.
type Seal struct {
	No, First, Last int64
	Root, Prev      string // hex SHA-256
	Hash            string
	At              int64 // ms UTC
}

// sum computes the hash of a seal over all its fields.
func (s *Seal) sum() string {
	h := sha256.New()
	h.Write([]byte("huidan seal 1"))
	for _, n := range []int64{s.No, s.First, s.Last, s.At} {
		var b [8]byte
		binary.BigEndian.PutUint64(b[:], uint64(n))
		h.Write(b[:])
	}
	for _, text := range []string{s.Root, s.Prev} {
		var b [8]byte
		binary.BigEndian.PutUint64(b[:], uint64(len(text)))
		h.Write(b[:])
		h.Write([]byte(text))
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Seal gives the waiting lines their places in the global order and closes
// them with one seal; n is the number of lines, 0 when none waits. It may run
// in several replicas: they take turns.
func (d *Door) Seal(ctx context.Context) (n int, err error) {
	waiting, err := d.anyIn(ctx, "SELECT 1 FROM journal_queue LIMIT 1")
	if err != nil || !waiting {
		return 0, err
	}
	err = d.db.Update(ctx, func(ctx context.Context, s *sqldb.Session) (err error) {
		if err := d.takeTurn(ctx, s, "seal"); err != nil {
			return err
		}
		n, err = d.sealBatch(ctx, s)
		return err
	})
	if err != nil {
		return 0, err
	}
	if n > 0 {
		d.sealed.ring()
	}
	return n, nil
}

func (d *Door) sealBatch(ctx context.Context, s *sqldb.Session) (int, error) {
	lines, err := nextLines(ctx, s)
	if err != nil || len(lines) == 0 {
		return 0, err
	}
	var seal Seal
	_, err = s.One(ctx, []any{&seal.No, &seal.Last, &seal.Prev}, "SELECT no, last_seq, hash FROM seal ORDER BY no DESC LIMIT 1")
	if err != nil {
		return 0, err
	}
	seal.No++
	seal.First = seal.Last + 1
	seal.Last += int64(len(lines))
	seal.At = Millis(d.Now())
	var tree merkle
	rows := make([]any, 0, 4*len(lines))
	ids := make([]any, 0, len(lines))
	for i, l := range lines {
		if err := tree.add(l.hash); err != nil {
			return 0, fmt.Errorf("line %s: %w", l.id, err)
		}
		rows = append(rows, seal.First+int64(i), l.id, l.hash, seal.No)
		ids = append(ids, l.id)
	}
	seal.Root = tree.root()
	seal.Hash = seal.sum()
	if err := inChunks(ctx, s, "INSERT INTO sealed_line (seq, line_id, hash, seal_no) VALUES %s", "(?,?,?,?)", rows, 4); err != nil {
		return 0, err
	}
	if err := inChunks(ctx, s, "DELETE FROM journal_queue WHERE line_id IN (%s)", "?", ids, 1); err != nil {
		return 0, err
	}
	_, err = s.Exec(ctx, "INSERT INTO seal (no, first_seq, last_seq, root, prev_hash, hash, sealed_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
		seal.No, seal.First, seal.Last, seal.Root, seal.Prev, seal.Hash, seal.At)
	return len(lines), err
}

// inChunks runs a change of many rows in statements of few sizes, so that they
// stay prepared; every row must be touched.
func inChunks(ctx context.Context, s *sqldb.Session, text, row string, args []any, each int) error {
	for _, size := range []int{100, 10, 1} {
		for len(args) >= size*each {
			n, err := s.Exec(ctx, fmt.Sprintf(text, strings.TrimSuffix(strings.Repeat(row+",", size), ",")), args[:size*each]...)
			if err != nil {
				return err
			}
			if n != int64(size) {
				return fmt.Errorf("%d of %d rows touched by %s", n, size, text)
			}
			args = args[size*each:]
		}
	}
	return nil
}

// waitingLine is a line to be sealed.
type waitingLine struct {
	id, subject string
	n           int64
	hash        string
}

func scanWaiting(r Scanner) (l waitingLine, err error) {
	return l, r.Scan(&l.id, &l.subject, &l.n, &l.hash)
}

// nextLines takes the oldest waiting lines by ID, with the waiting lines that
// come before them in their subjects' chains: the clocks of two replicas, which
// make the IDs, may differ.
func nextLines(ctx context.Context, s *sqldb.Session) ([]waitingLine, error) {
	if err := s.ByIndex(ctx, true); err != nil {
		return nil, err
	}
	rows, err := s.Query(ctx, `
		WITH RECURSIVE q AS MATERIALIZED (SELECT line_id FROM journal_queue ORDER BY line_id LIMIT ?),
		b (id, subject_id, n, hash) AS (
			SELECT j.id, j.subject_id, j.n, j.hash FROM q JOIN journal j ON j.id = q.line_id
			UNION
			SELECT p.id, p.subject_id, p.n, p.hash FROM b
			JOIN journal p ON p.subject_id = b.subject_id AND p.n = b.n - 1
			JOIN journal_queue w ON w.line_id = p.id)
		SELECT id, subject_id, n, hash FROM b ORDER BY id`, sealMost)
	lines, err := Collect(rows, err, scanWaiting)
	if err != nil {
		return nil, err
	}
	if err := s.ByIndex(ctx, false); err != nil {
		return nil, err
	}
	return chainOrder(lines), nil
}

// chainOrder leaves each subject the places its lines have and puts the lines
// on them in the order of the chain.
func chainOrder(lines []waitingLine) []waitingLine {
	places := map[string][]int{}
	for i, l := range lines {
		of := append(places[l.subject], i)
		for k := len(of) - 1; k > 0 && lines[of[k]].n < lines[of[k-1]].n; k-- {
			lines[of[k]], lines[of[k-1]] = lines[of[k-1]], lines[of[k]]
		}
		places[l.subject] = of
	}
	return lines
}

// anyIn says whether a read finds a row.
func (d *Door) anyIn(ctx context.Context, query string, args ...any) (found bool, err error) {
	err = d.db.View(ctx, func(ctx context.Context, s *sqldb.Session) (err error) {
		var one int64
		found, err = s.One(ctx, []any{&one}, query, args...)
		return err
	})
	return found, err
}

// sealStep is one step of the background duty: all that waits.
func (d *Door) sealStep(ctx context.Context, checkpoints string) error {
	pause(ctx, nil, gather)
	n, all := sealMost, 0
	for n >= sealMost && ctx.Err() == nil {
		var err error
		if n, err = d.Seal(ctx); err != nil {
			return err
		}
		all += n
		pause(ctx, nil, breathe)
	}
	if checkpoints == "" {
		return nil
	}
	written, err := d.Checkpoint(ctx, checkpoints)
	if all == 0 && written > 0 {
		d.sealed.ring() // another replica sealed
	}
	return err
}

// merkle builds the root of RFC 6962, section 2.1, over leaves as they come,
// with memory of the logarithm of their number.
type merkle struct {
	n     uint64
	roots [][sha256.Size]byte // complete subtrees, the largest first
}

// add adds a leaf: the hash of a line, in hex.
func (m *merkle) add(hash string) error {
	leaf := [1 + sha256.Size]byte{0: 0}
	if len(hash) != 2*sha256.Size {
		return fmt.Errorf("%q is not a hash", hash)
	}
	if _, err := hex.Decode(leaf[1:], []byte(hash)); err != nil {
		return fmt.Errorf("%q is not a hash", hash)
	}
	m.roots = append(m.roots, sha256.Sum256(leaf[:]))
	m.n++
	for range bits.TrailingZeros64(m.n) {
		m.fold()
	}
	return nil
}

// fold puts the two smallest subtrees under one node.
func (m *merkle) fold() {
	k := len(m.roots)
	node := [1 + 2*sha256.Size]byte{0: 1}
	copy(node[1:], m.roots[k-2][:])
	copy(node[1+sha256.Size:], m.roots[k-1][:])
	m.roots = append(m.roots[:k-2], sha256.Sum256(node[:]))
}

// root gives the root in hex and empties the tree.
func (m *merkle) root() string {
	if m.n == 0 {
		empty := sha256.Sum256(nil)
		return hex.EncodeToString(empty[:])
	}
	for len(m.roots) > 1 {
		m.fold()
	}
	root := m.roots[0]
	*m = merkle{roots: m.roots[:0]}
	return hex.EncodeToString(root[:])
}
