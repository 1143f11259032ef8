//go:build linux

package house_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/complaint"
	"huidan/internal/house/housetest"
)

// smallDisk gives a folder on a disk of its own with room for a few megabytes.
// Root mounts it; anybody else needs a name space of his own, in which the test
// is run again.
func smallDisk(t *testing.T) (folder string, here bool) {
	t.Helper()
	folder = t.TempDir()
	err := syscall.Mount("tmpfs", folder, "tmpfs", syscall.MS_NOSUID|syscall.MS_NODEV, "size=48m")
	if err == nil {
		t.Cleanup(func() { _ = syscall.Unmount(folder, syscall.MNT_DETACH) })
		return folder, true
	}
	const inside = "HUIDAN_TEST_OWN_NAMESPACE"
	if !errors.Is(err, syscall.EPERM) || os.Getenv(inside) != "" {
		t.Fatalf("no small disk can be mounted: %v", err)
	}
	again := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
	again.Env = append(os.Environ(), inside+"=1")
	again.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
	}
	if out, err := again.CombinedOutput(); err != nil {
		t.Fatalf("a full disk can be tested by root, or where user name spaces are allowed: %v\n%s", err, out)
	}
	return "", false
}

// fill takes all room of a folder's disk.
func fill(t testing.TB, folder string) (filler string) {
	t.Helper()
	filler = filepath.Join(folder, "filler")
	f, err := os.Create(filler)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, size := range []int{1 << 20, 4096, 1} {
		block := make([]byte, size)
		for {
			if _, err = f.Write(block); err != nil {
				break
			}
		}
		if !errors.Is(err, syscall.ENOSPC) {
			t.Fatal(err)
		}
	}
	return filler
}

// A full disk: a clear refusal, reading goes on, and when there is room again
// the same process writes on.
func TestFullDisk(t *testing.T) {
	folder, here := smallDisk(t)
	if !here {
		return
	}
	h := housetest.New(t, filepath.Join(folder, "huidan.db"))
	o := openOfficeIn(t, h, folder)
	first := o.taken()
	filler := fill(t, folder)

	reception := o.desks[access.Receptionist]
	var refused reply
	key, acknowledged := "", 1
	for refused.status == 0 {
		if acknowledged > 20_000 {
			t.Fatal("the disk is never full")
		}
		key = "full-" + act.NewID()
		r := reception.send("POST", complaints, key, call())
		if r.status == 201 {
			acknowledged++ // the log of changes had room left
			continue
		}
		refused = r
	}
	refused.want(t, 507, "fault.storage_full")
	lines := number(t, h.Door, journalLines)
	english := reception.send("POST", complaints, key, call()).want(t, 507, "fault.storage_full")
	chineseWords := reception.in("zh-CN").send("POST", complaints, key, call()).want(t, 507, "fault.storage_full")
	if d := english.problem().Detail; !strings.Contains(d, "storage") && !strings.Contains(d, "disk") && !strings.Contains(d, "space") {
		t.Errorf("in English: %q", d)
	}
	if d := chineseWords.problem().Detail; !strings.ContainsAny(d, "磁盘空间存储") || d == english.problem().Detail {
		t.Errorf("in Chinese: %q", d)
	}
	reception.post("/api/v1/files", upload(t, "letter.txt", []byte(strings.Repeat("a letter ", 10_000)))).want(t, 507, "fault.storage_full")

	o.page(access.Receptionist, first.ID)
	reception.get(complaints).want(t, 200, "")
	reception.get("/api/v1/todo").want(t, 200, "")
	o.desks[access.QualityManager].get(complaints+"/"+first.ID+"/form.pdf").want(t, 200, "")
	if ready := into[struct{ Status string }](t, reception.get("/readyz")); ready.Status != "degraded" {
		t.Errorf("readyz says %s", ready.Status)
	}
	if n := number(t, h.Door, "SELECT COUNT(*) FROM complaint"); n != int64(acknowledged) {
		t.Errorf("%d complaints, %d were acknowledged", n, acknowledged)
	}
	if n := number(t, h.Door, journalLines); n != lines {
		t.Errorf("refused acts left %d lines", n-lines)
	}

	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	reception.send("POST", complaints, key, call()).want(t, 201, "")
	reception.post("/api/v1/files", upload(t, "letter.txt", []byte("a letter"))).want(t, 201, "")
	if n := number(t, h.Door, "SELECT COUNT(*) FROM complaint"); n != int64(acknowledged)+1 {
		t.Errorf("%d complaints, %d were acknowledged", n, acknowledged+1)
	}
	isWhole(t, h.Door)
	holds(t, h.DSN, "")
	left, err := os.ReadDir(filepath.Join(folder, "files", "new"))
	if err != nil || len(left) > 0 {
		t.Errorf("a refused upload left %d files behind, %v", len(left), err)
	}
}

// clockRows is what clocks promise: when they started and when they are due.
const clockRows = "SELECT k.id || ' ' || CAST(k.started_at AS TEXT) || ' ' || CAST(k.due_at AS TEXT) FROM clock k ORDER BY k.id"

// The machine's clock jumps: the order of what happened is the chain's and not
// the clock's, and what was promised stays.
func TestClockJumps(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		o := openOffice(t, h)
		a := do(o, access.Receptionist, complaint.Register{RegisterForm: call()})
		promised := texts(t, h.Door, clockRows)
		jumps := []time.Time{
			housetest.Start.AddDate(0, 0, 1), housetest.Start.AddDate(0, 0, -1), housetest.Start.AddDate(10, 0, 0),
			housetest.Start.AddDate(-10, 0, 0), housetest.Start,
		}
		for n, to := range jumps {
			h.Clock.Set(to)
			// A plan meets no clock and starts none.
			a = do(o, access.Receptionist, complaint.Plan{ID: a.ID, PlanForm: complaint.PlanForm{Version: a.Version, Text: "第" + string(rune('1'+n)) + "步"}})
			if now := texts(t, h.Door, clockRows); !slices.Equal(now, promised) {
				t.Errorf("at %s the clocks are %v, not %v", to, now, promised)
			}
		}
		plans := texts(t, h.Door, "SELECT body FROM handling_plan WHERE complaint_id = ? ORDER BY n", a.ID)
		if !slices.Equal(plans, []string{"第1步", "第2步", "第3步", "第4步", "第5步"}) {
			t.Errorf("the order is %v", plans)
		}
		order := texts(t, h.Door, "SELECT CAST(j.subject_version AS TEXT) FROM journal j WHERE j.subject_id = ? ORDER BY j.n", a.ID)
		if !slices.Equal(order, []string{"1", "2", "3", "4", "5", "6"}) {
			t.Errorf("the chain is %v", order)
		}
		for {
			n, err := h.Door.Seal(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if n == 0 {
				break
			}
		}
		isWhole(t, h.Door)
		holds(t, h.DSN, "")
	})
}

// No jump of the clock makes a sign-in last longer than its week.
func TestClockJumpsAndSignIns(t *testing.T) {
	h := housetest.SQLite(t)
	o := openOffice(t, h)
	const me = "/api/v1/me"
	d := o.desks[access.Receptionist]
	// The server trusts what it read for a moment of the machine's own time.
	at := func(now time.Time) reply {
		h.Clock.Set(now)
		time.Sleep(time.Second)
		return d.get(me)
	}
	t.Run("back and forth does not extend a sign-in", func(t *testing.T) {
		at(housetest.Start.AddDate(-10, 0, 0))
		at(housetest.Start.AddDate(0, 0, -1))
		if r := at(housetest.Start.AddDate(0, 0, 7).Add(time.Hour)); r.status != 401 {
			t.Errorf("a sign-in of a week ago: %d", r.status)
		}
	})
	t.Run("ten years on it is over", func(t *testing.T) {
		h.Clock.Set(housetest.Start)
		d = visit(t, o.url)
		d.signIn(login(access.Receptionist))
		if r := at(housetest.Start.AddDate(10, 0, 0)); r.status != 401 {
			t.Errorf("after ten years: %d", r.status)
		}
	})
	t.Run("one made while the clock was ten years ahead does not last ten years", func(t *testing.T) {
		h.Clock.Set(housetest.Start.AddDate(10, 0, 0))
		d = visit(t, o.url)
		d.signIn(login(access.Receptionist))
		h.Clock.Set(housetest.Start)
		for day := 0; day < 9; day++ { // used every few hours, so that it is never idle
			for hour := 0; hour < 24; hour += 11 {
				h.Clock.Set(housetest.Start.AddDate(0, 0, day).Add(time.Duration(hour) * time.Hour))
				d.get(me)
			}
		}
		if r := at(housetest.Start.AddDate(0, 0, 9)); r.status != 401 {
			t.Errorf("a sign-in from the future is still good after nine days: %d", r.status)
		}
	})
}
