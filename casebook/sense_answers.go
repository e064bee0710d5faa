package casebook

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"orrery/ledger"
)

// senseOfVotes holds votes to the roll call that they repeat, and the official
// totals over all members to the votes listed: a list cannot exceed its total.
func (x *examination) senseOfVotes() {
	calls := map[string]view{}
	for _, v := range x.views("resolutions") {
		calls[v.get("resolution")] = v
	}
	listed := map[string]map[string]int{}
	for _, v := range x.views("votes") {
		call, ok := calls[v.get("resolution")]
		if !ok {
			continue
		}
		for _, column := range []string{"date", "title"} {
			if v.get(column) != call.get(column) {
				x.add(v.fault(column, fmt.Sprintf("%s differs from line %d of resolutions.csv", column, call.line()), "write it as there: "+call.get(column)))
			}
		}
		if listed[v.get("resolution")] == nil {
			listed[v.get("resolution")] = map[string]int{}
		}
		listed[v.get("resolution")][v.get("vote")]++
	}
	for _, v := range x.views("resolutions") {
		for _, choice := range []string{"yes", "no", "abstain"} {
			total, err := strconv.Atoi(v.get(choice))
			if n := listed[v.get("resolution")][choice]; err == nil && n > total {
				x.add(v.fault(choice, fmt.Sprintf("the official total of %s is %d but votes.csv lists %d", choice, total, n), "correct the total or the votes"))
			}
		}
	}
}

// senseOfLitmus holds t0 to the day, the roll call to the item and the roster to
// the memberships.
func (x *examination) senseOfLitmus() {
	days := map[string]string{}
	for _, v := range x.views("resolutions") {
		days[v.get("resolution")] = v.get("date")
	}
	memberships := x.memberships()
	for _, v := range x.views("litmus") {
		day, okDay := date(v.get("date"))
		t0, okT0 := date(v.get("t0"))
		if okDay && okT0 && !strings.HasPrefix(v.get("t0"), v.get("date")) {
			if first, last := day.Span(); t0.Within(first, last) == ledger.Never {
				x.add(v.fault("t0", fmt.Sprintf("t0 %s does not fall on the date %s", t0, day), "correct one of them"))
			}
		}
		if d, ok := days[v.get("resolution")]; ok && d != v.get("date") {
			x.add(v.fault("resolution", fmt.Sprintf("%s was voted on %s and not on %s", v.get("resolution"), d, v.get("date")), "correct the date or the roll call"))
		}
		if okT0 {
			x.roster(v, t0, memberships)
		}
	}
}

// roster reports terms that name nobody, take nobody away, or leave the hub on.
func (x *examination) roster(v view, t0 ledger.Date, memberships []ledger.Membership) {
	c, actors := v.cell("roster"), x.keys[Ref{"actors", "actor"}]
	terms, at := v.list("roster"), 0
	for i, term := range terms {
		place := v.s.inside(c, at)
		at += len(term) + 1
		code := strings.TrimPrefix(term, "-")
		if !x.broken["actors"] && !actors[code] {
			do := "add it to actors.csv or correct it"
			if near := nearest(code, sortedKeys(actors)); near != "" {
				do += fmt.Sprintf("; %q is there", near)
			}
			x.add(v.s.fault(place, "roster", fmt.Sprintf("roster: %q is not in actors.csv", code), do))
			continue
		}
		before, after := Roster(terms[:i], t0, memberships), Roster(terms[:i+1], t0, memberships)
		if slices.Equal(before, after) && !x.broken["memberships"] {
			x.add(v.s.fault(place, "roster", fmt.Sprintf("roster: %q changes nothing on %s", term, t0), "take it away, or correct it or memberships.csv"))
		}
	}
	if hub := v.get("hub"); slices.Contains(Roster(terms, t0, memberships), hub) {
		x.add(v.fault("roster", "the hub "+hub+" is on its own roster", "add -"+hub))
	}
}

// memberships reads the rows that can be read.
func (x *examination) memberships() []ledger.Membership {
	var out []ledger.Membership
	for _, v := range x.views("memberships") {
		from, ok := date(v.get("from"))
		to, okTo := date(v.get("to"))
		if ok && (okTo || v.get("to") == "") {
			out = append(out, ledger.Membership{Actor: v.get("actor"), Organisation: v.get("organisation"), Status: ledger.MembershipStatus(v.get("status")), From: from, To: to})
		}
	}
	return out
}
