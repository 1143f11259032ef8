package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/complaint"
	"huidan/internal/party"
	"huidan/internal/password"
	"huidan/internal/staff"
)

// Who signs in for the measurements.
const (
	login  = "bench"
	secret = "huidan-bench-1"
)

// openShare: one complaint in so many is still open; the others are closed, as
// in a register of several years.
const openShare = 33

// load fills a register with so many complaints by the program's own acts:
// customers first, then the years gone by as an import of an old ledger.
func load(ctx context.Context, data string, size int) error {
	loaded := filepath.Join(data, "loaded")
	if _, err := os.Stat(loaded); err == nil {
		return nil
	}
	if err := os.MkdirAll(data, 0o750); err != nil {
		return err
	}
	door, err := act.Open(ctx, act.Options{DSN: filepath.Join(data, "huidan.db")})
	if err != nil {
		return err
	}
	defer door.Close()
	began := time.Now()
	who, err := company(ctx, door)
	if err != nil {
		return err
	}
	names, err := customers(ctx, door, who, size)
	if err != nil {
		return err
	}
	w := newWriter(uint64(size))
	for first := 0; first < size; first += complaint.ImportMost {
		batch := complaint.ImportBatch{ImportID: "bench", Batch: int64(first)}
		for i := first; i < min(first+complaint.ImportMost, size); i++ {
			batch.Rows = append(batch.Rows, w.row(i, size, names[i%len(names)], began))
		}
		if _, err := act.Do(ctx, door, act.Call{Actor: who, Key: fmt.Sprintf("bench-batch-%d", first)}, batch); err != nil {
			return err
		}
		if first%50000 == 0 {
			fmt.Fprintf(os.Stderr, "loaded %d of %d after %s\n", first, size, time.Since(began).Round(time.Second))
		}
	}
	written := time.Since(began)
	for _, round := range []func(context.Context) (int, error){door.Seal, door.IndexRound} {
		for n := 1; n > 0; {
			if n, err = round(ctx); err != nil {
				return err
			}
		}
	}
	fmt.Fprintf(os.Stderr, "%d complaints written in %s, sealed and indexed after %s\n", size, written.Round(time.Second), time.Since(began).Round(time.Second))
	return os.WriteFile(loaded, nil, 0o600)
}

func company(ctx context.Context, door *act.Door) (access.Actor, error) {
	hash, err := password.Hash(ctx, secret)
	if err != nil {
		return access.Actor{}, err
	}
	first, err := act.Do(ctx, door, act.BySystem("bench-first-run"), staff.FirstRun{
		CompanyName: "Bench", HomeProvince: "32", AdminName: "Bench admin", Login: "admin", PasswordHash: hash,
	})
	if err != nil {
		return access.Actor{}, err
	}
	admin := access.Actor{ID: first.PersonID, Roles: []access.Role{access.Admin}}
	roles := []access.Role{access.Receptionist, access.QualityManager, access.SalesManager}
	made, err := act.Do(ctx, door, act.Call{Actor: admin, Key: "bench-person"}, staff.CreatePerson{
		Login: login, Name: "Bench", DepartmentID: first.SalesDepartmentID, Roles: roles, PasswordHash: hash,
	})
	return access.Actor{ID: made.ID, Name: "Bench", DepartmentID: first.SalesDepartmentID, Roles: roles}, err
}

// customers makes one customer for each 500 complaints, 50 at least.
func customers(ctx context.Context, door *act.Door, who access.Actor, size int) ([]string, error) {
	var names []string
	for i := range max(50, size/500) {
		name := fmt.Sprintf("常州第%d机械厂", i+1)
		_, err := act.Do(ctx, door, act.Call{Actor: who, Key: fmt.Sprintf("bench-customer-%d", i)}, party.CreateCustomer{
			CustomerFields: party.CustomerFields{Name: name, DivisionCode: "320411"},
		})
		if err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, nil
}

// row is one complaint of the last five years.
func (w *writer) row(i, size int, customer string, now time.Time) complaint.ImportedRow {
	day := now.AddDate(0, 0, -1825+i*1820/size)
	r := complaint.ImportedRow{
		Row: int64(i + 1), Reason: "bench", TakenOn: day.Format(time.DateOnly), TakenTime: fmt.Sprintf("%02d:%02d", 8+i%9, i%60),
		Class: complaint.Quality,
		Record: complaint.Record{
			Channel: complaint.Channels[i%len(complaint.Channels)], CustomerName: customer, ContactName: "李敏",
			Phone: fmt.Sprintf("139%08d", (i*7919)%100000000), DivisionCode: "320411", Account: w.account(i),
			Lines: []complaint.Line{{ProductName: "台式离心机", Model: "LX-5", SerialNo: fmt.Sprintf("LX5-%06d", (i*31)%900000), Quantity: 1, Symptom: w.word()}},
		},
	}
	if i%3 == 0 {
		r.Class = complaint.NonQuality
	}
	if i%openShare != 0 {
		r.ClosedOn, r.Outcome = day.AddDate(0, 0, 4).Format(time.DateOnly), "已处理"
	}
	return r
}
