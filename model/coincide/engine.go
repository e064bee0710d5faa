package coincide

// engine is a study on its way to a result.
type engine struct {
	study  Study
	s      Settings
	lo, hi int // the window: days after a trigger

	triggers, responses       []Event     // in a fixed order
	triggerDays, responseDays []Day       // of these, uncertain ones drawn
	screen                    *Screener   // nil without a denominator
	civil                     *Screener   // the same on one line of days for all dyads
	besides                   []*Screener // the same for other states by name, made when they are needed
	counts                    Counts
	testing                   Verdict
	brief                     bool // only what a label needs is computed
	cases                     casebook
	course                    *course // nil: nobody follows
	role                      string  // of a replication: its kind

	sortedTriggers, sortedResponses []Day // scratch
}

// The guardrail of p-values.
const (
	leastTriggers  = 10
	leastResponses = 8
)

func newEngine(study Study, s Settings) *engine {
	e := &engine{study: study, s: s, lo: study.Rule.Tau, hi: study.Rule.Tau + study.Rule.DT,
		triggers: sorted(study.Triggers), responses: sorted(study.Responses)}
	e.study.Dyads = study.dyads()
	rng := stream(s.Seed, drawStream)
	e.triggerDays, e.responseDays = e.place(e.triggers, rng), e.place(e.responses, rng)
	if study.Denominator != NoDenominator {
		e.screen = newScreener(newFrame(lines(e.study.Dyads, study.Observed), study.Attention, s), s)
		if e.civil = e.screen; len(e.study.Dyads) > 1 {
			e.civil = newScreener(newFrame([][]Span{allWatched(study.Observed)}, study.Attention, s), s)
		}
		e.counts = e.recount()
	}
	e.cases = e.readCases()
	e.testing = e.guard(e.study.Denominator, e.cases.tally.Triggers, e.counts)
	return e
}

// guard says whether p-values may be shown.
func (e *engine) guard(d Denominator, triggers int, c Counts) Verdict {
	switch {
	case d == NoDenominator:
		return Verdict{Text: NoBaseRate, Why: noBaseRate}
	case triggers < leastTriggers || c.Responses < leastResponses:
		return Verdict{Text: TooFew, Why: amount(triggers, "trigger") + " and " + amount(c.Responses, "response") + "; 10 and 8 are needed"}
	case float64(1+c.Shifts)*e.s.Alpha < 1:
		return Verdict{Text: TooFew, Why: amount(c.Days, "observed day") + " allow too few shifts"}
	}
	return Verdict{OK: true}
}

// pvalues gives the p-values of a test unless they are withheld.
func (c Counts) pvalues(v Verdict) *PValues {
	if !v.OK {
		return nil
	}
	return &PValues{Reported: c.P, Stratified: c.Stratified, Circular: c.Circular, Straight: c.Straight, Rotated: c.Rotated, Shifts: c.Shifts, Constant: c.Plain}
}

// ratios reads the rate ratio both ways. The screen's strata must be those of the counts.
func (s *Screener) ratios(c Counts, level float64) RatioView {
	plain, err := RateRatio(c.Hits, c.Responses, c.Covered, c.Days, level)
	if err != nil {
		return notEstimable(err.Error())
	}
	v := RatioView{Constant: &plain, Verdict: Verdict{OK: true}}
	if within, err := StratifiedRatio(c.Hits, s.strata, level); err == nil {
		v.Strata = &within
	}
	v.Lower = v.lowest()
	return v
}
