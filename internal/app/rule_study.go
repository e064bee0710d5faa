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

// ruleStudy is a rule with what it speaks of.
type ruleStudy struct {
	coincide.Study
	events map[string]store.Row[*ledger.Event] // of the ledger, by key: what the study's triggers and responses name
	drops  map[string][]string                 // what was not used, by reason: refs of events, trace ids of reports
	early  int                                 // events that the ledger held before the rule was registered
	known  int                                 // events of a casebook, whose facts were collected knowing the outcome

	reports int        // different reports among the triggers and responses
	seen    int        // of these, imported before the rule was registered, as far as one can tell
	late    []string   // what was declared of the silence of its sets after somebody had looked
	linked  int        // further reports that may be about the same things, and so count in nothing
	last    ledger.Day // of all events and reports used; ledger.MinDay: none
	words   string     // how the days without a response are known, in whole sentences
	notes   []string   // what else is to be said, in whole sentences
}

// ruleDays is a rule's own time, or one on which it is tried again. Both ends included.
type ruleDays struct{ first, last ledger.Day }

// ruleClass is a class of events with the place where it is looked for.
type ruleClass struct {
	filter casebook.Filter
	set    string                  // of reports; "": the ledger's accepted events
	found  map[string][]ruleReport // of a set: what belongs to it, by state and day
}

// ruleGather makes a study from the ledger's accepted events and from sets of reports.
type ruleGather struct {
	*reading
	rule                         *ledger.Rule
	registered                   time.Time // zero: it is not
	trigger, response, unrelated *ruleClass
	rows                         []store.Row[*ledger.Event]
	sets                         map[string]reportCoverage
	own                          ruleDays
	past                         rulePast
	steps                        map[string]ruleSteps // by state; made when asked for
	out                          *ruleStudy
}

// gatherRule makes the study of a rule. registered is zero for a rule that is not. The order
// in which the ledger gives events plays no part. Errors: NotFound for a set of reports that
// was never imported, Invalid for a rule whose sets cannot answer it.
func (r *reading) gatherRule(rule *ledger.Rule, registered time.Time) (*ruleStudy, error) {
	g := &ruleGather{reading: r, rule: rule, registered: registered, sets: map[string]reportCoverage{}, steps: map[string]ruleSteps{},
		out: &ruleStudy{events: map[string]store.Row[*ledger.Event]{}, drops: map[string][]string{}, last: ledger.MinDay}}
	again, intervals, err := rule.Again()
	if err != nil {
		return nil, fmt.Errorf("rule %s: %w", rule.Slug, err)
	}
	if err := g.read(again, intervals); err != nil {
		return nil, err
	}
	states := r.ruleStates(rule)
	all := g.on(states, g.own)
	g.out.Study = coincide.Study{Rule: coincide.Rule{ID: rule.Slug, Tau: rule.LagDays, DT: int(rule.Window.Until(0))}, State: strings.Join(states, ", "),
		Dyads: all.Dyads, Denominator: all.Denominator, Observed: all.Observed, Triggers: all.Triggers, Responses: all.Responses,
		Others: g.others(states), Unrelated: []coincide.Group{}, Replications: []coincide.Replication{}}
	if g.unrelated != nil {
		g.out.Unrelated = append(g.out.Unrelated, coincide.Group{Name: rule.Unrelated, Responses: g.sightings(g.unrelated, states, g.own)})
	}
	for _, state := range again {
		if !slices.Contains(states, state) {
			p := g.on([]string{state}, g.own)
			p.Name, p.State = r.name(state), state
			g.again(p)
		}
	}
	for _, d := range intervals {
		first, last := d.Span()
		p := g.on(states, ruleDays{first, last})
		p.Name, p.State = d.String(), g.out.State
		g.again(p)
	}
	g.use(all)
	if g.out.late, err = g.declaredLate(intervals); err != nil {
		return nil, err
	}
	g.denominator(states, all)
	if err := g.attention(); err != nil {
		return nil, err
	}
	for why := range g.out.drops {
		slices.Sort(g.out.drops[why])
		g.out.drops[why] = slices.Compact(g.out.drops[why])
	}
	return g.out, nil
}

// read reads the filters, the events and what these rest on, and the reports.
func (g *ruleGather) read(again []string, intervals []ledger.Date) error {
	for _, f := range []struct {
		text, set string
		into      **ruleClass
	}{{g.rule.Trigger, g.rule.TriggersFrom, &g.trigger}, {g.rule.Response, g.rule.ResponsesFrom, &g.response}, {g.rule.Unrelated, g.rule.ResponsesFrom, &g.unrelated}} {
		if f.text == "" {
			continue
		}
		filter, err := casebook.ParseFilter(f.text)
		if err != nil {
			return fmt.Errorf("rule %s: %w", g.rule.Slug, err)
		}
		*f.into = &ruleClass{filter: filter, set: f.set}
	}
	g.own = ownDays(g.rule)
	if err := g.readSets(again, intervals); err != nil {
		return err
	}
	if g.trigger.set != "" && g.response.set != "" {
		return nil
	}
	var err error
	if g.rows, err = store.Rows[*ledger.Event](g.ctx, g.app.store, g.query()); err != nil {
		return err
	}
	slices.SortFunc(g.rows, func(a, b store.Row[*ledger.Event]) int { return cmp.Compare(a.Key, b.Key) })
	return citeRows(g.reading, g.rows)
}

// ownDays are the days that a rule speaks of.
func ownDays(rule *ledger.Rule) ruleDays {
	var d ruleDays
	d.first, _ = rule.From.Span()
	if _, d.last = rule.To.Span(); rule.To.IsZero() {
		d.last = ledger.MaxDay
	}
	return d
}

func (g *ruleGather) event(key string) (store.Row[*ledger.Event], bool) {
	i, ok := slices.BinarySearchFunc(g.rows, key, func(row store.Row[*ledger.Event], key string) int { return cmp.Compare(row.Key, key) })
	if !ok {
		return store.Row[*ledger.Event]{}, false
	}
	return g.rows[i], true
}

// on is the rule on some states and days.
func (g *ruleGather) on(states []string, days ruleDays) coincide.Replication {
	p := coincide.Replication{Denominator: coincide.NoDenominator, Observed: []coincide.Watch{}, Dyads: []string{},
		Triggers: g.sightings(g.trigger, states, days), Responses: g.sightings(g.response, states, days)}
	for _, state := range states {
		p.Dyads = append(p.Dyads, g.dyad(state))
		for _, span := range g.observed(state, days) {
			p.Observed = append(p.Observed, coincide.Watch{Dyad: g.dyad(state), Span: span})
		}
	}
	if len(p.Observed) > 0 {
		p.Denominator = g.kind()
	}
	return p
}

// caseID names an event or a report in one dyad: what touches several states is a case of each.
func caseID(key, state string) string { return key + "@" + state }

// CaseKey is the key of the event or report in the name KEY@STATE that a run's result gives a case. A key may hold an @, a state never does.
func CaseKey(id string) string { return eventOf(id) }

func eventOf(id string) string {
	if at := strings.LastIndexByte(id, '@'); at >= 0 {
		return id[:at]
	}
	return id
}

func (g *ruleGather) dyad(state string) string { return g.rule.Hub + "/" + state }

// sightings are what belongs to a class and lies in some days, one for each dyad that it touches, by day.
func (g *ruleGather) sightings(class *ruleClass, states []string, days ruleDays) []coincide.Event {
	out := []coincide.Event{}
	for _, state := range states {
		if class.set != "" {
			out = g.reported(out, class, state, days)
			continue
		}
		out = g.coded(out, class, state, days)
	}
	slices.SortFunc(out, func(a, b coincide.Event) int {
		return cmp.Or(cmp.Compare(a.When.First, b.When.First), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Dyad, b.Dyad))
	})
	return out
}

// coded appends the ledger's events of a class that touch a state.
func (g *ruleGather) coded(out []coincide.Event, class *ruleClass, state string, days ruleDays) []coincide.Event {
	for _, row := range g.rows {
		if !class.filter.Match(row.Noun, g.rule.Hub, state) {
			continue
		}
		first, last := row.Noun.When.Loose()
		why := days.refuse(first, last, row.Noun.When.IsZero())
		if why == "" && !g.cited(row) {
			why = "it rests on none of the rule's sources"
		} else if why == "" && g.stepped(class, row, state) {
			why = itselfAStep
		}
		if why != "" && why != ofAnotherTime {
			g.out.drops[why] = append(g.out.drops[why], row.Ref())
		}
		if why == "" {
			out = append(out, coincide.Event{ID: caseID(row.Key, state), Dyad: g.dyad(state), When: spanOf(first, last), Sources: g.roots(row.Record)})
		}
	}
	return out
}

// widestDate is the longest time, in days, over which an event's day may be unknown.
const widestDate = 366

const ofAnotherTime = "it is of another time"

// refuse says why something that happened between two days cannot be used for a time; "" when it can.
func (d ruleDays) refuse(first, last ledger.Day, undated bool) string {
	switch {
	case undated || int64(last)-int64(first) >= widestDate:
		return "its date is known only to more than a year"
	case last < d.first || first > d.last:
		return ofAnotherTime
	case first < d.first || last > d.last:
		return "its date may lie outside the rule's days"
	}
	return ""
}

func spanOf(first, last ledger.Day) coincide.Span {
	return coincide.Span{First: coincide.Day(first), Last: coincide.Day(last)}
}

// cited reports whether an event rests on one of the rule's sources.
func (g *ruleGather) cited(row store.Row[*ledger.Event]) bool {
	return len(g.rule.Sources) == 0 || slices.ContainsFunc(g.originsOf(row.Record), func(o origin) bool { return slices.Contains(g.rule.Sources, o.key) })
}
