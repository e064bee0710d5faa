package casebook

import (
	"slices"

	"orrery/ledger"
)

// Act is what a filter asks of a report: one party on either side and no instrument. Empty text: not said.
type Act struct {
	Actor, Target string
	Type          ledger.EventType
	Mode          string
	Contexts      []string
}

// MatchAct is Match for a report, of which there are millions: it allocates nothing. An act and the event that says the same are
// matched alike.
func (f Filter) MatchAct(a *Act, hub, state string) bool {
	for _, c := range f {
		if c.holdsOf(a, hub, state) {
			return true
		}
	}
	return false
}

func (c Clause) holdsOf(a *Act, hub, state string) bool {
	for i := range c {
		if c[i].holdsOf(a, hub, state) == c[i].Not {
			return false
		}
	}
	return true
}

// holdsOf reports whether the act has one of the term's values, whatever its sign.
func (t *Term) holdsOf(a *Act, hub, state string) bool {
	switch t.Field {
	case "type":
		return slices.Contains(t.Values, string(a.Type))
	case "mode":
		return slices.Contains(t.Values, a.Mode)
	case "context":
		for _, c := range a.Contexts {
			if slices.Contains(t.Values, c) {
				return true
			}
		}
		return false
	case "actor":
		return t.names(a.Actor, hub, state)
	case "target":
		return t.names(a.Target, hub, state)
	}
	return false // a report has no instrument
}

func (t *Term) names(party, hub, state string) bool {
	for _, want := range t.Values {
		switch want {
		case FilterHub:
			want = hub
		case FilterState:
			want = state
		}
		if party != "" && party == want {
			return true
		}
	}
	return false
}

// Types are the types that an event of the class may have; nil: any, also none.
func (f Filter) Types() []ledger.EventType {
	var out []ledger.EventType
	for _, c := range f {
		at := slices.IndexFunc(c, func(t Term) bool { return t.Field == "type" && !t.Not })
		if at < 0 {
			return nil
		}
		for _, v := range c[at].Values {
			if !slices.Contains(out, ledger.EventType(v)) {
				out = append(out, ledger.EventType(v))
			}
		}
	}
	slices.Sort(out)
	return out
}
