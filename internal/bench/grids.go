package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"orrery/internal/app"
	"orrery/internal/store"
	"orrery/internal/store/sqlstore"
)

// The targets of event data: rows a second of an import, and a million tests with a thousand shifts each.
const (
	reportTarget = importTarget
	gridTarget   = 60 * time.Second
	gridShifts   = 1000
)

// extracts are the published files that a grid is measured on. They are not ours to keep in the repository.
var extracts = [3]string{"icews0515_sample_events.csv.gz", "icews14_events.csv.gz", "icews18_aug_oct_events.csv.gz"}

// grids measures event data: importing them, a grid of a million tests on them, and the same where no test may be withheld.
func grids(ctx context.Context, v volume) ([]row, error) {
	rows, err := published(ctx, v)
	if err != nil {
		return nil, err
	}
	made, err := generated(ctx, v)
	if err != nil {
		return nil, err
	}
	return append(rows, made...), nil
}

// published imports three published extracts and runs the grid on them.
func published(ctx context.Context, v volume) ([]row, error) {
	shared := os.Getenv("ORRERY_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "shared")
	}
	if name := lacking(shared); name != "" {
		return []row{{what: "event data: three published extracts", measured: "not measured: there is no " + name + " (ORRERY_SHARED names the folder above data)"}}, nil
	}
	var rows []row
	err := empty(ctx, v, "reports.db", func(db store.Store) error {
		a := app.New(app.Config{Store: db, Now: time.Now})
		defer a.Close()
		note("importing event data …")
		n, begin, used := 0, time.Now(), processor()
		for _, name := range extracts {
			path := filepath.Join(shared, "data", name)
			info, err := os.Stat(path)
			if err != nil {
				return err
			}
			done, err := a.ImportReports(ctx, "icews", app.ImportFile{Name: name, Size: info.Size(), Open: func() (io.ReadCloser, error) { return os.Open(path) }}, app.ReportsOptions{})
			if err != nil {
				return err
			}
			n += done.Rows
		}
		rate, spent := float64(n)/time.Since(begin).Seconds(), processor()-used
		rows = append(rows, row{fmt.Sprintf("event data: import of %d rows, three extracts of ICEWS, SQLite", n), fmt.Sprintf("%.0f rows/s (%s)", rate, ofProcessor(spent)), fmt.Sprintf("≥ %d rows/s", reportTarget), rate >= reportTarget})
		more, err := grid(ctx, a, "icews", "extracts of ICEWS")
		rows = append(rows, more...)
		return err
	})
	return rows, err
}

// lacking is the first of the files that is not there; "" when all are.
func lacking(shared string) string {
	for _, name := range extracts {
		if _, err := os.Stat(filepath.Join(shared, "data", name)); err != nil {
			return name
		}
	}
	return ""
}

// grid asks for the grid, and for the one with a control.
func grid(ctx context.Context, a *app.App, set, what string) ([]row, error) {
	note("a grid of tests on %s …", what)
	took, used, peak, g, err := gridOnce(ctx, a, app.GridAsk{Set: set})
	if err != nil {
		return nil, err
	}
	checked, _, _, c, err := gridOnce(ctx, a, app.GridAsk{Set: set, Control: true})
	if err != nil {
		return nil, err
	}
	title := fmt.Sprintf("grid of %d tests on %s", g.Tests, what)
	rows := []row{
		{title + ", from the store to the answer", fmt.Sprintf("%.1f s (%s), %d cores", took.Seconds(), ofProcessor(used), runtime.GOMAXPROCS(0)), fmt.Sprintf("< %.0f s", gridTarget.Seconds()), took < gridTarget},
		{what: "  of them with enough to test, every shift each", measured: fmt.Sprintf("%d, %d shifts", g.Testable, g.Shifts)},
		{what: "  resident memory of this program, at most", measured: peak},
	}
	for i, s := range g.Survivors {
		rows = append(rows, row{what: fmt.Sprintf("  survive %s at q %.2f", s.How, s.Q), measured: fmt.Sprintf("%d (without any link %d)", s.N, *c.Survivors[i].Control)})
	}
	return append(rows,
		row{what: "  uncorrected p at most .05 among those with enough", measured: fmt.Sprintf("%d (without any link %d of %d)", g.Small, c.Control.Small, c.Control.Testable)},
		row{what: "  with its control", measured: fmt.Sprintf("%.1f s", checked.Seconds())}), nil
}

func gridOnce(ctx context.Context, a *app.App, ask app.GridAsk) (took, used time.Duration, peak string, v app.GridView, err error) {
	debug.FreeOSMemory()
	stop := watch()
	begin, before := time.Now(), processor()
	v, err = a.Grid(ctx, ask)
	took, used = time.Since(begin), processor()-before
	return took, used, stop(), v, err
}

// processor is the processor time of this program so far, all cores together, as Linux counts it; 0 where that is not known.
func processor() time.Duration {
	text, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(text), ") ") // the name before it may hold blanks
	fields := strings.Fields(rest)
	if len(fields) < 13 {
		return 0
	}
	user, err := strconv.ParseInt(fields[11], 10, 64)
	system, fault := strconv.ParseInt(fields[12], 10, 64)
	if err != nil || fault != nil {
		return 0
	}
	return time.Duration(user+system) * (time.Second / 100) // in hundredths on every Linux
}

// ofProcessor says processor time, which other work on the machine does not lengthen much.
func ofProcessor(d time.Duration) string {
	if d <= 0 {
		return "processor time not known"
	}
	return fmt.Sprintf("%.1f s of processor time", d.Seconds())
}

// watch looks how much memory is resident until the function that it returns is called.
func watch() (stop func() string) {
	done, said := make(chan struct{}), make(chan string, 1)
	go func() {
		most, err := int64(0), error(nil)
		for tick := time.NewTicker(10 * time.Millisecond); ; {
			now, fault := resident(os.Getpid())
			most, err = max(most, now), errors.Join(err, fault)
			select {
			case <-done:
				tick.Stop()
				if err != nil {
					said <- "not known on this system"
					return
				}
				said <- fmt.Sprintf("%.0f MB", float64(most)/1e6)
				return
			case <-tick.C:
			}
		}
	}()
	return func() string {
		close(done)
		return <-said
	}
}

// empty works on a new ledger and takes it away again.
func empty(ctx context.Context, v volume, name string, work func(store.Store) error) (err error) {
	dir, err := os.MkdirTemp(v.dir, "grid-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	db, err := sqlstore.Open(ctx, sqlstore.Config{DSN: filepath.Join(dir, name), Now: time.Now})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return work(db)
}
