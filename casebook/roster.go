package casebook

import (
	"slices"
	"strings"

	"orrery/ledger"
)

// Roster resolves the terms of a reaction item's roster to the codes of those
// expected to answer, sorted. Terms are read from left to right: the code of an
// organisation stands for its members and associates on any day of t0, any other
// code for itself, and a leading "-" takes away what it names. A code counts as an
// organisation when some membership, of whatever date and status, is in it.
//
// The hub is not taken away here: the tables say so themselves, and Check holds
// them to it. No terms: nil, which means that the roster is unknown.
func Roster(terms []string, t0 ledger.Date, memberships []ledger.Membership) []string {
	on := map[string]bool{}
	for _, term := range terms {
		code, away := strings.CutPrefix(term, "-")
		for _, actor := range named(code, t0, memberships) {
			on[actor] = !away
		}
	}
	var out []string
	for actor, is := range on {
		if is {
			out = append(out, actor)
		}
	}
	slices.Sort(out)
	return out
}

func named(code string, t0 ledger.Date, memberships []ledger.Membership) []string {
	organisation := false
	var out []string
	for _, m := range memberships {
		if m.Organisation != code {
			continue
		}
		organisation = true
		if (m.Status == ledger.Member || m.Status == ledger.Associate) && m.HoldsOn(t0) != ledger.Never {
			out = append(out, m.Actor)
		}
	}
	if !organisation {
		return []string{code}
	}
	return out
}
