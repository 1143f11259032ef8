package server

import (
	"context"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"time"

	"huidan/internal/act"
	"huidan/internal/fault"
	"huidan/internal/route"
)

// Readiness is the answer of /readyz.
type Readiness struct {
	Status   string   `json:"status" enum:"ready,degraded,not_ready" doc:"degraded: reading goes on, saving does not, or room is short"`
	Database bool     `json:"database" doc:"the records can be read"`
	Schema   bool     `json:"schema" doc:"the schema is the one this version needs"`
	Pending  []string `json:"pending" doc:"schema steps not yet applied"`
	Writes   bool     `json:"writes" doc:"something was written a moment ago"`
	Disk     *Disk    `json:"disk,omitempty"`
}

// Disk tells of the room where the data lies.
type Disk struct {
	FreeBytes int64 `json:"free_bytes"`
	Low       bool  `json:"low" doc:"less room than a quiet week needs"`
	Ballast   bool  `json:"ballast" doc:"the file to delete when the disk is full is there"`
}

const (
	ready    = "ready"
	degraded = "degraded"
	notReady = "not_ready"
)

// lowDisk is the free room in bytes under which /readyz warns.
const lowDisk = 1 << 30

// health keeps the last answer for a moment, so that asking often costs little.
type health struct {
	mu   sync.Mutex
	at   time.Time
	last Readiness
}

// healthFor is how long an answer holds.
const healthFor = 2 * time.Second

// healthWait is how long the records may take to answer.
const healthWait = 3 * time.Second

func (s *Server) readyz(c *route.Ctx) error {
	answer := s.readiness(c.R.Context())
	status := http.StatusOK
	if answer.Status == notReady {
		status = http.StatusServiceUnavailable
	}
	return route.WriteJSON(c.W, c.R, status, answer)
}

func (s *Server) readiness(ctx context.Context) Readiness {
	s.health.mu.Lock()
	defer s.health.mu.Unlock()
	if !s.health.at.IsZero() && time.Since(s.health.at) < healthFor {
		return s.health.last
	}
	ctx, done := context.WithTimeout(context.WithoutCancel(ctx), healthWait)
	defer done()
	s.health.last, s.health.at = s.examine(ctx), time.Now()
	return s.health.last
}

func (s *Server) examine(ctx context.Context) Readiness {
	r := Readiness{Status: ready, Pending: []string{}, Disk: diskOf(s.o.DataDir)}
	var one int64
	err := s.o.Door.LookUp(ctx, func(ctx context.Context, b *act.Books) error {
		_, err := b.One(ctx, []any{&one}, "SELECT 1")
		return err
	})
	r.Database = err == nil
	if r.Database {
		pending, err := s.o.Door.Pending(ctx)
		r.Schema = err == nil && len(pending) == 0
		r.Pending = append(r.Pending, pending...)
	}
	writeErr := errors.New("not tried")
	if r.Schema {
		writeErr = s.tryWrite(ctx)
	}
	r.Writes = writeErr == nil && s.o.Door.Figures().Healthy
	full := errors.Is(writeErr, &fault.Fault{Kind: fault.KindStorageFull})
	switch {
	case !r.Database || !r.Schema || !r.Writes && !full:
		r.Status = notReady
	case full || r.Disk != nil && (r.Disk.Low || !r.Disk.Ballast):
		r.Status = degraded
	}
	return r
}

// tryWrite writes a row of bookkeeping, durably.
func (s *Server) tryWrite(ctx context.Context) error {
	return s.o.Door.Book(ctx, "lease", func(ctx context.Context, b *act.Books) error {
		_, err := b.Exec(ctx, `INSERT INTO lease (name, holder, until) VALUES ('readiness', 'server', ?)
			ON CONFLICT (name) DO UPDATE SET until = excluded.until`, act.Millis(s.o.Door.Now()))
		return err
	})
}

// The ballast is a file that only takes room. On a full disk an administrator
// deletes it and has room to work; the next start puts it back.
const (
	ballastName  = "ballast"
	ballastBytes = 64 << 20
	// ballastNeeds is the free room under which no ballast is laid down.
	ballastNeeds = 4 * ballastBytes
)

// LayBallast puts the ballast file into the data folder where it is missing and
// there is room for it.
func LayBallast(folder string) error {
	file := filepath.Join(folder, ballastName)
	if _, err := os.Stat(file); err == nil {
		return nil
	}
	if d := diskOf(folder); d == nil || d.FreeBytes < ballastNeeds {
		return nil
	}
	f, err := os.CreateTemp(folder, ballastName+"-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	defer f.Close()
	block := make([]byte, 1<<20)
	for i := range block {
		block[i] = byte(i * 7) // not zeros: a file system may keep those without room
	}
	for range ballastBytes / len(block) {
		if _, err := f.Write(block); err != nil {
			return err
		}
	}
	if err := f.Sync(); err != nil {
		return err
	}
	return os.Rename(f.Name(), file)
}

func diskOf(folder string) *Disk {
	if folder == "" {
		return nil
	}
	free, ok := freeBytes(folder)
	if !ok {
		return nil
	}
	_, err := os.Stat(filepath.Join(folder, ballastName))
	return &Disk{FreeBytes: free, Low: free < lowDisk, Ballast: err == nil}
}
