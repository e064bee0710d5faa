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
)

// rulePast is what the history of a rule's sets says of what could be seen, and of what was declared, before something else. Orders are
// those of the ledger, not of a clock.
type rulePast struct {
	place   int64                         // of the rule's registration in the ledger; 0: it is not registered
	lines   map[string][]store.ReportPast // of each set, by time, with those of its files in other sets
	offered map[string][]reportSpan       // days over which the files of a set reach
	early   map[string][]reportSpan       // of these, files that were offered to any set before the registration
}

// readPast reads the history of the sets that g.sets holds.
func (g *ruleGather) readPast() error {
	g.past = rulePast{lines: map[string][]store.ReportPast{}, offered: map[string][]reportSpan{}, early: map[string][]reportSpan{}}
	all, err := g.allRules()
	if err != nil {
		return err
	}
	for _, row := range all {
		if g.registered.IsZero() || casebook.RuleHash(row.Noun) != casebook.RuleHash(g.rule) {
			continue
		}
		rec, err := g.registration(row)
		if err != nil {
			return err
		}
		g.past.place = max(g.past.place, rec.Seq)
	}
	for set := range g.sets {
		lines, err := g.app.store.ReportHistory(g.ctx, set)
		if err != nil {
			return err
		}
		g.past.lines[set] = lines
		first := map[string]int64{} // by file: how many revisions the ledger had when it was first offered
		for _, l := range slices.Backward(lines) {
			if l.Kind == store.ReportOffered {
				first[l.Hash] = l.Head
			}
		}
		for _, l := range lines {
			if l.Kind != store.ReportOffered || l.Set != set {
				continue
			}
			reach := reportSpan{First: l.First, Last: l.Last}
			g.past.offered[set] = append(g.past.offered[set], reach)
			if first[l.Hash] < g.past.place {
				g.past.early[set] = append(g.past.early[set], reach)
			}
		}
		g.past.offered[set], g.past.early[set] = unite(g.past.offered[set]), unite(g.past.early[set])
	}
	return nil
}

// importedBefore says whether a set's report of a day may have been seen before the rule was registered: a file that reaches over that day was
// offered earlier, to this set or to another, whether its import ended or not and whether the set was dropped since. What no file accounts for may have been.
func (g *ruleGather) importedBefore(set string, day ledger.Day) bool {
	if g.registered.IsZero() {
		return false
	}
	return reaches(g.past.early[set], day) || !reaches(g.past.offered[set], day) && day <= ledger.DayOf(g.registered)
}

// reaches says whether a day is among spans in order.
func reaches(spans []reportSpan, day ledger.Day) bool {
	_, ok := slices.BinarySearchFunc(spans, day, func(s reportSpan, day ledger.Day) int {
		switch {
		case s.Last < day:
			return -1
		case s.First > day:
			return 1
		}
		return 0
	})
	return ok
}

// registration is the revision from which a rule says what it says now.
func (r *reading) registration(row store.Row[*ledger.Rule]) (ledger.Record, error) {
	revisions, err := r.app.store.History(r.ctx, row.ID)
	if err != nil {
		return ledger.Record{}, err
	}
	out, hash := row.Record, casebook.RuleHash(row.Noun)
	for _, old := range slices.Backward(revisions) {
		if old.Rev > row.Rev {
			continue
		}
		n, ok := old.Body.(*ledger.Rule)
		if !ok || old.Status != ledger.Accepted || casebook.RuleHash(n) != hash {
			break
		}
		out = old
	}
	return out, nil
}

// look is a run that saw reports of a set.
type look struct {
	seq  int64  // its place in the ledger
	who  string // what was run, in words
	ours bool   // of this rule, or of one in its line of forks
}

// looks are the runs that saw reports of a set, in their order; runs of the rule itself are among them whatever they saw.
func (g *ruleGather) looks(set string) ([]look, error) {
	all, err := g.allRules()
	if err != nil {
		return nil, err
	}
	runs, err := g.ruleRuns()
	if err != nil {
		return nil, err
	}
	hash, line := casebook.RuleHash(g.rule), g.forkLine(all)
	var out []look
	for _, ran := range runs {
		switch of := ran.row.Noun.Rule; {
		case ran.settings.RuleHash == hash:
			out = append(out, look{ran.row.Seq, "this rule", true})
		case line[of]:
			out = append(out, look{ran.row.Seq, "another form of this rule, " + of + ",", true})
		case strings.Contains(ran.settings.RuleLine+";", " from the reports of "+set+";"):
			out = append(out, look{ran.row.Seq, "another rule, " + of + ",", false})
		}
	}
	screens, err := g.gridRuns(set)
	for _, s := range screens {
		out = append(out, look{s.row.Seq, "a screen of the set", false})
	}
	slices.SortFunc(out, func(a, b look) int { return cmp.Compare(a.seq, b.seq) })
	return out, err
}

// forkLine are the rules that are forks of each other, however far, this one among them.
func (g *ruleGather) forkLine(all []store.Row[*ledger.Rule]) map[string]bool {
	line := map[string]bool{g.rule.Slug: true}
	if g.rule.ForkOf != "" {
		line[g.rule.ForkOf] = true
	}
	hash := casebook.RuleHash(g.rule)
	for _, row := range all {
		line[row.Key] = line[row.Key] || casebook.RuleHash(row.Noun) == hash
	}
	for grown := true; grown; {
		grown = false
		for _, row := range all {
			if of := row.Noun.ForkOf; of != "" && line[of] != line[row.Key] {
				line[of], line[row.Key], grown = true, true, true
			}
		}
	}
	return line
}

// declaredLate says of each set of the rule what was declared of its silence only after somebody had looked: after the rule, or one in its line
// of forks, was run; or after anything was run on reports of the days that are spoken of. nil: nothing was.
func (g *ruleGather) declaredLate(intervals []ledger.Date) ([]string, error) {
	days := []ruleDays{g.own}
	for _, d := range intervals {
		first, last := d.Span()
		days = append(days, ruleDays{first, last})
	}
	var out []string
	for _, set := range slices.Compact([]string{g.trigger.set, g.response.set}) {
		if set == "" {
			continue
		}
		looks, err := g.looks(set)
		if err != nil {
			return nil, err
		}
		if l, at := g.late(set, days, looks); l != nil {
			out = append(out, lateWords(set, *l, at))
		}
	}
	return out, nil
}

// late finds the first declaration about some days of a set that came after a look at them. nil: there is none.
func (g *ruleGather) late(set string, days []ruleDays, looks []look) (*look, time.Time) {
	before := map[string]store.ReportPast{} // by file: what was declared of it last
	var reach []store.ReportPast            // files that were offered so far
	for _, p := range g.past.lines[set] {
		switch {
		case p.Set != set:
			continue
		case p.Kind == store.ReportOffered:
			reach = append(reach, p)
			continue
		case p.Kind != store.ReportDeclared:
			continue
		}
		old, said := before[p.Hash]
		before[p.Hash] = p
		about := within(slices.Concat(old.Covered, p.Covered), days)
		if len(about) == 0 {
			continue
		}
		settled := !said && slices.Contains(publishedSets, set) // by its format, not by a person
		for i, l := range looks {
			if l.seq > p.Head {
				break
			}
			if l.ours || !settled && seenBy(l, reach, about) {
				return &looks[i], p.At
			}
		}
	}
	return nil, time.Time{}
}

// within is the part of spans that lies in any of some days.
func within(spans []store.ReportSpan, days []ruleDays) (out []store.ReportSpan) {
	for _, s := range spans {
		for _, d := range days {
			if first, last := max(s.First, d.first), min(s.Last, d.last); first <= last {
				out = append(out, store.ReportSpan{First: first, Last: last})
			}
		}
	}
	return out
}

// seenBy says whether a run could see reports of some days.
func seenBy(l look, reach []store.ReportPast, about []store.ReportSpan) bool {
	return slices.ContainsFunc(reach, func(p store.ReportPast) bool {
		return p.Head < l.seq && slices.ContainsFunc(about, func(s store.ReportSpan) bool { return s.First <= p.Last && p.First <= s.Last })
	})
}

func lateWords(set string, l look, at time.Time) string {
	what := "what silence means in " + set + " was declared on "
	if slices.Contains(publishedSets, set) {
		what = "which days " + set + " covers was settled on "
	}
	return fmt.Sprintf("%s%s, after %s had been run", what, longDay(at.UTC().Format(time.DateOnly)), l.who)
}
