package main

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	_ "modernc.org/sqlite" // the yardstick writes with the same driver
)

// machine prints what the machine itself allows: fsync, raw group commit, JSON
// echo over HTTP. The same figures on another machine tell what to expect there.
func machine(o options) error {
	fmt.Print("## The machine's own limits\n\n| what | connections | per second | p50 / p95 / p99 ms |\n|---|---:|---:|---|\n")
	f, err := os.Create(filepath.Join(o.folder, "fsync"))
	if err != nil {
		return err
	}
	defer f.Close()
	block := bytes.Repeat([]byte("x"), 4096)
	row("fsync after a 4 KiB append", 1, drive(1, o.seconds, func(int) error {
		if _, err := f.Write(block); err != nil {
			return err
		}
		return f.Sync()
	}))
	if err := rawCommits(o); err != nil {
		return err
	}
	if err := echo(o); err != nil {
		return err
	}
	fmt.Println()
	return nil
}

func row(what string, connections int, r result) {
	fmt.Printf("| %s | %d | %.0f | %s |\n", what, connections, r.perSecond, r.latency())
}

// rawCommits inserts rows in one writer that commits what waits together,
// without anything around it.
func rawCommits(o options) error {
	db, err := sql.Open("sqlite", "file:"+filepath.Join(o.folder, "raw.db")+"?_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_txlock=immediate")
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.Exec("CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY, k BIGINT, body TEXT); CREATE INDEX IF NOT EXISTS t_k ON t (k)"); err != nil {
		return err
	}
	body := strings.Repeat("轴承异响", 150)
	jobs := make(chan chan error, 256)
	var done sync.WaitGroup
	done.Go(func() {
		for first := range jobs {
			batch := []chan error{first}
			for more := true; more && len(batch) < 128; {
				select {
				case j, open := <-jobs:
					if more = open; open {
						batch = append(batch, j)
					}
				default:
					more = false
				}
			}
			err := insert(db, body, len(batch))
			for _, j := range batch {
				j <- err
			}
		}
	})
	for _, n := range o.connections {
		row("SQLite insert of 1.8 kB, group commit, synchronous=FULL", n, drive(n, o.seconds, func(int) error {
			answer := make(chan error, 1)
			jobs <- answer
			return <-answer
		}))
	}
	close(jobs)
	done.Wait()
	return nil
}

func insert(db *sql.DB, body string, n int) error {
	tx, err := db.BeginTx(context.Background(), nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // after a commit there is nothing to roll back
	for range n {
		if _, err := tx.Exec("INSERT INTO t (k, body) VALUES (?, ?)", time.Now().UnixNano(), body); err != nil {
			return err
		}
	}
	return tx.Commit()
}

// echo answers a 2 KiB JSON document by itself.
func echo(o options) error {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	server := &http.Server{ReadHeaderTimeout: time.Minute, Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var v map[string]any
		if json.NewDecoder(r.Body).Decode(&v) != nil {
			http.Error(w, "", http.StatusBadRequest)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		json.NewEncoder(w).Encode(v) //nolint:errcheck // the client sees it
	})}
	go server.Serve(ln) //nolint:errcheck // ends with Close
	defer server.Close()
	document, err := json.Marshal(map[string]any{"account": strings.Repeat("轴承异响", 160), "version": 1})
	if err != nil {
		return err
	}
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64}}
	for _, n := range o.connections {
		var failed atomic.Value
		r := drive(n, o.seconds, func(int) error {
			resp, err := client.Post("http://"+ln.Addr().String(), "application/json", bytes.NewReader(document))
			if err != nil {
				failed.Store(err)
				return err
			}
			_, err = io.Copy(io.Discard, resp.Body)
			resp.Body.Close()
			return err
		})
		row("net/http JSON echo of 2 KiB", n, r)
	}
	return nil
}
