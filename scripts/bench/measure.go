package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"time"
)

// house is a running server and one signed-in client.
type house struct {
	cmd    *exec.Cmd
	base   string
	client *http.Client
	keys   atomic.Int64
	run    int64
}

func start(ctx context.Context, binary, data string) (*house, error) {
	ready := filepath.Join(data, "ready")
	os.Remove(ready) //nolint:errcheck // usually there is none
	h := &house{run: time.Now().UnixNano()}
	h.cmd = exec.CommandContext(ctx, binary, "serve", "--data", data, "--listen", "127.0.0.1:0", "--ready-file", ready, "--rate-limit", "0", "--log-level", "error")
	h.cmd.Stderr = os.Stderr
	if err := h.cmd.Start(); err != nil {
		return nil, err
	}
	for range 600 {
		if raw, err := os.ReadFile(ready); err == nil {
			h.base = "http://" + strings.TrimPrefix(strings.TrimSpace(string(raw)), "http://")
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	if h.base == "" {
		return nil, errors.New("the server did not become ready")
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		return nil, err
	}
	h.client = &http.Client{Jar: jar, Transport: &http.Transport{MaxIdleConnsPerHost: 64, MaxConnsPerHost: 0, DisableCompression: true}, Timeout: time.Minute}
	return h, h.post("/api/v1/sign-in", map[string]any{"login": login, "password": secret}, nil)
}

func (h *house) stop() {
	h.cmd.Process.Signal(os.Interrupt) //nolint:errcheck // Wait tells
	h.cmd.Wait()                       //nolint:errcheck // it was told to stop
}

func (h *house) get(path string, into any) error {
	resp, err := h.client.Get(h.base + path)
	return read(resp, err, into)
}

func (h *house) post(path string, body, into any) error {
	raw, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(http.MethodPost, h.base+path, bytes.NewReader(raw))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Idempotency-Key", fmt.Sprintf("bench-%d-%d", h.run, h.keys.Add(1)))
	resp, err := h.client.Do(req)
	return read(resp, err, into)
}

func read(resp *http.Response, err error, into any) error {
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	if resp.StatusCode >= 300 {
		return fmt.Errorf("%s: %.200s", resp.Status, raw)
	}
	if into == nil {
		return nil
	}
	return json.Unmarshal(raw, into)
}

// cpu is the processor time the server has used, in ms.
func (h *house) cpu() float64 {
	raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", h.cmd.Process.Pid))
	if err != nil {
		return 0
	}
	fields := strings.Fields(string(raw[bytes.LastIndexByte(raw, ')')+1:]))
	var ticks float64
	for _, f := range fields[11:13] {
		n, err := strconv.ParseFloat(f, 64)
		if err != nil {
			return 0
		}
		ticks += n
	}
	return ticks * 10 // 100 ticks a second
}

// memory is the server's private memory and what it has mapped, in MB.
func (h *house) memory() (private, resident int) {
	raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", h.cmd.Process.Pid))
	if err != nil {
		return 0, 0
	}
	for _, line := range strings.Split(string(raw), "\n") {
		fields := strings.Fields(line)
		if len(fields) < 2 {
			continue
		}
		n, _ := strconv.Atoi(fields[1]) //nolint:errcheck // headings are no numbers
		switch fields[0] {
		case "Private_Dirty:", "Private_Clean:":
			private += n / 1024
		case "Rss:":
			resident = n / 1024
		}
	}
	return private, resident
}

// list is a page of anything: who is on it and where the next one starts.
type list struct {
	Items []struct {
		ID string `json:"id"`
	} `json:"items"`
	Next string `json:"next"`
}

// deep follows a list for so many pages and gives the address of the last.
func (h *house) deep(path string, pages int) (string, error) {
	at := path
	for range pages {
		var l list
		if err := h.get(at, &l); err != nil {
			return "", err
		}
		if l.Next == "" {
			break
		}
		at = path + "&after=" + url.QueryEscape(l.Next)
	}
	return at, nil
}

// measure runs the scenarios at one size and prints their table.
func measure(ctx context.Context, o options, binary, data string, size int) error {
	h, err := start(ctx, binary, data)
	if err != nil {
		return err
	}
	defer h.stop()
	scenarios, err := h.scenarios(size)
	if err != nil {
		return err
	}
	fmt.Printf("## %d complaints\n\n| scenario | connections | per second | p50 / p95 / p99 ms | server CPU ms an operation |\n|---|---:|---:|---|---:|\n", size)
	for _, s := range scenarios {
		if !strings.Contains(s.name, o.only) {
			continue
		}
		for _, n := range o.connections {
			var all []result
			for range o.repeats {
				before := h.cpu()
				r := drive(n, o.seconds, s.do)
				if r.operations == 0 || r.errors > 0 {
					return fmt.Errorf("%s at %d connections: %d errors: %w", s.name, n, r.errors, r.firstError)
				}
				r.cpu = (h.cpu() - before) / float64(r.operations)
				all = append(all, r)
			}
			m := median(all)
			fmt.Printf("| %s | %d | %.0f | %s | %.2f |\n", s.name, n, m.perSecond, m.latency(), m.cpu)
		}
	}
	private, resident := h.memory()
	var disk int64
	for _, name := range []string{"huidan.db", "huidan.db-wal"} {
		if info, err := os.Stat(filepath.Join(data, name)); err == nil {
			disk += info.Size()
		}
	}
	fmt.Printf("\nmemory: %d MB private, %d MB resident; on disk: %d bytes a complaint\n\n", private, resident, disk/int64(size))
	return nil
}

// scenario is one thing people do all day.
type scenario struct {
	name string
	do   func(worker int) error
}

func (h *house) scenarios(size int) ([]scenario, error) {
	var ids []string
	at := "/api/v1/complaints?limit=200"
	for len(ids) < min(size, 4000) {
		var l list
		if err := h.get(at, &l); err != nil {
			return nil, err
		}
		for _, i := range l.Items {
			ids = append(ids, i.ID)
		}
		if l.Next == "" {
			break
		}
		at = "/api/v1/complaints?limit=200&after=" + url.QueryEscape(l.Next)
	}
	const queue, register = "/api/v1/todo?scope=all&limit=50", "/api/v1/complaints?limit=50"
	deepQueue, err := h.deep(queue, 40)
	if err != nil {
		return nil, err
	}
	deepRegister, err := h.deep(register, 40)
	if err != nil {
		return nil, err
	}
	w := newWriter(1)
	var texts, found []string
	for i := range 200 {
		texts = append(texts, w.account(i))
		found = append(found, url.QueryEscape(w.word()))
	}
	var phrases []string
	for range 200 {
		phrases = append(phrases, url.QueryEscape(w.phrase()))
	}
	fetch := func(path func() string) func(int) error {
		return func(int) error { return h.get(path(), nil) }
	}
	fixed := func(path string) func(int) error { return fetch(func() string { return path }) }
	return []scenario{
		{"create", func(int) error { return h.post("/api/v1/complaints", call(texts[rand.IntN(len(texts))]), nil) }},
		{"open", fetch(func() string { return "/api/v1/complaints/" + ids[rand.IntN(len(ids))] })},
		{"queue mine", fixed("/api/v1/todo?scope=mine&limit=50")},
		{"queue all", fixed(queue)},
		{"queue deep (page 41)", fixed(deepQueue)},
		{"register", fixed(register)},
		{"register deep (page 41)", fixed(deepRegister)},
		{"search, two characters", fetch(func() string { return register + "&q=" + found[rand.IntN(len(found))] })},
		{"search, phrase", fetch(func() string { return register + "&q=" + phrases[rand.IntN(len(phrases))] })},
		{"search, rare phrase", fixed(register + "&q=" + url.QueryEscape(rare))},
		{"search, phrase that is not there", fixed(register + "&q=" + url.QueryEscape("设备使用齿崩器"))},
		{"transition with note", h.transition(texts)},
		{"dashboard counts", fixed("/api/v1/complaints/counts")},
		{"my counts", fixed("/api/v1/todo/counts")},
	}, nil
}

// call is a phone call as reception types it.
func call(text string) map[string]any {
	return map[string]any{
		"channel": "phone", "customer_name": "常州明德医院", "contact_name": "李敏", "phone": fmt.Sprintf("1380000%04d", rand.IntN(10000)),
		"division_code": "320411", "account": text,
		"lines": []map[string]any{{"product_name": "台式离心机", "model": "LX-5", "serial_no": fmt.Sprintf("LX5-%06d", rand.IntN(900000)), "symptom": "轴承异响"}},
	}
}

// transition moves a complaint on: a contact meets the running clock, starts
// the next one, and adds a note, with its journal line, in one call. Each worker
// has a complaint of its own, made at its first turn.
func (h *house) transition(texts []string) func(int) error {
	type answer struct {
		ID      string `json:"id"`
		Version int64  `json:"version"`
	}
	mine := make([]answer, 64)
	return func(worker int) error {
		a := &mine[worker]
		if a.ID == "" {
			if err := h.post("/api/v1/complaints", call(texts[worker%len(texts)]), a); err != nil {
				return err
			}
			return h.post("/api/v1/complaints/"+a.ID+"/classify", map[string]any{"version": a.Version, "class": "non_quality", "reason_code": "delivery"}, a)
		}
		return h.post("/api/v1/complaints/"+a.ID+"/log-contact", map[string]any{
			"version": a.Version, "kind": "contact", "channel": "phone", "said": "已与顾客联系，说明处理进度。",
		}, a)
	}
}
