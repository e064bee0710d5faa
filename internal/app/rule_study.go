package app

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"orrery/casebook"
	"orrery/internal/store"
	"orrery/ledger"
	"orrery/model/coincide"
)

// ruleStudy is a rule with the events that it speaks of.
type ruleStudy struct {
	coincide.Study
	events map[string]store.Row[*ledger.Event] // by key: what the study's triggers and responses name
	drops  map[string][]string                 // refs of events that were not used, by reason
	early  int                                 // events that the ledger held before the rule was registered
	known  int                                 // events of a casebook, whose facts were collected knowing the outcome
}

// ruleGather makes a study from the ledger's accepted events.
type ruleGather struct {
	*reading
	rule                         *ledger.Rule
	trigger, response, unrelated casebook.Filter
	rows                         []store.Row[*ledger.Event]
	first, last                  ledger.Day // of the observation window
	out                          *ruleStudy
}

// gatherRule makes the study of a rule. registered is zero for a rule that is not. The order
// in which the ledger gives events plays no part.
func (r *reading) gatherRule(rule *ledger.Rule, registered time.Time) (*ruleStudy, error) {
	g := &ruleGather{reading: r, rule: rule, out: &ruleStudy{events: map[string]store.Row[*ledger.Event]{}, drops: map[string][]string{}}}
	if err := g.read(); err != nil {
		return nil, err
	}
	states := r.ruleStates(rule)
	all := g.on(states)
	g.out.Study = coincide.Study{Rule: coincide.Rule{ID: rule.Slug, Tau: rule.LagDays, DT: int(rule.Window.Until(0))}, State: strings.Join(states, ", "),
		Dyads: all.Dyads, Denominator: all.Denominator, Observed: all.Observed, Triggers: all.Triggers, Responses: all.Responses,
		Others: g.others(states), Unrelated: []coincide.Group{}, Replications: []coincide.Replication{}}
	for _, e := range slices.Concat(all.Triggers, all.Responses) {
		if row, ok := g.event(eventOf(e.ID)); ok {
			g.out.events[row.Key] = row
		}
	}
	if g.unrelated != nil {
		g.out.Unrelated = append(g.out.Unrelated, coincide.Group{Name: rule.Unrelated, Responses: g.sightings(g.unrelated, states)})
	}
	for _, state := range rule.Replicate {
		if !slices.Contains(states, state) {
			again := g.on([]string{state})
			again.Name, again.State = r.name(state), state
			g.out.Replications = append(g.out.Replications, again)
		}
	}
	for _, row := range g.out.events {
		if row.ID.Time().Before(registered) {
			g.out.early++
		}
		if row.Coder.Kind == ledger.CoderDataset && row.Coder.Name == r.region.Name {
			g.out.known++
		}
	}
	for why := range g.out.drops {
		slices.Sort(g.out.drops[why])
		g.out.drops[why] = slices.Compact(g.out.drops[why])
	}
	return g.out, nil
}

// read reads the filters and the events, and what these rest on.
func (g *ruleGather) read() error {
	for _, f := range []struct {
		text string
		into *casebook.Filter
	}{{g.rule.Trigger, &g.trigger}, {g.rule.Response, &g.response}, {g.rule.Unrelated, &g.unrelated}} {
		var err error
		if f.text == "" {
			continue
		}
		if *f.into, err = casebook.ParseFilter(f.text); err != nil {
			return fmt.Errorf("rule %s: %w", g.rule.Slug, err)
		}
	}
	g.first, _ = g.rule.From.Span()
	if _, g.last = g.rule.To.Span(); g.rule.To.IsZero() {
		g.last = ledger.MaxDay
	}
	var err error
	if g.rows, err = store.Rows[*ledger.Event](g.ctx, g.app.store, g.query()); err != nil {
		return err
	}
	slices.SortFunc(g.rows, func(a, b store.Row[*ledger.Event]) int { return cmp.Compare(a.Key, b.Key) })
	return citeRows(g.reading, g.rows)
}

func (g *ruleGather) event(key string) (store.Row[*ledger.Event], bool) {
	i, ok := slices.BinarySearchFunc(g.rows, key, func(row store.Row[*ledger.Event], key string) int { return cmp.Compare(row.Key, key) })
	if !ok {
		return store.Row[*ledger.Event]{}, false
	}
	return g.rows[i], true
}

// on is the rule on some states.
func (g *ruleGather) on(states []string) coincide.Replication {
	p := coincide.Replication{Denominator: coincide.NoDenominator, Observed: []coincide.Watch{}, Dyads: []string{},
		Triggers: g.sightings(g.trigger, states), Responses: g.sightings(g.response, states)}
	for _, state := range states {
		p.Dyads = append(p.Dyads, g.dyad(state))
		for _, span := range g.searched(state) {
			p.Observed = append(p.Observed, coincide.Watch{Dyad: g.dyad(state), Span: span})
		}
	}
	if len(p.Observed) > 0 {
		p.Denominator = coincide.Searched
	}
	return p
}

// caseID names an event in one dyad: an event that touches several states is a case of each.
func caseID(key, state string) string { return key + "@" + state }

// eventOf is the event's key in a case's name.
func eventOf(id string) string {
	if at := strings.LastIndexByte(id, '@'); at >= 0 {
		return id[:at]
	}
	return id
}

func (g *ruleGather) dyad(state string) string { return g.rule.Hub + "/" + state }

// searched are the days on which somebody looked for responses towards a state, within the
// rule's own window of observation.
func (g *ruleGather) searched(state string) []coincide.Span {
	var out []coincide.Span
	for _, s := range g.rule.Searched {
		if len(s.States) > 0 && !slices.Contains(s.States, state) {
			continue
		}
		first, _ := s.From.Span()
		_, last := s.To.Span()
		if first, last = max(first, g.first), min(last, g.last); first <= last {
			out = append(out, coincide.Span{First: coincide.Day(first), Last: coincide.Day(last)})
		}
	}
	return out
}

// sightings are the events of a class that lie in the rule's window of observation, one for
// each dyad that they touch, by day.
func (g *ruleGather) sightings(class casebook.Filter, states []string) []coincide.Event {
	out := []coincide.Event{}
	for _, row := range g.rows {
		for _, state := range states {
			if !class.Match(row.Noun, g.rule.Hub, state) {
				continue
			}
			first, last := row.Noun.When.Loose()
			why := ""
			switch {
			case row.Noun.When.IsZero() || last-first >= widestDate:
				why = "its date is known only to more than a year"
			case last < g.first || first > g.last:
				continue // of another time
			case first < g.first || last > g.last:
				why = "its date may lie outside the rule's days"
			case !g.cited(row):
				why = "it rests on none of the rule's sources"
			}
			if why != "" {
				g.out.drops[why] = append(g.out.drops[why], row.Ref())
				continue
			}
			out = append(out, coincide.Event{ID: caseID(row.Key, state), Dyad: g.dyad(state), When: coincide.Span{First: coincide.Day(first), Last: coincide.Day(last)}, Sources: g.roots(row.Record)})
		}
	}
	slices.SortFunc(out, func(a, b coincide.Event) int {
		return cmp.Or(cmp.Compare(a.When.First, b.When.First), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Dyad, b.Dyad))
	})
	return out
}

// widestDate is the longest time, in days, over which an event's day may be unknown.
const widestDate = 366

// cited reports whether an event rests on one of the rule's sources.
func (g *ruleGather) cited(row store.Row[*ledger.Event]) bool {
	return len(g.rule.Sources) == 0 || slices.ContainsFunc(g.originsOf(row.Record), func(o origin) bool { return slices.Contains(g.rule.Sources, o.key) })
}

// others are the responses towards states that did not trigger, a placebo: states of the
// region that the search log covers, or any where there is no log.
func (g *ruleGather) others(states []string) []coincide.Group {
	candidates := slices.Clone(states)
	for _, s := range g.rule.Searched {
		candidates = append(candidates, s.States...)
	}
	if len(g.rule.Searched) == 0 {
		candidates = append(candidates, g.region.States...)
	}
	slices.Sort(candidates)
	out := []coincide.Group{}
	for _, state := range slices.Compact(candidates) {
		quiet := state != g.rule.Hub && len(g.sightings(g.trigger, []string{state})) == 0
		if quiet && (len(g.rule.Searched) == 0 || len(g.searched(state)) > 0) {
			out = append(out, coincide.Group{Name: g.name(state), Responses: g.sightings(g.response, []string{state})})
		}
	}
	return out
}
