package sqlstore

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"orrery/internal/store"
	"orrery/internal/store/storetest"
	"orrery/ledger"
)

// benchLedgerEnv names a file to keep the generated ledger in, so that a second run need not make it again.
const benchLedgerEnv = "ORRERY_BENCH_LEDGER"

// benchVolume is the size that the reads behind the screens are promised for.
func benchVolume() storetest.Volume {
	return storetest.Volume{Events: 1_000_000, Documents: 100_000, Seed: 1}
}

// BenchmarkReads measures what the screens ask of a ledger of a million events and a hundred thousand documents, and
// reports the 50th and 99th percentile of each kind of read in milliseconds, by the clock and in processor time.
func BenchmarkReads(b *testing.B) {
	ctx := context.Background()
	path := os.Getenv(benchLedgerEnv)
	if path == "" {
		path = filepath.Join(b.TempDir(), "ledger.db")
	}
	d := openAt(b, Config{DSN: path})
	fill(b, d)
	g := storetest.NewGenerator(benchVolume())
	rng := rand.New(rand.NewPCG(5, 5))
	code := func() string { return g.Actors()[rng.IntN(len(g.Actors()))] }
	word := func() string { x := rng.Float64(); return g.Words()[int(x*x*float64(len(g.Words())))] }
	events := []ledger.Kind{ledger.KindEvent}
	by, to := []ledger.Role{ledger.RoleBy}, []ledger.Role{ledger.RoleTo}
	party := func(roles []ledger.Role) []store.PartyIs {
		return []store.PartyIs{{Roles: roles, Keys: []string{code()}}}
	}
	reads := map[string]func() error{
		"latest-by": func() error {
			_, err := d.Accepted(ctx, store.Query{Kinds: events, Party: party(by), Order: store.ByDateDesc, Limit: 50})
			return err
		},
		"latest-of-dyad": func() error {
			_, err := d.Accepted(ctx, store.Query{Kinds: events, Party: append(party(by), party(to)...), Order: store.ByDateDesc, Limit: 50})
			return err
		},
		"latest-any-kind": func() error {
			_, err := d.Accepted(ctx, store.Query{Party: party(nil), Order: store.ByDateDesc, Limit: 50})
			return err
		},
		"in-a-month": func() error {
			from := ledger.Day(9000 + rng.IntN(11000))
			_, err := d.Accepted(ctx, store.Query{Kinds: events, Party: party(to), From: from, To: from + 30, Limit: 100})
			return err
		},
		"years-now": func() error {
			_, err := d.Count(ctx, store.Query{Kinds: events, Party: party([]ledger.Role{ledger.RoleBy, ledger.RoleTo})}, "year")
			return err
		},
		"years-as-of": func() error {
			_, err := d.Count(ctx, store.Query{Kinds: events, Party: party(by), AsOf: time.Now()}, "year")
			return err
		},
		"inventory": func() error { _, err := d.Inventory(ctx, time.Time{}); return err },
		"get": func() error {
			_, err := d.Get(ctx, ledger.KindEvent, fmt.Sprintf("gen-%07d", rng.IntN(1_000_000)), time.Time{})
			return err
		},
		"search-word": func() error {
			_, err := d.Search(ctx, store.SearchQuery{Words: word()})
			return err
		},
		"search-common": func() error {
			_, err := d.Search(ctx, store.SearchQuery{Words: g.Words()[rng.IntN(20)]})
			return err
		},
		"search-two": func() error {
			_, err := d.Search(ctx, store.SearchQuery{Words: g.Words()[rng.IntN(200)] + " " + word()})
			return err
		},
		"search-phrase": func() error {
			_, err := d.Search(ctx, store.SearchQuery{Words: `"` + g.Words()[rng.IntN(50)] + " " + g.Words()[rng.IntN(50)] + `"`})
			return err
		},
		"search-prefix": func() error {
			w := []rune(word())
			_, err := d.Search(ctx, store.SearchQuery{Words: string(w[:min(3, len(w))]) + "*"})
			return err
		},
		"search-documents": func() error {
			_, err := d.Search(ctx, store.SearchQuery{Words: word(), Kinds: []ledger.Kind{ledger.KindDocument}})
			return err
		},
	}
	var names []string
	for name := range reads {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		b.Run(name, func(b *testing.B) {
			runtime.LockOSThread() // SQLite runs on the caller's thread, whose time is then the read's
			defer runtime.UnlockOSThread()
			var took, cpu []time.Duration
			for b.Loop() {
				for range 300 {
					begun, before := time.Now(), processorTime(b, rusageThread)
					if err := reads[name](); err != nil {
						b.Fatal(err)
					}
					took, cpu = append(took, time.Since(begun)), append(cpu, processorTime(b, rusageThread)-before)
				}
			}
			for unit, of := range map[string][]time.Duration{"ms": took, "cpu-ms": cpu} {
				slices.Sort(of)
				b.ReportMetric(float64(of[len(of)/2].Microseconds())/1000, "p50-"+unit)
				b.ReportMetric(float64(of[len(of)*99/100].Microseconds())/1000, "p99-"+unit)
			}
			b.ReportMetric(0, "ns/op")
		})
	}
}

// fill makes the ledger unless a run before made it.
func fill(b *testing.B, d *DB) {
	b.Helper()
	n, err := d.Count(context.Background(), store.Query{}, "kind")
	if err != nil {
		b.Fatal(err)
	}
	v := benchVolume()
	for _, t := range n {
		if t.Name == string(ledger.KindDocument) && t.N == int64(v.Documents) {
			return
		}
	}
	begun := time.Now()
	if err := storetest.Generate(context.Background(), d, v, nil); err != nil {
		b.Fatal(err)
	}
	b.Logf("made in %v", time.Since(begun).Round(time.Second))
}
