package storetest

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"orrery/internal/store"
	"orrery/ledger"
)

// furnish writes the small ledger that Damage describes.
func (b bench) furnish(t *testing.T) {
	t.Helper()
	doc := b.put(t, "An interview", speech)
	quote, err := ledger.NewQuote(doc.Key, speech, 0, strings.Index(speech, ":"), ledger.Voice{})
	if err != nil {
		t.Fatal(err)
	}
	b.add(t, quote)
	b.write(t, store.Change{Kind: ledger.KindEvent, Body: event("e", "2025-01-01", "RUS", "KAZ", "one"), Status: ledger.Draft, Coder: person,
		Evidence: []ledger.Evidence{{Quote: quote.NaturalKey()}}})
	b.write(t, store.Change{Kind: ledger.KindEvent, Key: "e", Base: 1, Status: ledger.Accepted})
}

func testVerify(t *testing.T, b bench) {
	report, err := b.Verify(ctx, nil)
	if err != nil || len(report.Breaks) > 0 || report.Revisions != 0 {
		t.Errorf("of an empty ledger: %+v, %v", report, err)
	}
	b.furnish(t)
	var steps []int64
	report, err = b.Verify(ctx, func(done, total int64) { steps = append(steps, done, total) })
	last, e := b.Changes(ctx, time.Time{}, time.Time{}, 1)
	if e != nil {
		t.Fatal(e)
	}
	want := store.Report{Revisions: 4, Records: 3, Blobs: 2, Quotes: 1, Head: last[0].Hash}
	if diff := cmp.Diff(want, report); diff != "" || err != nil {
		t.Errorf("Verify (%v):\n%s", err, diff)
	}
	if len(steps) < 2 || !slices.Equal(steps[len(steps)-2:], []int64{4, 4}) {
		t.Errorf("progress was %v", steps)
	}
	if name, version := b.Engine(); name == "" || version == "" {
		t.Errorf("the engine is %q %q", name, version)
	}
}

func testTamper(t *testing.T, b bench) {
	for _, damage := range Damages() {
		t.Run(string(damage), func(t *testing.T) {
			b := b.e.bench(t)
			b.furnish(t)
			b.e.Tamper(t, b.Store, damage)
			report, err := b.Verify(ctx, nil)
			if err != nil {
				t.Fatalf("Verify: %v", err)
			}
			if len(report.Breaks) == 0 {
				t.Fatal("Verify found nothing")
			}
			first := report.Breaks[0]
			for what, ref := range map[Damage]string{DamageBody: "event:e", DamageWho: "event:e", DamageText: "document:", DamageIndex: "event:e"} {
				if damage == what && !slices.ContainsFunc(report.Breaks, func(b store.Break) bool { return strings.HasPrefix(b.Ref, ref) }) {
					t.Errorf("no break names %s: %+v", ref, report.Breaks)
				}
			}
			if first.Problem == "" {
				t.Errorf("the break says nothing: %+v", first)
			}
			t.Logf("%s: %+v", damage, report.Breaks)
		})
	}
}

func testLargeBatch(t *testing.T, b bench) {
	const n = 3000 // several blocks, so that making and writing overlap
	g := NewGenerator(Volume{Events: n, Seed: 3})
	b.write(t, g.Base()...)
	changes := g.Events(n)
	changes = append(changes, store.Change{Kind: ledger.KindEvent, Key: "gen-0000007", Base: 1, Status: ledger.Rejected})
	recs := b.write(t, changes...)
	if recs[n].Rev != 2 || recs[n].ID != recs[7].ID {
		t.Errorf("an edit in the batch that creates the record: %+v", recs[n])
	}
	spoiled := NewGenerator(Volume{Events: n, Seed: 4}).Events(n)
	for _, c := range spoiled {
		c.Body.(*ledger.Event).Slug += "-spoiled"
	}
	spoiled[n-5].Body.(*ledger.Event).Summary = ""
	if _, err := b.Append(ctx, "ada", spoiled); len(ledger.FaultsOf(err)) == 0 {
		t.Errorf("a fault near the end of a batch gave %v", err)
	}
	report, err := b.Verify(ctx, nil)
	if err != nil || len(report.Breaks) > 0 || report.Head != recs[n].Hash {
		t.Errorf("Verify: %v, %+v", err, report)
	}
	again := b.write(t, changes[8:n]...) // a load that is repeated
	if diff := cmp.Diff(recs[n-1].Hash, again[len(again)-1].Hash); diff != "" {
		t.Errorf("loading the same again wrote something:\n%s", diff)
	}
}

func testBackup(t *testing.T, b bench) {
	b.furnish(t)
	g := NewGenerator(Volume{Events: 50, Seed: 5})
	b.write(t, g.Base()...)
	b.write(t, g.Events(50)...)
	b.write(t, store.Change{Kind: ledger.KindEvent, Key: "gen-0000003", Base: 1, Status: ledger.Rejected})
	var backup bytes.Buffer
	if err := b.Backup(ctx, &backup); err != nil {
		t.Fatal(err)
	}
	restored, err := b.e.Restore(t, bytes.NewReader(backup.Bytes()))
	if err != nil {
		t.Fatalf("Restore: %v", err)
	}
	before, err := b.Verify(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	after, err := restored.Verify(ctx, nil)
	if diff := cmp.Diff(before, after); err != nil || diff != "" {
		t.Errorf("the restored ledger verifies as (- before, + after, %v):\n%s", err, diff)
	}
	event, err := b.Get(ctx, ledger.KindEvent, "e", time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	h1, err1 := b.History(ctx, event.ID)
	h2, err2 := restored.History(ctx, event.ID)
	if err1 != nil || err2 != nil || len(h1) != 2 || len(h2) != 2 {
		t.Fatalf("histories: %d and %d revisions, %v, %v", len(h1), len(h2), err1, err2)
	}
	for i := range h1 {
		sameRecord(t, "a restored revision", h1[i], h2[i])
	}
	s1, err1 := b.Inventory(ctx, time.Time{})
	s2, err2 := restored.Inventory(ctx, time.Time{})
	if diff := cmp.Diff(s1, s2); err1 != nil || err2 != nil || diff != "" {
		t.Errorf("inventories (%v, %v):\n%s", err1, err2, diff)
	}
	old, err := restored.Accepted(ctx, store.Query{Keys: []string{"gen-0000003"}, AsOf: b.clock.Now().Add(-time.Second)})
	if err != nil || len(old.Records) != 1 {
		t.Errorf("a restored ledger has lost its past: %v, %v", keysOf(old.Records), err)
	}
	if hits, err := restored.Search(ctx, store.SearchQuery{Words: "restraint"}); err != nil || len(hits) != 1 {
		t.Errorf("full text of the restored ledger: %v, %v", hits, err)
	}
	// It goes on where it stood.
	recs, err := restored.Append(ctx, "ada", []store.Change{{Kind: ledger.KindEvent, Key: "e", Base: 2, Status: ledger.Rejected}})
	if err != nil || recs[0].Seq != before.Revisions+1 || recs[0].Prev != before.Head {
		t.Errorf("the next revision of the restored ledger: %+v, %v", recs, err)
	}
}

func testBackupDamaged(t *testing.T, b bench) {
	b.furnish(t)
	var backup bytes.Buffer
	if err := b.Backup(ctx, &backup); err != nil {
		t.Fatal(err)
	}
	whole := backup.Bytes()
	damaged := map[string][]byte{"empty": {}, "nonsense": []byte("not a backup"), "half": whole[:len(whole)/2], "without its end": whole[:len(whole)-9]}
	for _, at := range []int{len(whole) / 4, len(whole) / 2, len(whole) * 3 / 4, len(whole) - 20} {
		flipped := bytes.Clone(whole)
		flipped[at] ^= 0x10
		damaged[strings.Repeat("a bit flipped ", at)[:20]+string(rune('0'+at%10))] = flipped
	}
	for what, backup := range damaged {
		if _, err := b.e.Restore(t, bytes.NewReader(backup)); !errors.Is(err, store.ErrDamaged) {
			t.Errorf("%s: %v, want ErrDamaged", what, err)
		}
	}
}

func testGenerated(t *testing.T, b bench) {
	var last int
	if err := Generate(ctx, b, Volume{Events: 250, Documents: 5, Batch: 100, Seed: 1}, func(done, total int) {
		if last = done; total != 255 {
			t.Errorf("total is %d", total)
		}
	}); err != nil {
		t.Fatal(err)
	}
	if last != 255 {
		t.Errorf("progress ended at %d", last)
	}
	n, err := b.Count(ctx, store.Query{}, "kind")
	want := []store.Tally{{Name: "actor", N: 30}, {Name: "document", N: 5}, {Name: "event", N: 250}, {Name: "source", N: 1000}}
	if diff := cmp.Diff(want, n); err != nil || diff != "" {
		t.Errorf("the generated ledger holds (%v):\n%s", err, diff)
	}
	report, err := b.Verify(ctx, nil)
	if err != nil || len(report.Breaks) > 0 {
		t.Errorf("Verify: %v, %+v", err, report.Breaks)
	}
}
