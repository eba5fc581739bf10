//go:build !unix

package parser

import "time"

// cpuTime is the time of day where that of the processor is not to be had.
func cpuTime() time.Duration { return time.Duration(time.Now().UnixNano()) }
