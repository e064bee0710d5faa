//go:build unix

package irt

import (
	"syscall"
	"time"
)

// processor is the time that this process has spent on processors so far: what a shared machine does not distort much.
func processor() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
