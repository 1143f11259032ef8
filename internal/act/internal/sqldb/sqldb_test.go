package sqldb_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"huidan/internal/act/internal/sqldb"
	"huidan/internal/fault"
)

func TestUpdate(t *testing.T) {
	each(t, func(t *testing.T, dsn string) {
		db := open(t, dsn)
		if _, err := db.Migrate(t.Context()); err != nil {
			t.Fatal(err)
		}
		put := func(ctx context.Context, name string, then error) error {
			return db.Update(ctx, func(ctx context.Context, s *sqldb.Session) error {
				if _, err := s.Exec(ctx, "INSERT INTO act_lock (name, n) VALUES (?, 1)", name); err != nil {
					return err
				}
				return then
			})
		}
		count := func() (n int) {
			if err := db.View(t.Context(), func(ctx context.Context, s *sqldb.Session) error {
				_, err := s.One(ctx, []any{&n}, "SELECT COUNT(*) FROM act_lock")
				return err
			}); err != nil {
				t.Fatal(err)
			}
			return n
		}
		t.Run("whose caller has gone does nothing", func(t *testing.T) {
			gone, leave := context.WithCancel(t.Context())
			leave()
			if err := put(gone, "gone", nil); !errors.Is(err, context.Canceled) || count() != 0 {
				t.Errorf("%v, %d rows", err, count())
			}
		})
		t.Run("that fails leaves the others of its batch", func(t *testing.T) {
			failed := errors.New("failed")
			var all sync.WaitGroup
			for i := range 64 {
				all.Go(func() {
					var then error
					if i%2 == 0 {
						then = failed
					}
					if err := put(t.Context(), fmt.Sprint("row", i), then); !errors.Is(err, then) {
						t.Error(err)
					}
				})
			}
			all.Wait()
			if n := count(); n != 32 {
				t.Errorf("%d rows, not 32", n)
			}
		})
		t.Run("in a read is refused", func(t *testing.T) {
			err := db.View(t.Context(), func(ctx context.Context, s *sqldb.Session) error {
				_, err := s.Exec(ctx, "DELETE FROM act_lock")
				return err
			})
			if err == nil || count() != 32 {
				t.Errorf("%v, %d rows", err, count())
			}
		})
		t.Run("after the end is answered", func(t *testing.T) {
			db.Close()
			err := put(t.Context(), "late", nil)
			if f, ok := fault.As(err); !ok || f.Kind != fault.KindBusy {
				if err == nil || db.Dialect == sqldb.SQLite {
					t.Errorf("%v", err)
				}
			}
		})
	})
}
