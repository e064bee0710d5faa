package storetest

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"orrery/internal/store"
	"orrery/ledger"
)

// told is a report with every field said.
func told(key string, day ledger.Day, source, target string, kind ledger.EventType) store.EventReport {
	deaths := 0
	return store.EventReport{Key: key, Day: day, Within: 2, Source: store.ReportParty{State: source, Name: "Ministry of " + source, Sectors: "Government"},
		Target: store.ReportParty{State: target, Name: "Police of " + target, Sectors: "Police, Government"}, Type: kind, Mode: "meet", Contexts: []string{"military", "health"},
		Code: "042", Label: "Make a visit", Mutual: true, Link: 7, Rated: true, Intensity: -1.5, Mentions: 3, Sources: 2, Articles: 4, Deaths: &deaths,
		Place: "Ош", PlaceState: "KGZ", Publisher: "A Paper", Text: "They met.", URL: "https://example.org/1?a=b", Line: 12}
}

func (b bench) putReports(t *testing.T, set string, batch ...store.EventReport) int {
	t.Helper()
	n, err := b.PutReports(ctx, set, batch)
	if err != nil {
		t.Fatalf("PutReports: %v", err)
	}
	return n
}

// sightings copies what EachSighting gives.
func sightings(t *testing.T, s store.Reports, q store.ReportQuery) []store.Sighting {
	t.Helper()
	var out []store.Sighting
	err := s.EachSighting(ctx, q, func(s *store.Sighting) error {
		one := *s
		one.Contexts = slices.Clone(s.Contexts)
		out = append(out, one)
		return nil
	})
	if err != nil {
		t.Fatalf("EachSighting(%+v): %v", q, err)
	}
	return out
}

func sightingOf(r store.EventReport) store.Sighting {
	return store.Sighting{Key: r.Key, Day: r.Day, Within: r.Within, Source: r.Source.State, Target: r.Target.State, Type: r.Type, Mode: r.Mode, Contexts: r.Contexts, Link: r.Link}
}

func byKey(t *testing.T, s store.Reports, set string, keys ...string) []store.EventReport {
	t.Helper()
	out, err := s.ReportsByKey(ctx, set, keys)
	if err != nil {
		t.Fatalf("ReportsByKey: %v", err)
	}
	return out
}

func testReportRoundTrip(t *testing.T, b bench) {
	full, bare := told("a:1", 20000, "RUS", "KGZ", "CONSULT"), store.EventReport{Key: "a:2", Day: -400_000}
	twelve := 12
	dead := store.EventReport{Key: "a:3", Day: 20000, Deaths: &twelve, Rated: true, Contexts: []string{"x"}}
	ends := store.EventReport{Key: "a:4", Day: ledger.MaxDay, Link: math.MinInt64, Intensity: math.MaxFloat64, Rated: true, Mentions: math.MaxInt32}
	if n := b.putReports(t, "a", full, bare, dead, ends); n != 4 {
		t.Fatalf("%d were added, want 4", n)
	}
	got := byKey(t, b, "a", "a:4", "a:none", "a:2", "a:1", "a:3", "a:2")
	if diff := cmp.Diff([]store.EventReport{ends, bare, full, dead, bare}, got); diff != "" {
		t.Errorf("in the order of keys:\n%s", diff)
	}
	if diff := cmp.Diff([]store.Sighting{sightingOf(bare), sightingOf(full), sightingOf(dead), sightingOf(ends)}, sightings(t, b, store.ReportQuery{Set: "a"})); diff != "" {
		t.Errorf("sightings by day and key:\n%s", diff)
	}
	// A report that is there stays as it is, and a key counts once in a batch.
	other := full
	other.Mode, other.Day = "phone", 3
	if n := b.putReports(t, "a", other, store.EventReport{Key: "a:5"}, store.EventReport{Key: "a:5", Mode: "second"}); n != 1 {
		t.Errorf("%d were added of one known and one new that comes twice", n)
	}
	if got := byKey(t, b, "a", "a:1", "a:5"); len(got) != 2 || got[0].Mode != "meet" || got[0].Day != 20000 || got[1].Mode != "" {
		t.Errorf("after the same keys again: %+v", got)
	}
	// Another set may use the same keys.
	if n := b.putReports(t, "b", bare); n != 1 || len(byKey(t, b, "b", "a:2", "a:1")) != 1 {
		t.Errorf("the same key in another set: %d added", n)
	}
	for _, set := range []string{"none", "\x00", ""} {
		if got := sightings(t, b, store.ReportQuery{Set: set}); got != nil {
			t.Errorf("a set that is not there has %v", got)
		}
		if got := byKey(t, b, set, "a:1"); got != nil {
			t.Errorf("a set that is not there has %v", got)
		}
	}
	// Reports are beside the ledger: no revision, no record.
	if report, err := b.Verify(ctx, nil); err != nil || len(report.Breaks) > 0 || report.Revisions != 0 || report.Reports != 6 {
		t.Errorf("Verify: %+v, %v", report, err)
	}
}

func testReportQuery(t *testing.T, b bench) {
	var all []store.EventReport
	states, types := []string{"", "RUS", "KAZ", "KGZ"}, []ledger.EventType{"", "CONSULT", "ASSAULT"}
	on := []ledger.Day{-700, -36, -5, -2, -1, 0, 2, 3, 4, 26, 9000} // near and far: a read of states may go by slices
	for i := range 300 {
		r := told(fmt.Sprintf("k%03d", (i*7)%300), on[i%len(on)], states[i%4], states[i/4%4], types[i%3])
		r.Link = 0
		all = append(all, r)
	}
	b.putReports(t, "s", all...)
	b.putReports(t, "other", all[:50]...)
	slices.SortFunc(all, func(x, y store.EventReport) int {
		if x.Day != y.Day {
			return int(x.Day - y.Day)
		}
		return strings.Compare(x.Key, y.Key)
	})
	for _, q := range []store.ReportQuery{
		{}, {From: -2, To: 3}, {From: 0, To: 2}, {From: -1, To: 0}, {From: 6, To: 9}, {Types: types[1:2]}, {Types: types[:2]}, {Types: []ledger.EventType{"AID"}}, {Types: []ledger.EventType{"\xff"}},
		{Either: []string{"KAZ"}}, {Either: []string{"KAZ", "RUS"}}, {Either: []string{"USA"}}, {Either: []string{""}}, {Either: []string{"KGZ", "", "\x00"}},
		{Either: []string{"KGZ", "USA"}, From: -3, To: 4, Types: types[1:]},
	} {
		var want []store.Sighting
		var days []store.ReportDay
		for _, r := range all {
			if (q.From != 0 || q.To != 0) && (r.Day < q.From || r.Day > q.To) || len(q.Types) > 0 && !slices.Contains(q.Types, r.Type) {
				continue
			}
			named := func(state string) bool { return state != "" && slices.Contains(q.Either, state) }
			if len(q.Either) > 0 && !named(r.Source.State) && !named(r.Target.State) {
				continue
			}
			want = append(want, sightingOf(r))
			if n := len(days); n == 0 || days[n-1].Day != r.Day {
				days = append(days, store.ReportDay{Day: r.Day})
			}
			days[len(days)-1].Reports++
		}
		q.Set = "s"
		if diff := cmp.Diff(want, sightings(t, b, q)); diff != "" {
			t.Errorf("EachSighting(%+v):\n%s", q, diff)
		}
		got, err := b.ReportDays(ctx, q)
		if diff := cmp.Diff(days, got); err != nil || diff != "" {
			t.Errorf("ReportDays(%+v), %v:\n%s", q, err, diff)
		}
	}
	stop := errors.New("enough")
	seen := 0
	if err := b.EachSighting(ctx, store.ReportQuery{Set: "s"}, func(*store.Sighting) error { seen++; return stop }); err != stop || seen != 1 { //nolint:errorlint // as it is, not wrapped
		t.Errorf("an error of each: %v after %d, want it as it is after one", err, seen)
	}
}

// testReportsTwice imports random batches in random order, twice: as if once.
func testReportsTwice(t *testing.T, b bench) {
	rng := rand.New(rand.NewPCG(4, 4))
	pick := func(from ...string) string { return from[rng.IntN(len(from))] }
	known := map[string]store.EventReport{}
	var batches [][]store.EventReport
	for range 30 {
		batch := make([]store.EventReport, rng.IntN(60)) // of either side of the size from which COPY is used
		for i := range batch {
			key := fmt.Sprintf("k%d", rng.IntN(800))
			r, ok := known[key]
			if !ok {
				r = told(key, ledger.Day(rng.IntN(40)-20), pick("RUS", "KAZ", ""), pick("RUS", "UZB", ""), ledger.EventType(pick("CONSULT", "AID", "")))
				r.Link, r.Publisher, r.Contexts = int64(rng.IntN(4)), pick("P", "Q", ""), []string{pick("x", "y"), pick("1", "2", "3")}
				known[key] = r
			}
			batch[i] = r
		}
		batches = append(batches, batch)
	}
	added := 0
	for range 2 {
		rng.Shuffle(len(batches), func(i, j int) { batches[i], batches[j] = batches[j], batches[i] })
		for _, batch := range batches {
			n, err := b.PutReports(ctx, "s", batch)
			if err != nil {
				t.Fatal(err)
			}
			added += n
		}
	}
	if added != len(known) {
		t.Errorf("%d were added of %d", added, len(known))
	}
	type thing struct {
		day  ledger.Day
		link int64
	}
	things, linked, types := map[thing]bool{}, int64(0), map[string]int64{}
	for _, r := range known {
		if at := (thing{r.Day, r.Link}); r.Link != 0 && things[at] {
			linked++
		} else {
			things[at] = true
		}
		types[string(r.Type)]++
		if got := byKey(t, b, "s", r.Key); len(got) != 1 || !cmp.Equal(got[0], r) {
			t.Fatalf("stored:\n%s", cmp.Diff([]store.EventReport{r}, got))
		}
	}
	sets, err := b.ReportSets(ctx)
	if err != nil || len(sets) != 1 || sets[0].Reports != int64(len(known)) || sets[0].Linked != linked || len(sets[0].Types) != 3 {
		t.Fatalf("ReportSets: %+v, %v; want %d reports of which %d linked", sets, err, len(known), linked)
	}
	for i, one := range sets[0].Types {
		if types[one.Name] != one.N || i > 0 && one.N > sets[0].Types[i-1].N {
			t.Errorf("types are %+v, want %v, most first", sets[0].Types, types)
		}
	}
	if report, err := b.Verify(ctx, nil); err != nil || len(report.Breaks) > 0 || report.Reports != int64(len(known)) {
		t.Errorf("Verify: %+v, %v", report, err)
	}
}
