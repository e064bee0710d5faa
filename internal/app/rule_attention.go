package app

import (
	"cmp"
	"fmt"

	"orrery/casebook"
	"orrery/internal/store"
	"orrery/ledger"
	"orrery/model/coincide"
)

// ruleEngine is how a rule is tested: the published settings, with the strata that it names.
func ruleEngine(rule *ledger.Rule, seed uint64) coincide.Settings {
	s := coincide.Defaults(seed)
	if rule.Strata == casebook.StrataAttention {
		s.Strata = coincide.ByAttention
	}
	return s
}

// attentionSlack is how many days at either end of the observed ones the set of attention may lack: the mean over a week bridges them.
const attentionSlack = 7

// attention gives the study everything that a set reports a day, of whomever: reports of the rule's own states are themselves responses, and
// strata made of them cost power. It is given where the rule asks for strata by attention or names a set.
func (g *ruleGather) attention() error {
	strata := g.rule.Strata == casebook.StrataAttention
	set := cmp.Or(g.rule.AttentionFrom, g.rule.ResponsesFrom)
	if set == "" || g.rule.AttentionFrom == "" && !strata {
		return nil
	}
	first, last := g.out.watched()
	if first > last {
		return nil // without a denominator there is nothing to divide
	}
	from, to := g.sets[set].reach()
	empty := g.sets[set].ReportSet.Reports == 0
	if empty || first < from-attentionSlack || last > to+attentionSlack {
		text := fmt.Sprintf("%s has reports from %s to %s, and the rule is watched from %s to %s", set, from, to, first, last)
		if empty {
			text = set + " has no reports"
		}
		if strata {
			return &Error{Code: Invalid, Field: "attention_from", Text: "strata by attention need reports on all days that are watched: " + text, Do: "name a set that has them, take other days, or write strata: blocks"}
		}
		g.out.notes = append(g.out.notes, "No attention: "+text+".")
		return nil
	}
	counts, err := g.app.store.ReportDays(g.ctx, store.ReportQuery{Set: set, From: first - attentionSlack, To: last + attentionSlack})
	if err != nil {
		return err
	}
	a := &coincide.Attention{From: coincide.Day(first - attentionSlack), Reports: make([]float64, int(last-first)+1+2*attentionSlack)}
	for _, d := range counts {
		a.Reports[d.Day-ledger.Day(a.From)] = float64(d.Reports)
	}
	g.out.Attention = a
	for i := range g.out.Replications {
		g.out.Replications[i].Attention = a
	}
	return nil
}

// reach is the first and the last day of a set's reports, or of its silence where that means something.
func (c reportCoverage) reach() (first, last ledger.Day) {
	first, last = c.ReportSet.First, c.ReportSet.Last
	for _, s := range c.Spans {
		first, last = min(first, s.First), max(last, s.Last)
	}
	return first, last
}

// watched is the first and the last day on which a response would be known, replications included.
func (s *ruleStudy) watched() (first, last ledger.Day) {
	first, last = ledger.MaxDay, ledger.MinDay
	for _, w := range s.Observed {
		first, last = min(first, ledger.Day(w.First)), max(last, ledger.Day(w.Last))
	}
	for _, r := range s.Replications {
		for _, w := range r.Observed {
			first, last = min(first, ledger.Day(w.First)), max(last, ledger.Day(w.Last))
		}
	}
	return first, last
}
