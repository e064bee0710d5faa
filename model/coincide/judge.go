package coincide

import "slices"

// judge gathers the grounds of a label for the window that is set. Without dates the least favourable days are looked for anew, in one sweep.
func (e *engine) judge(replicas []*engine, dates *Dates) grounds {
	g := grounds{rule: e.study.Rule, denominator: e.study.Denominator, alpha: e.s.Alpha, testing: e.testing, vague: e.uncertain()}
	if e.screen == nil {
		g.ratio = notEstimable(noBaseRate)
		return g
	}
	g.ratio = e.ownRatios()
	if e.testing.OK {
		q, how := e.study.Family.correct(e.counts.P)
		g.corrected = &Corrected{Q: q, How: how, Run: e.study.Family.Run}
		switch {
		case dates != nil && dates.Least != nil:
			g.leastP = dates.Least.P
		case dates == nil && e.uncertain() > 0:
			p := e.leastP()
			g.leastP = &p
		}
	}
	g.placebos = e.placebos()
	g.replicated = e.replicate(replicas)
	return g
}

// window sets another width of the window and counts anew.
func (e *engine) window(dt int) {
	e.study.Rule.DT, e.hi = dt, e.lo+dt
	if e.screen == nil {
		e.cases.near.within(dt, &e.cases.tally)
		return
	}
	e.counts = e.recount()
	e.cases = e.readCases()
	e.testing = e.guard(e.study.Denominator, e.cases.tally.Triggers, e.counts)
}

// recount tests the study's own events and leaves the screen on them.
func (e *engine) recount() Counts {
	return e.count(slices.Clone(e.triggerDays), slices.Clone(e.responseDays))
}

// ownRatios reads the rate ratio of the study's own events.
func (e *engine) ownRatios() RatioView {
	c := e.recount()
	if !e.brief {
		return e.screen.ratios(c, e.s.Level)
	}
	plain, err := RateRatio(c.Hits, c.Responses, c.Covered, c.Days, e.s.Level)
	if err != nil {
		return notEstimable(err.Error())
	}
	v := RatioView{Lower: plain.Lo, Verdict: Verdict{OK: true}}
	if within, err := newSumOfBinomials(c.Hits, e.screen.strata); err == nil {
		v.Lower = min(v.Lower, within.lower((1-e.s.Level)/2))
	}
	return v
}
