//go:build !unix

package irt

import "time"

// processor is always 0 where the system does not say in the same way how long a process has been on processors: the
// figures of a benchmark named cpu are then 0, which no test judges.
func processor() time.Duration { return 0 }
