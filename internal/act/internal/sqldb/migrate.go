package sqldb

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"sort"
	"strings"
)

// migrationLock lets one replica migrate while the others wait.
const migrationLock = "SELECT pg_advisory_xact_lock(7201602);\n"

//go:embed migrations/*.sql
var migrations embed.FS

// migration is one forward step of the schema.
type migration struct {
	name string // "0001_spine"
	text string
}

// steps lists the migrations of a dialect in order: NAME.sql for both, or
// NAME.sqlite.sql and NAME.postgres.sql where they must differ.
func steps(d Dialect) ([]migration, error) {
	entries, err := fs.ReadDir(migrations, "migrations")
	if err != nil {
		return nil, err
	}
	var list []migration
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), ".sql")
		base, only, split := strings.Cut(name, ".")
		if split && Dialect(only) != d {
			continue
		}
		raw, err := migrations.ReadFile("migrations/" + e.Name())
		if err != nil {
			return nil, err
		}
		list = append(list, migration{base, string(raw)})
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].name < list[j].name })
	return list, nil
}

// Migrate brings the schema to the newest step, each step in a transaction of
// its own, so that a machine that dies between two steps goes on at the second.
// A schema newer than this program is refused.
func (db *DB) Migrate(ctx context.Context) (applied []string, err error) {
	lock := ""
	if db.Dialect == Postgres {
		lock = migrationLock
	}
	err = db.engine.script(ctx, lock+`CREATE TABLE IF NOT EXISTS schema_step (
		name TEXT PRIMARY KEY, applied_at BIGINT NOT NULL)`, func(context.Context, *Session) error { return nil })
	if err != nil {
		return nil, err
	}
	list, err := steps(db.Dialect)
	if err != nil {
		return nil, err
	}
	done, err := db.applied(ctx)
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	for _, m := range list {
		known[m.name] = true
	}
	for name := range done {
		if !known[name] {
			return nil, fmt.Errorf("the database has step %s, which this program does not know: it is older than the database", name)
		}
	}
	for _, m := range list {
		if done[m.name] {
			continue
		}
		if err := db.apply(ctx, m); err != nil {
			return applied, fmt.Errorf("%s: %w", m.name, err)
		}
		applied = append(applied, m.name)
	}
	return applied, nil
}

// Pending lists the steps not yet applied.
func (db *DB) Pending(ctx context.Context) ([]string, error) {
	list, err := steps(db.Dialect)
	if err != nil {
		return nil, err
	}
	done, err := db.applied(ctx)
	if err != nil {
		return nil, err
	}
	var pending []string
	for _, m := range list {
		if !done[m.name] {
			pending = append(pending, m.name)
		}
	}
	return pending, nil
}

func (db *DB) apply(ctx context.Context, m migration) error {
	text := m.text
	if db.Dialect == Postgres {
		// Several replicas may start at once: one migrates, the others wait here
		// and find the step done.
		text = migrationLock
		err := db.engine.script(ctx, text, func(ctx context.Context, s *Session) error {
			var n int64
			if _, err := s.One(ctx, []any{&n}, "SELECT COUNT(*) FROM schema_step WHERE name = ?", m.name); err != nil || n > 0 {
				return err
			}
			if _, err := s.run.(*pgTx).tx.ExecContext(ctx, m.text); err != nil {
				return err
			}
			return record(ctx, s, m.name)
		})
		return err
	}
	return db.engine.script(ctx, text, func(ctx context.Context, s *Session) error { return record(ctx, s, m.name) })
}

func record(ctx context.Context, s *Session, name string) error {
	_, err := s.Exec(ctx, "INSERT INTO schema_step (name, applied_at) VALUES (?, ?)", name, nowMillis())
	return err
}

func (db *DB) applied(ctx context.Context) (map[string]bool, error) {
	done := map[string]bool{}
	err := db.View(ctx, func(ctx context.Context, s *Session) error {
		rows, err := s.Query(ctx, "SELECT name FROM schema_step")
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var name string
			if err := rows.Scan(&name); err != nil {
				return err
			}
			done[name] = true
		}
		return rows.Err()
	})
	return done, err
}
