package act_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
	"huidan/internal/house/housetest"
)

// sessionsOf puts sessions into the house: id, person, address, device.
func sessionsOf(t *testing.T, h *housetest.House, rows ...[4]string) {
	t.Helper()
	err := h.Door.Book(t.Context(), "session", func(ctx context.Context, b *act.Books) error {
		for _, r := range rows {
			if _, err := b.Exec(ctx, `INSERT INTO session (token_hash, id, person_id, created_at, seen_at, address, device)
				VALUES (?, ?, ?, 1, 1, ?, ?)`, "hash of "+r[0], r[0], r[1], r[2], r[3]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// seen runs a read of one text column as somebody.
func seen(h *housetest.House, who access.Actor, action access.Action, query string, args ...any) ([]string, error) {
	return act.See(context.Background(), h.Door, who, action, func(ctx context.Context, s *act.Sight) ([]string, error) {
		rows, err := s.Query(ctx, query, args...)
		return act.Collect(rows, err, func(r act.Scanner) (id string, err error) { return id, r.Scan(&id) })
	})
}

func TestSee(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		me, other := h.As(access.Receptionist), h.As(access.QualityManager)
		sessionsOf(t, h,
			[4]string{"s1", me.ID, "office", "desk"}, [4]string{"s2", me.ID, "home", "phone"},
			[4]string{"s3", other.ID, "office", "desk"}, [4]string{"s4", other.ID, "home", "phone"})

		t.Run("a list without {visible} is refused", func(t *testing.T) {
			_, err := seen(h, me, "me.see", "SELECT id FROM session")
			wantError(t, err, "without {visible}")
			_, err = act.See(t.Context(), h.Door, me, "me.see", func(ctx context.Context, s *act.Sight) (string, error) {
				var id string
				_, err := s.One(ctx, []any{&id}, "SELECT id FROM session")
				return id, err
			})
			wantError(t, err, "without {visible}")
		})
		t.Run("an action that is not in the table is refused", func(t *testing.T) {
			_, err := seen(h, me, "no.such", "SELECT c.id FROM session c WHERE {visible}")
			wantKind(t, err, fault.KindForbidden)
			_, err = seen(h, access.Actor{}, "me.see", "SELECT c.id FROM session c WHERE {visible}")
			wantKind(t, err, fault.KindUnauthenticated)
			_, err = seen(h, me, "journal.see", "SELECT c.id FROM session c WHERE {visible}")
			wantKind(t, err, fault.KindForbidden)
		})
		t.Run("details before the record was shown are refused", func(t *testing.T) {
			for _, found := range []bool{false, true} {
				_, err := act.See(t.Context(), h.Door, me, "me.see", func(ctx context.Context, s *act.Sight) (string, error) {
					id := map[bool]string{false: "s3", true: "s1"}[found]
					ok, err := s.One(ctx, []any{new(string)}, "SELECT c.id FROM session c WHERE c.id = ? AND {visible}", id)
					if err != nil || ok != found {
						t.Errorf("%s shown: %v, %v", id, ok, err)
					}
					var device string
					if _, err := s.DetailOne(ctx, []any{&device}, "SELECT device FROM session WHERE id = ?", id); err != nil {
						return "", err
					}
					rows, err := s.Detail(ctx, "SELECT device FROM session WHERE id = ?", id)
					if err == nil {
						rows.Close()
					}
					return device, err
				})
				if found != (err == nil) {
					t.Errorf("record shown %v, details: %v", found, err)
				}
			}
		})
		t.Run("only what is visible", func(t *testing.T) {
			got, err := seen(h, me, "me.see", "SELECT c.id FROM session c WHERE {visible} ORDER BY c.id")
			if err != nil || !slices.Equal(got, []string{"s1", "s2"}) {
				t.Errorf("%v, %v", got, err)
			}
			got, err = seen(h, h.As(access.Auditor), "journal.see", "SELECT c.id FROM session c WHERE {visible} ORDER BY c.id")
			if err != nil || len(got) != 4 {
				t.Errorf("anywhere: %v, %v", got, err)
			}
		})
		t.Run("several {visible} get their arguments in their places", func(t *testing.T) {
			got, err := seen(h, other, "me.see", `
				SELECT id FROM (
					SELECT c.id FROM session c WHERE c.address = ? AND {visible} AND c.device = ?
					UNION ALL SELECT c.id FROM session c WHERE {visible} AND c.address = ?
					UNION ALL SELECT c.id FROM session c WHERE c.device = ? AND c.address = ? AND {visible}
				) x WHERE id <> ? ORDER BY id`, "office", "desk", "home", "phone", "home", "s9")
			if err != nil || strings.Join(got, " ") != "s3 s4 s4" {
				t.Errorf("%v, %v", got, err)
			}
		})
		t.Run("a read cannot write", func(t *testing.T) {
			_, err := seen(h, me, "me.see", "UPDATE session AS c SET device = 'x' WHERE {visible} RETURNING c.id")
			if err == nil {
				t.Error("a session was changed through See")
			}
			if n := number(t, raw(t, h.DSN), "SELECT COUNT(*) FROM session WHERE device = 'x'"); n != 0 {
				t.Error("a session was changed through See")
			}
		})
		t.Run("one picture for all reads of a See", func(t *testing.T) {
			_, err := act.See(t.Context(), h.Door, me, "me.see", func(ctx context.Context, s *act.Sight) (int, error) {
				count := func() (n int) {
					if _, err := s.One(ctx, []any{&n}, "SELECT COUNT(*) FROM session c WHERE {visible}"); err != nil {
						t.Error(err)
					}
					return n
				}
				before := count()
				sessionsOf(t, h, [4]string{"s5", me.ID, "train", "phone"})
				if after := count(); after != before {
					t.Errorf("%d sessions, then %d", before, after)
				}
				return 0, nil
			})
			if err != nil {
				t.Error(err)
			}
		})
	})
}

func TestBook(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		db := raw(t, h.DSN)
		housetest.Do(h, h.As(access.Receptionist), markDeed("kept"))
		before := traces(t, db)
		t.Run("on a table of facts is refused", func(t *testing.T) {
			for _, table := range []string{"journal", "seal", "receipt", "counter", "act_lock", "number_series", "", "session; DROP TABLE journal"} {
				if err := h.Door.Book(t.Context(), table, func(context.Context, *act.Books) error { return nil }); err == nil {
					t.Errorf("%q may be kept as bookkeeping", table)
				}
			}
		})
		t.Run("on another table than the one named is refused", func(t *testing.T) {
			for _, query := range []string{
				"UPDATE act_lock SET n = 9",
				"INSERT INTO act_lock (name, n) VALUES ('x', 1)",
				"INSERT INTO act_lock(name, n) VALUES ('x', 1)",
				"DELETE FROM number_series",
				"delete from receipt",
				"UPDATE session SET device = 'x'; DELETE FROM number_series",
				"DROP TABLE session",
				"",
			} {
				err := h.Door.Book(t.Context(), "session", func(ctx context.Context, b *act.Books) error {
					_, err := b.Exec(ctx, query)
					return err
				})
				wantError(t, err, "may not run")
			}
			err := h.Door.Book(t.Context(), "session", func(ctx context.Context, b *act.Books) error {
				_, err := b.One(ctx, []any{new(int64)}, "UPDATE act_lock SET n = 9 RETURNING n")
				return err
			})
			wantError(t, err, "not a read")
		})
		t.Run("does not write in a look-up", func(t *testing.T) {
			err := h.Door.LookUp(t.Context(), func(ctx context.Context, b *act.Books) error {
				_, err := b.Exec(ctx, "DELETE FROM session")
				return err
			})
			wantError(t, err, "may not run")
		})
		t.Run("an error undoes it", func(t *testing.T) {
			failed := errors.New("failed")
			err := h.Door.Book(t.Context(), "cursor_at", func(ctx context.Context, b *act.Books) error {
				if _, err := b.Exec(ctx, "INSERT INTO cursor_at (name, seq) VALUES ('c', 1)"); err != nil {
					return err
				}
				return failed
			})
			if !errors.Is(err, failed) || number(t, db, "SELECT COUNT(*) FROM cursor_at") != 0 {
				t.Errorf("%v", err)
			}
		})
		if after := traces(t, db); after != before {
			t.Errorf("bookkeeping left %d rows of facts", after-before)
		}
	})
}
