package housetest

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	mrand "math/rand/v2"
	"net"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver named "pgx"
)

const (
	startPatience = 60 * time.Second // a loaded machine may need this long to recover a log
	portFirst     = 20000            // below the range from which Linux draws outgoing ports,
	portLast      = 32000            // so a restart finds its own port still free
)

// PG is a real PostgreSQL which belongs to the test process: its own data
// folder, its own port on 127.0.0.1, fsync on. It ends, and its folder
// disappears, together with the process that started it, however that ends.
type PG struct {
	dir      string // holds data/, the log and the password file
	bin      string // folder of initdb and postgres
	port     int
	password string
	owner    *syscall.Credential // nil when the test does not run as root
	admin    *sql.DB
	keeper   io.Closer // closing it removes dir
	kept     *exec.Cmd

	mu    sync.Mutex
	pid   int
	ended chan struct{} // closed when the postmaster has been reaped

	databases atomic.Int64
}

var shared = sync.OnceValues(newPG)

// Postgres returns the address of a fresh, empty database on a PostgreSQL that
// all tests of this binary share. The database is dropped when the test ends.
// A machine without PostgreSQL fails the test: nothing is skipped silently.
func Postgres(tb testing.TB) string {
	tb.Helper()
	p, err := shared()
	if err != nil {
		tb.Fatal(err)
	}
	return p.Database(tb)
}

// Server starts a PostgreSQL for this test alone, which it may Kill and Start
// again. It is stopped when the test ends.
func Server(tb testing.TB) *PG {
	tb.Helper()
	p, err := newPG()
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(p.close)
	return p
}

// Database creates an empty database, valid until the test ends, and returns
// its address. The address stays the same over Kill and Start.
func (p *PG) Database(tb testing.TB) string {
	tb.Helper()
	name := fmt.Sprintf("t%d", p.databases.Add(1))
	if _, err := p.admin.Exec("CREATE DATABASE " + name + " TEMPLATE template0"); err != nil {
		tb.Fatalf("create database %s: %v", name, err)
	}
	tb.Cleanup(func() {
		if !p.running() {
			return // killed by its test: the folder goes as a whole
		}
		if _, err := p.admin.Exec("DROP DATABASE " + name + " WITH (FORCE)"); err != nil {
			tb.Errorf("drop database %s: %v", name, err)
		}
	})
	return p.address(name)
}

// Kill ends PostgreSQL as a crash would: the postmaster and every process
// below it receive SIGKILL, nothing is flushed or said.
func (p *PG) Kill(tb testing.TB) {
	tb.Helper()
	p.mu.Lock()
	pid, ended := p.pid, p.ended
	p.mu.Unlock()
	if !p.running() {
		tb.Fatal("kill: PostgreSQL does not run")
	}
	// The postmaster is halted first, so that it cannot start another child
	// between the listing and the killing.
	_ = syscall.Kill(pid, syscall.SIGSTOP)
	for _, child := range append(children(pid), pid) {
		_ = syscall.Kill(child, syscall.SIGKILL)
	}
	<-ended
}

// Start brings a killed PostgreSQL back on the same data, port and addresses,
// and returns when it has recovered its log and answers.
func (p *PG) Start(tb testing.TB) {
	tb.Helper()
	if p.running() {
		tb.Fatal("start: PostgreSQL runs already")
	}
	deadline := time.Now().Add(startPatience)
	for {
		// Processes of the killed server may hold its shared memory a moment longer.
		err := p.start()
		if err == nil {
			return
		}
		if time.Now().After(deadline) {
			tb.Fatal(err)
		}
		time.Sleep(50 * time.Millisecond)
	}
}

func newPG() (*PG, error) {
	bin, err := postgresFolder()
	if err != nil {
		return nil, err
	}
	p := &PG{bin: bin}
	if p.owner, err = unprivileged(); err != nil {
		return nil, err
	}
	if err := p.makeFolder(); err != nil {
		return nil, err
	}
	if err := p.initialise(); err != nil {
		p.close()
		return nil, err
	}
	for range 5 { // another process may take the port between choosing and binding it
		p.port = freePort()
		if err = p.start(); err == nil {
			break
		}
	}
	if err != nil {
		p.close()
		return nil, err
	}
	return p, nil
}

// postgresFolder finds initdb and postgres: the newest of Debian's folders, or
// whatever PATH offers.
func postgresFolder() (string, error) {
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	slices.SortFunc(found, func(a, b string) int { return debianVersion(b) - debianVersion(a) })
	if path, err := exec.LookPath("initdb"); err == nil {
		found = append(found, path)
	}
	for _, initdb := range found {
		folder := filepath.Dir(initdb)
		if _, err := os.Stat(filepath.Join(folder, "postgres")); err == nil {
			return folder, nil
		}
	}
	return "", errors.New("PostgreSQL is not installed (no initdb in PATH or /usr/lib/postgresql/*/bin): run `make tools-postgres`")
}

func debianVersion(initdb string) int {
	n, _ := strconv.Atoi(filepath.Base(filepath.Dir(filepath.Dir(initdb))))
	return n
}

// unprivileged names the user PostgreSQL runs as when the test is root, which
// PostgreSQL refuses to be.
func unprivileged() (*syscall.Credential, error) {
	if os.Getuid() != 0 {
		return nil, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, err1 := strconv.ParseUint(u.Uid, 10, 32)
		gid, err2 := strconv.ParseUint(u.Gid, 10, 32)
		if err1 == nil && err2 == nil {
			return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, nil
		}
	}
	return nil, errors.New("the tests run as root, and neither user postgres nor nobody exists to run PostgreSQL as")
}

// makeFolder creates the server's folder and the keeper that removes it.
//
// The keeper is a shell blocked on a pipe from this process. The pipe closes
// when this process exits, panics or is killed, so no way of dying leaves the
// folder behind; and a postmaster whose folder is gone ends by itself within a
// minute even where the kernel offers no parent-death signal.
func (p *PG) makeFolder() error {
	dir, err := os.MkdirTemp("", "huidan-postgres-")
	if err != nil {
		return err
	}
	p.dir = dir
	secret := make([]byte, 16)
	_, _ = rand.Read(secret)
	p.password = hex.EncodeToString(secret)
	if err := os.WriteFile(p.path("password"), []byte(p.password), 0o600); err != nil {
		return err
	}
	if p.owner != nil {
		for _, name := range []string{dir, p.path("password")} {
			if err := os.Chown(name, int(p.owner.Uid), int(p.owner.Gid)); err != nil {
				return err
			}
		}
	}
	p.kept = exec.Command("/bin/sh", "-c",
		`cat >/dev/null; n=0; until rm -rf "$0" 2>/dev/null || [ $n -ge 100 ]; do n=$((n+1)); sleep 0.1; done`, dir)
	p.kept.Dir = "/"
	p.kept.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // Ctrl-C is for the tests, not for the keeper
	pipe, err := p.kept.StdinPipe()
	if err != nil {
		return err
	}
	p.keeper = pipe
	return p.kept.Start()
}

func (p *PG) path(name string) string { return filepath.Join(p.dir, name) }

func (p *PG) command(program string, args ...string) *exec.Cmd {
	c := exec.Command(filepath.Join(p.bin, program), args...)
	c.Dir = p.dir
	// Nothing of the caller's PG… or LC_… variables may steer the server.
	c.Env = []string{"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"}
	c.SysProcAttr = &syscall.SysProcAttr{Credential: p.owner, Setpgid: true}
	return c
}

func (p *PG) initialise() error {
	out, err := p.command("initdb", "--pgdata", p.path("data"), "--username", "huidan",
		"--pwfile", p.path("password"), "--auth", "password", "--encoding", "UTF8",
		"--locale", "C.UTF-8", "--no-sync").CombinedOutput()
	if err != nil {
		return fmt.Errorf("initdb: %w\n%s", err, out)
	}
	return nil
}

// start runs the postmaster and waits until it answers.
func (p *PG) start() error {
	logfile, err := os.OpenFile(p.path("log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer logfile.Close()
	c := p.command("postgres", "-D", p.path("data"),
		"-c", "port="+strconv.Itoa(p.port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
		"-c", "fsync=on", "-c", "synchronous_commit=on", "-c", "full_page_writes=on",
		"-c", "max_connections=300", "-c", "shared_buffers=64MB", "-c", "log_min_messages=warning")
	c.Stdout, c.Stderr = logfile, logfile
	endWithParent(c.SysProcAttr)
	ended := make(chan struct{})
	if err := runToEnd(c, ended); err != nil {
		return fmt.Errorf("start postgres: %w", err)
	}
	p.mu.Lock()
	p.pid, p.ended = c.Process.Pid, ended
	p.mu.Unlock()
	return p.waitReady()
}

// waitReady asks until the server answers, has ended, or patience is over.
func (p *PG) waitReady() error {
	admin, err := sql.Open("pgx", p.address("postgres"))
	if err != nil {
		return err
	}
	admin.SetMaxOpenConns(4)
	if p.admin != nil {
		_ = p.admin.Close() // its connections, and perhaps its port, are from before
	}
	p.admin = admin
	deadline := time.Now().Add(startPatience)
	for time.Now().Before(deadline) {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		err = admin.PingContext(ctx)
		cancel()
		if !p.running() {
			// Asked after the ping: an answer from a stranger on this port is not ours.
			return fmt.Errorf("postgres ended while starting:\n%s", p.logTail())
		}
		if err == nil {
			return nil
		}
		time.Sleep(20 * time.Millisecond)
	}
	return fmt.Errorf("postgres did not answer in %s: %w\n%s", startPatience, err, p.logTail())
}

func (p *PG) running() bool {
	p.mu.Lock()
	ended := p.ended
	p.mu.Unlock()
	if ended == nil {
		return false
	}
	select {
	case <-ended:
		return false
	default:
		return true
	}
}

// close stops the server at once and removes its folder.
func (p *PG) close() {
	if p.admin != nil {
		_ = p.admin.Close()
	}
	if p.running() {
		_ = syscall.Kill(p.pid, syscall.SIGQUIT)
		<-p.ended
	}
	if p.keeper != nil {
		_ = p.keeper.Close()
		_ = p.kept.Wait()
	}
}

func (p *PG) address(database string) string {
	u := url.URL{
		Scheme:   "postgres",
		User:     url.UserPassword("huidan", p.password),
		Host:     net.JoinHostPort("127.0.0.1", strconv.Itoa(p.port)),
		Path:     "/" + database,
		RawQuery: "sslmode=disable",
	}
	return u.String()
}

func (p *PG) logTail() string {
	log, err := os.ReadFile(p.path("log"))
	if err != nil {
		return err.Error()
	}
	return string(log[max(0, len(log)-2000):])
}

func freePort() int {
	for {
		port := portFirst + mrand.IntN(portLast-portFirst)
		l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
		if err != nil {
			continue
		}
		_ = l.Close()
		return port
	}
}

// children lists the direct children of pid; PostgreSQL has no grandchildren.
func children(pid int) []int {
	var found []int
	stats, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, name := range stats {
		stat, err := os.ReadFile(name)
		if err != nil {
			continue // ended since the listing
		}
		// "pid (name) state ppid …"; the name may itself hold spaces and brackets.
		fields := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')')+1:]))
		if len(fields) < 2 || fields[1] != strconv.Itoa(pid) {
			continue
		}
		if child, err := strconv.Atoi(filepath.Base(filepath.Dir(name))); err == nil {
			found = append(found, child)
		}
	}
	return found
}
