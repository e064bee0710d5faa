package sqlstore

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
	"time"

	"orrery/internal/store"
	"orrery/internal/testkit"
	"orrery/ledger"
)

// likeICEWS makes reports with the shape of a year of ICEWS: 800 a day, 30,000 names with the skew of news, half the parties with a state,
// a code and a label out of 250, a publisher, no text.
type likeICEWS struct {
	rng  *rand.Rand
	made int
}

func (g *likeICEWS) skewed(n int) int {
	x := g.rng.Float64()
	return int(x * x * x * float64(n))
}

func (g *likeICEWS) batch(n int) []store.EventReport {
	types := []ledger.EventType{"CONSULT", "AGREE", "SUPPORT", "AID", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "COERCE", "ASSAULT", "MOBILIZE", "SANCTION", "RETREAT", "YIELD", ""}
	party := func() store.ReportParty {
		i := g.skewed(30_000)
		p := store.ReportParty{Name: fmt.Sprintf("Person or body number %d", i), Sectors: fmt.Sprintf("Government,Parties %d", i%120)}
		if i%2 == 0 {
			p.State = fmt.Sprintf("S%02d", i%190)
		}
		return p
	}
	out := make([]store.EventReport, n)
	for i := range out {
		code := g.skewed(250)
		r := store.EventReport{Key: fmt.Sprintf("icews:#%016x%08x", g.rng.Uint64(), g.made), Day: ledger.Day(16_000 + g.made/800), Source: party(), Target: party(),
			Type: types[code%16], Mode: fmt.Sprintf("m%d", code%40), Code: fmt.Sprintf("%03d", code), Label: fmt.Sprintf("Express something of the sort %d", code),
			Rated: true, Intensity: float64(code%20) - 10, Publisher: fmt.Sprintf("Agency %d", g.skewed(2000)), Place: fmt.Sprintf("Town %d", g.skewed(9000)), Line: g.made}
		r.Link = int64(g.rng.Uint64() >> 1)
		if g.rng.IntN(5) == 0 && i > 0 {
			r.Link = out[g.rng.IntN(i)].Link
		}
		out[i] = r
		g.made++
	}
	return out
}

// The import benchmarks put 300,000 reports in batches of 10,000, each a durable transaction; making them is not timed.
const (
	benchReports = 300_000
	benchBatch   = 10_000
)

func BenchmarkReportsSQLite(b *testing.B) {
	benchmarkReports(b, func() string { return filepath.Join(b.TempDir(), "ledger.db") })
}

func BenchmarkReportsPostgres(b *testing.B) {
	benchmarkReports(b, func() string { return testkit.Postgres(b) })
}

func benchmarkReports(b *testing.B, fresh func() string) {
	var spent time.Duration
	for b.Loop() {
		b.StopTimer()
		d := openAt(b, Config{DSN: fresh()})
		fillReports(b, d, benchReports, func(f func()) {
			before := processorTime(b, syscall.RUSAGE_SELF)
			b.StartTimer()
			f()
			b.StopTimer()
			spent += processorTime(b, syscall.RUSAGE_SELF) - before
		})
		b.StartTimer()
	}
	b.ReportMetric(benchReports*float64(b.N)/b.Elapsed().Seconds(), "reports/s")
	b.ReportMetric(float64(spent.Microseconds())/(benchReports*float64(b.N)), "cpu-µs/report")
	b.ReportMetric(0, "ns/op")
}

func fillReports(b *testing.B, d *DB, n int, timed func(func())) {
	g := &likeICEWS{rng: rand.New(rand.NewPCG(1, 1))}
	for g.made < n {
		batch := g.batch(benchBatch)
		timed(func() {
			if added, err := d.PutReports(context.Background(), "icews", batch); err != nil || added != len(batch) {
				b.Fatalf("%d added, %v", added, err)
			}
		})
	}
}

// BenchmarkReadReports reads a set of a million in the ways that rules and screens do, on SQLite.
func BenchmarkReadReports(b *testing.B) {
	benchmarkReadReports(b, filepath.Join(b.TempDir(), "ledger.db"))
}

// BenchmarkReadReportsPostgres is BenchmarkReadReports on PostgreSQL.
func BenchmarkReadReportsPostgres(b *testing.B) { benchmarkReadReports(b, testkit.Postgres(b)) }

func benchmarkReadReports(b *testing.B, dsn string) {
	ctx := context.Background()
	d := openAt(b, Config{DSN: dsn})
	fillReports(b, d, 1_000_000, func(f func()) { f() })
	for _, way := range []struct {
		name string
		read func() error
	}{
		{"EachSighting of all", func() error {
			return d.EachSighting(ctx, store.ReportQuery{Set: "icews"}, func(*store.Sighting) error { return nil })
		}},
		{"EachSighting of a state", func() error {
			return d.EachSighting(ctx, store.ReportQuery{Set: "icews", Either: []string{"S04"}}, func(*store.Sighting) error { return nil })
		}},
		{"ReportDays of all", func() error { _, err := d.ReportDays(ctx, store.ReportQuery{Set: "icews"}); return err }},
		{"ReportDays of a state", func() error {
			_, err := d.ReportDays(ctx, store.ReportQuery{Set: "icews", Either: []string{"S04"}})
			return err
		}},
		{"ReportSets", func() error { _, err := d.ReportSets(ctx); return err }},
		{"Backup", func() error { return d.Backup(ctx, discard{}) }},
		{"Verify", func() error { _, err := d.Verify(ctx, nil); return err }},
	} {
		b.Run(way.name, func(b *testing.B) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			began := time.Now()
			for b.Loop() {
				if err := way.read(); err != nil {
					b.Fatal(err)
				}
			}
			runtime.ReadMemStats(&after)
			b.ReportMetric(time.Since(began).Seconds()/float64(b.N), "s/read")
			b.ReportMetric(float64(after.Mallocs-before.Mallocs)/float64(b.N)/1e6, "mallocs/report")
			b.ReportMetric(0, "ns/op")
		})
	}
}

type discard struct{}

func (discard) Write(b []byte) (int, error) { return len(b), nil }
