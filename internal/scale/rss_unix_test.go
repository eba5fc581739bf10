//go:build unix

package scale

import (
	"os"
	"runtime"
	"syscall"
)

// maxRSS returns the most memory that a process had, in KiB.
func maxRSS(p *os.ProcessState) int64 {
	usage, ok := p.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" {
		return int64(usage.Maxrss) >> 10
	}
	return int64(usage.Maxrss)
}
