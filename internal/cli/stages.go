package cli

import (
	"fmt"
	"strings"
)

// stages is progress through several stages, each with its own words. A stage without a count, or with a small one outside a
// terminal, is told once, when it begins.
func (r *run) stages() func(what string, done, total int64) {
	now, step := "", func(int64, int64) {}
	return func(what string, done, total int64) {
		what = strings.ToUpper(what[:1]) + what[1:]
		if what != now {
			now, step = what, r.progress(what)
			if total < 100 {
				fmt.Fprintf(r.Stderr, "%s …\n", what)
			}
		}
		if total > 0 {
			step(done, total)
		}
	}
}
