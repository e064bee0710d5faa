package predicates

import (
	"slices"

	"orrery/ledger"
)

// settle drops what is no event by itself: without parties, told twice, or only the dress of another.
func (w *work) settle() {
	for i := range w.found {
		w.check(&w.found[i])
	}
	for i := range w.found {
		if a := &w.found[i]; a.dead == "" {
			for j := range w.found {
				if b := &w.found[j]; b.own >= 0 && b.dead == "" && slices.Contains(a.covers, b.own) {
					b.dead = "an event below tells what it is about"
				}
			}
		}
	}
	for i := range w.found {
		for j := range w.found {
			if a, b := &w.found[i], &w.found[j]; i != j && a.dead == "" && b.dead == "" {
				b.dead = w.beaten(a, b, i < j)
			}
		}
	}
}

// check drops an event that lacks a party it needs.
func (w *work) check(e *candidate) {
	if e.dead != "" {
		return
	}
	if between(e) {
		to := w.others(e.By, e.To)
		if e.Type == ledger.EventSanction && len(to) == 0 && len(e.To) > 0 {
			e.Type, e.Mode = ledger.EventCoerce, "restrict"
			e.Operators = append(e.Operators, "at home: SANCTION→COERCE")
			to = e.To
		}
		e.To = to
	}
	switch {
	case len(e.By)+len(e.To) == 0:
		e.dead = "it names no actor"
	case e.frame.need == needBoth && w.needsBoth(e) && (len(e.By) == 0 || len(e.To) == 0) && !e.Mutual:
		e.dead = "it names one side only"
	case e.frame.need == needBy && len(e.By) == 0:
		e.dead = "it does not say who acts"
	case e.frame.need == needTo && len(e.To) == 0 || len(e.To) == 0 && e.Type.RecipientRequired() && !e.Mutual:
		e.dead = "it names no recipient"
	case !w.named(e.By) && !w.named(e.To) && e.Type.Quad() != ledger.MaterialConflict && (len(e.By) == 0 || !w.public(e.By) && (len(e.To) == 0 || e.own < 0)):
		e.dead = "it names nobody in particular"
	case !w.coded(e.By) && !w.coded(e.To):
		e.Weight *= 0.6
	}
	e.Weight = min(max(e.Weight, 0.01), 1)
}

func (w *work) named(list []int) bool { return slices.ContainsFunc(list, w.v.Named) }

// needsBoth: a noun under a light verb says enough with one side; others may be about anything. Agreement and cooperation take two
// whatever carries them.
func (w *work) needsBoth(e *candidate) bool {
	if e.own >= 0 || e.site.Clause < 0 {
		return true
	}
	return e.frame.meaning.Type == ledger.EventAgree || e.frame.meaning.Type == ledger.EventCooperate
}

// public reports whether one of the mentions is of those who act for a state or against it, though it is not said which.
func (w *work) public(list []int) bool {
	for _, m := range list {
		for _, r := range w.v.M[m].Refs {
			switch r.Sector {
			case "GOV", "MIL", "COP", "REB", "SPY", "LEG", "UAF", "PRM":
				return true
			}
		}
	}
	return false
}

func (w *work) coded(list []int) bool {
	for _, m := range list {
		for _, r := range w.v.M[m].Refs {
			if r.Code != "" {
				return true
			}
		}
	}
	return false
}

// BetweenStates reports whether an event of this type is always between states: within one it is nothing of the kind.
func BetweenStates(t ledger.EventType) bool {
	switch t {
	case ledger.EventAgree, ledger.EventConsult, ledger.EventCooperate, ledger.EventAid, ledger.EventMobilize, ledger.EventSupport:
		return true
	}
	return false
}

// between reports whether an event of this type and mode is between states.
func between(e *candidate) bool {
	switch e.Type {
	case ledger.EventRetreat:
		return e.Mode == "withdraw"
	case ledger.EventSanction:
		return e.Mode == "discontinue" || e.Mode == "withdraw"
	}
	return BetweenStates(e.Type)
}

// others leaves out of to whoever has the code of one of by.
func (w *work) others(by, to []int) []int {
	same := func(m int) bool {
		for _, r := range w.v.M[m].Refs {
			for _, b := range by {
				for _, q := range w.v.M[b].Refs {
					if r.Code != "" && r.Code == q.Code {
						return true
					}
				}
			}
		}
		return false
	}
	var out []int
	for _, m := range to {
		if !same(m) || len(w.v.M[m].Refs) > 1 {
			out = append(out, m)
		}
	}
	return out
}

// beaten says why b gives way to a, "" if it does not.
func (w *work) beaten(a, b *candidate, first bool) string {
	sameBy, sameTo := slices.Equal(a.By, b.By), slices.Equal(a.To, b.To)
	switch {
	case a.Type == b.Type && (a.Mode == b.Mode || b.Mode == "") && sameBy && sameTo && (first || a.Mode != b.Mode):
		return "the sentence tells it before"
	case a.Type == b.Type && a.Mode == b.Mode && sameTo && len(b.By) == 0 && len(a.By) > 0:
		return "the sentence tells it with who did it"
	case a.Type == b.Type && a.Mode == b.Mode && sameBy && len(b.To) == 0 && len(a.To) > 0:
		return "the sentence tells it with the recipient"
	case a.Type == ledger.EventProtest && b.Type.Quad() == ledger.VerbalConflict && w.near(a, b) && (sameBy || len(b.By) == 0):
		return "what a protest demands is no second event"
	case a.Type == ledger.EventAssault && (b.Type == ledger.EventMobilize || b.Type == ledger.EventThreaten) && sameBy && (sameTo || len(b.To) == 0):
		return "the attack itself is told"
	case b.Type == ledger.EventConsult && b.own < 0 && b.site.Clause < 0 && w.s.Phrases[b.Phrase].Prep >= 0 && a.Type != ledger.EventConsult:
		return "the meeting is only the occasion"
	}
	return ""
}

// near: the two stand in one clause, or one in the clause under the other's.
func (w *work) near(a, b *candidate) bool {
	x, y := w.clauseOf(a), w.clauseOf(b)
	if x < 0 || y < 0 {
		return false
	}
	return x == y || w.s.Clauses[x].Parent == y || w.s.Clauses[y].Parent == x
}

func (w *work) clauseOf(e *candidate) int {
	if e.Clause >= 0 {
		return e.Clause
	}
	return w.v.Clause[e.Phrase]
}
