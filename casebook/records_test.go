package casebook_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"orrery/casebook"
	"orrery/casebook/postsoviet"
	"orrery/ledger"
)

func mustRecords(t testing.TB, cb *casebook.Casebook) []casebook.Draft {
	t.Helper()
	drafts, err := casebook.Records(cb)
	if err != nil {
		t.Fatal(err)
	}
	return drafts
}

// throughALedger is what a store does to records: bodies become JSON and come back,
// in no particular order.
func throughALedger(t *testing.T, drafts []casebook.Draft) []casebook.Draft {
	t.Helper()
	out := make([]casebook.Draft, len(drafts))
	for i, d := range drafts {
		body, err := json.Marshal(d.Body)
		if err != nil {
			t.Fatal(err)
		}
		noun, err := ledger.DecodeNoun(d.Body.Kind(), body)
		if err != nil {
			t.Fatal(err)
		}
		again, err := json.Marshal(noun)
		if err != nil || !bytes.Equal(body, again) {
			t.Fatalf("%s %s is not canonical JSON: %v\n%s\n%s", noun.Kind(), d.Key, err, body, again)
		}
		out[i] = casebook.Draft{Body: noun, Evidence: d.Evidence}
	}
	rng := rand.New(rand.NewPCG(1, 2))
	rng.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// Rows become records and records become the same bytes.
func TestRecordsGiveBackTheBytes(t *testing.T) {
	for name, fsys := range map[string]fs.FS{"postsoviet": postsoviet.Files, "balkans": balkans()} {
		t.Run(name, func(t *testing.T) {
			cb := mustRead(t, fsys)
			drafts := mustRecords(t, cb)
			again, left, err := casebook.FromRecords(throughALedger(t, drafts))
			if err != nil {
				t.Fatal(err)
			}
			for _, l := range left {
				t.Errorf("left out: %s %s: %s", l.Draft.Body.Kind(), l.Draft.Body.NaturalKey(), l.Why)
			}
			for file, got := range written(t, again) {
				want, err := fs.ReadFile(fsys, file)
				if err != nil || !bytes.Equal(want, got.Data) {
					t.Errorf("%s differs (%v)", file, err)
				}
			}
		})
	}
}

func TestRecordsOfThePostSovietSpace(t *testing.T) {
	cb := mustRead(t, postsoviet.Files)
	drafts := mustRecords(t, cb)
	n, byRef := map[ledger.Kind]int{}, map[string]casebook.Draft{}
	for _, d := range drafts {
		n[d.Body.Kind()]++
		byRef[string(d.Body.Kind())+":"+d.Key] = d
	}
	for kind, want := range map[ledger.Kind]int{
		ledger.KindSource: 983, ledger.KindActor: 74, ledger.KindPerson: 338, ledger.KindMembership: 216, ledger.KindEvent: 247, ledger.KindEpisode: 112,
		ledger.KindItem: 52, ledger.KindStance: 662, ledger.KindRollCall: 172, ledger.KindVote: 4019, ledger.KindTie: 969,
		ledger.KindForecast: 275, ledger.KindResolution: 275, ledger.KindRule: 5, ledger.KindRegion: 1,
	} {
		if n[kind] != want {
			t.Errorf("%d records of kind %s, want %d", n[kind], kind, want)
		}
	}
	item := byRef["item:residence-drones-2025"].Body.(*ledger.Item)
	if item.Window.String() != "P2D" || item.T0.String() != "2025-12-29" || item.Hub != "RUS" || !item.Listed.IsZero() {
		t.Errorf("%+v", item)
	}
	stance := byRef["stance:aggression-vote-2022/KAZ"]
	if !slices.Contains(stance.Evidence, ledger.Evidence{Vote: "A/RES/ES-11/1/KAZ"}) {
		t.Errorf("the stance of Kazakhstan on ES-11/1 does not rest on its vote: %v", stance.Evidence)
	}
	if v := byRef["vote:A/RES/ES-11/1/KAZ"].Body.(*ledger.Vote); v.Choice != ledger.Abstain {
		t.Errorf("%+v", v)
	}
	for _, d := range drafts {
		k := d.Body.Kind()
		if len(d.Evidence) == 0 && k != ledger.KindSource && k != ledger.KindActor && k != ledger.KindRegion && k != ledger.KindRule && k != ledger.KindResolution {
			t.Errorf("%s %s rests on nothing", k, d.Key)
		}
	}
}

// A row's key does not depend on the rows beside it: taking every other row away
// leaves the keys of those that stay. (Ties of one set of sources are numbered.)
func TestKeysAreStable(t *testing.T) {
	cb := mustRead(t, postsoviet.Files)
	before := map[string]bool{}
	for _, d := range mustRecords(t, cb) {
		before[string(d.Body.Kind())+":"+d.Key] = true
	}
	half := *cb
	half.People = slices.DeleteFunc(slices.Clone(cb.People), func(p casebook.Person) bool { return p.Line%2 == 0 })
	half.Memberships = slices.DeleteFunc(slices.Clone(cb.Memberships), func(m casebook.Membership) bool { return m.Line%2 == 0 })
	for _, d := range mustRecords(t, &half) {
		if ref := string(d.Body.Kind()) + ":" + d.Key; !before[ref] {
			t.Errorf("%s is a new key", ref)
		}
	}
}

// What the tables have no place for is named, whole or in part.
func TestFromRecordsNamesWhatItLeavesOut(t *testing.T) {
	drafts := mustRecords(t, mustRead(t, balkans()))
	var source, stance *casebook.Draft
	for i := range drafts {
		switch drafts[i].Body.(type) {
		case *ledger.Source:
			source = &drafts[i]
		case *ledger.Stance:
			stance = &drafts[i]
		}
	}
	source.Body.(*ledger.Source).Grade = "B"
	stance.Evidence = append(slices.Clone(stance.Evidence), ledger.Evidence{Quote: "abc/1-2"})
	coded := casebook.Draft{Evidence: []ledger.Evidence{{Source: "wb-background"}}, Body: &ledger.Stance{Item: "wb-sanctions-2022", Actor: "BIH",
		Position: ledger.With, Summary: "Coded in an article."}}
	quoted := casebook.Draft{Evidence: []ledger.Evidence{{Quote: "abc/1-2"}}, Body: &ledger.Event{Slug: "e", When: ledger.MustDate("2022"),
		By: []string{"ALB"}, Type: ledger.EventAgree, Summary: "s"}}
	claim := casebook.Draft{Body: &ledger.Claim{}}
	cb, left, err := casebook.FromRecords(append(drafts, coded, quoted, claim))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]bool{}
	for _, l := range left {
		got[string(l.Draft.Body.Kind())+" "+l.Why] = l.Part
	}
	want := map[string]bool{
		"source the table has no column for part of it":                                         true,
		"stance the table can name sources, but not the quotes and notes that it also rests on": true,
		"stance the table has one row an item and actor, and this answer was coded beside it":   false,
		"event it rests on no source that sources.csv could list":                               false,
		"claim the tables have no place for a claim":                                            false,
	}
	for why, part := range want {
		if p, ok := got[why]; !ok || p != part {
			t.Errorf("%q: named %v, in part %v", why, ok, p)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%v", got)
	}
	if faults, err := casebook.Check(written(t, cb)); err != nil || len(faults) > 0 {
		t.Error(faults, err)
	}
	if _, _, err := casebook.FromRecords(nil); err == nil || !strings.Contains(err.Error(), "no region") {
		t.Error(err)
	}
}
