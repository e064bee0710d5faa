package storetest

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"orrery/internal/store"
	"orrery/ledger"
)

// sameRecord compares all that a reader can see.
func sameRecord(t *testing.T, what string, want, got ledger.Record) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b ledger.Date) bool { return a == b }), cmpopts.EquateComparable(ledger.Window{})); diff != "" {
		t.Errorf("%s (- written, + read):\n%s", what, diff)
	}
}

func testRoundTrip(t *testing.T, b bench) {
	b.add(t, &ledger.Source{Key: "s1", Title: "A source"})
	body := event("e1", "2025-12~", "RUS", "KAZ", `They met. <b>"Тест"</b> & more`)
	body.Contexts = []string{"diplomatic"}
	rec := b.write(t, store.Change{Kind: ledger.KindEvent, Body: body, Status: ledger.Draft, Coder: person, Why: "because",
		Evidence: []ledger.Evidence{{Source: "s1", Note: "page 2"}}})[0]
	if rec.Rev != 1 || rec.Seq != 2 || rec.Key != "e1" || !rec.ID.Valid() || rec.Who != "ada" || rec.Why != "because" || rec.Prev == "" || rec.Hash == "" {
		t.Errorf("the revision written is %+v", rec)
	}
	if want := start().Add(2 * time.Minute); !rec.At.Equal(want) {
		t.Errorf("its ledger time is %v, want %v", rec.At, want)
	}
	got, err := b.Get(ctx, ledger.KindEvent, "e1", time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	sameRecord(t, "by key", rec, got)
	if got, err = b.GetID(ctx, rec.ID, time.Time{}); err != nil {
		t.Fatal(err)
	}
	sameRecord(t, "by id", rec, got)
	if got, err = b.Get(ctx, ledger.KindEvent, strings.ToLower(string(rec.ID)), time.Time{}); err != nil {
		t.Fatal(err)
	}
	sameRecord(t, "by id as key, in lower case", rec, got)
	for _, try := range []func() error{
		func() error { _, err := b.Get(ctx, ledger.KindEvent, "e2", time.Time{}); return err },
		func() error { _, err := b.Get(ctx, ledger.KindActor, "e1", time.Time{}); return err },
		func() error { _, err := b.Get(ctx, ledger.KindEvent, "e1\x00", time.Time{}); return err },
		func() error { _, err := b.Get(ctx, ledger.KindEvent, "e1\xff", time.Time{}); return err },
		func() error { _, err := b.Snapshot(ctx, "\x00"); return err },
		func() error { _, err := b.Get(ctx, ledger.KindActor, string(rec.ID), time.Time{}); return err },
		func() error { _, err := b.GetID(ctx, "01ARZ3NDEKTSV4RRFFQ69G5FAV", time.Time{}); return err },
		func() error { _, err := b.History(ctx, "01ARZ3NDEKTSV4RRFFQ69G5FAV"); return err },
		func() error { _, err := b.Text(ctx, "00"); return err },
		func() error { _, err := b.Snapshot(ctx, "00"); return err },
	} {
		if err := try(); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("what is not there gives %v, want ErrNotFound", err)
		}
	}
}

func testKinds(t *testing.T, b bench) {
	value := 0.7
	bodies := []ledger.Noun{
		&ledger.Source{Key: "s", Title: "T", Grade: "B"},
		&ledger.Actor{Code: "KAZ", Type: ledger.ActorState, Names: map[string]string{"en": "Kazakhstan", "kk": "Қазақстан"}},
		&ledger.Person{Slug: "p", Names: map[string]string{"en": "P"}, Actor: "KAZ", Office: "President"},
		&ledger.Membership{Actor: "KAZ", Organisation: "CIS", Status: ledger.Member, From: ledger.MustDate("1991-12-21")},
		event("e", "1999", "RUS", "KAZ", "s"),
		&ledger.Episode{Slug: "ep", Hub: "RUS", Targets: []string{"KAZ"}, Name: "N", Triggers: []string{"e"}},
		&ledger.Item{Slug: "i", Title: "T", Question: "Q", T0: ledger.MustDate("2025-12-29"), Hub: "RUS"},
		&ledger.Stance{Item: "i", Actor: "KAZ", Position: ledger.Silent, Summary: "nothing", Imported: true, SearchLog: []ledger.Search{{Where: "site"}}},
		&ledger.RollCall{Symbol: "A/RES/1", When: ledger.MustDate("2022-03-02"), Title: "T"},
		&ledger.Vote{RollCall: "A/RES/1", Actor: "KAZ", Choice: ledger.Abstain, When: ledger.MustDate("2022-03-02")},
		&ledger.Statement{Speaker: "p", Summary: "said", Concept: "gas"},
		&ledger.Tie{Actor: "KAZ", Hub: "RUS", Channel: ledger.ChannelTrade, Measure: "share", Value: &value, Unit: "%", When: ledger.MustDate("2020")},
		&ledger.Claim{Slug: "c", Text: "text"},
		&ledger.Forecast{Slug: "f", Author: "p", Statement: "s", Probability: &value},
		&ledger.Resolution{Forecast: "f", Outcome: ledger.OutcomeOpen},
		&ledger.Run{Model: "m", CodeVersion: "1", DataHash: "h"},
		&ledger.Region{Name: "r", Title: "T", Hub: "RUS", States: []string{"KAZ"}},
	}
	for i, rec := range b.add(t, bodies...) {
		got, err := b.Get(ctx, rec.Kind, rec.Key, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		sameRecord(t, string(rec.Kind), rec, got)
		if natural := bodies[i].NaturalKey(); natural != "" && rec.Key != natural || natural == "" && rec.Key != string(rec.ID) {
			t.Errorf("%s: its key is %q, its natural key %q and its id %s", rec.Kind, rec.Key, natural, rec.ID)
		}
	}
	if report, err := b.Verify(ctx, nil); err != nil || len(report.Breaks) > 0 {
		t.Errorf("Verify: %v, %+v", err, report.Breaks)
	}
}

func testAsOf(t *testing.T, b bench) {
	first := b.add(t, event("e", "2025-01-01", "RUS", "KAZ", "one"))[0]
	second := b.write(t, store.Change{Kind: ledger.KindEvent, Key: "e", Base: 1, Body: event("e", "2024-01-01", "RUS", "UZB", "two")})[0]
	third := b.write(t, store.Change{Kind: ledger.KindEvent, Key: "e", Base: 2, Status: ledger.Rejected})[0]
	for _, c := range []struct {
		asOf time.Time
		want int // revision; 0: none
	}{
		{first.At.Add(-time.Millisecond), 0}, {first.At, 1}, {second.At.Add(-time.Millisecond), 1}, {second.At, 2},
		{second.At.Add(500 * time.Microsecond), 2}, {third.At.Add(-time.Millisecond), 2}, {third.At, 3}, {time.Time{}, 3},
	} {
		got, err := b.Get(ctx, ledger.KindEvent, "e", c.asOf)
		if c.want == 0 {
			if !errors.Is(err, store.ErrNotFound) {
				t.Errorf("before the first revision: %v", err)
			}
		} else if err != nil || got.Rev != c.want {
			t.Errorf("as of %v: revision %d (%v), want %d", c.asOf, got.Rev, err, c.want)
		}
		accepted := c.want == 1 || c.want == 2
		if n := len(b.accepted(t, store.Query{AsOf: c.asOf, Kinds: []ledger.Kind{ledger.KindEvent}})); (n == 1) != accepted {
			t.Errorf("as of %v: %d accepted, want %t", c.asOf, n, accepted)
		}
		inUZB := b.accepted(t, store.Query{AsOf: c.asOf, Party: []store.PartyIs{{Keys: []string{"UZB"}}}})
		if (len(inUZB) == 1) != (c.want == 2) {
			t.Errorf("as of %v: %d events with UZB, at revision %d", c.asOf, len(inUZB), c.want)
		}
		tally, err := b.Count(ctx, store.Query{AsOf: c.asOf, Kinds: []ledger.Kind{ledger.KindEvent}}, "year")
		year := map[int]string{1: "2025", 2: "2024"}[c.want]
		if err != nil || accepted && (len(tally) != 1 || tally[0].Name != year) || !accepted && len(tally) != 0 {
			t.Errorf("as of %v: counted %v (%v), want one in %q", c.asOf, tally, err, year)
		}
	}
}

func testSameMillisecond(t *testing.T, b bench) {
	var last ledger.Record
	for i := range 5 { // the clock stands still
		recs, err := b.Append(ctx, "ada", []store.Change{{Kind: ledger.KindEvent, Key: "e", Base: i, Coder: person, Status: ledger.Accepted,
			Body: event("e", "2025-01-01", "RUS", "KAZ", fmt.Sprint("version ", i))}})
		if err != nil {
			t.Fatal(err)
		}
		if i > 0 && !recs[0].At.After(last.At) {
			t.Errorf("revision %d is at %v, the one before at %v", recs[0].Rev, recs[0].At, last.At)
		}
		last = recs[0]
	}
	for i := range 5 {
		asOf := start().Add(time.Duration(i) * time.Millisecond)
		if got := b.accepted(t, store.Query{Kinds: []ledger.Kind{ledger.KindEvent}, AsOf: asOf}); len(got) != 1 || got[0].Rev != i+1 {
			t.Errorf("as of %v stood %d revisions, the first %+v", asOf, len(got), got)
		}
	}
}

func testClockBack(t *testing.T, b bench) {
	first := b.add(t, event("a", "2025-01-01", "RUS", "KAZ", "one"))[0]
	b.clock.Set(start().Add(-24 * time.Hour))
	recs, err := b.Append(ctx, "ada", []store.Change{{Kind: ledger.KindEvent, Body: event("b", "2025-01-01", "RUS", "KAZ", "two"), Status: ledger.Accepted, Coder: person}})
	if err != nil || recs[0].At.Before(first.At) {
		t.Errorf("after the clock went back a revision is at %v (%v), the one before at %v", recs[0].At, err, first.At)
	}
}

func testNoChange(t *testing.T, b bench) {
	first := b.add(t, event("e", "2025-01-01", "RUS", "KAZ", "one"))[0]
	for _, base := range []int{0, 1} { // a load knows no base; repeating it must change nothing
		again := b.write(t, store.Change{Kind: ledger.KindEvent, Base: base, Body: event("e", "2025-01-01", "RUS", "KAZ", "one"),
			Status: ledger.Accepted, Coder: person, Evidence: []ledger.Evidence{}, Why: "another reason"})[0]
		sameRecord(t, "writing the same again", first, again)
	}
	if h, err := b.History(ctx, first.ID); err != nil || len(h) != 1 {
		t.Errorf("%d revisions (%v) after writing the same three times", len(h), err)
	}
	for what, c := range map[string]store.Change{
		"status": {Status: ledger.Rejected}, "coder": {Coder: ledger.Coder{Kind: ledger.CoderModel, Name: "m"}},
		"body": {Body: event("e", "2025-01-01", "RUS", "KAZ", "two")},
	} {
		cur, err := b.Get(ctx, ledger.KindEvent, "e", time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		c.Kind, c.Key, c.Base = ledger.KindEvent, "e", cur.Rev
		if rec := b.write(t, c)[0]; rec.Rev != cur.Rev+1 {
			t.Errorf("a change of the %s made no revision", what)
		}
	}
}

func testKeep(t *testing.T, b bench) {
	b.add(t, &ledger.Source{Key: "s", Title: "T"})
	first := b.write(t, store.Change{Kind: ledger.KindEvent, Body: event("e", "2025-01-01", "RUS", "KAZ", "one"), Status: ledger.Draft, Coder: person,
		Evidence: []ledger.Evidence{{Source: "s"}}})[0]
	second := b.write(t, store.Change{Kind: ledger.KindEvent, Key: string(first.ID), Base: 1, Status: ledger.Accepted})[0]
	want := first
	want.Rev, want.Seq, want.At, want.Prev, want.Hash, want.Status, want.Why = second.Rev, second.Seq, second.At, second.Prev, second.Hash, ledger.Accepted, ""
	sameRecord(t, "what was kept", want, second)
	third := b.write(t, store.Change{Kind: ledger.KindEvent, Key: "e", Base: 2, Evidence: []ledger.Evidence{}})[0]
	if len(third.Evidence) != 0 || third.Status != ledger.Accepted {
		t.Errorf("emptying the evidence gave %v, %s", third.Evidence, third.Status)
	}
}

func testConflict(t *testing.T, b bench) {
	b.add(t, event("e", "2025-01-01", "RUS", "KAZ", "one"))
	b.write(t, store.Change{Kind: ledger.KindEvent, Key: "e", Base: 1, Status: ledger.Draft})
	for _, c := range []struct {
		change       store.Change
		base, stands int
	}{
		{store.Change{Kind: ledger.KindEvent, Key: "e", Base: 1, Status: ledger.Rejected}, 1, 2},
		{store.Change{Kind: ledger.KindEvent, Key: "e", Base: 3, Status: ledger.Rejected}, 3, 2},
		{store.Change{Kind: ledger.KindEvent, Key: "e", Base: 1, Status: ledger.Draft}, 1, 2}, // did not see the body that stands
		{store.Change{Kind: ledger.KindEvent, Body: event("e", "2025-01-01", "RUS", "KAZ", "other"), Status: ledger.Draft, Coder: person}, 0, 2},
		{store.Change{Kind: ledger.KindEvent, Key: "none", Base: 4, Status: ledger.Draft}, 4, 0},
		{store.Change{Kind: ledger.KindEvent, Key: "none", Status: ledger.Draft}, 0, 0},
	} {
		_, err := b.Append(ctx, "bob", []store.Change{c.change})
		var conflict *store.Conflict
		if !errors.As(err, &conflict) {
			t.Errorf("base %d on %q: %v, want a conflict", c.change.Base, c.change.Key, err)
			continue
		}
		if conflict.Base != c.base || conflict.Current != c.stands || c.stands > 0 && conflict.Who != "ada" {
			t.Errorf("the conflict says %+v, want base %d and current %d", conflict, c.base, c.stands)
		}
	}
}

func testAllOrNone(t *testing.T, b bench) {
	b.add(t, event("e", "2025-01-01", "RUS", "KAZ", "one"))
	_, err := b.Append(ctx, "ada", []store.Change{
		{Kind: ledger.KindEvent, Body: event("f", "2025-01-01", "RUS", "KAZ", "two"), Status: ledger.Accepted, Coder: person},
		{Kind: ledger.KindEvent, Key: "e", Base: 1, Status: ledger.Rejected},
		{Kind: ledger.KindEvent, Body: event("e", "2025-01-01", "RUS", "KAZ", "three"), Status: ledger.Accepted, Coder: person},
	})
	var conflict *store.Conflict
	if !errors.As(err, &conflict) || !strings.Contains(err.Error(), "3 of 3") {
		t.Errorf("the error is %v: it should be a conflict that says which change", err)
	}
	if _, err := b.Get(ctx, ledger.KindEvent, "f", time.Time{}); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("the first change of a refused write is there (%v)", err)
	}
	if rec, err := b.Get(ctx, ledger.KindEvent, "e", time.Time{}); err != nil || rec.Rev != 1 {
		t.Errorf("the second change of a refused write is there: %+v, %v", rec, err)
	}
	if recs, err := b.Append(ctx, "ada", nil); err != nil || len(recs) != 0 {
		t.Errorf("an empty write gave %v, %v", recs, err)
	}
}

func testKeyFixed(t *testing.T, b bench) {
	b.add(t, event("e", "2025-01-01", "RUS", "KAZ", "one"))
	_, err := b.Append(ctx, "ada", []store.Change{{Kind: ledger.KindEvent, Key: "e", Base: 1, Body: event("f", "2025-01-01", "RUS", "KAZ", "one")}})
	if len(ledger.FaultsOf(err)) == 0 {
		t.Errorf("changing the key gave %v, want a fault", err)
	}
	slugless := event("", "2025-01-01", "RUS", "KAZ", "coded in the reader")
	rec := b.add(t, slugless)[0]
	named := event("g", "2025-01-01", "RUS", "KAZ", "coded in the reader")
	if got := b.write(t, store.Change{Kind: ledger.KindEvent, Key: rec.Key, Base: 1, Body: named})[0]; got.Key != string(rec.ID) {
		t.Errorf("a record known by its id has the key %q after it got a slug, want %q", got.Key, rec.ID)
	}
}

func testFaults(t *testing.T, b bench) {
	good := event("e", "2025-01-01", "RUS", "KAZ", "one")
	for what, c := range map[string]store.Change{
		"no summary":  {Kind: ledger.KindEvent, Body: event("e", "2025-01-01", "RUS", "KAZ", ""), Status: ledger.Accepted, Coder: person},
		"no status":   {Kind: ledger.KindEvent, Body: good, Coder: person},
		"no coder":    {Kind: ledger.KindEvent, Body: good, Status: ledger.Accepted},
		"wrong kind":  {Kind: ledger.KindActor, Key: "x", Body: good, Status: ledger.Accepted, Coder: person},
		"zero byte":   {Kind: ledger.KindEvent, Body: event("e\x00", "2025-01-01", "RUS", "KAZ", "one"), Status: ledger.Accepted, Coder: person},
		"not UTF-8":   {Kind: ledger.KindEvent, Body: event("e", "2025-01-01", "R\xff", "KAZ", "one"), Status: ledger.Accepted, Coder: person},
		"two in one":  {Kind: ledger.KindEvent, Body: good, Status: ledger.Accepted, Coder: person, Evidence: []ledger.Evidence{{Quote: "a", Source: "b"}}},
		"sign in key": {Kind: ledger.KindEvent, Body: event("e", "2025-01-01", "=accepted", "KAZ", "one"), Status: ledger.Accepted, Coder: person},
	} {
		if _, err := b.Append(ctx, "ada", []store.Change{c}); len(ledger.FaultsOf(err)) == 0 {
			t.Errorf("%s: %v, want faults", what, err)
		}
	}
	if _, err := b.Append(ctx, "", []store.Change{{Kind: ledger.KindEvent, Body: good, Status: ledger.Accepted, Coder: person}}); len(ledger.FaultsOf(err)) == 0 {
		t.Errorf("nobody wrote: %v, want a fault", err)
	}
	if stock, err := b.Inventory(ctx, time.Time{}); err != nil || len(stock) != 0 {
		t.Errorf("after refused writes the ledger holds %v (%v)", stock, err)
	}
}

func testEvidence(t *testing.T, b bench) {
	for what, e := range map[string]ledger.Evidence{
		"quote": {Quote: "abc/1-2"}, "vote": {Vote: "A/RES/1/KAZ"}, "source": {Source: "unheard-of"},
	} {
		_, err := b.Append(ctx, "ada", []store.Change{{Kind: ledger.KindEvent, Body: event("e", "2025-01-01", "RUS", "KAZ", "one"), Status: ledger.Accepted,
			Coder: person, Evidence: []ledger.Evidence{e}}})
		faults := ledger.FaultsOf(err)
		if len(faults) != 1 || !strings.Contains(faults[0].Problem, what) || !strings.Contains(faults[0].Problem, e.Quote+e.Vote+e.Source) {
			t.Errorf("evidence of a %s that is not there: %v", what, err)
		}
	}
}

func testBatchRefersToItself(t *testing.T, b bench) {
	recs := b.write(t,
		store.Change{Kind: ledger.KindSource, Body: &ledger.Source{Key: "s", Title: "T"}, Status: ledger.Accepted, Coder: person},
		store.Change{Kind: ledger.KindEvent, Body: event("e", "2025-01-01", "RUS", "KAZ", "one"), Status: ledger.Draft, Coder: person, Evidence: []ledger.Evidence{{Source: "s"}}},
		store.Change{Kind: ledger.KindEvent, Key: "e", Base: 1, Status: ledger.Accepted},
		store.Change{Kind: ledger.KindEvent, Key: "e", Base: 2, Body: event("e", "2025-01-02", "RUS", "UZB", "two")},
	)
	if recs[3].Rev != 3 || recs[3].Status != ledger.Accepted || len(recs[3].Evidence) != 1 {
		t.Errorf("three changes of one record in a write gave %+v", recs[3])
	}
	for i := 1; i < len(recs); i++ {
		if recs[i].Prev != recs[i-1].Hash || recs[i].Seq != recs[i-1].Seq+1 {
			t.Errorf("revision %d does not follow the one before it", recs[i].Seq)
		}
	}
	if got := b.accepted(t, store.Query{Kinds: []ledger.Kind{ledger.KindEvent}}); len(got) != 1 || got[0].Rev != 3 {
		t.Errorf("accepted are %v", keysOf(got))
	}
	if report, err := b.Verify(ctx, nil); err != nil || len(report.Breaks) > 0 {
		t.Errorf("Verify: %v, %+v", err, report.Breaks)
	}
}

func testWriters(t *testing.T, b bench) {
	b.add(t, event("shared", "2025-01-01", "RUS", "KAZ", "version 0"))
	const writers, each = 4, 8
	var wg sync.WaitGroup
	errs := make(chan error, writers*each)
	for w := range writers {
		wg.Go(func() {
			for i := range each {
				_, err := b.Append(ctx, fmt.Sprint("writer ", w), []store.Change{{Kind: ledger.KindEvent, Status: ledger.Accepted, Coder: person,
					Body: event(fmt.Sprintf("own-%d-%d", w, i), "2025-01-01", "RUS", "KAZ", "own")}})
				for err == nil { // take turns at the shared record; whoever was too late reads it again
					var cur ledger.Record
					if cur, err = b.Get(ctx, ledger.KindEvent, "shared", time.Time{}); err != nil {
						break
					}
					_, err = b.Append(ctx, fmt.Sprint("writer ", w), []store.Change{{Kind: ledger.KindEvent, Key: "shared", Base: cur.Rev,
						Body: event("shared", "2025-01-01", "RUS", "KAZ", fmt.Sprintf("by %d, time %d", w, i))}})
					var conflict *store.Conflict
					if !errors.As(err, &conflict) {
						break
					}
					err = nil
				}
				if err != nil {
					errs <- err
				}
			}
		})
	}
	wg.Wait()
	close(errs)
	for err := range errs {
		t.Error(err)
	}
	shared, err := b.Get(ctx, ledger.KindEvent, "shared", time.Time{})
	if err != nil || shared.Rev != 1+writers*each {
		t.Errorf("the shared record has revision %d (%v), want %d: an edit was lost", shared.Rev, err, 1+writers*each)
	}
	report, err := b.Verify(ctx, nil)
	if err != nil || len(report.Breaks) > 0 || report.Revisions != 1+2*writers*each {
		t.Errorf("Verify: %v, %+v", err, report)
	}
}

func testCancelled(t *testing.T, b bench) {
	b.add(t, event("e", "2025-01-01", "RUS", "KAZ", "one"))
	gone, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := b.Append(gone, "ada", []store.Change{{Kind: ledger.KindEvent, Key: "e", Base: 1, Status: ledger.Rejected}}); err == nil {
		t.Error("a cancelled write was acknowledged")
	}
	b.write(t, store.Change{Kind: ledger.KindEvent, Key: "e", Base: 1, Status: ledger.Draft}) // and the ledger goes on
	if report, err := b.Verify(ctx, nil); err != nil || len(report.Breaks) > 0 || report.Revisions != 2 {
		t.Errorf("Verify: %v, %+v", err, report)
	}
}
