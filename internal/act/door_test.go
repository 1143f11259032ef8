package act_test

import (
	"context"
	"database/sql"
	"os"
	"strings"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib"
	_ "modernc.org/sqlite"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
	"huidan/internal/house/housetest"
)

// deed is an act of these tests: Body is its content, the functions what it does.
type deed struct {
	Body  string
	scope func(context.Context, *act.Tx) error
	run   func(context.Context, *act.Tx) (string, error)
}

func (deed) Action() access.Action { return "files.put" }

func (d deed) Scope(ctx context.Context, tx *act.Tx) (access.Scope, error) {
	if d.scope == nil {
		return access.Scope{}, nil
	}
	return access.Scope{}, d.scope(ctx, tx)
}

func (d deed) Run(ctx context.Context, tx *act.Tx) (string, error) { return d.run(ctx, tx) }

// sayOf announces a line about a subject.
func sayOf(tx *act.Tx, subject string, version int64) *act.Said {
	return tx.Say(act.Line{
		Subject: act.Subject{Kind: "thing", ID: subject}, Version: version, Obligations: []string{"1-a", "2.1-q"},
		Say: "fault.too_long", Facts: fault.Args{"max": version},
	})
}

// mark leaves a row of a name, a number and a count: what a refused act must
// not leave. Rows of act_lock have a name and a number, which serve as the
// record and its version here.
func mark(ctx context.Context, tx *act.Tx, name string) error {
	said := sayOf(tx, name, 1)
	if err := tx.Lock(ctx, said, name); err != nil {
		return err
	}
	if _, err := tx.Number(ctx, said, "N", 2026); err != nil {
		return err
	}
	return tx.Count(ctx, said, "marks", "all", 1)
}

// raw opens the database beside the door, for looking and for tampering.
func raw(t testing.TB, dsn string) *sql.DB {
	t.Helper()
	driver, name := "sqlite", "file:"+dsn+"?_pragma=busy_timeout(10000)"
	if strings.HasPrefix(dsn, "postgres") {
		driver, name = "pgx", dsn
	}
	db, err := sql.Open(driver, name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func number(t testing.TB, db *sql.DB, query string, args ...any) (n int64) {
	t.Helper()
	if err := db.QueryRow(query, args...).Scan(&n); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return n
}

// traces counts what acts leave, to find that a refused one leaves nothing.
func traces(t testing.TB, db *sql.DB) int64 {
	t.Helper()
	return number(t, db, `SELECT (SELECT COUNT(*) FROM journal) + (SELECT COUNT(*) FROM journal_queue) + (SELECT COUNT(*) FROM receipt)
		+ (SELECT COUNT(*) FROM act_lock) + (SELECT COUNT(*) FROM number_series) + (SELECT COUNT(*) FROM counter)`)
}

func wantKind(t testing.TB, err error, kind fault.Kind) *fault.Fault {
	t.Helper()
	f, ok := fault.As(err)
	if !ok || f.Kind != kind {
		t.Fatalf("want a refusal of kind %s, not %v", kind, err)
	}
	return f
}

func wantError(t testing.TB, err error, part string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), part) {
		t.Fatalf("want an error with %q, not %v", part, err)
	}
}

// verified fails the test when anything in the house is not as it was written.
func verified(t testing.TB, h *housetest.House) act.Report {
	t.Helper()
	report, err := act.Verify(context.Background(), h.DSN, "", nil)
	if err != nil {
		t.Fatalf("verify: %v", err)
	}
	if report.Broken != nil {
		t.Fatalf("verify: %v", report.Broken)
	}
	return report
}

// long says whether the long forms are asked for.
func long() bool { return os.Getenv("HUIDAN_SOAK") != "" }
