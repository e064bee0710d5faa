package storetest

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"orrery/internal/store"
	"orrery/ledger"
)

func reportFile(set, hash string, minute, added int) store.ReportFile {
	return store.ReportFile{Set: set, Hash: hash, Name: "events " + hash + ".tab", Form: "tab", At: start().Add(time.Duration(minute) * time.Minute), Who: "ada",
		Rows: 9, Reports: 8, Added: added, First: -3, Last: 20000, Denominator: "data set", Covered: []store.ReportSpan{{First: -3, Last: 20000}},
		States: []string{"KGZ", "RUS"}, Summary: json.RawMessage(`{"unmapped":["Nowhere"]}`)}
}

func testReportSets(t *testing.T, b bench) {
	if sets, err := b.ReportSets(ctx); err != nil || len(sets) != 0 {
		t.Errorf("an empty ledger has sets %+v, %v", sets, err)
	}
	one, two, again := told("1", -10, "RUS", "KGZ", "CONSULT"), told("2", 40, "RUS", "KGZ", "AID"), told("3", -10, "RUS", "KGZ", "AID")
	other := told("4", -10, "KAZ", "", "AID")
	other.Link = 0
	b.putReports(t, "icews", one, two, other)
	b.putReports(t, "icews", again)
	// Imported in the order b, a; the files of a set that has no report are listed too.
	for _, f := range []store.ReportFile{reportFile("icews", "b", 1, 3), reportFile("icews", "a", 2, 1), reportFile("acled", "c", 3, 0)} {
		if err := b.PutReportFile(ctx, f); err != nil {
			t.Fatal(err)
		}
	}
	want := []store.ReportSet{
		{Set: "acled", Files: []store.ReportFile{reportFile("acled", "c", 3, 0)}},
		{Set: "icews", Reports: 4, Linked: 1, First: -10, Last: 40, Types: []store.Tally{{Name: "AID", N: 3}, {Name: "CONSULT", N: 1}},
			Files: []store.ReportFile{reportFile("icews", "b", 1, 3), reportFile("icews", "a", 2, 1)}}}
	b.sets(t, want)
	// The same file again replaces its note and stands where its time is.
	again2 := store.ReportFile{Set: "icews", Hash: "b", At: start().Add(time.Hour)}
	if err := b.PutReportFile(ctx, again2); err != nil {
		t.Fatal(err)
	}
	want[1].Files = []store.ReportFile{reportFile("icews", "a", 2, 1), again2}
	b.sets(t, want)
	for _, bad := range []store.ReportFile{{Set: "icews"}, {Hash: "h"}, {Set: "icews", Hash: "h\x00"}, {Set: "icews", Hash: "h", Summary: json.RawMessage("{")}} {
		if err := b.PutReportFile(ctx, bad); err == nil {
			t.Errorf("a note %+v was kept", bad)
		}
	}

	if n, err := b.DropReports(ctx, "icews"); err != nil || n != 4 {
		t.Errorf("DropReports: %d, %v", n, err)
	}
	for _, set := range []string{"icews", "none", "\xff"} {
		if n, err := b.DropReports(ctx, set); err != nil || n != 0 {
			t.Errorf("DropReports of what is not there: %d, %v", n, err)
		}
	}
	b.sets(t, want[:1])
	if got := sightings(t, b, store.ReportQuery{Set: "icews"}); got != nil {
		t.Errorf("a set that was dropped has %v", got)
	}
	if n := b.putReports(t, "icews", one); n != 1 {
		t.Errorf("after it was dropped a report is not new")
	}
	b.sets(t, append(want[:1:1], store.ReportSet{Set: "icews", Reports: 1, First: -10, Last: -10, Types: []store.Tally{{Name: "CONSULT", N: 1}}}))
	if report, err := b.Verify(ctx, nil); err != nil || len(report.Breaks) > 0 {
		t.Errorf("Verify: %+v, %v", report, err)
	}
	for _, set := range []string{"icews", "acled"} {
		if _, err := b.DropReports(ctx, set); err != nil {
			t.Fatal(err)
		}
	}
	if n := b.putReports(t, "last", one); n != 1 || len(byKey(t, b, "last", "1")) != 1 {
		t.Errorf("after all sets were dropped: %d", n)
	}
}

func (b bench) sets(t *testing.T, want []store.ReportSet) {
	t.Helper()
	got, err := b.ReportSets(ctx)
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("ReportSets (%v):\n%s", err, diff)
	}
}

// testReportText puts text that an engine may not like: it is kept, or cleaned, or refused in words.
func testReportText(t *testing.T, b bench) {
	long := strings.Repeat("долгий текст ", 20_000)
	for i, c := range []struct{ put, want string }{
		{"a\x00b", "a\uFFFDb"}, {"\xff\xfe", "\uFFFD"}, {"x\xc3", "x\uFFFD"}, {"'; DROP TABLE report; --", ""}, {long, ""}, {"\u200e🙂\n\t\"\\", ""}, {"[", ""}, {"<&>\u2028", ""}, {" ", ""},
	} {
		if c.want == "" {
			c.want = c.put
		}
		make := func(s string) store.EventReport {
			p := store.ReportParty{State: s, Name: s, Sectors: s}
			return store.EventReport{Key: fmt.Sprintf("k%d", i), Day: 1, Source: p, Target: p, Type: ledger.EventType(s), Mode: s, Contexts: []string{s, "", s}, Code: s, Label: s, Place: s,
				PlaceState: s, Publisher: s, Text: s, URL: s}
		}
		b.putReports(t, "odd", make(c.put))
		got := byKey(t, b, "odd", fmt.Sprintf("k%d", i))
		if diff := cmp.Diff([]store.EventReport{make(c.want)}, got); diff != "" {
			t.Errorf("%.20q:\n%.600s", c.put, diff)
		}
	}
	longKey := strings.Repeat("key ", 10_000)
	b.putReports(t, "odd", store.EventReport{Key: longKey}, store.EventReport{Key: longKey + "."})
	if n := b.putReports(t, "odd", store.EventReport{Key: longKey}); n != 0 || len(byKey(t, b, "odd", longKey)) != 1 {
		t.Errorf("a long key is not found again")
	}
	before := len(sightings(t, b, store.ReportQuery{Set: "odd"}))
	for what, r := range map[string]store.EventReport{"no key": {Line: 77}, "zero byte in the key": {Key: "a\x00", Line: 77}, "broken key": {Key: "\xff", Line: 77},
		"not a number": {Key: "n", Rated: true, Intensity: math.NaN(), Line: 77}, "infinite": {Key: "n", Rated: true, Intensity: math.Inf(1), Line: 77}} {
		if n, err := b.PutReports(ctx, "odd", []store.EventReport{{Key: "good " + what}, r}); err == nil || n != 0 || !strings.Contains(err.Error(), "line 77") {
			t.Errorf("%s: %d added, %v; want an error that names the line", what, n, err)
		}
	}
	for _, set := range []string{"", "a\x00", "\xff", strings.Repeat("s", 300)} {
		if _, err := b.PutReports(ctx, set, []store.EventReport{{Key: "k"}}); err == nil {
			t.Errorf("a set %.10q was made", set)
		}
	}
	if after := len(sightings(t, b, store.ReportQuery{Set: "odd"})); after != before {
		t.Errorf("a refused batch left %d reports", after-before)
	}
	if report, err := b.Verify(ctx, nil); err != nil || len(report.Breaks) > 0 {
		t.Errorf("Verify: %+v, %v", report, err)
	}
}

func testReportBackup(t *testing.T, b bench) {
	b.furnish(t)
	for i := range 70 {
		b.putReports(t, []string{"b", "a"}[i%2], told(fmt.Sprintf("k%02d", i), ledger.Day(i%5-2), "RUS", []string{"KAZ", "", "UZB"}[i%3], "CONSULT"), store.EventReport{Key: fmt.Sprintf("bare%d", i), Line: i})
	}
	for _, f := range []store.ReportFile{reportFile("b", "2", 2, 60), reportFile("a", "1", 2, 0), reportFile("noted", "1", 9, 0)} {
		if err := b.PutReportFile(ctx, f); err != nil {
			t.Fatal(err)
		}
	}
	var backup bytes.Buffer
	if err := b.Backup(ctx, &backup); err != nil {
		t.Fatal(err)
	}
	restored, err := b.e.Restore(t, bytes.NewReader(backup.Bytes()))
	if err != nil {
		t.Fatalf("Restore: %v", err)
	}
	sets, err := b.ReportSets(ctx)
	if err != nil {
		t.Fatal(err)
	}
	bench{restored, b.e, b.clock}.sets(t, sets)
	for _, set := range []string{"a", "b"} {
		want := sightings(t, b, store.ReportQuery{Set: set})
		if diff := cmp.Diff(want, sightings(t, restored, store.ReportQuery{Set: set})); diff != "" {
			t.Errorf("the restored reports of %s:\n%s", set, diff)
		}
		for _, s := range want {
			if diff := cmp.Diff(byKey(t, b, set, s.Key), byKey(t, restored, set, s.Key)); diff != "" {
				t.Errorf("a restored report:\n%s", diff)
			}
		}
	}
	before, err := b.Verify(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	after, err := restored.Verify(ctx, nil)
	if diff := cmp.Diff(before, after); err != nil || diff != "" || after.Reports != 140 {
		t.Errorf("the restored ledger verifies as (- before, + after, %v):\n%s", err, diff)
	}
	if n, err := restored.PutReports(ctx, "a", []store.EventReport{{Key: "k01"}, {Key: "next"}}); err != nil || n != 1 {
		t.Errorf("going on: %d, %v", n, err)
	}
	whole := backup.Bytes()
	for at := len(whole) / 8; at < len(whole); at += len(whole) / 8 {
		flipped := bytes.Clone(whole)
		flipped[at] ^= 0x10
		if _, err := b.e.Restore(t, bytes.NewReader(flipped)); !errors.Is(err, store.ErrDamaged) {
			t.Errorf("a bit flipped at %d: %v, want ErrDamaged", at, err)
		}
	}
}

// testReportsWhileWriting reads while others write: neither waits for the other, and a read sees one state.
func testReportsWhileWriting(t *testing.T, b bench) {
	for day := range 20 {
		batch := make([]store.EventReport, 100)
		for i := range batch {
			batch[i] = told(fmt.Sprintf("%d-%d", day, i), ledger.Day(day), "RUS", "KAZ", "AID")
		}
		b.putReports(t, "s", batch...)
	}
	seen := 0
	err := b.EachSighting(ctx, store.ReportQuery{Set: "s"}, func(s *store.Sighting) error {
		if seen++; seen == 10 {
			b.putReports(t, "s", store.EventReport{Key: "late", Day: 900, Mode: "a new word"})
			b.add(t, event("meanwhile", "2025", "RUS", "KAZ", "written during the read"))
			if n, err := b.DropReports(ctx, "s"); err != nil || n != 2001 {
				t.Errorf("DropReports during a read: %d, %v", n, err)
			}
		}
		if s.Source != "RUS" || s.Type != "AID" || len(s.Contexts) != 2 {
			t.Fatalf("a read sees half of what was written: %+v", s)
		}
		return nil
	})
	if err != nil || seen != 2000 {
		t.Errorf("%d reports were read, %v; want the 2000 that were there when it began", seen, err)
	}
	b.putReports(t, "s", told("x", 1, "RUS", "", ""), told("y", 1, "RUS", "", ""))
	stopped, stop := context.WithCancel(ctx)
	defer stop()
	seen = 0
	err = b.EachSighting(stopped, store.ReportQuery{Set: "s"}, func(*store.Sighting) error { seen++; stop(); return nil })
	if !errors.Is(err, context.Canceled) || seen != 1 {
		t.Errorf("a cancelled read: %v after %d", err, seen)
	}
	if n, err := b.PutReports(stopped, "s", []store.EventReport{{Key: "z"}}); err == nil || n != 0 {
		t.Errorf("a cancelled write: %d, %v", n, err)
	}
	if got := byKey(t, b, "s", "z"); got != nil {
		t.Errorf("a cancelled write left %v", got)
	}
}
