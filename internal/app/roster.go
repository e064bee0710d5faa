package app

import (
	"slices"
	"strings"

	"orrery/internal/store"
	"orrery/ledger"
)

// expectedOne is one actor that an item's roster names, and why.
type expectedOne struct {
	code   string
	unsure bool   // its membership on that date is only possible
	by     string // ref of the membership, or of the item, that makes it expected
}

// membership is what a roster is resolved from.
type membership = store.Row[*ledger.Membership]

// rosterOf resolves the terms of a roster, read from left to right: the code of an
// organisation stands for its members and associates on t0, any other code for
// itself, and a leading minus takes away what it names. A code is an organisation
// when some membership is in it. The hub is never expected to answer itself. No
// terms: nobody is known to be expected. self is the ref that states are put down
// to when the roster names them one by one.
func rosterOf(terms []string, hub, self string, t0 ledger.Date, memberships []membership) []expectedOne {
	on := map[string]expectedOne{}
	for _, term := range terms {
		code, away := strings.CutPrefix(term, "-")
		for _, one := range namedBy(code, self, t0, memberships) {
			if !away {
				if had, ok := on[one.code]; !ok || had.unsure {
					on[one.code] = one
				}
			} else if had, ok := on[one.code]; ok && one.unsure {
				had.unsure = true // whether it is taken away is itself not certain
				on[one.code] = had
			} else {
				delete(on, one.code)
			}
		}
	}
	delete(on, hub)
	out := make([]expectedOne, 0, len(on))
	for _, one := range on {
		out = append(out, one)
	}
	slices.SortFunc(out, func(a, b expectedOne) int { return strings.Compare(a.code, b.code) })
	return out
}

func namedBy(code, self string, t0 ledger.Date, memberships []membership) []expectedOne {
	organisation := false
	best := map[string]expectedOne{}
	for _, m := range memberships {
		if m.Noun.Organisation != code {
			continue
		}
		organisation = true
		holds := m.Noun.HoldsOn(t0)
		if holds == ledger.Never || (m.Noun.Status != ledger.Member && m.Noun.Status != ledger.Associate) {
			continue
		}
		if had, ok := best[m.Noun.Actor]; !ok || had.unsure {
			best[m.Noun.Actor] = expectedOne{code: m.Noun.Actor, unsure: holds == ledger.Possibly, by: m.Ref()}
		}
	}
	if !organisation {
		return []expectedOne{{code: code, by: self}}
	}
	out := make([]expectedOne, 0, len(best))
	for _, one := range best {
		out = append(out, one)
	}
	return out
}
