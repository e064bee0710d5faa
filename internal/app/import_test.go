package app_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"orrery/internal/app"
	"orrery/internal/store"
	"orrery/internal/testkit"
	"orrery/ledger"
)

// inMemory is a file to import.
func inMemory(name, text string) app.ImportFile {
	return app.ImportFile{Name: name, Size: int64(len(text)), Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }}
}

func fixtureOfVotes(t *testing.T, name string) app.ImportFile {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(testkit.Repo(t), "internal", "dataset", "unga", "testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return inMemory(name, string(b))
}

// importUNGA imports a file that must be sound.
func (w *world) importUNGA(f app.ImportFile) app.ImportReport {
	w.t.Helper()
	return must(w.ImportUNGA(w.t.Context(), f, app.ImportOptions{}))(w.t)
}

func (w *world) vote(key string) ledger.Record {
	w.t.Helper()
	return must(w.db.Get(w.t.Context(), ledger.KindVote, key, time.Time{}))(w.t)
}

func (w *world) revisions() int64 {
	w.t.Helper()
	seq, _, err := w.Head(w.t.Context())
	if err != nil {
		w.t.Fatal(err)
	}
	return seq
}

// made makes one accepted record by hand.
func (w *world) made(bodies ...ledger.Noun) {
	w.t.Helper()
	for _, b := range bodies {
		c := store.Change{Kind: b.Kind(), Body: b, Status: ledger.Accepted, Coder: ledger.Coder{Kind: ledger.CoderPerson, Name: "ana"}, Why: "by hand"}
		if _, err := w.db.Append(w.t.Context(), "ana", []store.Change{c}); err != nil {
			w.t.Fatal(err)
		}
	}
}

func day(t *testing.T, text string) ledger.Date {
	t.Helper()
	return must(ledger.ParseDate(text))(t)
}

func TestImportMakesRollCallsVotesAndStates(t *testing.T) {
	w := empty(t)
	r := w.importUNGA(fixtureOfVotes(t, "library2026.csv"))
	if r.New != (app.ImportCount{RollCalls: 1, Votes: 7, Actors: 7}) || r.Conflicts != 0 || r.Complete || r.Format != "UN Digital Library, 2026 form" {
		t.Errorf("%+v", r)
	}
	if rec := w.vote("A/RES/ES-11/1/UZB"); rec.Body.(*ledger.Vote).Choice != ledger.Absent || rec.Status != ledger.Accepted || len(rec.Evidence) != 1 || rec.Evidence[0].Source != "unga" ||
		rec.Coder.Kind != ledger.CoderDataset || rec.Coder.Name != "unga" || !strings.HasPrefix(r.SHA256, rec.Coder.Version) || len(rec.Coder.Version) != 12 {
		t.Errorf("a non-voting mark became %+v", rec)
	}
	call := must(w.db.Get(t.Context(), ledger.KindRollCall, "A/RES/ES-11/1", time.Time{}))(t).Body.(*ledger.RollCall)
	if *call.Yes != 3 || *call.No != 1 || *call.Abstain != 1 || call.Title != "A made-up title, with a comma" || call.When.String() != "2022-03-02" {
		t.Errorf("%+v", call)
	}
	actor := must(w.db.Get(t.Context(), ledger.KindActor, "NAM", time.Time{}))(t)
	if a := actor.Body.(*ledger.Actor); a.Name() != "Namibia" || a.Type != ledger.ActorState || actor.Evidence[0].Source != "unga" {
		t.Errorf("%+v", actor)
	}
	source := must(w.db.Get(t.Context(), ledger.KindSource, "unga", time.Time{}))(t).Body.(*ledger.Source)
	if !strings.Contains(source.Title, "non-commercial") || !strings.Contains(source.Publisher, "Library") {
		t.Errorf("%+v", source)
	}
	if r.Written != 1+7+1+7+1 { // the source, the states, the roll call, the votes, the run
		t.Errorf("%d revisions were written", r.Written)
	}
}

func TestImportAgainWritesNothing(t *testing.T) {
	w := postSoviet(t)
	for _, name := range []string{"library2026.csv", "library2026_odd.csv", "library2024.csv", "library2024_short.csv", "voeten.csv", "extract.csv"} {
		f := fixtureOfVotes(t, name)
		first := must(w.ImportUNGA(t.Context(), f, app.ImportOptions{}))(t)
		before := w.revisions()
		again := w.importUNGA(f)
		if again.Written != 0 || w.revisions() != before || again.New != (app.ImportCount{}) {
			t.Errorf("%s again: %+v", name, again)
		}
		if first.New.Votes+first.Same.Votes+first.Conflicts != first.Votes || again.Same.Votes+again.Conflicts != first.Votes || first.Conflicts != again.Conflicts {
			t.Errorf("%s: votes are lost: %+v, again %+v", name, first.New, again.Same)
		}
	}
}

// What the ledger holds stays as it is, whoever wrote it.
func TestImportDoesNotOverwrite(t *testing.T) {
	w := postSoviet(t)
	before := w.vote("A/RES/ES-11/1/BLR")
	r := w.importUNGA(inMemory("v.csv", "resolution,date,iso3,vote,total_yes,total_no,total_abstentions\n"+
		"A/RES/ES-11/1,2022-03-02,BLR,A,140,5,35\nA/RES/ES-11/1,2022-03-02,KAZ,A,140,5,35\nA/RES/ES-11/1,2022-03-02,FJI,Y,140,5,35\n"))
	if r.Conflicts != 1 || r.Same.Votes != 1 || r.New.Votes != 1 || r.New.RollCalls != 0 {
		t.Errorf("%+v", r)
	}
	want := app.ImportConflict{Where: "v.csv:2", Ref: "vote:A/RES/ES-11/1/BLR", Ledger: "no", File: "abstain", Who: "casebook postsoviet"}
	if len(r.Disputed) != 1 || r.Disputed[0] != want {
		t.Errorf("%+v, want %+v", r.Disputed, want)
	}
	if after := w.vote("A/RES/ES-11/1/BLR"); after.Hash != before.Hash {
		t.Errorf("the vote was rewritten: %+v", after)
	}
	if len(r.Totals) != 1 || r.Totals[0].Right.Yes != 140 || r.Totals[0].Left == nil {
		t.Errorf("other totals were not listed: %+v", r.Totals)
	}
	// A vote that a person rejected stays rejected.
	rec := w.vote("A/RES/ES-11/1/FJI")
	if _, err := w.db.Append(t.Context(), "ana", []store.Change{{Kind: rec.Kind, Key: rec.Key, Base: rec.Rev, Status: ledger.Rejected, Why: "a slip"}}); err != nil {
		t.Fatal(err)
	}
	r = w.importUNGA(inMemory("v.csv", "resolution,date,iso3,vote\nA/RES/ES-11/1,2022-03-02,FJI,Y\n"))
	if r.New.Votes != 0 || len(r.Disputed) != 1 || r.Disputed[0].Ledger != "rejected: yes" || r.Disputed[0].Who != "ana" {
		t.Errorf("%+v", r)
	}
}

// One resolution is one roll call, under whatever symbol the ledger has it.
func TestImportFindsRollCallsUnderOtherSymbols(t *testing.T) {
	const header = "undl_id,ms_code,ms_name,ms_vote,date,resolution,draft,title,total_yes,total_no,total_abstentions\n"
	totals := func(yes, no, abstain int) (a, b, c *int) { return &yes, &no, &abstain }
	call := func(symbol, when string, yes, no, abstain int) *ledger.RollCall {
		r := &ledger.RollCall{Symbol: symbol, When: day(t, when), Title: "Ours"}
		r.Yes, r.No, r.Abstain = totals(yes, no, abstain)
		return r
	}
	for name, c := range map[string]struct {
		held []ledger.Noun
		text string
		want string // file=ledger by; and the key of the vote
	}{
		"the Library's number": {[]ledger.Noun{call("UNDL-77", "2024-12-19", 1, 1, 1)},
			header + "77,SWE,SWEDEN,Y,2024-12-19,A/RES/79/900,,T,100,2,3\n", "A/RES/79/900=UNDL-77 the Library's number"},
		"the draft": {[]ledger.Noun{call("A/79/L.6", "2024-10-30", 187, 2, 1)},
			header + "78,SWE,SWEDEN,Y,2024-10-30,A/RES/79/7,A/79/L.6,T,187,2,1\n", "A/RES/79/7=A/79/L.6 draft and day"},
		"a draft of another day": {[]ledger.Noun{call("A/79/L.6", "2024-10-29", 187, 2, 1)},
			header + "78,SWE,SWEDEN,Y,2024-10-30,A/RES/79/7,A/79/L.6,T,187,2,1\n", ""},
		"day and totals": {[]ledger.Noun{call("A/79/L.6", "2024-10-30", 187, 2, 1), call("A/RES/79/8", "2024-10-30", 187, 2, 1)},
			header + "78,SWE,SWEDEN,Y,2024-10-30,A/RES/79/7,,T,187,2,1\n", "A/RES/79/7=A/79/L.6 day and totals"},
		"two of the same totals in the ledger": {[]ledger.Noun{call("A/79/L.6", "2024-10-30", 187, 2, 1), call("A/79/L.7", "2024-10-30", 187, 2, 1)},
			header + "78,SWE,SWEDEN,Y,2024-10-30,A/RES/79/7,,T,187,2,1\n", ""},
		"two of the same totals in the file": {[]ledger.Noun{call("A/79/L.6", "2024-10-30", 187, 2, 1)},
			header + "78,SWE,SWEDEN,Y,2024-10-30,A/RES/79/7,,T,187,2,1\n79,SWE,SWEDEN,Y,2024-10-30,A/RES/79/8,,T,187,2,1\n", ""},
		"two resolutions": {[]ledger.Noun{call("A/RES/79/6", "2024-10-30", 187, 2, 1)},
			header + "78,SWE,SWEDEN,Y,2024-10-30,A/RES/79/7,,T,187,2,1\n", ""},
		"Voeten's spelling": {[]ledger.Noun{call("A/RES/68/262", "2014-03-27", 100, 11, 58)},
			"rcid,ccode,vote,year,date,unres\n5,380,1,2014,2014-03-27,R/68/262\n", "same"},
		"Voeten's old symbols": {[]ledger.Noun{call("A/RES/3379(XXX)", "1975-11-10", 1, 0, 0)},
			"rcid,ccode,vote,year,date,unres,yes,no,abstain\n5,380,1,1975,1975-11-10,R/30/3379,1,0,0\n", "R/30/3379=A/RES/3379(XXX) day and totals"},
		"Voeten without symbols": {[]ledger.Noun{call("A/RES/3379(XXX)", "1975-11-10", 1, 0, 0)},
			"rcid,ccode,vote,year,date,yes,no,abstain\n5,380,1,1975,1975-11-10,1,0,0\n", "UNGA#5=A/RES/3379(XXX) day and totals"},
	} {
		w := empty(t)
		w.made(c.held...)
		r := w.importUNGA(inMemory("v.csv", c.text))
		got := ""
		for _, m := range r.Matched {
			got += m.File + "=" + m.Ledger + " " + m.By
		}
		if c.want == "same" {
			got = map[bool]string{true: "same"}[r.New.RollCalls == 0 && len(r.Matched) == 0]
		}
		if got != c.want || (got != "") != (r.New.RollCalls == 0) {
			t.Errorf("%s: matched %q, want %q; %d roll calls were made", name, got, c.want, r.New.RollCalls)
		}
		if again := w.importUNGA(inMemory("v.csv", c.text)); again.Written != 0 {
			t.Errorf("%s: the second time wrote %d", name, again.Written)
		}
	}
}

// Totals are the file's own, or counted where its rows name all members; otherwise they are not known.
func TestImportCountsWholeRollCalls(t *testing.T) {
	var whole strings.Builder
	whole.WriteString("resolution,date,iso3,vote\n")
	codes := strings.Fields(fiftyOne)
	for i, code := range codes {
		fmt.Fprintf(&whole, "A/RES/9(I),1946-06-01,%s,%c\n", code, "YYNAX"[i%5])
		if i > 4 {
			fmt.Fprintf(&whole, "A/RES/8(I),1946-05-01,%s,Y\n", code)
		}
	}
	w := empty(t)
	r := must(w.ImportUNGA(t.Context(), inMemory("w.csv", whole.String()), app.ImportOptions{Incomplete: true}))(t)
	rec := must(w.db.Get(t.Context(), ledger.KindRollCall, "A/RES/9(I)", time.Time{}))(t)
	if c := rec.Body.(*ledger.RollCall); r.Counted != 1 || c.Yes == nil || *c.Yes != 21 || *c.No != 10 || *c.Abstain != 10 || !strings.Contains(rec.Evidence[0].Note, "name 51 members") {
		t.Errorf("%d counted, %+v, %+v", r.Counted, c, rec.Evidence)
	}
	if c := must(w.db.Get(t.Context(), ledger.KindRollCall, "A/RES/8(I)", time.Time{}))(t).Body.(*ledger.RollCall); c.Yes != nil {
		t.Errorf("five members are not named, and yet there are totals: %+v", c)
	}
}

const fiftyOne = `ARG AUS BEL BOL BRA BLR CAN CHL TWN COL CRI CUB CSK DNK DOM ECU EGY SLV ETH FRA GRC GTM HTI HND IND IRN IRQ LBN LBR LUX
	MEX NLD NZL NIC NOR PAN PRY PER PHL POL SAU SYR TUR UKR ZAF RUS GBR USA URY VEN YUG`

func TestImportLeavesOutWhatItCannotTellApart(t *testing.T) {
	w := empty(t)
	_, err := w.ImportUNGA(t.Context(), fixtureOfVotes(t, "sample.csv"), app.ImportOptions{})
	if e, ok := app.Explain(err); !ok || e.Code != app.Invalid || !strings.Contains(e.Error(), "neither the symbol nor the day") || w.revisions() != 0 {
		t.Errorf("%v", err)
	}
}

func TestImportOfABrokenFileWritesNothing(t *testing.T) {
	const header = "resolution,date,iso3,vote\n"
	full := header + "A,1946-01-26,SWE,Y\nB,2024-01-01,SWE,Y\n"
	var packed bytes.Buffer
	zip := gzip.NewWriter(&packed)
	fmt.Fprint(zip, full)
	zip.Close()
	for text, want := range map[string]string{
		header + "R,2020-01-01,SWE,Y\nR,2020-01-01,FIN,Q\n": "v.csv:3:18: \"Q\" is no vote; it must be",
		full:                          "v.csv is not complete",
		packed.String():               "v.csv is not complete",
		packed.String()[:40]:          "unexpected EOF",
		"\x1f\x8bxxxxxxxxxxxxxxxxxxx": "unpacking",
	} {
		w := empty(t)
		_, err := w.ImportUNGA(t.Context(), inMemory("v.csv", text), app.ImportOptions{})
		if e, ok := app.Explain(err); !ok || e.Code != app.Invalid || e.Field != "file" || !strings.Contains(e.Error(), want) || !strings.Contains(e.Error(), "nothing was written") || w.revisions() != 0 {
			t.Errorf("%.40q: %v, want %q", text, err, want)
		}
	}
	w := empty(t)
	r, err := w.ImportUNGA(t.Context(), inMemory("v.csv", packed.String()), app.ImportOptions{Incomplete: true})
	if err != nil || r.New.Votes != 2 || r.Complete || !strings.Contains(r.Short, "at least") {
		t.Errorf("taken as it is: %+v, %v", r, err)
	}
}

// manyVotes is a file of about 40,000 votes.
func manyVotes() string {
	var b strings.Builder
	b.WriteString("resolution,date,iso3,vote\n")
	codes := strings.Fields("SWE FIN DNK NOR ISL EST LVA LTU POL DEU FRA ITA ESP PRT GBR IRL BEL NLD LUX AUT")
	for i := range 2000 {
		for j, code := range codes {
			fmt.Fprintf(&b, "A/RES/70/%d,2015-12-0%d,%s,%c\n", i, 1+i%9, code, "YNAX"[(i+j)%4])
		}
	}
	return b.String()
}

// Stopped between two batches, an import keeps what it wrote, says so, and goes on the next time.
func TestImportStoppedGoesOn(t *testing.T) {
	w := empty(t)
	f := inMemory("many.csv", manyVotes())
	ctx, cancel := context.WithCancel(t.Context())
	r, err := w.ImportUNGA(ctx, f, app.ImportOptions{Writing: func(done, total int64) {
		if total != 40000 {
			t.Errorf("%d votes in all", total)
		}
		if done >= 20000 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) || !r.Stopped || r.New.Votes != 20000 {
		t.Fatalf("%v, %+v", err, r.New)
	}
	if n := must(w.db.Count(t.Context(), store.Query{Kinds: []ledger.Kind{ledger.KindVote}}, ""))(t)[0].N; n != 20000 {
		t.Errorf("the ledger has %d votes", n)
	}
	r = w.importUNGA(f)
	if r.New.Votes != 20000 || r.Same.Votes != 20000 || r.New.RollCalls != 1000 || r.Same.RollCalls != 1000 {
		t.Errorf("the rest: %+v, %+v", r.New, r.Same)
	}
	if r = w.importUNGA(f); r.Written != 0 || r.Same.Votes != 40000 {
		t.Errorf("once more: %+v", r)
	}
	early, stop := context.WithCancel(t.Context())
	stop()
	if r, err := w.ImportUNGA(early, f, app.ImportOptions{}); !errors.Is(err, context.Canceled) || !r.Stopped {
		t.Errorf("stopped before it began: %v", err)
	}
}

// A file that changes between the two readings is found out.
func TestImportOfAFileThatChanges(t *testing.T) {
	w, opened := empty(t), 0
	f := inMemory("v.csv", "")
	f.Open = func() (io.ReadCloser, error) {
		opened++
		return io.NopCloser(strings.NewReader("resolution,date,iso3,vote\nR,2020-01-01,SWE," + string("YN"[opened-1]) + "\n")), nil
	}
	if _, err := w.ImportUNGA(t.Context(), f, app.ImportOptions{}); err == nil || !strings.Contains(err.Error(), "changed while it was read") {
		t.Error(err)
	}
}

// The published file holds every roll call of the casebook up to 2021 under the same symbol, and agrees on each vote.
func TestPublishedRollCallsAgreeWithTheCasebook(t *testing.T) {
	name := testkit.Shared(t, "data", "unga_rollcalls_1946_2021.csv.gz")
	w := postSoviet(t)
	text := fromYear(t, name, "2014-")
	r := w.importUNGA(inMemory("2014.csv", text))
	if r.Conflicts != 0 || r.Same.RollCalls < 5 || r.Same.Votes < 100 || len(r.NotInFile) != 0 || len(r.Matched) != 0 || len(r.Totals) != 0 || r.Counted != r.New.RollCalls {
		t.Errorf("%d conflicts, held %+v, not in the file %v, matched %v, other totals %+v, %d counted", r.Conflicts, r.Same, r.NotInFile, r.Matched, r.Totals, r.Counted)
	}
	t.Logf("2014: %d votes, new %+v, held %+v", r.Votes, r.New, r.Same)
}

// fromYear is the rows of one year of a packed table.
func fromYear(t *testing.T, name, prefix string) string {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	unpacked, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	all, err := io.ReadAll(unpacked)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(string(all), "\n")
	out := lines[0]
	var b strings.Builder
	for _, line := range lines[1:] {
		if strings.HasPrefix(line, prefix) {
			b.WriteString(line)
		}
	}
	return out + b.String()
}
