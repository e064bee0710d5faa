package forecasts

import (
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/realis"
	"orrery/internal/coding/syntax"
)

type wordID = lexicon.ID

// verbFrom is the first verb group with its head in tokens [from, to), -1 if there is none.
func verbFrom(s *reading.Sentence, from, to int) int {
	for i := range s.Phrases {
		if p := &s.Phrases[i]; p.Kind == syntax.VG && p.Head >= from && p.Head < to {
			return i
		}
	}
	return -1
}

// nounFrom is the first noun phrase with its head in tokens [from, …) that begins before to, -1 if there is none.
func nounFrom(s *reading.Sentence, from, to int) int {
	for i := range s.Phrases {
		if p := &s.Phrases[i]; p.Kind == syntax.NP && p.Head >= from && p.From < to {
			return i
		}
	}
	return -1
}

// nounBefore is the last noun phrase that ends before token t, -1 if there is none.
func nounBefore(s *reading.Sentence, t int) int {
	best := -1
	for i := range s.Phrases {
		if p := &s.Phrases[i]; p.Kind == syntax.NP && p.To <= t {
			best = i
		}
	}
	return best
}

// rootOf follows a noun phrase up to what it modifies.
func rootOf(s *reading.Sentence, p int) int {
	for range 6 {
		up := s.Phrases[p].Attach
		if up < 0 || up >= len(s.Phrases) || s.Phrases[up].From >= s.Phrases[p].From {
			break
		}
		p = up
	}
	return p
}

// clauseAt is the clause whose verb group holds token t or is v, else the innermost that holds t; -1 if there is none.
func clauseAt(s *reading.Sentence, t, v int) int {
	best := -1
	for i := range s.Clauses {
		cl := &s.Clauses[i]
		if g := &s.Phrases[cl.Verb]; g.From <= t && t < g.To {
			return i
		}
		if cl.From <= t && t < cl.To && (best < 0 || cl.To-cl.From <= s.Clauses[best].To-s.Clauses[best].From) {
			best = i
		}
	}
	if best < 0 && v >= 0 {
		for i := range s.Clauses {
			if s.Clauses[i].Verb == v {
				return i
			}
		}
	}
	return best
}

// subjectOf is the first noun phrase of a clause's subject, from the clause above where it has none; -1 if nobody is named.
func subjectOf(s *reading.Sentence, clause int) int {
	for range 4 {
		if clause < 0 || clause >= len(s.Clauses) {
			return -1
		}
		cl := &s.Clauses[clause]
		if len(cl.Subject) > 0 {
			return cl.Subject[0]
		}
		if cl.Relation == syntax.ComplementOf && s.Phrases[cl.Verb].Verb.Form == syntax.Finite {
			return -1
		}
		clause = cl.Parent
	}
	return -1
}

func realisOf(s *reading.Sentence, clause int) realis.Realis {
	if clause < 0 || clause >= len(s.Realis) {
		return 0
	}
	return s.Realis[clause]
}

// extent is the token after noun phrase p with what hangs on its end.
func extent(s *reading.Sentence, p int) int {
	to := s.Phrases[p].To
	for q := p + 1; q < len(s.Phrases); q++ {
		ph := &s.Phrases[q]
		if ph.Kind != syntax.NP || ph.From > to+2 {
			break
		}
		if ph.From <= to || ph.Prep == to || ph.Coord >= 0 {
			to = max(to, ph.To)
			continue
		}
		break
	}
	return to
}

func begin(s *reading.Sentence, p int) int {
	ph := &s.Phrases[p]
	from := ph.From
	for n := 0; ph.Poss >= 0 && ph.Poss < len(s.Phrases) && n < 4; n++ {
		ph = &s.Phrases[ph.Poss]
		from = min(from, ph.From)
	}
	return from
}
