package main

import (
	"testing"
	"time"
)

func TestQuantile(t *testing.T) {
	list := make([]time.Duration, 200) // 1 … 200
	for i := range list {
		list[i] = time.Duration(i + 1)
	}
	for p, want := range map[float64]time.Duration{0: 1, 0.5: 100, 0.99: 198, 1: 200} {
		if got := quantile(list, p); got != want {
			t.Errorf("quantile %g of 1…200 is %d, want %d", p, got, want)
		}
	}
	if got := quantile(list[:1], 0.99); got != 1 {
		t.Errorf("quantile of one value is %d, want that value", got)
	}
}

func TestImportLinesAreRead(t *testing.T) {
	const said = "goos: linux\nBenchmarkImportSQLite-2     \t       1\t     53420 rows/s\nBenchmarkImportPostgres \t       1\t  12.5 ns/op\t 1.574e+04 rows/s\nPASS\n"
	got := importLine.FindAllStringSubmatch(said, -1)
	if len(got) != 2 || got[0][1] != "SQLite" || got[0][2] != "53420" || got[1][1] != "Postgres" || got[1][2] != "1.574e+04" {
		t.Errorf("read %q", got)
	}
}
