package coincide

import (
	"fmt"
	"math"
)

// Test runs a rule on a study and returns everything that may be said of it. It is pure: one study and one seed give one result.
// An error says what of the study or the settings cannot be used; too little evidence is no error but an answer.
func Test(study Study, s Settings) (*Result, error) { return TestWith(study, s, nil) }

// TestWith is Test with somebody who follows it: step is told how many steps of work are done out of how many, often (some thousand times
// a second, so it must be quick, and it is called from the same goroutine), with done never falling. An error from it stops the test within a
// fraction of a second and comes back as it is. The result does not depend on step, which may be nil.
func TestWith(study Study, s Settings, step func(done, total int) error) (*Result, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	if err := study.check(); err != nil {
		return nil, err
	}
	if s.Strata == ByAttention && study.Attention == nil && study.Denominator != NoDenominator {
		s.Strata = ByBlocks // what is not there cannot stratify; the result's settings say so
	}
	e := newEngine(study, s)
	e.course = e.follow(step)
	replicas := e.replicas()
	r := &Result{Version: Version, Rule: study.Rule, State: study.State, Denominator: study.Denominator, Settings: s,
		Exploratory: study.Rule.exploratory(), Testing: e.testing, Tally: e.cases.tally,
		Triggers: e.cases.triggers, Responses: e.cases.responses, Pairs: e.cases.pairs, MorePairs: e.cases.more, Lags: e.cases.lags,
		Latency: KaplanMeier(e.cases.waits, s.Level)}
	err := e.course.stages(
		func() error { r.Dates = e.dates(); return nil },
		func() error { e.judged(r, replicas); return nil },
		func() error { r.Swing = e.swing(replicas, r.Label); return nil },
		func() error { r.Power, r.PowerVerdict = e.power(), e.powerVerdict(); return nil },
		func() error { r.Strip = e.strip(replicas, study.Rule.DT, &r.Dates); return nil },
		func() (err error) {
			if r.Series, err = e.series(); err != nil {
				err = fmt.Errorf("the responses as a series: %w", err)
			}
			return err
		},
	)
	if err != nil {
		return nil, err
	}
	r.Published = e.published()
	r.Advice = e.advise(r)
	r.Sentence = r.sentence()
	if err := e.course.end(); err != nil {
		return nil, err
	}
	return r, nil
}

// judged fills in the label, what it rests on, and the figures of the study's own days.
func (e *engine) judged(r *Result, replicas []*engine) {
	g := e.judge(replicas, &r.Dates)
	r.Conditions, r.Ratio, r.Corrected, r.Placebos, r.Replications = g.conditions(), g.ratio, g.corrected, orNone(g.placebos), orNone(g.replicated)
	r.Label = label(r.Conditions)
	r.P = e.counts.pvalues(e.testing)
	r.FourFold, r.Base = e.fourFold(), e.base()
	r.Rates = e.rates(r.Base)
}

func orNone[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// fourFold sorts days by window and response.
func (e *engine) fourFold() FourFold {
	t := e.cases.tally
	if e.screen == nil {
		unknown := func(n int) Cell { return Cell{N: n, Why: noBaseRate} }
		return FourFold{Cell{N: t.Hits, Known: true}, unknown(0), unknown(t.Responses - t.Hits), unknown(0)}
	}
	known := func(n int) Cell { return Cell{N: n, Known: true} }
	return FourFold{known(t.Hits), known(t.Covered - t.Hits), known(t.Responses - t.Hits), known(t.Days - t.Covered - t.Responses + t.Hits)}
}

// base is the rate of responses outside windows, from Jeffreys' prior.
func (e *engine) base() BaseRate {
	t := e.cases.tally
	if e.screen == nil {
		return BaseRate{Verdict: notOffered(noBaseRate)}
	}
	rate, err := GammaPoisson(t.Responses-t.Hits, float64(t.Days-t.Covered)/365, .5, 0, e.s.Level)
	if err != nil {
		return BaseRate{Verdict: notOffered("no observed day lies outside the windows")}
	}
	return BaseRate{PerYear: &rate, Verdict: Verdict{OK: true}}
}

func (e *engine) rates(base BaseRate) Rates {
	t := e.cases.tally
	r := Rates{Precursor: ratioOf(t.Hits, t.Responses), Trigger: ratioOf(t.Answered, t.Answered+t.Unanswered), Expected: Bound(math.NaN())}
	if e.screen == nil {
		r.Verdict = Verdict{Text: "shares of the known cases only", Why: noBaseRate}
		return r
	}
	r.Verdict.OK = true
	if base.PerYear != nil {
		r.Expected = Bound(WindowChance(base.PerYear.Mean, float64(e.hi-e.lo+1)))
	}
	return r
}

// published is the published test on responses as they were reported.
func (e *engine) published() *PublishedTest {
	if !e.testing.OK {
		return nil
	}
	t, seen, hits := e.cases.tally, 0, 0
	for _, r := range e.cases.responses {
		if r.Fate != NotObserved {
			seen++
		}
		if r.Fate == Hit {
			hits++
		}
	}
	p, err := Published(t.Days, e.lo, e.hi-e.lo, t.Triggers, t.Answered, seen, hits, true)
	if err != nil {
		return nil
	}
	return &p
}
