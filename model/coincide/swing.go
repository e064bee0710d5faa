package coincide

import (
	"cmp"
	"math"
	"slices"
)

// Swing is what the answer is without the events that rest on one source alone, for the source that moves it most.
type Swing struct {
	Source    string   `json:"source"`
	Triggers  int      `json:"triggers"` // events left out
	Responses int      `json:"responses"`
	Hits      int      `json:"hits"`             // without it
	Before    *float64 `json:"before,omitempty"` // reported p with and without; nil when withheld
	After     *float64 `json:"after,omitempty"`
	Lower     Bound    `json:"lower"`         // lower end of the rate ratio without it, null when it cannot be estimated
	Label     Label    `json:"label"`         // without it
	All       string   `json:"all,omitempty"` // "triggers", "responses" or "triggers and responses": all of them rest on it, so nothing is left to answer
}

// tried is how many sources are left out: those on which most events rest alone.
const tried = 12

// only says whether an event rests on one source alone.
func (e Event) only(source string) bool { return len(e.Sources) == 1 && e.Sources[0] == source }

func without(events []Event, source string) []Event {
	return slices.DeleteFunc(slices.Clone(events), func(e Event) bool { return e.only(source) })
}

// swing leaves out sources one by one.
func (e *engine) swing(replicas []*engine, now Label) *Swing {
	var best *Swing
	most := math.Inf(-1)
	for _, source := range e.sources() {
		if !e.course.on(1) {
			return nil
		}
		study := e.study
		study.Triggers, study.Responses = without(study.Triggers, source), without(study.Responses, source)
		study.Others, study.Unrelated = withoutGroups(study.Others, source), withoutGroups(study.Unrelated, source)
		o := newEngine(study, e.s)
		o.brief, o.course = true, e.course
		g := o.judge(e.replicasWithout(replicas, source), nil)
		s := &Swing{Source: source, Triggers: len(e.study.Triggers) - len(study.Triggers), Responses: len(e.study.Responses) - len(study.Responses),
			Hits: o.cases.tally.Hits, Lower: g.ratio.Lower, Label: label(g.conditions())}
		s.All = all(len(study.Triggers) == 0, len(study.Responses) == 0)
		before, after := 1.0, 1.0
		if e.testing.OK {
			before = e.counts.P
			s.Before = &before
		}
		if o.testing.OK {
			after = o.counts.P
			s.After = &after
		}
		score := math.Abs(math.Log(after/before)) + 1e-6*math.Abs(float64(s.Hits-e.cases.tally.Hits))
		if s.Label != now {
			score += 1000
		}
		if score > most {
			best, most = s, score
		}
	}
	return best
}

func all(triggers, responses bool) string {
	switch {
	case triggers && responses:
		return "triggers and responses"
	case triggers:
		return "triggers"
	case responses:
		return "responses"
	}
	return ""
}

// replicasWithout leaves out what rests on a source alone in the replications, too.
func (e *engine) replicasWithout(replicas []*engine, source string) []*engine {
	out := slices.Clone(replicas)
	for i, r := range replicas {
		study := r.study
		study.Triggers, study.Responses = without(study.Triggers, source), without(study.Responses, source)
		if len(study.Triggers) == len(r.study.Triggers) && len(study.Responses) == len(r.study.Responses) {
			continue
		}
		out[i] = newEngine(study, e.s)
		out[i].role, out[i].brief = r.role, true
	}
	return out
}

func withoutGroups(groups []Group, source string) []Group {
	out := slices.Clone(groups)
	for i := range out {
		out[i].Responses = without(out[i].Responses, source)
	}
	return out
}

// sources lists those on which an event rests alone, most events first.
func (e *engine) sources() []string {
	n := map[string]int{}
	for _, list := range [][]Event{e.triggers, e.responses} {
		for _, ev := range list {
			if len(ev.Sources) == 1 {
				n[ev.Sources[0]]++
			}
		}
	}
	names := make([]string, 0, len(n))
	for name := range n {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(n[b], n[a]), cmp.Compare(a, b)) })
	return names[:min(tried, len(names))]
}
