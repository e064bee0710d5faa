package cli

import (
	"fmt"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"orrery/internal/app"
)

// progress returns a function that says on standard error how far a long piece of
// work is: a bar on a terminal, a plain line for every quarter otherwise, so that a
// log does not fill with control characters.
func (r *run) progress(what string) func(done, total int64) {
	if f, ok := r.Stderr.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		return bar(f, what)
	}
	next := int64(25)
	return func(done, total int64) {
		if total < 100 || done*100 < next*total {
			return
		}
		fmt.Fprintf(r.Stderr, "%s: %s of %s\n", what, app.Thousands(done), app.Thousands(total))
		for done*100 >= next*total {
			next += 25
		}
	}
}

func bar(f *os.File, what string) func(done, total int64) {
	var b *progressbar.ProgressBar
	return func(done, total int64) {
		if b == nil {
			b = progressbar.NewOptions64(total, progressbar.OptionSetWriter(f), progressbar.OptionSetDescription(what),
				progressbar.OptionShowCount(), progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish())
		}
		_ = b.Set64(done) // a bar that cannot be drawn must not stop the work
	}
}
