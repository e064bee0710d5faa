package coincide

import (
	"fmt"
	"slices"
	"strings"
)

// The kinds of placebo; all are needed.
const (
	NegativeLags   = "negative lags"   // responses before the trigger, on days -DT to -1
	OtherStates    = "other states"    // responses towards states that did not trigger
	UnrelatedClass = "unrelated class" // responses of a class that should not react
)

// Placebo is a test that must find nothing.
type Placebo struct {
	Kind      string    `json:"kind"`
	Name      string    `json:"name"`
	Hits      int       `json:"hits"`
	Responses int       `json:"responses"`
	Covered   int       `json:"covered"`
	P         *PValues  `json:"p,omitempty"` // nil when it could find nothing
	Ratio     RatioView `json:"ratio"`
	Reacts    bool      `json:"reacts"`  // it found something: the rule is rejected
	Verdict   Verdict   `json:"verdict"` // OK: it could have found something and did not
}

// placebos runs all that the study provides.
func (e *engine) placebos() []Placebo {
	out := []Placebo{}
	if e.screen == nil {
		return out
	}
	triggers, responses := slices.Sorted(slices.Values(e.triggerDays)), slices.Sorted(slices.Values(e.responseDays))
	if !e.course.on(1) {
		return out
	}
	width := max(e.study.Rule.DT, 1)
	e.screen.Windows(triggers, -width, -1)
	out = append(out, e.placebo(e.screen, NegativeLags, fmt.Sprintf("days -%d to -1", width), responses))
	rng := stream(e.s.Seed, placeboStream)
	e.civil.Windows(civilDays(e.triggerDays), e.lo, e.hi)
	for _, g := range byName(e.study.Others) {
		if !e.course.on(1) {
			return out
		}
		out = append(out, e.placebo(e.civil, OtherStates, g.Name, slices.Sorted(slices.Values(drawDays(sorted(g.Responses), rng)))))
	}
	e.screen.Windows(triggers, e.lo, e.hi)
	for _, g := range byName(e.study.Unrelated) {
		if !e.course.on(1) {
			return out
		}
		out = append(out, e.placebo(e.screen, UnrelatedClass, g.Name, slices.Sorted(slices.Values(e.place(sorted(g.Responses), rng)))))
	}
	return out
}

func byName(groups []Group) []Group {
	out := slices.Clone(groups)
	slices.SortStableFunc(out, func(a, b Group) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// placebo tests responses against the windows that are set, by the same test as the rule.
func (e *engine) placebo(screen *Screener, kind, name string, responses []Day) Placebo {
	c := screen.Against(responses)
	p := Placebo{Kind: kind, Name: name, Hits: c.Hits, Responses: c.Responses, Covered: c.Covered}
	if !e.brief {
		p.Ratio = screen.ratios(c, e.s.Level)
	}
	if !screen.could(c, e.s.Alpha) {
		p.Verdict = Verdict{Text: TooFew, Why: "with " + amount(c.Responses, "response") + " it could not have found anything"}
		return p
	}
	p.P = c.pvalues(Verdict{OK: true})
	if p.Reacts = c.P <= e.s.Alpha; p.Reacts {
		p.Verdict = Verdict{Text: "reacts", Why: fmt.Sprintf("p %.3f where nothing should be found", c.P)}
		return p
	}
	p.Verdict.OK = true
	return p
}

// could says whether the test on the screen's strata could give a p of at most alpha at all.
func (s *Screener) could(c Counts, alpha float64) bool {
	most := 0
	for _, t := range s.strata {
		most += min(t.N, t.Covered)
	}
	s.conv.load(s.strata)
	return most > 0 && s.conv.upper(most) <= alpha && alpha*float64(1+c.Shifts) >= 1
}
