package app

import (
	"fmt"
	"slices"

	"orrery/internal/store"
	"orrery/ledger"
	"orrery/model/coincide"
)

// use counts what the study's triggers and responses rest on, and what of it was there before the rule was registered.
func (g *ruleGather) use(all coincide.Replication) {
	list := g.each(all)
	for _, e := range list {
		if e.row != nil {
			g.out.events[e.row.Key] = *e.row
		}
		g.out.last = max(g.out.last, e.last)
	}
	for _, row := range g.out.events {
		if row.ID.Time().Before(g.registered) {
			g.out.early++
		}
		if row.Coder.Kind == ledger.CoderDataset && row.Coder.Name == g.region.Name {
			g.out.known++
		}
	}
	type named struct{ set, key string }
	counted := map[named]bool{}
	for _, e := range list {
		if e.row != nil || counted[named{e.set, e.key}] {
			continue
		}
		counted[named{e.set, e.key}] = true
		g.out.reports++
		g.out.linked += e.linked
		if g.importedBefore(e.set, e.day) {
			g.out.seen++
		}
	}
	if n := g.out.linked; n > 0 {
		g.out.notes = append(g.out.notes, fmt.Sprintf("%d further %s: same day, parties and type as one that counts.", n,
			plural(n, "report counts in nothing, since it may be about the same thing", "reports count in nothing, since they may be about the same things")))
	}
}

// used is an event or a report of a study.
type used struct {
	row    *store.Row[*ledger.Event] // nil: a report
	set    string
	key    string
	day    ledger.Day // that it says
	last   ledger.Day // on which it may have been
	linked int
}

// each lists what a study's triggers and responses are.
func (g *ruleGather) each(p coincide.Replication) []used {
	var out []used
	for _, side := range []struct {
		class  *ruleClass
		events []coincide.Event
	}{{g.trigger, p.Triggers}, {g.response, p.Responses}} {
		linked := map[string]int{}
		for state, list := range side.class.found {
			for _, r := range list {
				if len(r.also) > 0 {
					linked[caseID(r.key, state)] = len(r.also)
				}
			}
		}
		for _, e := range side.events {
			u := used{set: side.class.set, key: eventOf(e.ID), day: ledger.Day(e.When.First+e.When.Last) / 2, last: ledger.Day(e.When.Last), linked: linked[e.ID]}
			if u.set == "" {
				if row, ok := g.event(u.key); ok {
					u.row = &row
				}
			}
			out = append(out, u)
		}
	}
	return out
}

// again adds other data on which the rule is tried. Data that were there before the rule was registered may be what it was made from, and repeat nothing.
func (g *ruleGather) again(p coincide.Replication) {
	p.Seen = slices.ContainsFunc(g.each(p), func(e used) bool {
		if e.row != nil {
			return e.row.ID.Time().Before(g.registered)
		}
		return g.importedBefore(e.set, e.day)
	})
	g.out.Replications = append(g.out.Replications, p)
}

// whyEarly says what of a study was there before its rule was registered; "" when nothing was.
func (s *ruleStudy) whyEarly() []string {
	var out []string
	if s.early > 0 {
		out = append(out, fmt.Sprintf("%d of its %d events were in the ledger before the rule was registered, so that it may have been made from them", s.early, len(s.events)))
	}
	if s.seen > 0 {
		out = append(out, fmt.Sprintf("%d of its %d reports were imported before the rule was registered, so that it may have been made from them", s.seen, s.reports))
	}
	return append(out, s.late...)
}
