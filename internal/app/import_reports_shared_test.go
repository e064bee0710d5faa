package app_test

import (
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"orrery/internal/app"
	"orrery/internal/testkit"
)

// The three extracts of ICEWS in research use come in whole, and once.
func TestPublishedICEWSExtracts(t *testing.T) {
	shared := testkit.Shared(t)
	w := empty(t)
	total, named, mapped, typed := 0, 0, 0, 0
	began := time.Now()
	names := []string{"icews14_events.csv.gz", "icews0515_sample_events.csv.gz", "icews18_aug_oct_events.csv.gz"}
	rows := map[string]int{names[0]: 90_730, names[1]: 92_367, names[2]: 95_540}
	for _, name := range names {
		f := onDisk(t, filepath.Join(shared, "data", name))
		got := w.importReports("icews", f, app.ReportsOptions{})
		if got.Rows != rows[name] || got.Reports != rows[name] || got.Added+got.Held != got.Reports || got.Added < got.Reports*9/10 || got.UnknownRows != 0 {
			t.Errorf("%s: %d rows, %d reports, %d added, %d held, %d unknown", name, got.Rows, got.Reports, got.Added, got.Held, got.UnknownRows)
		}
		total, named, mapped, typed = total+got.Added, named+got.Named, mapped+got.Mapped, typed+got.Typed
		t.Logf("%s: %d rows, %d added, %d said twice; %.1f %% of the parties have a state, %.1f %% of the reports a type", name, got.Rows, got.Added, got.Held,
			100*float64(got.Mapped)/float64(got.Named), 100*float64(got.Typed)/float64(got.Reports))
	}
	took := time.Since(began)
	t.Logf("%.0f rows a second, both passes", 278_637/took.Seconds())
	set := w.dataSet("icews")
	if set.Reports != int64(total) || set.First != "2005-01-01" || set.Last != "2018-10-31" || set.Denominator != "data set" || set.Linked == 0 || len(set.Covered) != 2 {
		t.Errorf("%d reports of %s to %s, %d linked, %q covers %v", set.Reports, set.First, set.Last, set.Linked, set.Denominator, set.Covered)
	}
	if share := float64(mapped) / float64(named); share < 0.64 || share > 0.72 {
		t.Errorf("%.3f of the parties have a state", share)
	}
	if share := float64(typed) / 278_637; share < 0.78 || share > 0.81 {
		t.Errorf("%.3f of the reports have a type", share)
	}
	for _, name := range names {
		if again := w.importReports("icews", onDisk(t, filepath.Join(shared, "data", name)), app.ReportsOptions{}); again.Added != 0 || !again.Again {
			t.Errorf("%s again: %d added", name, again.Added)
		}
	}
}

func onDisk(t *testing.T, path string) app.ImportFile {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return app.ImportFile{Name: filepath.Base(path), Size: info.Size(), Open: func() (io.ReadCloser, error) { return os.Open(path) }}
}

// Memory does not grow with the file: what is in use after most of it is what was in use before, when the store's own memory was full.
func TestImportOfReportsNeedsTheSameMemoryForAnyFile(t *testing.T) {
	const rows, early, late = 60_000, 20_000, 50_000
	w := empty(t)
	used := map[int64]uint64{}
	w.importReports("plain", inMemory("many.csv", manyReports(rows)), app.ReportsOptions{Writing: func(done, _ int64) {
		if done == early || done == late {
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			used[done] = m.HeapAlloc
		}
	}})
	if used[early] == 0 || used[late] == 0 || used[late] > used[early]+(8<<20) {
		t.Errorf("%d MB early, %d MB late", used[early]>>20, used[late]>>20)
	}
}
