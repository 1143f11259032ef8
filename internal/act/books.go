package act

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"huidan/internal/act/internal/sqldb"
)

// bookTables are the tables of bookkeeping: nothing in them is a fact about a
// matter, so their changes need no journal line. The list is closed.
var bookTables = []string{
	"session", "login_throttle", "lease", "cursor_at", "search_queue", "search_doc", "search_token",
	"import_job", "import_row", "saved_view", "access_log",
}

// Books is a running piece of bookkeeping on one table.
type Books struct {
	s     *sqldb.Session
	table string
}

// Book changes a table of bookkeeping (sessions, cursors, import previews …),
// durably. Facts about a matter go through Do.
func (d *Door) Book(ctx context.Context, table string, f func(context.Context, *Books) error) error {
	if !slices.Contains(bookTables, table) {
		return fmt.Errorf("%s is not a table of bookkeeping", table)
	}
	return d.db.Update(ctx, func(ctx context.Context, s *sqldb.Session) error {
		return f(ctx, &Books{s, table})
	})
}

// LookUp reads tables of bookkeeping.
func (d *Door) LookUp(ctx context.Context, f func(context.Context, *Books) error) error {
	return d.db.View(ctx, func(ctx context.Context, s *sqldb.Session) error { return f(ctx, &Books{s, ""}) })
}

// Exec changes rows of the table that was named.
func (b *Books) Exec(ctx context.Context, query string, args ...any) (int64, error) {
	if b.table == "" || !changesOnly(query, b.table) {
		return 0, fmt.Errorf("bookkeeping on %q may not run: %s", b.table, strings.Join(strings.Fields(query), " "))
	}
	return b.s.Exec(ctx, query, args...)
}

// Query reads.
func (b *Books) Query(ctx context.Context, query string, args ...any) (*Rows, error) {
	if err := readsOnly(query); err != nil {
		return nil, err
	}
	return b.s.Query(ctx, query, args...)
}

// One reads a single row.
func (b *Books) One(ctx context.Context, dest []any, query string, args ...any) (bool, error) {
	if err := readsOnly(query); err != nil {
		return false, err
	}
	return b.s.One(ctx, dest, query, args...)
}

// readsOnly refuses a text that is not one plain read, so that nothing is
// written through the door for reads (INSERT … RETURNING).
func readsOnly(query string) error {
	verb := strings.TrimLeft(query, " \t\r\n(")
	for _, allowed := range []string{"SELECT", "WITH"} {
		if len(verb) > len(allowed) && strings.EqualFold(verb[:len(allowed)], allowed) && !strings.Contains(query, ";") {
			return nil
		}
	}
	return fmt.Errorf("not a read: %s", strings.Join(strings.Fields(query), " "))
}

// changesOnly says whether the statement changes this table and no other.
func changesOnly(query, table string) bool {
	words := strings.Fields(query)
	if len(words) < 3 || strings.Contains(query, ";") {
		return false
	}
	target := words[1]
	if verb := strings.ToUpper(words[0]); verb == "INSERT" || verb == "DELETE" {
		target = words[2]
	} else if verb != "UPDATE" {
		return false
	}
	target, _, _ = strings.Cut(target, "(")
	return target == table
}
