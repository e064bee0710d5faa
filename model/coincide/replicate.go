package coincide

import (
	"fmt"
	"slices"
)

// The kinds of replication.
const (
	SecondState    = "second state"
	DisjointPeriod = "disjoint period"
)

// Replicated is the rule on other data.
type Replicated struct {
	Name     string    `json:"name"`
	State    string    `json:"state"`
	Kind     string    `json:"kind,omitempty"` // empty when it is no replication
	Tally    Tally     `json:"tally"`
	P        *PValues  `json:"p,omitempty"`
	Adjusted *float64  `json:"adjusted,omitempty"` // the reported p after Holm over the replications
	Ratio    RatioView `json:"ratio"`
	OK       bool      `json:"ok"`
	Why      string    `json:"why,omitempty"`
}

// replicas are the engines of a study's replications.
func (e *engine) replicas() []*engine {
	out := make([]*engine, len(e.study.Replications))
	for i, r := range e.study.Replications {
		out[i] = newEngine(r.study(e.study.Rule), e.s)
		out[i].role = e.kind(out[i].study)
	}
	return out
}

func (r Replication) study(rule Rule) Study {
	return Study{Rule: rule, State: r.State, Denominator: r.Denominator, Dyads: r.Dyads, Observed: r.Observed, Triggers: r.Triggers,
		Responses: r.Responses, Attention: r.Attention}
}

// replicate tests the rule on its replications: enough events, a p of at most alpha after Holm, and a rate ratio surely above 1.
func (e *engine) replicate(replicas []*engine) []Replicated {
	out := make([]Replicated, len(replicas))
	p := make([]float64, len(replicas))
	for i, o := range replicas {
		if !e.course.on(1) {
			return out
		}
		r := &out[i]
		r.Name, r.State, r.Tally, p[i] = e.study.Replications[i].Name, o.study.State, o.cases.tally, 1
		switch r.Kind = o.role; {
		case r.Kind == "":
			r.Why = "it is on days and pairs of states of the study"
		case e.study.Replications[i].Seen:
			r.Why = "its data were there before the rule was registered, which may have been made from them"
		case !o.testing.OK:
			r.Why = o.testing.Why
		}
		if r.Why != "" {
			r.Ratio = notEstimable(r.Why)
			continue
		}
		r.P, r.Ratio = o.counts.pvalues(o.testing), o.ownRatios()
		p[i] = o.counts.P
	}
	for i, adjusted := range Adjust(p, Holm) {
		r := &out[i]
		if r.P == nil {
			continue
		}
		r.Adjusted = &adjusted
		switch {
		case adjusted > e.s.Alpha:
			r.Why = "p " + small(adjusted) + " after correction"
		case !(r.Ratio.Lower > 1):
			r.Why = fmt.Sprintf("the rate ratio may be as low as %.2f", float64(r.Ratio.Lower))
		case replicas[i].leastP() > e.s.Alpha:
			r.Why = "p " + small(replicas[i].leastP()) + " on the least favourable days"
		default:
			r.OK = true
		}
	}
	return out
}

// kind says what sort of replication another study is: of another state, or of the same one on other days. One that shares a named pair of
// states with the study must lie on other days of that pair, whatever it calls its state; so must all pairs of the same state that are not told apart.
func (e *engine) kind(other Study) string {
	same := other.State == e.study.State
	for _, name := range other.Dyads {
		_, shared := slices.BinarySearch(e.study.Dyads, name)
		var mine []Span
		switch {
		case shared && (same || name != ""):
			mine = watchedIn(e.study.Observed, name)
		case same:
			mine = allWatched(e.study.Observed)
		}
		if meet(mine, watchedIn(other.Observed, name)) {
			return ""
		}
	}
	if same {
		return DisjointPeriod
	}
	return SecondState
}

// meet says whether two lists of ascending, disjoint spans share a day.
func meet(a, b []Span) bool {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].Last < b[0].First:
			a = a[1:]
		case b[0].Last < a[0].First:
			b = b[1:]
		default:
			return true
		}
	}
	return false
}
