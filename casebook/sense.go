package casebook

import (
	"fmt"
	"strings"

	"orrery/ledger"
)

// sense runs the checks that need more than one cell.
func (x *examination) sense() {
	x.senseOfManifest()
	x.senseOfActors()
	x.senseOfPeople()
	x.senseOfMemberships()
	x.senseOfEvents()
	x.senseOfEpisodes()
	x.senseOfVotes()
	x.senseOfLitmus()
	x.senseOfForecasts()
}

// date reads a cell that checkValue has judged; a bad date was reported there.
func date(text string) (ledger.Date, bool) {
	d, err := ledger.ParseDate(text)
	return d, err == nil && !d.IsZero()
}

// reversed reports an interval that certainly ends before it begins.
func (x *examination) reversed(v view, from, to string) {
	f, okFrom := date(v.get(from))
	t, okTo := date(v.get(to))
	if okFrom && okTo && t.Before(f) == ledger.Certainly {
		x.add(v.fault(to, fmt.Sprintf("%s %s lies before %s %s", to, t, from, f), "swap the two or correct one"))
	}
}

func (x *examination) senseOfManifest() {
	if x.description == nil {
		return
	}
	c := manifestChecker{sheet: newSheet(PackageFile, string(x.description)), places: jsonPlaces(x.description)}
	o := x.manifest.Orrery
	c.known("orrery.hub", o.Hub, x, Ref{"actors", "actor"})
	for i, h := range o.Hubs {
		c.known(fmt.Sprintf("orrery.hubs.%d.actor", i), h.Actor, x, Ref{"actors", "actor"})
	}
	for i, s := range o.States {
		c.known(fmt.Sprintf("orrery.states.%d", i), s, x, Ref{"actors", "actor"})
	}
	c.known("orrery.litmus", o.Litmus, x, Ref{"litmus", "litmus_id"})
	x.faults = append(x.faults, c.faults...)
}

func (c *manifestChecker) known(path, value string, x *examination, ref Ref) {
	if value == "" || x.broken[ref.Table] || x.keys[ref][value] {
		return
	}
	do := fmt.Sprintf("add it to %s.csv or correct it", ref.Table)
	if near := nearest(value, sortedKeys(x.keys[ref])); near != "" {
		do += fmt.Sprintf("; %q is there", near)
	}
	c.report(path, fmt.Sprintf("%q is not in %s.csv", value, ref.Table), do)
}

func (x *examination) senseOfActors() {
	for _, v := range x.views("actors") {
		code := v.get("actor")
		if v.get("kind") == "state" && (len(code) != 3 || strings.ContainsAny(code, "-0123456789")) {
			x.add(v.fault("actor", fmt.Sprintf("the state %q has no three-letter code", code), "use ISO 3166-1 alpha-3"))
		}
	}
}

func (x *examination) senseOfPeople() {
	for _, v := range x.views("people") {
		x.reversed(v, "from", "to")
	}
}

// senseOfMemberships finds reversed intervals, organisations that are none, and two
// intervals of one actor in one organisation that certainly share a day.
func (x *examination) senseOfMemberships() {
	kinds := map[string]string{}
	for _, v := range x.views("actors") {
		kinds[v.get("actor")] = v.get("kind")
	}
	type interval struct {
		view
		from, to ledger.Date
	}
	seen := map[[2]string][]interval{}
	for _, v := range x.views("memberships") {
		x.reversed(v, "from", "to")
		organisation := v.get("organisation")
		if k := kinds[organisation]; k == "state" || k == "non-state" {
			x.add(v.fault("organisation", organisation+" is a "+k+" and not an organisation", "name an organisation, or correct the kind in actors.csv"))
		}
		now := interval{view: v}
		var ok bool
		if now.from, ok = date(v.get("from")); !ok {
			continue
		}
		if now.to, ok = date(v.get("to")); !ok && v.get("to") != "" {
			continue
		}
		key := [2]string{v.get("actor"), organisation}
		for _, old := range seen[key] {
			if certainlyOverlap(old.from, old.to, now.from, now.to) {
				x.add(v.fault("from", fmt.Sprintf("the interval overlaps that of line %d (%s from %s) for %s in %s", old.line(), old.get("status"), old.from, key[0], key[1]),
					"end one the day before the other begins"))
			}
		}
		seen[key] = append(seen[key], now)
	}
}

// certainlyOverlap reports whether two closed intervals share a day however their
// cut dates are read; an empty end is open.
func certainlyOverlap(from1, to1, from2, to2 ledger.Date) bool {
	_, start1 := from1.Span()
	_, start2 := from2.Span()
	return start1 <= earliestEnd(to2) && start2 <= earliestEnd(to1)
}

func earliestEnd(to ledger.Date) ledger.Day {
	if to.IsZero() {
		return ledger.MaxDay
	}
	first, _ := to.Span()
	return first
}
