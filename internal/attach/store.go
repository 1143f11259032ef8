package attach

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"

	"huidan/internal/fault"
)

// LargestFile is the largest file of a company that set no other limit, in bytes.
const LargestFile = 100 << 20

// Store is a folder of files named by their SHA-256.
type Store struct {
	dir     string
	largest int64 // bytes
}

// OpenStore opens the folder, making it when absent. A file beyond largest
// bytes is refused.
func OpenStore(dir string, largest int64) (*Store, error) {
	if err := os.MkdirAll(filepath.Join(dir, "new"), 0o750); err != nil {
		return nil, err
	}
	return &Store{dir, largest}, nil
}

// stored is a file that lies in the folder.
type stored struct {
	id   string
	size int64
}

// keep writes r to the folder durably: file synced, renamed to its hash,
// directory synced. A file beyond the limit, or one whose first bytes accept
// refuses, leaves nothing behind.
func (s *Store) keep(r io.Reader, accept func(head []byte) error) (stored, error) {
	f, err := os.CreateTemp(filepath.Join(s.dir, "new"), "upload-*")
	if err != nil {
		return stored{}, room(err)
	}
	defer os.Remove(f.Name()) // gone after the rename; otherwise nothing is left behind
	defer f.Close()
	sum, head := sha256.New(), &first{most: 3072}
	size, err := io.Copy(io.MultiWriter(f, sum, head), io.LimitReader(r, s.largest+1))
	if err != nil {
		return stored{}, room(err)
	}
	if size > s.largest {
		return stored{}, fault.New(fault.KindTooLarge, "attach.too_large", "max_mb", s.largest>>20)
	}
	if err := accept(head.bytes); err != nil {
		return stored{}, err
	}
	if err := f.Sync(); err != nil {
		return stored{}, room(err)
	}
	id := hex.EncodeToString(sum.Sum(nil))
	if err := s.place(f.Name(), id); err != nil {
		return stored{}, room(err)
	}
	return stored{id, size}, nil
}

func (s *Store) place(from, id string) error {
	folder := filepath.Join(s.dir, id[:2])
	if err := os.MkdirAll(folder, 0o750); err != nil {
		return err
	}
	if err := os.Rename(from, filepath.Join(folder, id)); err != nil {
		return err
	}
	if err := syncDir(folder); err != nil {
		return err
	}
	return syncDir(s.dir)
}

// Open opens a file by its ID.
func (s *Store) Open(id string) (*os.File, error) {
	if !validID(id) {
		return nil, fault.NotFound("fault.not_found")
	}
	f, err := os.Open(filepath.Join(s.dir, id[:2], id))
	if errors.Is(err, os.ErrNotExist) {
		return nil, fault.NotFound("fault.not_found")
	}
	return f, err
}

func validID(id string) bool {
	raw, err := hex.DecodeString(id)
	return err == nil && len(raw) == sha256.Size
}

func syncDir(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}

// first keeps the first bytes written to it.
type first struct {
	most  int
	bytes []byte
}

// Write implements io.Writer.
func (h *first) Write(p []byte) (int, error) {
	if n := h.most - len(h.bytes); n > 0 {
		h.bytes = append(h.bytes, p[:min(n, len(p))]...)
	}
	return len(p), nil
}
