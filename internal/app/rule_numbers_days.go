package app

import (
	"fmt"
	"math"

	"orrery/model/coincide"
)

// table are the four kinds of days, their sums, and the rates that come of them.
func (s *ruleSaid) table() []ruleNumber {
	f, t := s.res.FourFold, s.res.Tally
	windows := " Days have no rows of their own: the rows are the triggers whose windows make them."
	watched := " Days have no rows of their own: the rows are what says on which days a response would have been known."
	cell := func(name, label string, c coincide.Cell) ruleNumber {
		if c.Known {
			return number(name, label, coincide.Verdict{OK: true}, "").counts(c.N)
		}
		n := ruleNumber{name: name, label: label, text: "cannot be known: " + c.Why, n: int64(c.N)}
		if c.N > 0 {
			n.text = fmt.Sprintf("cannot be known (%s listed): %s", countText(c.N), c.Why)
		}
		return n
	}
	out := []ruleNumber{
		cell("in-with", "days in a window, with a response", f.InWith).from("Responses that count and lie in the window of a trigger, one a day and dyad.", func() []pointer { return s.responses(isHit) }),
		cell("in-without", "days in a window, without a response", f.InWithout).from("Days in windows less those with a response."+windows, func() []pointer { return s.triggers(nil) }, "covered", "in-with"),
		cell("out-with", "other days, with a response", f.OutWith).from("Responses that count and lie in no window.", func() []pointer { return s.responses(isOutside) }),
		cell("out-without", "other days, without a response", f.OutWithout).from("Observed days less days in windows, less responses outside."+watched, s.watched, "days", "covered", "out-with"),
	}
	known := coincide.Verdict{OK: true}
	if s.res.Denominator == coincide.NoDenominator {
		known = coincide.Verdict{Text: "not known", Why: f.OutWithout.Why}
	}
	return append(out,
		number("days", "observed days of all dyads", known, "").counts(t.Days).from("Days on which a response would have been known, of each dyad: T."+watched, s.watched),
		number("covered", "of them in a window", known, "").counts(t.Covered).from(fmt.Sprintf("Observed days that lie %d to %d days after a trigger of their dyad; days in several windows count once: c.", s.lo(), s.hi())+windows,
			func() []pointer { return s.triggers(nil) }))
}

func (s *ruleSaid) lo() int { return s.res.Rule.Tau }
func (s *ruleSaid) hi() int { return s.res.Rule.Tau + s.res.Rule.DT }

func (s *ruleSaid) watched() []pointer { return s.watch }

// ratioWords writes a ratio with its interval. Without a response outside windows neither has an upper end.
func ratioWords(v coincide.Ratio, level string) string {
	open := func(b coincide.Bound) bool { return math.IsInf(float64(b), 0) || math.IsNaN(float64(b)) }
	switch {
	case open(v.Estimate):
		return fmt.Sprintf("not bounded above; at least %s (%s interval)", boundWords(v.Lo), level)
	case open(v.Hi):
		return fmt.Sprintf("%s; at least %s and not bounded above (%s interval)", boundWords(v.Estimate), boundWords(v.Lo), level)
	}
	return fmt.Sprintf("%s, %s interval %s to %s", boundWords(v.Estimate), level, boundWords(v.Lo), boundWords(v.Hi))
}

// ratios are the rate ratio and the rates.
func (s *ruleSaid) ratios() []ruleNumber {
	res, r := s.res, s.res.Ratio
	level := percent(res.Settings.Level)
	ratio := func(name, label, how string, v *coincide.Ratio) ruleNumber {
		n := number(name, label, r.Verdict, "")
		if n.shown && v == nil {
			n.text, n.shown = "not offered", false
		} else if n.shown {
			n.text = ratioWords(*v, level)
		}
		return n.from(how+" Its rows are the responses that count.", func() []pointer { return s.responses(counts) }, "hits", "counted", "covered", "days")
	}
	base := number("base", "base rate", res.Base.Verdict, "")
	if b := res.Base.PerYear; base.shown && b != nil {
		base.text = fmt.Sprintf("%.2f a year of a dyad, %s interval %.2f to %.2f", b.Mean, level, b.Lo, b.Hi)
	}
	share := func(name, label string, n, of int, how string, rows func() []pointer, parts ...string) ruleNumber {
		text := fmt.Sprintf("%s of %s", countText(n), countText(of))
		if of > 0 {
			text += " (" + percent(float64(n)/float64(of)) + ")"
		}
		return number(name, label, res.Rates.Verdict, text).from(how, rows, parts...)
	}
	t := res.Tally
	expected := number("rate-expected", "triggers answered by luck, at one rate throughout", res.Rates.Verdict, percent(float64(res.Rates.Expected)))
	if expected.shown && boundWords(res.Rates.Expected) == "no limit" {
		expected.text, expected.shown = "not offered: there is no base rate", false
	}
	return []ruleNumber{
		ratio("ratio-strata", "rate ratio, a base rate of each stratum", "The rate of responses on days in windows over the rate on other days of the same stratum, with exact tails of the sum.", r.Strata),
		ratio("ratio", "rate ratio, at one rate throughout", "The rate of responses on days in windows over the rate on other days; K | n ~ Binomial(n, RR c / (RR c + T - c)), interval by Clopper and Pearson.", r.Constant),
		number("ratio-lower", "lower end of the rate ratio, to judge by", r.Verdict, boundWords(r.Lower)).from("The smaller of the two lower ends.", func() []pointer { return s.responses(counts) }, "ratio", "ratio-strata"),
		base.from("Responses outside windows over the observed days outside windows, in years: Gamma(½ + n - K, (T - c) / 365).", func() []pointer { return s.responses(isOutside) }, "outside", "days", "covered"),
		share("rate-precursor", "responses that a trigger preceded", t.Hits, t.Responses, "K / n.", func() []pointer { return s.responses(counts) }, "hits", "counted"),
		share("rate-trigger", "triggers that a response followed", t.Answered, t.Answered+t.Unanswered, "Answered triggers over these and the ones whose window was searched in vain.",
			func() []pointer {
				return s.triggers(func(c coincide.TriggerCase) bool { return c.Fate == coincide.Answered || c.Fate == coincide.Unanswered })
			}, "answered", "unanswered"),
		expected.from(fmt.Sprintf("1 - exp(-rate × days): at the base rate, a window of %d days.", s.hi()-s.lo()+1), func() []pointer { return s.responses(isOutside) }, "base"),
	}
}
