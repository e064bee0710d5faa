package main

import (
	"strings"
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

func TestTimesOfOneTestAreRead(t *testing.T) {
	const said = "goos: linux\nBenchmarkGridTest         \t  200000\t      7012 ns/op\t        61.00 %-with-hits\t      4611 shifts\t       0 B/op\nBenchmarkGridTestShuffled-2 \t      22\t  51e+06 ns/op\nBenchmarkGridTestRolled \t 300\t 3500000 ns/op\nPASS\n"
	got, err := singleTimes(said)
	if err != nil || got[""] != 7012 || got["Shuffled"] != 51e6 || got["Rolled"] != 3.5e6 {
		t.Errorf("read %v, %v", got, err)
	}
	if _, err := singleTimes("PASS"); err == nil {
		t.Error("nothing was read from nothing, without an error")
	}
}

// A grid of generated reports withholds no test.
func TestGeneratedReportsAreEnough(t *testing.T) {
	b := newBusy(nil)
	sets, err := b.ReportSets(t.Context())
	if err != nil || sets[0].Reports != busyStates*(busyStates-1)*16*busyEach {
		t.Errorf("%+v, %v", sets, err)
	}
	if pairs := busyStates * (busyStates - 1); pairs*16*16*3 < 1_000_000 {
		t.Errorf("%d pairs do not make a million tests", pairs)
	}
	if a, b := state(0), state(36); a != "XAA" || b != "XBK" {
		t.Errorf("states %s and %s", a, b)
	}
}

func TestWhatPeersSayIsCompared(t *testing.T) {
	const said = `{"peer":"prose","pieces":5,"seconds":2}` + "\n" + `{"peer":"uax29","pieces":9,"seconds":0.5}` + "\n"
	got, err := peerRows([]byte(said), 1000, 1)
	if err != nil || len(got) != 2 || got[0].measured != "500 sentences/s/core; the whole coder is 2.00 times as fast" {
		t.Errorf("%+v, %v", got, err)
	}
	for _, bad := range []string{"", `{"peer":"prose","seconds":2}`, `{"peer":"prose","seconds":0}` + "\n" + `{"peer":"uax29","seconds":1}`, "no"} {
		if got, err := peerRows([]byte(bad), 1000, 1); err == nil {
			t.Errorf("%q is read as %+v", bad, got)
		}
	}
}

func TestTheGiantSentenceIsOne(t *testing.T) {
	text := endless(1000)
	if len(text) != 1000 || strings.ContainsAny(text, ".!?\n") {
		t.Errorf("%d bytes: %.80q", len(text), text)
	}
}
