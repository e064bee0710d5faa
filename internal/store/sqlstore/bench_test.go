package sqlstore

import (
	"context"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"orrery/internal/store/storetest"
	"orrery/internal/testkit"
)

// The import benchmarks write 200,000 events in batches of 5,000 through Append, everything on: validation, hash chain, reverse
// index, counters, full text, durable commits. Making the events is not timed. b.N is not rows: one run is the measure.
const benchEvents = 200_000

func BenchmarkImportSQLite(b *testing.B) {
	benchmarkImport(b, func() string { return filepath.Join(b.TempDir(), "ledger.db") })
}

func BenchmarkImportPostgres(b *testing.B) {
	benchmarkImport(b, func() string { return testkit.Postgres(b) })
}

func benchmarkImport(b *testing.B, fresh func() string) {
	ctx := context.Background()
	var spent time.Duration
	for b.Loop() {
		b.StopTimer()
		d, err := Open(ctx, Config{DSN: fresh()})
		if err != nil {
			b.Fatal(err)
		}
		g := storetest.NewGenerator(storetest.Volume{Events: benchEvents, Seed: 1})
		if _, err := d.Append(ctx, "bench", g.Base()); err != nil {
			b.Fatal(err)
		}
		for done := 0; done < benchEvents; done += 5000 {
			changes := g.Events(5000)
			before := processorTime(b, syscall.RUSAGE_SELF)
			b.StartTimer()
			_, err := d.Append(ctx, "bench", changes)
			b.StopTimer()
			spent += processorTime(b, syscall.RUSAGE_SELF) - before
			if err != nil {
				b.Fatal(err)
			}
		}
		d.Close()
		b.StartTimer()
	}
	b.ReportMetric(benchEvents*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
	b.ReportMetric(float64(spent.Microseconds())/(benchEvents*float64(b.N)), "cpu-µs/row")
	b.ReportMetric(0, "ns/op")
}

// rusageThread is Linux's RUSAGE_THREAD, which package syscall does not name.
const rusageThread = 1

// processorTime is what this process, or the calling thread, has used so far; an engine in another process is not in it.
func processorTime(b *testing.B, who int) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(who, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
