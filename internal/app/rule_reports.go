package app

import (
	"fmt"
	"slices"

	"orrery/casebook"
	"orrery/internal/store"
	"orrery/ledger"
	"orrery/model/coincide"
)

// ruleReport is a report of a class, in one dyad.
type ruleReport struct {
	key     string
	day     ledger.Day
	within  int
	link    int64    // 0: none
	also    []string // further reports of the class that share its link
	sources []string
}

// mostReports bounds what one rule keeps of sets of reports, states of its placebo included: some 200 MB.
const mostReports = 600_000

// readSets goes once through each set in which a class is looked for, and keeps what belongs to one.
func (g *ruleGather) readSets(again []string, intervals []ledger.Date) error {
	classes := map[string][]*ruleClass{}
	for _, c := range []*ruleClass{g.trigger, g.response, g.unrelated} {
		if c == nil || c.set == "" {
			continue
		}
		c.found = map[string][]ruleReport{}
		classes[c.set] = append(classes[c.set], c)
	}
	for key, set := range ruleSetsOf(g.rule) {
		c, err := g.ruleSet(key, set)
		if err != nil {
			return err
		}
		g.sets[set] = c
	}
	if err := g.readPast(); err != nil {
		return err
	}
	all := g.own
	for _, d := range intervals {
		first, last := d.Span()
		all = ruleDays{min(all.first, first), max(all.last, last)}
	}
	kept := 0
	for set, of := range classes {
		s := setScan{gather: g, classes: of, states: g.ownStates(again), kept: &kept}
		if err := s.scan(set, all); err != nil {
			return err
		}
	}
	return nil
}

// setScan is one way through a set.
type setScan struct {
	gather  *ruleGather
	classes []*ruleClass
	states  []string // rising
	kept    *int
	day     ledger.Day
	linked  map[ruleLink]int // of the day: place of the report that counts
}

// ruleLink is a thing that several reports may be about, as a case of a class.
type ruleLink struct {
	class int
	state string
	link  int64
}

func (s *setScan) scan(set string, days ruleDays) error {
	g, c := s.gather, s.gather.sets[set]
	if c.ReportSet.Reports == 0 {
		return nil
	}
	q := store.ReportQuery{Set: set, Either: s.states, Types: s.types()}
	if q.From, q.To = days.within(c); q.From > q.To {
		return nil
	}
	s.linked = map[ruleLink]int{}
	if err := g.app.store.EachSighting(g.ctx, q, s.take); err != nil {
		return err
	}
	for _, class := range s.classes {
		if err := g.publishers(class); err != nil {
			return err
		}
	}
	return nil
}

// types are the types that any of the classes wants; nil: all.
func (s *setScan) types() []ledger.EventType {
	var out []ledger.EventType
	for _, c := range s.classes {
		of := c.filter.Types()
		if of == nil {
			return nil
		}
		out = append(out, of...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// take keeps a report that belongs to a class. Reports come by day and key, so that of several about one thing the first by key is kept.
func (s *setScan) take(r *store.Sighting) error {
	if r.Day != s.day {
		s.day = r.Day
		clear(s.linked)
	}
	act := casebook.Act{Actor: r.Source, Target: r.Target, Type: r.Type, Mode: r.Mode, Contexts: r.Contexts}
	for i, state := range [2]string{r.Source, r.Target} {
		if state == "" || i == 1 && state == r.Source {
			continue
		}
		if _, wanted := slices.BinarySearch(s.states, state); !wanted {
			continue
		}
		for n, class := range s.classes {
			if class.filter.MatchAct(&act, s.gather.rule.Hub, state) {
				if err := s.keep(n, class, state, r); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (s *setScan) keep(n int, class *ruleClass, state string, r *store.Sighting) error {
	if *s.kept++; *s.kept > mostReports {
		return &Error{Code: Invalid, Field: "rule", Text: fmt.Sprintf("more than %d reports belong to the rule's classes", mostReports),
			Do: "narrow the classes by mode or context, name fewer dyads, or take a shorter time"}
	}
	found := class.found[state]
	if r.Link != 0 {
		link := ruleLink{n, state, r.Link}
		if at, ok := s.linked[link]; ok {
			found[at].also = append(found[at].also, r.Key)
			return nil
		}
		s.linked[link] = len(found)
	}
	class.found[state] = append(found, ruleReport{key: r.Key, day: r.Day, within: r.Within, link: r.Link})
	return nil
}

// publishersAtOnce is how many reports are read in full at a time.
const publishersAtOnce = 2000

// publishers says who published each report that was kept: what a test leaves out one by one. A report that names nobody rests on its set.
func (g *ruleGather) publishers(class *ruleClass) error {
	var keys []string
	for _, list := range class.found {
		for _, r := range list {
			keys = append(append(keys, r.key), r.also...)
		}
	}
	slices.Sort(keys)
	named := map[string]string{}
	for part := range slices.Chunk(slices.Compact(keys), publishersAtOnce) {
		full, err := g.app.store.ReportsByKey(g.ctx, class.set, part)
		if err != nil {
			return err
		}
		for _, r := range full {
			if r.Publisher != "" {
				named[r.Key] = r.Publisher
			}
		}
	}
	alone := map[string][]string{} // one list a publisher, shared by its reports
	for _, list := range class.found {
		for i := range list {
			list[i].sources = restsOn(named, class.set, &list[i], alone)
		}
	}
	return nil
}

func restsOn(named map[string]string, set string, r *ruleReport, alone map[string][]string) []string {
	var out []string
	for i := range 1 + len(r.also) {
		key := r.key
		if i > 0 {
			key = r.also[i-1]
		}
		if p := named[key]; p != "" && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	if len(out) == 0 {
		out = []string{set}
	}
	slices.Sort(out)
	if len(out) > 1 {
		return out
	}
	if alone[out[0]] == nil {
		alone[out[0]] = out
	}
	return alone[out[0]]
}

// reported appends the reports of a class that touch a state.
func (g *ruleGather) reported(out []coincide.Event, class *ruleClass, state string, days ruleDays) []coincide.Event {
	for _, r := range class.found[state] {
		first, last := r.day-ledger.Day(r.within), r.day+ledger.Day(r.within)
		why := days.refuse(first, last, false)
		if why == "" && g.steppedReport(class, &r, state) {
			why = itselfAStep
		}
		switch why {
		case "":
			out = append(out, coincide.Event{ID: caseID(r.key, state), Dyad: g.dyad(state), When: spanOf(first, last), Sources: r.sources})
		case ofAnotherTime:
		default:
			g.out.drops[why] = append(g.out.drops[why], traceID("report", class.set, r.key))
		}
	}
	return out
}

// ruleSetsOf are the sets that a rule names, by key of its file.
func ruleSetsOf(rule *ledger.Rule) map[string]string {
	out := map[string]string{}
	for key, set := range map[string]string{"triggers_from": rule.TriggersFrom, "responses_from": rule.ResponsesFrom, "attention_from": rule.AttentionFrom} {
		if set != "" {
			out[key] = set
		}
	}
	return out
}
