// Command bench measures Huidan over HTTP, at several sizes of the register,
// beside what the machine itself allows in the same run. It prints Markdown
// tables; docs/performance.md keeps what was reached.
//
//	go run ./scripts/bench -sizes 10000,100000,1000000 -connections 1,8,32 -seconds 3
//
// The register is loaded by the program's own acts, so chains, clocks, counters
// and the search index are those of real use.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"
)

type options struct {
	sizes       []int
	connections []int
	seconds     float64
	repeats     int
	folder      string
	keep        bool
	only        string
}

func main() {
	o, err := parse()
	if err == nil {
		err = run(context.Background(), o)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func parse() (options, error) {
	var o options
	var sizes, connections string
	flag.StringVar(&sizes, "sizes", "10000,100000,1000000", "complaints in the register, comma separated")
	flag.StringVar(&connections, "connections", "1,8,32", "connections at once, comma separated")
	flag.Float64Var(&o.seconds, "seconds", 2, "length of one measurement")
	flag.IntVar(&o.repeats, "repeats", 3, "measurements of each cell; the median is shown")
	flag.StringVar(&o.folder, "folder", "", "where the registers are kept and found again (default: a temporary folder)")
	flag.StringVar(&o.only, "only", "", "only scenarios whose name contains this")
	flag.Parse()
	for text, into := range map[string]*[]int{sizes: &o.sizes, connections: &o.connections} {
		for _, word := range strings.Split(text, ",") {
			n, err := strconv.Atoi(strings.TrimSpace(word))
			if err != nil || n < 1 {
				return o, fmt.Errorf("%q is no list of numbers", text)
			}
			*into = append(*into, n)
		}
	}
	o.keep = o.folder != ""
	return o, nil
}

func run(ctx context.Context, o options) error {
	if !o.keep {
		folder, err := os.MkdirTemp("", "huidan-bench-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(folder)
		o.folder = folder
	}
	binary := filepath.Join(o.folder, "huidan")
	build := exec.CommandContext(ctx, "go", "build", "-o", binary, "./cmd/huidan")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return fmt.Errorf("build: %w", err)
	}
	fmt.Printf("%s, %s %s/%s, %d processors\n\n", time.Now().Format(time.DateOnly), runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.NumCPU())
	if err := machine(o); err != nil {
		return err
	}
	for _, size := range o.sizes {
		data := filepath.Join(o.folder, strconv.Itoa(size))
		if err := load(ctx, data, size); err != nil {
			return fmt.Errorf("load %d: %w", size, err)
		}
		if err := measure(ctx, o, binary, data, size); err != nil {
			return fmt.Errorf("measure at %d: %w", size, err)
		}
	}
	return nil
}
