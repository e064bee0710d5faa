package align

import (
	"fmt"
	"math"
	"strings"
	"time"
)

// The guardrails of methods A.
const (
	mostSD    = .6  // above it a level is not shown
	sure      = .90 // least probability of a direction
	staleDays = 183 // six months
)

// Verdict says whether a number may be shown as it is.
type Verdict struct {
	OK   bool
	Text string // to print instead, beside a level that is extrapolated, or before a bound; else empty when OK
	Why  string // in a sentence for the reader
}

// The texts of verdicts.
const (
	NotEnough      = "not enough evidence"
	Extrapolated   = "extrapolated"
	NotEstablished = "direction not established"
	AtLeast        = "at least" // before the 5 % quantile, of a point whose Bound is +1
	AtMost         = "at most"  // before the 95 % quantile, of a point whose Bound is -1
)

// Level judges the level of step t: it is shown only with a posterior sd of at most .6, and as extrapolated when nothing was
// seen for six months. A point that leans on an end of the grid may be shown, but only as a bound: its text is then AtLeast or
// AtMost, since the sd is small only because the grid ends there.
func (r *Result) Level(t int) Verdict {
	p := r.Run().Points[t]
	switch {
	case p.SD > mostSD:
		return Verdict{Text: NotEnough, Why: fmt.Sprintf("the posterior sd is %.2f, above %.1f", p.SD, mostSD)}
	case p.Seen.IsZero():
		return Verdict{Text: Extrapolated, Why: "nothing has been observed yet"}
	case r.Ends[t].Sub(p.Seen) > staleDays*24*time.Hour:
		return Verdict{Text: Extrapolated, Why: fmt.Sprintf("nothing was observed since %s", p.Seen.Format(time.DateOnly))}
	case p.Bound > 0:
		return Verdict{OK: true, Text: AtLeast, Why: fmt.Sprintf("nearly all that was seen is with the hub: how much further than %.1f it stands nothing can tell", p.Q05)}
	case p.Bound < 0:
		return Verdict{OK: true, Text: AtMost, Why: fmt.Sprintf("nearly all that was seen is against the hub: how much further than %.1f it stands nothing can tell", p.Q95)}
	}
	return Verdict{OK: true}
}

// Direction judges the change over the year before step t: +1 towards the hub, -1 away from it, 0 not established. It is
// established only when its probability is at least .90 and its sign survives leaving out each channel and every coding
// of absence.
func (r *Result) Direction(t int) (sign int, v Verdict) {
	rise := r.Run().Points[t].Rise
	back, ok := r.yearBefore(t)
	if rise == noYear || !ok {
		return 0, Verdict{Text: NotEstablished, Why: "there is no year before to compare with"}
	}
	change := r.change(func(p []Point) float64 { return p[t].Median - p[back].Median },
		func(m []float64) float64 { return m[t] - m[back] })
	return judge(rise, change)
}

// yearBefore finds the step whose end is nearest to a year before that of t.
func (r *Result) yearBefore(t int) (int, bool) {
	tl := timeline{ends: make([]int, len(r.Ends))}
	for i, day := range r.Ends {
		tl.ends[i] = dayOf(day)
	}
	tl.first = tl.ends[0]
	return tl.yearBefore(t)
}

// variant is one way of looking at the evidence and the difference that it gives.
type variant struct {
	name  string
	value float64
}

// change evaluates a difference under every coding and without each channel.
func (r *Result) change(full func([]Point) float64, without func([]float64) float64) []variant {
	var all []variant
	for _, run := range r.Runs {
		all = append(all, variant{"with " + run.Coding.String(), full(run.Points)})
	}
	for _, w := range r.Without {
		value := without(w.Medians)
		if w.Alone {
			value = 0 // only the prior is left, which has no direction
		}
		all = append(all, variant{"without " + string(w.Channel), value})
	}
	return all
}

// leastChange is a difference that is not zero by rounding only.
const leastChange = 1e-9

// judge applies the rule to a probability that a difference is positive and to its value under every variant.
func judge(p float64, all []variant) (int, Verdict) {
	sign := 1
	if p < .5 {
		sign, p = -1, 1-p
	}
	if p < sure {
		return 0, Verdict{Text: NotEstablished, Why: fmt.Sprintf("its probability is %.2f, below %.2f", p, sure)}
	}
	var lost []string
	for _, v := range all {
		if v.value*float64(sign) < leastChange || math.IsNaN(v.value) {
			lost = append(lost, v.name)
		}
	}
	if len(lost) > 0 {
		return 0, Verdict{Text: NotEstablished, Why: "it does not hold " + strings.Join(lost, ", nor ")}
	}
	return sign, Verdict{OK: true}
}
