package coincide

import "fmt"

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
		if r.Kind = e.kind(o.study); r.Kind == "" {
			r.Why = "it is the same state on days of the study"
			continue
		}
		if r.Why = o.testing.Why; !o.testing.OK {
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
		default:
			r.OK = true
		}
	}
	return out
}

// kind says what sort of replication another study is.
func (e *engine) kind(other Study) string {
	if other.State != e.study.State {
		return SecondState
	}
	for _, a := range e.study.Observed {
		for _, b := range other.Observed {
			if a.First <= b.Last && b.First <= a.Last && (a.Dyad == b.Dyad || a.Dyad == "" || b.Dyad == "") {
				return ""
			}
		}
	}
	return DisjointPeriod
}
