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
	P         *PValues  `json:"p,omitempty"`        // nil when it could find nothing
	Adjusted  *float64  `json:"adjusted,omitempty"` // the reported p among those of its kind, by which it is judged; nil when P is
	Ratio     RatioView `json:"ratio"`
	Reacts    bool      `json:"reacts"`  // it found something: the rule is rejected
	Verdict   Verdict   `json:"verdict"` // OK: it could have found something and did not
}

// trial is a placebo on its way to a verdict.
type trial struct {
	Placebo
	counts Counts
	least  float64 // the smallest p that it could have
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
	out = append(out, e.settle([]trial{e.placebo(e.screen, NegativeLags, fmt.Sprintf("days -%d to -1", width), responses)})...)
	rng := stream(e.s.Seed, placeboStream)
	var list []trial
	for i, g := range byName(e.study.Others) {
		if !e.course.on(1) {
			return out
		}
		days := slices.Sorted(slices.Values(drawDays(sorted(g.Responses), rng)))
		screen := e.beside(i, g)
		if screen == nil {
			list = append(list, trial{Placebo: Placebo{Kind: OtherStates, Name: g.Name, Ratio: notEstimable("its days are none of the rule's observed ones")}, least: 1})
			continue
		}
		screen.Windows(civilDays(e.triggerDays), e.lo, e.hi)
		list = append(list, e.placebo(screen, OtherStates, g.Name, days))
	}
	out, list = append(out, e.settle(list)...), nil
	e.screen.Windows(triggers, e.lo, e.hi)
	for _, g := range byName(e.study.Unrelated) {
		if !e.course.on(1) {
			return out
		}
		list = append(list, e.placebo(e.screen, UnrelatedClass, g.Name, slices.Sorted(slices.Values(e.place(sorted(g.Responses), rng)))))
	}
	return append(out, e.settle(list)...)
}

func byName(groups []Group) []Group {
	out := slices.Clone(groups)
	slices.SortStableFunc(out, func(a, b Group) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// placebo tests responses against the windows that are set, by the same test as the rule.
func (e *engine) placebo(screen *Screener, kind, name string, responses []Day) trial {
	c := screen.Against(responses)
	p := trial{Placebo{Kind: kind, Name: name, Hits: c.Hits, Responses: c.Responses, Covered: c.Covered}, c, screen.attainable(c)}
	if !e.brief {
		p.Ratio = screen.ratios(c, e.s.Level)
	}
	return p
}

// settle judges placebos of one kind together. The more there are, the more often one of them reacts by luck, so their p's are corrected by
// Benjamini and Hochberg; that any is then at most alpha is Simes' test of "none of them reacts", which also sees many weak reactions. Only those
// that could have found something by themselves count: k of them, where k is the least number such that at most k could give a p of alpha/k
// (Tarone). That hangs on how many responses and days there are and not on where they fell.
func (e *engine) settle(list []trial) []Placebo {
	could := func(k int) (n int) {
		for _, p := range list {
			if p.least*float64(k) <= e.s.Alpha {
				n++
			}
		}
		return n
	}
	k := 1
	for could(k) > k {
		k++
	}
	var at []int
	var ps []float64
	for i := range list {
		p := &list[i]
		if p.least*float64(k) <= e.s.Alpha {
			at, ps = append(at, i), append(ps, p.counts.P)
			continue
		}
		p.Verdict = Verdict{Text: TooFew, Why: "with " + amount(p.Responses, "response") + " it could not have found anything"}
		if k > 1 && p.least <= e.s.Alpha {
			p.Verdict.Why += " among so many placebos"
		}
	}
	for i, adjusted := range AdjustAmong(ps, k, BenjaminiHochberg) {
		p := &list[at[i]]
		p.P, p.Adjusted = p.counts.pvalues(Verdict{OK: true}), &adjusted
		if p.Reacts = adjusted <= e.s.Alpha; p.Reacts {
			p.Verdict = Verdict{Text: "reacts", Why: "p " + small(p.counts.P) + among(adjusted, k) + " where nothing should be found"}
			continue
		}
		p.Verdict.OK = true
	}
	out := make([]Placebo, len(list))
	for i, p := range list {
		out[i] = p.Placebo
	}
	return out
}

func among(adjusted float64, k int) string {
	if k == 1 {
		return ""
	}
	return fmt.Sprintf(" (%s corrected for %d)", small(adjusted), k)
}

// attainable is the smallest p that the test on the screen's strata and responses could give at all.
func (s *Screener) attainable(c Counts) float64 {
	most := 0
	for _, t := range s.strata {
		most += min(t.N, t.Covered)
	}
	if most == 0 {
		return 1
	}
	ahead := c.Ahead
	if c.Hits == 0 { // then the straight shifts were not made
		s.ahead.count(s.f, s.runs, s.at)
		_, ahead = s.ahead.p(s.f, s.least, most, c.Responses)
	}
	s.conv.load(s.strata)
	return max(s.conv.upper(most), 1/float64(1+min(c.Shifts, ahead)))
}
