package bench

import (
	"runtime"
	"testing"
)

// What a check of a clean report may allocate at most.
const (
	mostAllocs = 200
	mostBytes  = 48 << 10
)

func TestAllocations(t *testing.T) {
	for shape, src := range shapes(t) {
		check := goujiCheck()
		check(src) // the formats are decoded, and buffers grow
		if got := testing.AllocsPerRun(50, func() { check(src) }); got > mostAllocs {
			t.Errorf("%s: %.0f allocations, more than %d", shape, got, mostAllocs)
		}
		if got := bytesPerRun(50, func() { check(src) }); got > mostBytes {
			t.Errorf("%s: %d bytes, more than %d", shape, got, mostBytes)
		}
	}
}

// bytesPerRun returns how many bytes run allocates on average.
func bytesPerRun(times uint64, run func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range times {
		run()
	}
	runtime.ReadMemStats(&after)
	return (after.TotalAlloc - before.TotalAlloc) / times
}
