package storetest

import (
	"bytes"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"orrery/internal/store"
)

func (b bench) offer(t *testing.T, set, hash string) {
	t.Helper()
	if err := b.OfferReportFile(ctx, store.ReportFile{Set: set, Hash: hash, Name: hash + ".csv", Who: "ada", First: -3, Last: 9}); err != nil {
		t.Fatal(err)
	}
}

func (b bench) note(t *testing.T, f store.ReportFile) {
	t.Helper()
	if err := b.PutReportFile(ctx, f); err != nil {
		t.Fatal(err)
	}
}

func history(t *testing.T, s store.Reports, set string) []store.ReportPast {
	t.Helper()
	out, err := s.ReportHistory(ctx, set)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// testReportHistory looks whether everything that was done with sets stays told: by their order in the ledger, through drops, other
// declarations and a backup.
func testReportHistory(t *testing.T, b bench) {
	if got := history(t, b, ""); len(got) != 0 {
		t.Errorf("an empty ledger has the history %+v", got)
	}
	list := func(set string) store.ReportFile {
		return store.ReportFile{Set: set, Hash: "a", Name: "a.csv", Who: "ada", First: -3, Last: 9}
	}
	start := b.clock.Now()
	offered := func(seq, head int64, minutes int, set, hash string) store.ReportPast {
		return store.ReportPast{Seq: seq, Head: head, At: start.Add(time.Duration(minutes) * time.Minute), Kind: store.ReportOffered, Set: set, Hash: hash, Who: "ada", Name: hash + ".csv", First: -3, Last: 9}
	}
	said := func(seq, head int64, minutes int, f store.ReportFile) store.ReportPast {
		return store.ReportPast{Seq: seq, Head: head, At: start.Add(time.Duration(minutes) * time.Minute), Kind: store.ReportDeclared, Set: f.Set, Hash: f.Hash, Who: "ada", Denominator: f.Denominator, Covered: f.Covered, States: f.States}
	}
	cases, register := list("s"), list("s")
	register.Denominator, register.Covered, register.States = "register", []store.ReportSpan{{First: 0, Last: 5}}, []string{"KAZ"}
	b.offer(t, "s", "a")
	b.offer(t, "s", "a") // says nothing new
	if sets, err := b.ReportSets(ctx); err != nil || len(sets) != 0 {
		t.Errorf("a file that was only offered made the sets %+v, %v", sets, err)
	}
	b.putReports(t, "s", told("1", 1, "RUS", "KAZ", "AID"))
	b.clock.Advance(time.Minute)
	b.add(t, event("later", "2025", "RUS", "KAZ", "written between"))
	b.note(t, cases)
	b.clock.Advance(-time.Hour) // a clock that is put back moves nothing back
	b.note(t, register)
	b.note(t, register)
	if _, err := b.DropReports(ctx, "s"); err != nil {
		t.Fatal(err)
	}
	b.note(t, list("other")) // never offered by itself
	b.offer(t, "third", "b")
	want := []store.ReportPast{offered(1, 0, 0, "s", "a"), said(2, 1, 2, cases), said(3, 1, 2, register),
		{Seq: 4, Head: 1, At: start.Add(2 * time.Minute), Kind: store.ReportDropped, Set: "s", Reports: 1},
		offered(5, 1, 2, "other", "a"), said(6, 1, 2, list("other")), offered(7, 1, 2, "third", "b")}
	if diff := cmp.Diff(want, history(t, b, "")); diff != "" {
		t.Errorf("the history:\n%s", diff)
	}
	if diff := cmp.Diff(want[:6], history(t, b, "s")); diff != "" {
		t.Errorf("the history of a set, and of its files elsewhere:\n%s", diff)
	}
	if diff := cmp.Diff(want[6:], history(t, b, "third")); diff != "" {
		t.Errorf("the history of a set by itself:\n%s", diff)
	}
	for _, none := range []string{"none", "\xff"} {
		if got := history(t, b, none); len(got) != 0 {
			t.Errorf("a set that never was has the history %+v", got)
		}
	}
	for _, bad := range []store.ReportFile{{Set: "s"}, {Hash: "h"}, {Set: "s", Hash: "h\x00"}} {
		if err := b.OfferReportFile(ctx, bad); err == nil {
			t.Errorf("the offer %+v was kept", bad)
		}
	}
	if report, err := b.Verify(ctx, nil); err != nil || len(report.Breaks) > 0 {
		t.Errorf("Verify: %+v, %v", report, err)
	}
	var backup bytes.Buffer
	if err := b.Backup(ctx, &backup); err != nil {
		t.Fatal(err)
	}
	restored, err := b.e.Restore(t, &backup)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, history(t, restored, "")); diff != "" {
		t.Errorf("the restored history:\n%s", diff)
	}
	bench{restored, b.e, b.clock}.offer(t, "s", "new")
	if got := history(t, restored, ""); len(got) != 8 || got[7].Seq != 8 || got[7].Head != 1 {
		t.Errorf("a restored history goes on with %+v", got[7:])
	}
	if report, err := restored.Verify(ctx, nil); err != nil || len(report.Breaks) > 0 {
		t.Errorf("Verify of the restored ledger: %+v, %v", report, err)
	}
}

// testReportHead looks whether every change to reports shows in their head, and nothing else does.
func testReportHead(t *testing.T, b bench) {
	read := func() store.ReportHead {
		h, err := b.ReportHead(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	f := reportFile("s", "a", 1, 1)
	seen := []store.ReportHead{read()}
	for i, step := range []struct {
		what   string
		do     func()
		leaves bool
	}{
		{"an offer", func() { b.offer(t, "s", "a") }, false},
		{"reports", func() { b.putReports(t, "s", told("1", 1, "RUS", "KAZ", "AID")) }, false},
		{"the same reports", func() { b.putReports(t, "s", told("1", 1, "RUS", "KAZ", "AID")) }, true},
		{"a record", func() { b.add(t, event("e", "2025", "RUS", "KAZ", "a record")) }, true},
		{"a file", func() { b.note(t, f) }, false},
		{"another summary", func() { f.Summary = []byte(`{"more":1}`); b.note(t, f) }, false},
		{"another declaration", func() { f.Covered = []store.ReportSpan{{First: 1, Last: 2}}; b.note(t, f) }, false},
		{"another set", func() { b.putReports(t, "z", told("1", 1, "RUS", "KAZ", "AID")) }, false},
		{"a drop", func() {
			if _, err := b.DropReports(ctx, "z"); err != nil {
				t.Fatal(err)
			}
		}, false},
		{"the set again", func() { b.putReports(t, "z", told("2", 1, "RUS", "KAZ", "AID")) }, false},
	} {
		step.do()
		now := read()
		if same := cmp.Equal(seen[i], now); same != step.leaves {
			t.Errorf("%s: the head went from %+v to %+v", step.what, seen[i], now)
		}
		for _, old := range seen[:i] {
			if !step.leaves && cmp.Equal(old, now) {
				t.Errorf("%s: the head %+v was there before", step.what, now)
			}
		}
		seen = append(seen, now)
	}
	got, err := b.ReportSetOf(ctx, "s")
	f.Summary = nil
	want := store.ReportSet{Set: "s", Reports: 1, First: 1, Last: 1, Types: []store.Tally{{Name: "AID", N: 1}}, Files: []store.ReportFile{f}}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("ReportSetOf (%v):\n%s", err, diff)
	}
	for _, none := range []string{"none", "\xff", ""} {
		if _, err := b.ReportSetOf(ctx, none); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("a set that is not there: %v", err)
		}
	}
}
