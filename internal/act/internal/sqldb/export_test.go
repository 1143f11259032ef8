package sqldb

import (
	"context"
	"slices"
)

// StepNames lists the migrations of a dialect in order.
func StepNames(d Dialect) ([]string, error) {
	list, err := steps(d)
	names := make([]string, len(list))
	for i, m := range list {
		names[i] = m.name
	}
	return names, err
}

// MigrateSome applies the first n steps and no more, as a machine that dies
// between two steps.
func (db *DB) MigrateSome(ctx context.Context, n int) error {
	if err := db.engine.script(ctx, "CREATE TABLE IF NOT EXISTS schema_step (name TEXT PRIMARY KEY, applied_at BIGINT NOT NULL)",
		func(context.Context, *Session) error { return nil }); err != nil {
		return err
	}
	list, err := steps(db.Dialect)
	if err != nil {
		return err
	}
	for _, m := range list[:n] {
		if err := db.apply(ctx, m); err != nil {
			return err
		}
	}
	return nil
}

// Break puts a statement that fails at the end of a step and tries to apply it.
func (db *DB) Break(ctx context.Context, name string) error {
	list, err := steps(db.Dialect)
	if err != nil {
		return err
	}
	m := list[slices.IndexFunc(list, func(m migration) bool { return m.name == name })]
	m.text += "\nINSERT INTO no_such_table (x) VALUES (1);"
	return db.apply(ctx, m)
}
