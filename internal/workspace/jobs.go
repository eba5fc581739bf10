package workspace

import (
	"iter"
	"sync"
	"sync/atomic"
)

// each calls do for 0 to n-1, by several workers at once.
func (r *Run) each(n int, do func(w *worker, i int)) {
	share(r.Jobs, n, func(numbers iter.Seq[int]) {
		w := newWorker(r)
		for i := range numbers {
			do(w, i)
			r.done.Add(1)
		}
	})
}

// compared calls do for 0 to n-1, several at once. It panics with a *Crash
// when one of them panics.
func (r *Run) compared(n int, do func(i int)) {
	var crash atomic.Pointer[Crash]
	share(r.Jobs, n, func(numbers iter.Seq[int]) {
		defer func() {
			if v := recover(); v != nil {
				crash.CompareAndSwap(nil, &Crash{Where: panicked(), Value: v})
			}
		}()
		for i := range numbers {
			do(i)
		}
	})
	if c := crash.Load(); c != nil {
		panic(c)
	}
}

// share shares the numbers 0 to n-1 out among as many calls of do as there
// are jobs.
func share(jobs, n int, do func(numbers iter.Seq[int])) {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range max(1, min(jobs, n)) {
		workers.Go(func() {
			do(func(yield func(int) bool) {
				for i := int(next.Add(1)) - 1; i < n && yield(i); i = int(next.Add(1)) - 1 {
				}
			})
		})
	}
	workers.Wait()
}
