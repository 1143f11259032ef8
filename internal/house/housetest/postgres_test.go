package housetest

import (
	"bufio"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

func open(tb testing.TB, address string) *sql.DB {
	tb.Helper()
	db, err := sql.Open("pgx", address)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = db.Close() })
	return db
}

func exec1(tb testing.TB, db *sql.DB, text string) {
	tb.Helper()
	if _, err := db.Exec(text); err != nil {
		tb.Fatalf("%s: %v", text, err)
	}
}

func text1(tb testing.TB, db *sql.DB, query string) string {
	tb.Helper()
	var s string
	if err := db.QueryRow(query).Scan(&s); err != nil {
		tb.Fatalf("%s: %v", query, err)
	}
	return s
}

func TestPostgres(t *testing.T) {
	t.Run("a wrong password is refused", func(t *testing.T) {
		u, err := url.Parse(Postgres(t))
		if err != nil {
			t.Fatal(err)
		}
		u.User = url.UserPassword("huidan", "wrong")
		if err := open(t, u.String()).Ping(); err == nil {
			t.Fatal("anybody on this machine may enter the test database")
		}
	})
	t.Run("each test has an empty database of its own", func(t *testing.T) {
		t.Parallel()
		for range 2 {
			db := open(t, Postgres(t))
			exec1(t, db, "CREATE TABLE only_here (a TEXT)")
		}
	})
	t.Run("it is durable and sorts by code point", func(t *testing.T) {
		t.Parallel()
		db := open(t, Postgres(t))
		for setting, want := range map[string]string{"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on", "server_encoding": "UTF8"} {
			if got := text1(t, db, "SHOW "+setting); got != want {
				t.Errorf("%s = %s, want %s", setting, got, want)
			}
		}
		if got := text1(t, db, "SELECT datcollate FROM pg_database WHERE datname = current_database()"); got != "C.UTF-8" {
			t.Errorf("collation = %s, want C.UTF-8", got)
		}
	})
	t.Run("the database is gone after its test", func(t *testing.T) {
		var address string
		t.Run("inner", func(t *testing.T) {
			address = Postgres(t)
			db := open(t, address)
			exec1(t, db, "SELECT 1")
		})
		if err := open(t, address).Ping(); err == nil || !strings.Contains(err.Error(), "3D000") {
			t.Fatalf("ping of a dropped database: %v, want SQLSTATE 3D000", err)
		}
	})
}

func TestKillAndStart(t *testing.T) {
	p := Server(t)
	db := open(t, p.Database(t))
	exec1(t, db, "CREATE TABLE acknowledged (n INT)")
	exec1(t, db, "INSERT INTO acknowledged VALUES (1)")
	unfinished, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := unfinished.Exec("INSERT INTO acknowledged VALUES (2)"); err != nil {
		t.Fatal(err)
	}

	p.Kill(t)
	if err := unfinished.Commit(); err == nil {
		t.Fatal("a killed server acknowledged a commit")
	}
	if err := db.Ping(); err == nil {
		t.Fatal("a killed server answers")
	}

	p.Start(t)
	var n int
	if err := db.QueryRow("SELECT count(*) FROM acknowledged").Scan(&n); err != nil {
		t.Fatal(err)
	}
	if n != 1 {
		t.Fatalf("%d rows after the crash, want the one that was acknowledged", n)
	}
}

// TestNoOrphan kills a process that owns a PostgreSQL, and expects the server
// and its folder to be gone soon after.
func TestNoOrphan(t *testing.T) {
	if os.Getenv("HOUSETEST_CHILD") != "" {
		ownAndWait(t)
		return
	}
	child := exec.Command(os.Args[0], "-test.run=^TestNoOrphan$")
	child.Env = append(os.Environ(), "HOUSETEST_CHILD=1")
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	var dir string
	var pid int
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if n, _ := fmt.Sscanf(lines.Text(), "owned %d %s", &pid, &dir); n == 2 {
			break
		}
	}
	_ = child.Process.Kill()
	_ = child.Wait()
	if pid == 0 {
		t.Fatal("the child started no PostgreSQL")
	}
	deadline := time.Now().Add(20 * time.Second)
	for {
		_, folder := os.Stat(dir)
		process := syscall.Kill(pid, 0)
		if os.IsNotExist(folder) && errors.Is(process, syscall.ESRCH) {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("left behind: folder %s (%v), process %d (%v)", dir, folder, pid, process)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

func ownAndWait(t *testing.T) {
	p := Server(t)
	fmt.Printf("owned %d %s\n", p.pid, p.dir)
	time.Sleep(time.Minute) // the parent kills this process long before
}
