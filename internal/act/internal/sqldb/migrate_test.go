package sqldb_test

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"huidan/internal/act/internal/sqldb"
	"huidan/internal/house/housetest"
)

// each runs a test on an empty database of each kind.
func each(t *testing.T, f func(t *testing.T, dsn string)) {
	t.Run("sqlite", func(t *testing.T) { f(t, filepath.Join(t.TempDir(), "huidan.db")) })
	t.Run("postgres", func(t *testing.T) { f(t, housetest.Postgres(t)) })
}

func open(t *testing.T, dsn string) *sqldb.DB {
	t.Helper()
	db, err := sqldb.Open(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func names(t *testing.T, db *sqldb.DB) []string {
	t.Helper()
	list, err := sqldb.StepNames(db.Dialect)
	if err != nil || len(list) < 2 {
		t.Fatalf("steps %v, %v", list, err)
	}
	return list
}

func TestMigrateGoesOnAfterAKill(t *testing.T) {
	each(t, func(t *testing.T, dsn string) {
		first := open(t, dsn)
		all := names(t, first)
		for done := range 2 {
			if err := first.MigrateSome(t.Context(), done); err != nil {
				t.Fatal(err)
			}
			if pending, err := first.Pending(t.Context()); err != nil || !slices.Equal(pending, all[done:]) {
				t.Fatalf("after %d steps %v are pending, %v", done, pending, err)
			}
		}
		t.Run("a step that fails leaves nothing", func(t *testing.T) {
			if err := first.Break(t.Context(), all[1]); err == nil {
				t.Fatal("a broken step was applied")
			}
			if pending, err := first.Pending(t.Context()); err != nil || !slices.Equal(pending, all[1:]) {
				t.Errorf("pending %v, %v", pending, err)
			}
		})
		first.Close()
		again := open(t, dsn)
		applied, err := again.Migrate(t.Context())
		if err != nil || !slices.Equal(applied, all[1:]) {
			t.Errorf("applied %v, %v", applied, err)
		}
		if applied, err := again.Migrate(t.Context()); err != nil || len(applied) != 0 {
			t.Errorf("applied again %v, %v", applied, err)
		}
	})
}

func TestMigrateRefusesANewerDatabase(t *testing.T) {
	each(t, func(t *testing.T, dsn string) {
		db := open(t, dsn)
		if _, err := db.Migrate(t.Context()); err != nil {
			t.Fatal(err)
		}
		if err := db.Update(t.Context(), func(ctx context.Context, s *sqldb.Session) error {
			_, err := s.Exec(ctx, "INSERT INTO schema_step (name, applied_at) VALUES ('9999_future', 1)")
			return err
		}); err != nil {
			t.Fatal(err)
		}
		if _, err := db.Migrate(t.Context()); err == nil || !strings.Contains(err.Error(), "9999_future") {
			t.Errorf("%v", err)
		}
	})
}

func TestReplicasMigrateAtOnce(t *testing.T) {
	dsn := housetest.Postgres(t)
	var all sync.WaitGroup
	var mu sync.Mutex
	var applied []string
	for range 4 {
		db := open(t, dsn)
		all.Go(func() {
			list, err := db.Migrate(t.Context())
			if err != nil {
				t.Error(err)
			}
			mu.Lock()
			applied = append(applied, list...)
			mu.Unlock()
		})
	}
	all.Wait()
	db := open(t, dsn)
	if pending, err := db.Pending(t.Context()); err != nil || len(pending) != 0 {
		t.Errorf("pending %v, %v", pending, err)
	}
	for _, name := range names(t, db) {
		if !slices.Contains(applied, name) {
			t.Errorf("nobody applied %s", name)
		}
	}
}
