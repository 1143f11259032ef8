package main

import (
	"fmt"
	"slices"
	"sync"
	"time"
)

// result is what one measurement gave.
type result struct {
	perSecond          float64
	p50, p95, p99      float64 // ms
	cpu                float64 // ms of server CPU an operation
	operations, errors int
	firstError         error
}

func (r result) latency() string { return fmt.Sprintf("%.2f / %.2f / %.2f", r.p50, r.p95, r.p99) }

// drive calls do from n goroutines for so many seconds.
func drive(n int, seconds float64, do func(worker int) error) result {
	var mu sync.Mutex
	var times []time.Duration
	var r result
	began := time.Now()
	end := began.Add(time.Duration(seconds * float64(time.Second)))
	var all sync.WaitGroup
	for w := range n {
		all.Go(func() {
			var own []time.Duration
			var failed int
			var first error
			for time.Now().Before(end) {
				at := time.Now()
				if err := do(w); err != nil {
					failed++
					if first == nil {
						first = err
					}
					if failed > 100 {
						break
					}
					continue
				}
				own = append(own, time.Since(at))
			}
			mu.Lock()
			defer mu.Unlock()
			times = append(times, own...)
			r.errors += failed
			if r.firstError == nil {
				r.firstError = first
			}
		})
	}
	all.Wait()
	r.operations = len(times)
	r.perSecond = float64(len(times)) / time.Since(began).Seconds()
	slices.Sort(times)
	at := func(q float64) float64 {
		if len(times) == 0 {
			return 0
		}
		return float64(times[min(len(times)-1, int(q*float64(len(times))))].Microseconds()) / 1000
	}
	r.p50, r.p95, r.p99 = at(0.5), at(0.95), at(0.99)
	return r
}

// median gives the measurement in the middle by rate.
func median(list []result) result {
	slices.SortFunc(list, func(a, b result) int {
		switch {
		case a.perSecond < b.perSecond:
			return -1
		case a.perSecond > b.perSecond:
			return 1
		}
		return 0
	})
	return list[len(list)/2]
}
