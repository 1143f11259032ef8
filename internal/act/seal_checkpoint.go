package act

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"huidan/internal/act/internal/sqldb"
)

// sealPage is how many seals are read at a time.
const sealPage = 500

// Checkpoint appends the seals that the file lacks to it and makes them
// durable; n is their number. The file stands outside the database, so that
// somebody who cuts the newest lines off, or writes the whole chain anew,
// has a witness against him. One line a seal: no, first and last seq, root, hash.
func (d *Door) Checkpoint(ctx context.Context, path string) (n int, err error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o640)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	last, err := lastCheckpoint(f)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", path, err)
	}
	if err := d.agrees(ctx, last); err != nil {
		return 0, fmt.Errorf("%s: %w", path, err)
	}
	for {
		seals, err := d.sealsAfter(ctx, last.No)
		if err != nil || len(seals) == 0 {
			return n, err
		}
		var text strings.Builder
		for _, s := range seals {
			fmt.Fprintf(&text, "%d %d %d %s %s\n", s.No, s.First, s.Last, s.Root, s.Hash)
		}
		if _, err := f.WriteString(text.String()); err != nil {
			return n, err
		}
		if err := f.Sync(); err != nil {
			return n, err
		}
		if last.No == 0 {
			if err := syncFolder(filepath.Dir(path)); err != nil {
				return n, err
			}
		}
		last = seals[len(seals)-1]
		n += len(seals)
	}
}

// agrees refuses to write behind a seal that the database does not have.
func (d *Door) agrees(ctx context.Context, last Seal) error {
	if last.No == 0 {
		return nil
	}
	known, err := d.anyIn(ctx, "SELECT 1 FROM seal WHERE no = ? AND hash = ?", last.No, last.Hash)
	if err == nil && !known {
		err = fmt.Errorf("seal %d stands here and not in the database: sealed lines were lost or changed", last.No)
	}
	return err
}

func (d *Door) sealsAfter(ctx context.Context, no int64) (seals []Seal, err error) {
	err = d.db.View(ctx, func(ctx context.Context, s *sqldb.Session) (err error) {
		seals, err = sealsAfter(ctx, s, no)
		return err
	})
	return seals, err
}

func sealsAfter(ctx context.Context, s *sqldb.Session, no int64) ([]Seal, error) {
	rows, err := s.Query(ctx, `
		SELECT no, first_seq, last_seq, root, prev_hash, hash, sealed_at FROM seal
		WHERE no > ? ORDER BY no LIMIT ?`, no, sealPage)
	return Collect(rows, err, func(r Scanner) (x Seal, err error) {
		return x, r.Scan(&x.No, &x.First, &x.Last, &x.Root, &x.Prev, &x.Hash, &x.At)
	})
}

// lastCheckpoint reads the last whole line and cuts off a torn one behind it,
// which a crash can leave: its seal is written again.
func lastCheckpoint(f *os.File) (Seal, error) {
	end, err := f.Seek(0, io.SeekEnd)
	if err != nil || end == 0 {
		return Seal{}, err
	}
	from := max(0, end-4096)
	tail := make([]byte, end-from)
	if _, err := f.ReadAt(tail, from); err != nil {
		return Seal{}, err
	}
	text := string(tail)
	whole := strings.LastIndexByte(text, '\n') + 1
	if whole < len(text) {
		if err := f.Truncate(from + int64(whole)); err != nil {
			return Seal{}, err
		}
	}
	if whole == 0 {
		return Seal{}, nil
	}
	start := strings.LastIndexByte(text[:whole-1], '\n') + 1
	return parseCheckpoint(text[start : whole-1])
}

var errCheckpoint = errors.New("not a line of checkpoints")

func parseCheckpoint(line string) (s Seal, err error) {
	fields := strings.Split(line, " ")
	if len(fields) != 5 {
		return s, errCheckpoint
	}
	for i, to := range []*int64{&s.No, &s.First, &s.Last} {
		if *to, err = strconv.ParseInt(fields[i], 10, 64); err != nil {
			return s, errCheckpoint
		}
	}
	s.Root, s.Hash = fields[3], fields[4]
	return s, nil
}

// readCheckpoints gives each whole line of the file in turn.
func readCheckpoints(path string, each func(no int, s Seal, err error) bool) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	r := bufio.NewReader(f)
	for no := 1; ; no++ {
		line, err := r.ReadString('\n')
		if err == io.EOF {
			return nil // a torn last line is no checkpoint
		}
		if err != nil {
			return err
		}
		s, err := parseCheckpoint(strings.TrimSuffix(line, "\n"))
		if !each(no, s, err) {
			return nil
		}
	}
}

func syncFolder(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}
