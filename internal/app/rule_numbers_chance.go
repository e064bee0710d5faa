package app

import (
	"fmt"

	"orrery/model/coincide"
)

// answers are the label and what is said of days that are not known exactly.
func (s *ruleSaid) answers() []ruleNumber {
	res := s.res
	ok := coincide.Verdict{OK: true}
	var all []string
	for _, c := range res.Conditions {
		all = append(all, "condition/"+c.Code)
	}
	return []ruleNumber{
		number("label", "label", ok, string(res.Label)).from("“system” when every condition is met; “pattern, not replicated” when only the replication is missing; otherwise “coincidence not excluded”. "+
			"Its rows are the run's cases.", s.cases, all...),
		number("dates", "days known only roughly", ok, s.dateWords()).from(fmt.Sprintf("The test on %d random choices of the days that are known only to a month or a year, and on the least and the most favourable "+
			"ones. Its rows are the events without an exact day.", res.Dates.Draws), s.rough),
	}
}

func (s *ruleSaid) dateWords() string {
	d := s.res.Dates
	if d.Uncertain == 0 {
		return "every day is known"
	}
	text := ruleCount(d.Uncertain, "day is", "days are") + " known only roughly"
	if d.Least == nil || d.Most == nil {
		return text
	}
	text += fmt.Sprintf("; %s to %s", countText(d.Least.Hits), ruleCount(d.Most.Hits, "hit", "hits"))
	if d.Least.P == nil || d.Most.P == nil || d.Median == nil || d.Small == nil {
		return text
	}
	return text + fmt.Sprintf(", p %s to %s%s, half of the draws below %s, %s of them small", chanceWords(*d.Most.P), chanceWords(*d.Least.P), besideP(s.stood.Family), chanceWords(*d.Median), percent(*d.Small))
}

// rough are the events without an exact day.
func (s *ruleSaid) rough() []pointer {
	return append(s.triggers(func(c coincide.TriggerCase) bool { return !c.When.Exact() }), s.responses(func(c coincide.ResponseCase) bool { return !c.When.Exact() })...)
}

// chances are the p-values, each with the family beside it, and the family.
func (s *ruleSaid) chances() []ruleNumber {
	res, ok := s.res, s.res.Testing
	p, shown := coincide.PValues{}, coincide.Verdict{OK: true}
	if res.P != nil {
		p = *res.P
	} else if ok.OK {
		ok = coincide.Verdict{Text: coincide.NotOffered, Why: "the run keeps no p-value"}
	}
	t := res.Tally
	counts := fmt.Sprintf("T = %s observed days, c = %s of them in windows, n = %s, K = %s", countText(t.Days), countText(t.Covered), ruleCount(t.Responses, "response", "responses"), ruleCount(t.Hits, "hit", "hits"))
	strata := fmt.Sprintf("blocks of %d observed days", res.Settings.Block)
	if res.Settings.Strata == coincide.ByAttention {
		strata = fmt.Sprintf("thirds by attention of each %d days", res.Settings.Quarter)
	}
	of := func(name, label string, v float64, how string, parts ...string) ruleNumber {
		return number(name, label, ok, chanceWords(v)+besideP(s.stood.Family)).from(how+" "+counts+". Its rows are the triggers and the responses that count.", s.cases, parts...)
	}
	four := []string{"hits", "counted", "covered", "days"}
	out := []ruleNumber{
		of("p", "p", p.Reported, "The largest of the p-values that are part of the test: stratified, circular, straight and, with several dyads, rotated.", "p-stratified", "p-circular", "p-straight", "p-rotated", "family"),
		of("p-stratified", "p, stratified", p.Stratified, "The chance of K hits or more when the responses of each stratum are dealt at random over its days, exact: sums of hypergeometric distributions. Strata: "+strata+".", four...),
		of("p-circular", "p, circular shift", p.Circular, fmt.Sprintf("(1 + shifts with K hits or more) / (1 + shifts): all responses rolled together by every number of days from %d on, %s shifts.", res.Settings.MinShift, countText(p.Shifts)), four...),
		of("p-straight", "p, straight shift", p.Straight, "(1 + shifts with as large a share of hits or more) / (1 + shifts): all responses moved along the calendar, nothing rolled round, gaps kept.", four...),
		of("p-rotated", "p, rotated", p.Rotated, "The responses of all dyads roll together within each stratum, strata independently of each other; exact. It keeps what stands in several dyads at once.", four...),
		of("p-constant", "p, constant rate", p.Constant, "The chance of K hits or more under one constant rate, exact: hypergeometric. It stands beside the test and is never reported.", four...),
	}
	if out[4].shown && p.Rotated == 0 {
		out[4].text, out[4].shown = "one dyad only: there is nothing to roll together", false
	}
	q := number("q", "q", ok, "")
	if c := res.Corrected; c != nil && ok.OK {
		q.text = fmt.Sprintf("%s by %s%s", chanceWords(c.Q), c.How, besideP(s.stood.Family))
	} else if ok.OK {
		q.text, q.shown = "not offered: the run keeps no corrected p", false
	}
	out = append(out, q.from("The reported p within its family: the p's of all different rules that were run in this ledger by now, those without a p as 1. "+s.stood.Overlap, s.ranBefore, "p", "family"))
	family := number("family", "different rules ever run", shown, "").counts(s.stood.Family)
	return append(out, family.from("Every different rule that was ever run in this ledger by now, by whomever, registered or not, this one included. One row a rule: its newest run.", s.ranBefore))
}

// ranBefore are the runs that the family counts.
func (s *ruleSaid) ranBefore() []pointer {
	return append([]pointer{}, s.family...)
}
