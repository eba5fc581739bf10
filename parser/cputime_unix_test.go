//go:build unix

package parser

import (
	"syscall"
	"time"
)

// cpuTime is the processor time that the test has taken, to which the wait for
// a busy machine does not count.
func cpuTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return time.Duration(time.Now().UnixNano())
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
