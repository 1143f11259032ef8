package house_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"huidan/internal/act"
	"huidan/internal/complaint"
	"huidan/internal/house/housetest"
)

// soak says whether the long forms run.
var soak = os.Getenv("HUIDAN_SOAK") != ""

// long gives the size of a test in its short and its long form.
func long(short, long int) int {
	if soak {
		return long
	}
	return short
}

// program is the real one, built once for all tests of this package.
var program = sync.OnceValues(func() (string, error) {
	folder, err := os.MkdirTemp("", "huidan-program-")
	if err != nil {
		return "", err
	}
	built = folder
	file := filepath.Join(folder, "huidan")
	build := exec.Command("go", "build", "-o", file, "huidan/cmd/huidan")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	out, err := build.CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	return file, nil
})

// built is the folder to remove in the end.
var built string

func TestMain(m *testing.M) {
	code := m.Run()
	if built != "" {
		os.RemoveAll(built)
	}
	os.Exit(code)
}

// readyWithin is how long a server may take from its start to its first answer,
// recovery included, on a loaded machine.
const readyWithin = 60 * time.Second

// replica is a running server of its own process.
type replica struct {
	t         testing.TB
	data      string
	dsn       string
	url       string
	process   *exec.Cmd // nil when it does not run
	ended     <-chan struct{}
	log       bytes.Buffer
	slowest   time.Duration // from start to ready
	restarted int
}

// startReplica starts a server on the data folder; an empty dsn means SQLite.
func startReplica(t testing.TB, data, dsn string) *replica {
	t.Helper()
	r := &replica{t: t, data: data, dsn: dsn, url: "http://" + freeAddress(t)}
	r.start()
	t.Cleanup(func() {
		if r.process != nil {
			r.kill()
		}
	})
	return r
}

// freeAddress is below the ports that outgoing connections take, so that a
// restarted server finds it free.
func freeAddress(t testing.TB) string {
	for range 100 {
		ln, err := net.Listen("tcp", "127.0.0.1:"+strconv.Itoa(12000+rand.IntN(8000)))
		if err == nil {
			defer ln.Close()
			return ln.Addr().String()
		}
	}
	t.Fatal("no free port")
	return ""
}

func (r *replica) start() {
	file, err := program()
	if err != nil {
		r.t.Fatal(err)
	}
	args := []string{"serve", "--data", r.data, "--listen", r.url[len("http://"):], "--rate-limit", "0", "--log-level", "warn"}
	if r.dsn != "" {
		args = append(args, "--database", r.dsn)
	}
	r.process = exec.Command(file, args...)
	r.process.Stdout, r.process.Stderr = &r.log, &r.log
	began := time.Now()
	if r.ended, err = housetest.Run(r.process); err != nil {
		r.process = nil
		r.t.Fatal(err)
	}
	for !r.ready() {
		if time.Since(began) > readyWithin {
			r.kill()
			r.t.Fatalf("not ready after %s:\n%s", readyWithin, r.log.Bytes())
		}
		time.Sleep(5 * time.Millisecond)
	}
	r.slowest = max(r.slowest, time.Since(began))
}

func (r *replica) ready() bool {
	answer, err := http.Get(r.url + "/readyz")
	if err != nil {
		return false
	}
	answer.Body.Close()
	return answer.StatusCode == http.StatusOK
}

// kill ends the server as a crash would.
func (r *replica) kill() {
	_ = r.process.Process.Kill()
	<-r.ended
	r.process = nil
}

func (r *replica) restart() {
	r.kill()
	r.restarted++
	r.start()
}

// stop asks the server to end.
func (r *replica) stop() {
	r.t.Helper()
	_ = r.process.Process.Signal(os.Interrupt)
	<-r.ended
	if !r.process.ProcessState.Success() {
		r.t.Errorf("stopped with %v:\n%s", r.process.ProcessState, r.log.Bytes())
	}
	r.process = nil
}

// acknowledged is an act whose success a client has seen.
type acknowledged struct {
	key, action string
	complaint.Answer
}

// crowd are clients who work while servers die: each sends one act after the
// other, the same one with the same key until it is acknowledged.
type crowd struct {
	t        testing.TB
	desk     *desk
	urls     []string
	stop     atomic.Bool
	acks     atomic.Int64
	tries    atomic.Int64
	internal atomic.Int64 // answers that blamed the program
	mu       sync.Mutex
	seen     []acknowledged
	running  sync.WaitGroup
}

func (c *crowd) work(clients int) {
	for n := range clients {
		c.running.Go(func() {
			for !c.stop.Load() {
				c.matter(n)
			}
		})
	}
}

// matter is one complaint from its call to some talks about it.
func (c *crowd) matter(n int) {
	const base = "/api/v1/complaints"
	a, ok := c.insist(n, "register", base, call())
	if !ok {
		return
	}
	class, reason := "non_quality", "delivery"
	if rand.IntN(2) == 0 {
		class, reason = "quality", "defect_alleged"
	}
	steps := []struct {
		verb string
		body map[string]any
	}{
		{"classify", map[string]any{"class": class, "reason_code": reason}},
		{"plan", map[string]any{"text": "先电话指导复位"}},
		{"log-contact", map[string]any{"kind": "acknowledgement", "channel": "phone", "said": "已受理"}},
		{"log-contact", map[string]any{"kind": "contact", "channel": "phone", "said": "约定时间"}},
	}
	for _, s := range steps {
		s.body["version"] = a.Version
		if a, ok = c.insist(n, s.verb, base+"/"+a.ID+"/"+s.verb, s.body); !ok {
			return
		}
	}
}

// insist sends an act until it is acknowledged, over whichever server answers.
func (c *crowd) insist(n int, action, path string, body any) (a complaint.Answer, ok bool) {
	key := "crash-" + act.NewID()
	for try := 0; ; try++ {
		c.tries.Add(1)
		r, err := c.desk.at(c.urls[(n+try)%len(c.urls)]).ask("POST", path, key, body)
		switch {
		case err == nil && r.status < 300:
			if err := json.Unmarshal(r.body, &a); err != nil {
				c.t.Errorf("%s: %v in %s", action, err, r.body)
				return a, false
			}
			c.mu.Lock()
			c.seen = append(c.seen, acknowledged{key, action, a})
			c.mu.Unlock()
			c.acks.Add(1)
			return a, true
		case err == nil && r.status < 500:
			c.t.Errorf("%s: %d %s", action, r.status, r.body)
			return a, false
		case err == nil && r.status != http.StatusServiceUnavailable:
			c.internal.Add(1)
			c.t.Logf("%s: %d %s", action, r.status, short(r.body))
		}
		time.Sleep(time.Duration(5+rand.IntN(20)) * time.Millisecond)
	}
}

// more waits until some more acts were acknowledged.
func (c *crowd) more(n int64) {
	c.t.Helper()
	want, began := c.acks.Load()+n, time.Now()
	for c.acks.Load() < want {
		if time.Since(began) > readyWithin {
			c.t.Fatalf("nothing was acknowledged any more after %d acts", c.acks.Load())
		}
		time.Sleep(time.Millisecond)
	}
	time.Sleep(time.Duration(rand.IntN(20)) * time.Millisecond)
}

// end lets everybody finish what he has begun.
func (c *crowd) end() {
	c.stop.Store(true)
	c.running.Wait()
}

// lost names the acknowledged acts that are not in the records exactly once
// as they were acknowledged.
func lost(t testing.TB, door *act.Door, actorID string, seen []acknowledged) (missing []string) {
	t.Helper()
	kept := map[string]complaint.Answer{}
	err := door.LookUp(context.Background(), func(ctx context.Context, b *act.Books) error {
		rows, err := b.Query(ctx, "SELECT r.key, r.answer FROM receipt r WHERE r.actor_id = ?", actorID)
		_, err = act.Collect(rows, err, func(r act.Scanner) (key string, err error) {
			var raw string
			if err := r.Scan(&key, &raw); err != nil {
				return key, err
			}
			var a complaint.Answer
			err = json.Unmarshal([]byte(raw), &a)
			kept[key] = a
			return key, err
		})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	lines := map[string]int{}
	for _, at := range texts(t, door, `SELECT c.id || ' ' || c.number || ' ' || CAST(j.subject_version AS TEXT)
		FROM journal j JOIN complaint c ON c.id = j.subject_id WHERE j.act LIKE 'complaint.%'`) {
		lines[at]++
	}
	numbers := map[string]string{}
	for _, a := range seen {
		place := fmt.Sprintf("%s %s %d", a.ID, a.Number, a.Version)
		switch {
		case kept[a.key] != a.Answer:
			missing = append(missing, fmt.Sprintf("%s %s: receipt %+v", a.action, place, kept[a.key]))
		case lines[place] != 1:
			missing = append(missing, fmt.Sprintf("%s %s: %d lines", a.action, place, lines[place]))
		case a.action == "register" && numbers[a.Number] != "":
			missing = append(missing, fmt.Sprintf("%s was acknowledged twice: %s and %s", a.Number, numbers[a.Number], a.ID))
		}
		if a.action == "register" {
			numbers[a.Number] = a.ID
		}
	}
	return missing
}

// judge compares what was acknowledged with what is in the records.
func (c *crowd) judge(dsn, actorID string, checkpoints ...string) {
	t := c.t
	t.Helper()
	door, err := act.Open(context.Background(), act.Options{DSN: dsn, NoMigrate: true})
	if err != nil {
		t.Fatal(err)
	}
	defer door.Close()
	for _, l := range lost(t, door, actorID, c.seen) {
		t.Error("acknowledged and lost: ", l)
	}
	registered := int64(0)
	for _, a := range c.seen {
		if a.action == "register" {
			registered++
		}
	}
	if n := number(t, door, "SELECT COUNT(*) FROM complaint"); n != registered {
		t.Errorf("%d complaints for %d acknowledged registrations: something was done twice or for nobody", n, registered)
	}
	if n := number(t, door, "SELECT COUNT(*) FROM receipt WHERE actor_id = ?", actorID); n != int64(len(c.seen)) {
		t.Errorf("%d receipts for %d acknowledged acts", n, len(c.seen))
	}
	isWhole(t, door)
	for _, file := range checkpoints {
		report := holds(t, dsn, file)
		if report.Lines < int64(len(c.seen)) {
			t.Errorf("%d lines in the journal for %d acts", report.Lines, len(c.seen))
		}
	}
	c.canFail(door, actorID)
	if n := c.internal.Load(); n > 0 {
		t.Errorf("%d answers blamed the program (500) where 503 and a retry were due", n)
	}
}

// canFail makes sure that a lost act would be seen.
func (c *crowd) canFail(door *act.Door, actorID string) {
	c.t.Helper()
	forged := slices.Clone(c.seen)[:1]
	forged[0].Version += 1000
	if len(lost(c.t, door, actorID, forged)) != 1 {
		c.t.Error("a receipt of another version is not seen")
	}
	forged[0] = c.seen[0]
	forged[0].key = "crash-" + act.NewID()
	if len(lost(c.t, door, actorID, forged)) != 1 {
		c.t.Error("an acknowledged act without a receipt is not seen")
	}
}

// openCompany opens the company over HTTP and gives its administrator's desk,
// who also is sales manager and may take complaints in.
func openCompany(t testing.TB, url string) (*desk, string) {
	t.Helper()
	d := visit(t, url)
	first := map[string]string{"company_name": "示例机电", "home_province": "32", "admin_name": "管理员", "login": "admin", "password": secret}
	d.send("POST", "/api/v1/first-run", "", first).want(t, 200, "")
	departments := into[struct{ Items []struct{ ID, Kind string } }](t, d.get("/api/v1/departments"))
	sales := ""
	for _, one := range departments.Items {
		if one.Kind == "sales" {
			sales = one.ID
		}
	}
	made := into[struct{ ID string }](t, d.post("/api/v1/people", map[string]any{
		"login": "desk", "name": "接待", "department_id": sales, "roles": []string{"receptionist", "sales_manager"}, "password": secret,
	}))
	d = visit(t, url)
	d.signIn("desk")
	return d, made.ID
}

func (c *crowd) tell(replicas ...*replica) {
	slowest, restarts := time.Duration(0), 0
	for _, r := range replicas {
		slowest, restarts = max(slowest, r.slowest), restarts+r.restarted
	}
	c.t.Logf("%d servers killed under load, %d acts acknowledged in %d tries, ready again within %s",
		restarts, c.acks.Load(), c.tries.Load(), slowest.Round(time.Millisecond))
}

func checkpointsOf(data string) string { return filepath.Join(data, "checkpoints.txt") }

// Nothing acknowledged is lost, nothing is done twice and nothing by halves,
// when the server dies again and again under load.
func TestKilledServerOnSQLite(t *testing.T) {
	r := startReplica(t, t.TempDir(), "")
	d, actorID := openCompany(t, r.url)
	c := &crowd{t: t, desk: d, urls: []string{r.url}}
	c.work(8)
	for range long(8, 40) {
		c.more(25)
		r.restart()
	}
	c.more(25)
	c.end()
	c.tell(r)
	page := c.seen[len(c.seen)-1]
	d.get("/api/v1/complaints/"+page.ID).want(t, 200, "")
	r.stop()
	dsn := filepath.Join(r.data, "huidan.db")
	c.judge(dsn, actorID, checkpointsOf(r.data))
	verifyByProgram(t, r.data, "")
}

// The same with two servers on one PostgreSQL, killed in turn, and with the
// database itself killed.
func TestKilledServersOnPostgres(t *testing.T) {
	pg := housetest.Server(t)
	dsn := pg.Database(t)
	one := startReplica(t, t.TempDir(), dsn)
	two := startReplica(t, t.TempDir(), dsn)
	d, actorID := openCompany(t, one.url)
	c := &crowd{t: t, desk: d, urls: []string{one.url, two.url}}
	c.work(8)
	for i := range long(8, 40) {
		c.more(25)
		[]*replica{one, two}[i%2].restart()
	}
	slowest := time.Duration(0)
	for range long(2, 8) {
		c.more(25)
		pg.Kill(t)
		began := time.Now()
		time.Sleep(time.Duration(rand.IntN(200)) * time.Millisecond)
		pg.Start(t)
		c.more(1)
		slowest = max(slowest, time.Since(began))
	}
	c.more(25)
	c.end()
	c.tell(one, two)
	t.Logf("PostgreSQL killed %d times, next act acknowledged within %s", long(2, 8), slowest.Round(time.Millisecond))
	one.stop()
	two.stop()
	if c.internal.Load() > 0 {
		t.Logf("the servers say:\n%s\n%s", short(one.log.Bytes()), short(two.log.Bytes()))
	}
	c.judge(dsn, actorID, checkpointsOf(one.data), checkpointsOf(two.data))
	verifyByProgram(t, one.data, dsn)
}

// verifyByProgram runs `huidan verify`, as an auditor would.
func verifyByProgram(t testing.TB, data, dsn string) {
	t.Helper()
	file, err := program()
	if err != nil {
		t.Fatal(err)
	}
	args := []string{"verify", "--data", data}
	if dsn != "" {
		args = append(args, "--database", dsn)
	}
	if out, err := exec.Command(file, args...).CombinedOutput(); err != nil {
		t.Errorf("huidan verify: %v\n%s", err, out)
	}
}
