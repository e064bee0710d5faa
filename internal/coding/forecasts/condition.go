package forecasts

import (
	"orrery/internal/coding/reading"
	"orrery/internal/coding/realis"
	"orrery/internal/coding/syntax"
)

// condition is what a forecast hangs on: tokens [from, to).
type condition struct {
	from, to       int
	counterfactual bool
	dependence     bool
	hypothetical   bool // "if it were", "if it left": with would
}

// conditionOf finds the condition of the future f, false if there is none.
func (r *Reader) conditionOf(s *reading.Sentence, f *future) (condition, bool) {
	for t := range s.Tokens {
		k, n := r.conditions.Index(s.Tokens, t)
		if n == 0 {
			continue
		}
		c := condition{from: t + n, to: t + n, dependence: r.conditions.Terms()[k].Columns[0] == "d"}
		if c.dependence {
			if f.verb < 0 || t < f.from || t > s.Phrases[f.verb].To+2 {
				continue
			}
			if p := nounFrom(s, t+n, t+n+2); p >= 0 {
				c.to = min(extent(s, p), t+n+12)
			}
		} else {
			c.to = r.endOfCondition(s, t, f)
		}
		if c.to <= c.from || c.from >= len(s.Tokens) {
			continue
		}
		if !c.dependence && f.from >= t && f.from < c.to && f.verb >= 0 { // the future stands within the condition
			continue
		}
		c.counterfactual = !c.dependence && r.hadDone(s, c.from, c.to)
		c.hypothetical = f.would
		return c, true
	}
	if c, ok := r.inverted(s); ok {
		return c, true
	}
	for k := range s.Realis {
		if k < len(s.Clauses) && s.Realis[k].Has(realis.Counterfactual) {
			cl := &s.Clauses[k]
			return condition{from: max(cl.From, 0), to: min(cl.To, len(s.Tokens)), counterfactual: true}, true
		}
	}
	return condition{}, false
}

// endOfCondition is the comma or the verb of the future that ends the condition opened at token t.
func (r *Reader) endOfCondition(s *reading.Sentence, t int, f *future) int {
	for k := t + 1; k < len(s.Tokens); k++ {
		tag := s.Tokens[k].Tag
		if tag == syntax.Stop || tag == syntax.Colon || k == f.from && t < f.from {
			return k
		}
		if tag == syntax.Comma && s.Tokens[k].Shape&syntax.InQuote == 0 && finiteWithin(s, t, k) && !appositive(s, k) {
			return k
		}
	}
	return len(s.Tokens)
}

func finiteWithin(s *reading.Sentence, from, to int) bool {
	for k := from; k < to; k++ {
		switch s.Tokens[k].Tag {
		case syntax.VBD, syntax.VBZ, syntax.VBP, syntax.MD:
			return true
		}
	}
	return false
}

// appositive says whether a comma only opens a comparison: ", as it did before, …".
func appositive(s *reading.Sentence, comma int) bool {
	return comma+1 < len(s.Tokens) && s.Tokens[comma+1].Tag == syntax.CC
}

// hadDone says whether tokens [from, to) hold a past perfect: had come, had not been forced.
func (r *Reader) hadDone(s *reading.Sentence, from, to int) bool {
	for k := from; k < to; k++ {
		if s.Tokens[k].Word != r.w.had {
			continue
		}
		for j := k + 1; j < min(k+4, to); j++ {
			switch tag := s.Tokens[j].Tag; {
			case tag == syntax.VBN, tag == syntax.VBD:
				return true
			case tag != syntax.RB && s.Tokens[j].Word != r.w.not:
				j = to
			}
		}
	}
	return false
}

// inverted is "Had the talks succeeded, …": a condition without if at the front of the sentence.
func (r *Reader) inverted(s *reading.Sentence) (condition, bool) {
	t := 0
	for t < len(s.Tokens) && t < 3 && (s.Tokens[t].Tag == syntax.CC || s.Tokens[t].Tag == syntax.Comma || s.Tokens[t].Tag == syntax.OpenQ) {
		t++
	}
	if t >= len(s.Tokens) || s.Tokens[t].Word != r.w.had {
		return condition{}, false
	}
	done := false
	for k := t + 1; k < len(s.Tokens); k++ {
		switch s.Tokens[k].Tag {
		case syntax.VBN, syntax.VBD:
			done = true
		case syntax.Stop:
			return condition{}, false
		case syntax.Comma:
			if done {
				return condition{from: t + 1, to: k, counterfactual: true}, true
			}
		}
	}
	return condition{}, false
}
