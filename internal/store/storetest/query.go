package storetest

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"orrery/internal/store"
	"orrery/ledger"
)

func testAcceptedOnly(t *testing.T, b bench) {
	b.add(t, &ledger.Source{Key: "s", Title: "T"})
	for i, status := range ledger.Statuses() {
		b.write(t, store.Change{Kind: ledger.KindEvent, Body: event(fmt.Sprintf("e%d", i), "2025-01-01", "RUS", "KAZ", "one"), Status: status, Coder: person,
			Evidence: []ledger.Evidence{{Source: "s"}}})
		b.write(t, store.Change{Kind: ledger.KindStance, Body: &ledger.Stance{Item: "i", Actor: "KAZ", Position: ledger.With, Summary: "s"}, Status: status, Coder: person})
	}
	accepted := slices.Index(ledger.Statuses(), ledger.Accepted)
	key := fmt.Sprintf("e%d", accepted)
	for _, q := range []store.Query{
		{Kinds: []ledger.Kind{ledger.KindEvent}}, {Kinds: []ledger.Kind{ledger.KindEvent}, Order: store.ByLedger}, {Keys: []string{"e0", "e1", "e2", "e3"}},
		{Party: []store.PartyIs{{Keys: []string{"KAZ"}}}}, {Items: []string{"i"}}, {Order: store.ByDateDesc}, {},
		{Party: []store.PartyIs{{Roles: []ledger.Role{ledger.RoleSource}, Keys: []string{"s"}}}}, {From: 1, To: 30000},
	} {
		recs := b.accepted(t, q)
		if len(recs) == 0 {
			t.Errorf("%+v found nothing", q)
		}
		for _, r := range recs {
			if r.Status != ledger.Accepted {
				t.Errorf("Accepted(%+v) returned %s, which is %s", q, r.Ref(), r.Status)
			}
		}
		n, err := b.Count(ctx, q, "")
		if err != nil || len(n) != 1 || n[0].N != int64(len(recs)) {
			t.Errorf("Count(%+v) is %v (%v), and %d records are accepted", q, n, err, len(recs))
		}
	}
	for _, status := range ledger.Statuses() {
		page, err := b.Review(ctx, store.Query{Kinds: []ledger.Kind{ledger.KindEvent}}, status)
		if err != nil || len(page.Records) != 1 || page.Records[0].Status != status {
			t.Errorf("Review of %s: %v, %v", status, keysOf(page.Records), err)
		}
	}
	if page, err := b.Review(ctx, store.Query{Kinds: []ledger.Kind{ledger.KindEvent}}); err != nil || len(page.Records) != 4 {
		t.Errorf("Review of all: %v, %v", keysOf(page.Records), err)
	}
	row, err := store.One[*ledger.Event](ctx, b, store.Query{Keys: []string{key}})
	if err != nil || row.Noun.Slug != key {
		t.Errorf("One: %+v, %v", row, err)
	}
	if _, err := store.One[*ledger.Event](ctx, b, store.Query{Keys: []string{"e0"}}); !store.IsNotFound(err) {
		t.Errorf("One of a draft: %v, want ErrNotFound", err)
	}
}

func testFilters(t *testing.T, b bench) {
	b.add(t,
		event("rk", "2020", "RUS", "KAZ", "s"), event("kr", "2021", "KAZ", "RUS", "s"), event("ru", "2022", "RUS", "UZB", "s"), event("kk", "2023", "KAZ", "KAZ", "s"),
		&ledger.Vote{RollCall: "r1", Actor: "KAZ", Choice: ledger.Yes, When: ledger.MustDate("2020")}, &ledger.Vote{RollCall: "r1", Actor: "UZB", Choice: ledger.No, When: ledger.MustDate("2020")},
		&ledger.Vote{RollCall: "r2", Actor: "KAZ", Choice: ledger.Absent, When: ledger.MustDate("2021")})
	by, to := []ledger.Role{ledger.RoleBy}, []ledger.Role{ledger.RoleTo}
	events, votes := []ledger.Kind{ledger.KindEvent}, []ledger.Kind{ledger.KindVote}
	kr, err := b.Get(ctx, ledger.KindEvent, "kr", time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		q    store.Query
		want []string
	}{
		{store.Query{Kinds: events}, []string{"rk", "kr", "ru", "kk"}},
		{store.Query{Kinds: events, Order: store.ByDateDesc}, []string{"kk", "ru", "kr", "rk"}},
		{store.Query{Kinds: events, Order: store.ByLedger}, []string{"rk", "kr", "ru", "kk"}},
		{store.Query{Kinds: events, Party: []store.PartyIs{{Keys: []string{"KAZ"}}}}, []string{"rk", "kr", "kk"}},
		{store.Query{Kinds: events, Party: []store.PartyIs{{Keys: []string{"KAZ"}, Roles: by}}}, []string{"kr", "kk"}},
		{store.Query{Kinds: events, Party: []store.PartyIs{{Keys: []string{"KAZ", "UZB"}, Roles: to}}}, []string{"rk", "ru", "kk"}},
		{store.Query{Kinds: events, Party: []store.PartyIs{{Keys: []string{"RUS"}, Roles: by}, {Keys: []string{"KAZ"}, Roles: to}}}, []string{"rk"}},
		{store.Query{Kinds: events, Party: []store.PartyIs{{Keys: []string{"RUS"}}, {Keys: []string{"KAZ"}}}, Order: store.ByLedger}, []string{"rk", "kr"}},
		{store.Query{Kinds: events, Party: []store.PartyIs{{Keys: []string{"ABC"}}}}, []string{}},
		{store.Query{Kinds: events, Party: []store.PartyIs{{}}}, []string{}},
		{store.Query{Kinds: events, Party: []store.PartyIs{{Keys: []string{"a\x00", "\xff", "' OR 1=1 --"}}}}, []string{}},
		{store.Query{Keys: []string{"a\x00"}, Items: []string{"\xff"}}, []string{}},
		{store.Query{Kinds: votes, Items: []string{"r1"}}, []string{"r1/KAZ", "r1/UZB"}},
		{store.Query{Items: []string{"r1", "r2"}, Party: []store.PartyIs{{Keys: []string{"KAZ"}}}}, []string{"r1/KAZ", "r2/KAZ"}},
		{store.Query{Party: []store.PartyIs{{Keys: []string{"UZB"}}}}, []string{"r1/UZB", "ru"}},
		{store.Query{Party: []store.PartyIs{{Keys: []string{"r1"}}}}, []string{}}, // an item is not a party
		{store.Query{Keys: []string{"ru", string(kr.ID), "nothing"}}, []string{"kr", "ru"}},
		{store.Query{Keys: []string{"ru", "kr", "rk"}, Party: []store.PartyIs{{Keys: []string{"RUS"}, Roles: by}}, Order: store.ByDateDesc}, []string{"ru", "rk"}},
		{store.Query{Keys: []string{"ru", "kr", "rk"}, From: dayOf("2021-06-01"), To: dayOf("2021-07-01")}, []string{"kr"}},
		{store.Query{Kinds: []ledger.Kind{ledger.KindClaim}}, []string{}},
	} {
		recs := b.accepted(t, c.q)
		got := keysOf(recs)
		if len(c.q.Kinds) == 0 && c.q.Order == store.ByDate && len(c.q.Keys) == 0 {
			slices.Sort(got) // equal dates of several kinds
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%+v (- want, + got):\n%s", c.q, diff)
		}
	}
}

func testDates(t *testing.T, b bench) {
	b.add(t, event("day", "2025-03-10", "RUS", "KAZ", "s"), event("month", "2025-03", "RUS", "KAZ", "s"), event("year", "2025", "RUS", "KAZ", "s"),
		event("long", "2024-12/2025-02", "RUS", "KAZ", "s"), event("decade", "201X", "RUS", "KAZ", "s"), event("open", "../2011", "RUS", "KAZ", "s"), &ledger.Claim{Slug: "undated", Text: "t", Asserts: []string{"RUS"}})
	for _, c := range []struct {
		from, to string
		want     []string
	}{
		{"2025-03-10", "2025-03-10", []string{"year", "month", "day"}},
		{"2025-03-11", "2025-03-31", []string{"year", "month"}},
		{"2025-02-28", "2025-02-28", []string{"long", "year"}},
		{"2024-12-31", "2024-12-31", []string{"long"}},
		{"2026-01-01", "2026-12-31", []string{}},
		{"2025-03-10", "", []string{"year", "month", "day"}},
		{"", "2024-12-31", []string{"open", "decade", "long"}},
		{"2019-12-31", "2020-01-01", []string{"decade"}},
		{"2011-06-01", "2011-06-30", []string{"open", "decade"}},
		{"1900-01-01", "1900-12-31", []string{"open"}},
	} {
		q := store.Query{Party: []store.PartyIs{{Keys: []string{"RUS"}}}}
		if c.from != "" {
			q.From = dayOf(c.from)
		}
		if c.to != "" {
			q.To = dayOf(c.to)
		}
		if diff := cmp.Diff(c.want, keysOf(b.accepted(t, q))); diff != "" {
			t.Errorf("from %q to %q (- want, + got):\n%s", c.from, c.to, diff)
		}
		q.Limit = 2
		if diff := cmp.Diff(c.want, append([]string{}, keysOf(walk(t, b, q))...)); diff != "" {
			t.Errorf("from %q to %q, two by two (- want, + got):\n%s", c.from, c.to, diff)
		}
		q.Order = store.ByDateDesc
		backwards := slices.Clone(c.want)
		slices.Reverse(backwards)
		if diff := cmp.Diff(backwards, append([]string{}, keysOf(walk(t, b, q))...)); diff != "" {
			t.Errorf("from %q to %q, newest first (- want, + got):\n%s", c.from, c.to, diff)
		}
		if n, err := b.Count(ctx, q, ""); err != nil || n[0].N != int64(len(c.want)) {
			t.Errorf("from %q to %q: counted %v (%v), want %d", c.from, c.to, n, err, len(c.want))
		}
	}
}

func testUndated(t *testing.T, b bench) {
	b.add(t, &ledger.Claim{Slug: "u1", Text: "t", Asserts: []string{"RUS"}}, &ledger.Claim{Slug: "d1", Text: "t", Asserts: []string{"RUS"}, When: ledger.MustDate("2020")},
		&ledger.Claim{Slug: "u2", Text: "t", Asserts: []string{"RUS"}}, &ledger.Claim{Slug: "d2", Text: "t", Asserts: []string{"RUS"}, When: ledger.MustDate("2021")})
	for order, want := range map[store.Order][]string{
		store.ByDate: {"d1", "d2", "u1", "u2"}, store.ByDateDesc: {"d2", "d1", "u2", "u1"}, store.ByLedger: {"u1", "d1", "u2", "d2"}, store.ByLedgerDesc: {"d2", "u2", "d1", "u1"},
	} {
		for _, q := range []store.Query{{Kinds: []ledger.Kind{ledger.KindClaim}}, {Party: []store.PartyIs{{Keys: []string{"RUS"}}}}, {Keys: []string{"u1", "u2", "d1", "d2"}}} {
			q.Order = order
			if diff := cmp.Diff(want, keysOf(b.accepted(t, q))); diff != "" {
				t.Errorf("order %d of %+v (- want, + got):\n%s", order, q, diff)
			}
			q.Limit = 1 // and the same one at a time
			if diff := cmp.Diff(want, keysOf(walk(t, b, q))); diff != "" {
				t.Errorf("order %d of %+v, page by page (- want, + got):\n%s", order, q, diff)
			}
		}
	}
	tally, err := b.Count(ctx, store.Query{Kinds: []ledger.Kind{ledger.KindClaim}}, "year")
	if diff := cmp.Diff([]store.Tally{{Name: "2020", N: 1}, {Name: "2021", N: 1}, {Name: "", N: 2}}, tally); diff != "" || err != nil {
		t.Errorf("by year (%v):\n%s", err, diff)
	}
}

// walk reads all pages.
func walk(t *testing.T, b bench, q store.Query) []ledger.Record {
	t.Helper()
	var all []ledger.Record
	for range 1000 {
		page, err := b.Accepted(ctx, q)
		if err != nil {
			t.Fatal(err)
		}
		if q.Limit > 0 && len(page.Records) > q.Limit {
			t.Fatalf("a page of %d has %d records", q.Limit, len(page.Records))
		}
		all = append(all, page.Records...)
		if q.After = page.Next; q.After == "" {
			return all
		}
	}
	t.Fatal("the pages do not end")
	return nil
}

func testPages(t *testing.T, b bench) {
	var bodies []ledger.Noun
	for i := range 57 { // many on one day: the cursor must tell them apart
		bodies = append(bodies, event(fmt.Sprintf("e%02d", i), fmt.Sprintf("2025-01-%02d", 1+i%5), []string{"RUS", "USA"}[i%2], "KAZ", "s"))
	}
	b.add(t, bodies...)
	many := []string{"KAZ", "RUS"} // and more than a page can be merged from
	for i := range 700 {
		many = append(many, fmt.Sprint("state ", i))
	}
	for _, q := range []store.Query{
		{Party: []store.PartyIs{{Keys: many}}}, {Keys: keysOf(b.accepted(t, store.Query{}))},
		{Kinds: []ledger.Kind{ledger.KindEvent}}, {Party: []store.PartyIs{{Keys: []string{"KAZ", "RUS"}}}}, {Party: []store.PartyIs{{Keys: []string{"RUS", "KAZ"}, Roles: []ledger.Role{ledger.RoleBy, ledger.RoleTo}}}},
	} {
		for _, order := range []store.Order{store.ByDate, store.ByDateDesc, store.ByLedger, store.ByLedgerDesc} {
			q.Order, q.Limit = order, 0
			whole := keysOf(b.accepted(t, q))
			if len(whole) != 57 {
				t.Fatalf("%+v gives %d records", q, len(whole))
			}
			for _, limit := range []int{1, 7, 19, 56, 57, 58} {
				q.Limit = limit
				if diff := cmp.Diff(whole, keysOf(walk(t, b, q))); diff != "" {
					t.Errorf("%+v page by page (- whole, + pages):\n%s", q, diff)
				}
			}
		}
	}
	page, err := b.Accepted(ctx, store.Query{Kinds: []ledger.Kind{ledger.KindEvent}, Limit: 3})
	if err != nil || page.Next == "" {
		t.Fatal(page, err)
	}
	for what, q := range map[string]store.Query{"nonsense": {After: "nonsense!"}, "another order": {After: page.Next, Order: store.ByDateDesc}, "cut": {After: page.Next[:4]}} {
		if _, err := b.Accepted(ctx, q); err == nil {
			t.Errorf("a cursor that is %s was taken", what)
		}
	}
}

func testPagesWhileWriting(t *testing.T, b bench) {
	var bodies []ledger.Noun
	for i := range 20 {
		bodies = append(bodies, event(fmt.Sprintf("e%02d", i), fmt.Sprintf("2025-01-%02d", 1+i), "RUS", "KAZ", "s"))
	}
	b.add(t, bodies...)
	q := store.Query{Kinds: []ledger.Kind{ledger.KindEvent}, Limit: 5}
	var seen []string
	for i := range 4 {
		page, err := b.Accepted(ctx, q)
		if err != nil {
			t.Fatal(err)
		}
		seen = append(seen, keysOf(page.Records)...)
		q.After = page.Next
		// Something earlier arrives and something already read is edited: neither moves what is still to come.
		b.add(t, event(fmt.Sprintf("early%d", i), "2024-01-01", "RUS", "KAZ", "s"))
		b.write(t, store.Change{Kind: ledger.KindEvent, Key: "e00", Base: 1 + i, Body: event("e00", "2025-01-01", "RUS", "KAZ", fmt.Sprint("edit ", i))})
	}
	if len(seen) != 20 || len(slices.Compact(slices.Sorted(slices.Values(seen)))) != 20 {
		t.Errorf("pages read while others wrote: %v", seen)
	}
}

func testCounts(t *testing.T, b bench) {
	b.add(t, event("a", "2020-05", "RUS", "KAZ", "s"), event("b", "2020-07-01", "RUS", "KAZ", "s"), event("c", "2021", "KAZ", "KAZ", "s"),
		&ledger.Vote{RollCall: "r", Actor: "KAZ", Choice: ledger.Yes, When: ledger.MustDate("2021")})
	kaz := []store.PartyIs{{Keys: []string{"KAZ"}}}
	roles := []store.PartyIs{{Keys: []string{"KAZ"}, Roles: []ledger.Role{ledger.RoleBy, ledger.RoleTo}}}
	for _, c := range []struct {
		q    store.Query
		by   string
		want []store.Tally
	}{
		{store.Query{}, "", []store.Tally{{N: 4}}},
		{store.Query{}, "kind", []store.Tally{{Name: "event", N: 3}, {Name: "vote", N: 1}}},
		{store.Query{Kinds: []ledger.Kind{ledger.KindEvent}}, "year", []store.Tally{{Name: "2020", N: 2}, {Name: "2021", N: 1}}},
		{store.Query{Party: kaz}, "year", []store.Tally{{Name: "2020", N: 2}, {Name: "2021", N: 2}}},
		{store.Query{Party: roles}, "year", []store.Tally{{Name: "2020", N: 2}, {Name: "2021", N: 2}}}, // c names KAZ twice and counts once
		{store.Query{Party: roles}, "kind", []store.Tally{{Name: "event", N: 3}, {Name: "vote", N: 1}}},
		{store.Query{Party: []store.PartyIs{{Keys: []string{"KAZ"}, Roles: []ledger.Role{ledger.RoleTo}}}}, "", []store.Tally{{N: 3}}},
		{store.Query{Keys: []string{"a", "c"}}, "year", []store.Tally{{Name: "2020", N: 1}, {Name: "2021", N: 1}}},
		{store.Query{Items: []string{"r"}}, "kind", []store.Tally{{Name: "vote", N: 1}}},
		{store.Query{Kinds: []ledger.Kind{ledger.KindClaim}}, "year", []store.Tally{}},
		{store.Query{Limit: 1, After: "ignored"}, "", []store.Tally{{N: 4}}},
	} {
		got, err := b.Count(ctx, c.q, c.by)
		if diff := cmp.Diff(c.want, got); err != nil || diff != "" {
			t.Errorf("Count(%+v, %q): %v\n%s", c.q, c.by, err, diff)
		}
	}
	if _, err := b.Count(ctx, store.Query{}, "weekday"); err == nil {
		t.Error("counting by weekday gave no error")
	}
	b.write(t, store.Change{Kind: ledger.KindEvent, Key: "a", Base: 1, Status: ledger.Superseded}, store.Change{Kind: ledger.KindEvent, Key: "b", Base: 1, Body: event("b", "2022", "RUS", "UZB", "s")})
	got, err := b.Count(ctx, store.Query{Kinds: []ledger.Kind{ledger.KindEvent}, Party: roles}, "year")
	if diff := cmp.Diff([]store.Tally{{Name: "2021", N: 1}}, got); err != nil || diff != "" {
		t.Errorf("after edits (%v):\n%s", err, diff)
	}
}

// testCountsAgree compares three ways to the same numbers: counters (now), the index (as of a moment after the last
// write) and the pages themselves.
func testCountsAgree(t *testing.T, b bench) {
	g := NewGenerator(Volume{Events: 400, Seed: 9})
	b.write(t, g.Base()...)
	recs := b.write(t, g.Events(400)...)
	var edits []store.Change
	for i := 0; i < len(recs); i += 7 {
		edits = append(edits, store.Change{Kind: ledger.KindEvent, Key: recs[i].Key, Base: 1, Status: ledger.Statuses()[i%4]})
	}
	b.write(t, edits...)
	for _, code := range g.Actors() {
		for _, roles := range [][]ledger.Role{nil, {ledger.RoleBy}, {ledger.RoleTo}, {ledger.RoleBy, ledger.RoleTo}} {
			q := store.Query{Kinds: []ledger.Kind{ledger.KindEvent}, Party: []store.PartyIs{{Roles: roles, Keys: []string{code}}}}
			now, err := b.Count(ctx, q, "year")
			if err != nil {
				t.Fatal(err)
			}
			q.AsOf = b.clock.Now().Add(time.Hour)
			then, err := b.Count(ctx, q, "year")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(now, then); diff != "" {
				t.Errorf("%s %v (- counters, + index):\n%s", code, roles, diff)
			}
			var n int64
			for _, x := range now {
				n += x.N
			}
			if got := int64(len(b.accepted(t, q))); got != n {
				t.Errorf("%s %v: %d counted, %d read", code, roles, n, got)
			}
		}
	}
}

func testInventory(t *testing.T, b bench) {
	first := b.add(t, event("a", "2020", "RUS", "KAZ", "s"), event("b", "2020", "RUS", "KAZ", "s"), &ledger.Source{Key: "s", Title: "T"})
	b.write(t, store.Change{Kind: ledger.KindEvent, Key: "a", Base: 1, Status: ledger.Rejected})
	for asOf, want := range map[time.Time][]store.Stock{
		{}:                {{Kind: "event", Status: "accepted", N: 1}, {Kind: "event", Status: "rejected", N: 1}, {Kind: "source", Status: "accepted", N: 1}},
		first[0].At:       {{Kind: "event", Status: "accepted", N: 2}, {Kind: "source", Status: "accepted", N: 1}},
		b.clock.Now():     {{Kind: "event", Status: "accepted", N: 1}, {Kind: "event", Status: "rejected", N: 1}, {Kind: "source", Status: "accepted", N: 1}},
		time.UnixMilli(1): {},
	} {
		got, err := b.Inventory(ctx, asOf)
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("as of %v (%v):\n%s", asOf, err, diff)
		}
	}
}

func testHistory(t *testing.T, b bench) {
	var at []time.Time
	var id ledger.ID
	for i := range 10 {
		c := store.Change{Kind: ledger.KindEvent, Key: "e", Base: i, Body: event("e", "2025", "RUS", "KAZ", fmt.Sprint("version ", i)), Why: fmt.Sprint("edit ", i)}
		if i == 0 {
			c.Status, c.Coder = ledger.Draft, person
		}
		rec := b.write(t, c)[0]
		at, id = append(at, rec.At), rec.ID
	}
	h, err := b.History(ctx, id)
	if err != nil || len(h) != 10 {
		t.Fatalf("history of %d revisions: %v", len(h), err)
	}
	for i, r := range h {
		if r.Rev != i+1 || r.Why != fmt.Sprint("edit ", i) || r.Body.(*ledger.Event).Summary != fmt.Sprint("version ", i) {
			t.Errorf("revision %d is %+v", i+1, r)
		}
	}
	for _, c := range []struct {
		after, until time.Time
		limit        int
		want         []int // revisions
	}{
		{time.Time{}, time.Time{}, 3, []int{10, 9, 8}}, {at[6], time.Time{}, 0, []int{10, 9, 8}}, {at[6].Add(-time.Millisecond), time.Time{}, 0, []int{10, 9, 8, 7}}, {at[9], time.Time{}, 5, nil},
		{at[0].Add(-time.Hour), time.Time{}, 100, []int{10, 9, 8, 7, 6, 5, 4, 3, 2, 1}}, {at[1], at[4], 2, []int{5, 4}}, {time.Time{}, at[0].Add(-time.Millisecond), 5, nil}, {at[5], at[5], 5, nil},
	} {
		recs, err := b.Changes(ctx, c.after, c.until, c.limit)
		var got []int
		for _, r := range recs {
			got = append(got, r.Rev)
		}
		if diff := cmp.Diff(c.want, got); err != nil || diff != "" {
			t.Errorf("changes after %v until %v, %d (%v):\n%s", c.after, c.until, c.limit, err, diff)
		}
		// Acts counts the same stretch.
		acts, all, err := b.Acts(ctx, c.after, c.until, max(c.limit, 11))
		n := 0
		for _, a := range acts {
			n += int(a.N)
			if a.Who != "ada" || a.N != a.Kinds[0].N || a.Kinds[0].Name != string(ledger.KindEvent) || a.Minute.After(a.At) || a.At.Sub(a.Minute) >= time.Minute {
				t.Errorf("%+v", a)
			}
		}
		if whole, e := b.Changes(ctx, c.after, c.until, 0); err != nil || e != nil || !all || n != len(whole) || (n > 0 && acts[0].Why != whole[0].Why) {
			t.Errorf("acts after %v until %v hold %d revisions of %d (%t, %v)", c.after, c.until, n, len(whole), all, err)
		}
	}
	if acts, all, err := b.Acts(ctx, time.Time{}, time.Time{}, 4); err != nil || all || len(acts) != 4 || acts[0].Why != "edit 9" {
		t.Errorf("the acts of the newest 4 revisions are %+v, all %t, %v", acts, all, err)
	}
}

func dayOf(date string) ledger.Day {
	first, _ := ledger.MustDate(date).Span()
	return first
}
