package ledger

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"huidan/internal/act"
	"huidan/internal/attach"
	"huidan/internal/exchange"
	"huidan/internal/fault"
)

const (
	// FileMost bounds an import file, in bytes.
	FileMost = 50 << 20
	// shownMost are the rows shown cell by cell, asideMost bounds each list of
	// rows beside them.
	shownMost = 20
	asideMost = 1000
	// batchRows are taken in one act: small enough that others need not wait.
	batchRows = 50
)

// Desk is where ledgers are handed in. It keeps their files in the store.
type Desk struct {
	files  *attach.Store
	holder string // tells this process from others that carry jobs on
}

// New makes a Desk on the store of files; a nil store is enough to declare the
// routes.
func New(files *attach.Store) *Desk { return &Desk{files, act.NewID()} }

// Open makes a Desk on the data folder.
func Open(data string) (*Desk, error) {
	files, err := attach.OpenStore(filepath.Join(data, "files"), attach.LargestFile)
	if err != nil {
		return nil, err
	}
	return New(files), nil
}

// limits of a file that is handed in.
func limits() exchange.Limits {
	l := exchange.DefaultLimits()
	l.Bytes = FileMost
	return l
}

// HandIn takes a file in: it is looked at first, so that nothing is kept of one
// that is no table. The same key gives the same job again.
func (d *Desk) HandIn(ctx context.Context, door *act.Door, call act.Call, name string, r io.Reader) (Job, error) {
	file, err := os.CreateTemp("", "huidan-ledger-*")
	if err != nil {
		return Job{}, err
	}
	defer os.Remove(file.Name())
	defer file.Close()
	size, err := io.Copy(file, r)
	if err != nil {
		return Job{}, err
	}
	table, err := exchange.Open(file, size, limits())
	if err != nil {
		return Job{}, refusalOf(err)
	}
	kind := table.Kind
	options := exchange.Options{Now: door.Now(), FileName: name, Keep: 1}
	if _, err := exchange.ReadLedger(ctx, table, options); err != nil {
		return Job{}, refusalOf(err)
	}
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return Job{}, err
	}
	kept, err := attach.Put(ctx, door, d.files, call, storedName(name, kind), file)
	if err != nil {
		return Job{}, err
	}
	return open(ctx, door, call, kept, name)
}

// storedName gives the file the ending of what it is: people name tables as
// they like.
func storedName(name string, kind exchange.FileKind) string {
	return strings.TrimSuffix(filepath.Base(name), filepath.Ext(name)) + "." + string(kind)
}

// refusalOf turns the refusal of a file into one a person can act on.
func refusalOf(err error) error {
	var refusal *exchange.Refusal
	if !errors.As(err, &refusal) {
		return err
	}
	args := fault.Args{}
	for name, value := range refusal.Args {
		args[name] = value
	}
	return &fault.Fault{Kind: fault.KindInvalid, Code: refusal.Code, Args: args,
		Fields: []fault.Field{{Path: "file", Code: refusal.Code, Args: args}}}
}
