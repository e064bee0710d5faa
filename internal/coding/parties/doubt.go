package parties

import (
	"strings"

	"orrery/internal/coding/reading"
	"orrery/internal/coding/realis"
	"orrery/internal/coding/syntax"
)

// Doubt is why the verb at token v does not tell what somebody did, "" if it does: asked, conditional, possible, to come, an aim. denied says that the
// turn of phrase itself wants a denial ("refused to take part"): then the infinitive is no aim.
func Doubt(s *reading.Sentence, v int, denied bool) string {
	c := Clause(s, v)
	if c < 0 {
		return ""
	}
	x := Realis(s, c)
	switch {
	case s.Clauses[c].Question || x.Has(realis.Question):
		return "is asked, not told"
	case x.Has(realis.Conditional), x.Has(realis.Counterfactual):
		return "stands under a condition"
	case s.Phrases[s.Clauses[c].Verb].Verb.Form == syntax.Infinitive && s.Clauses[c].Parent >= 0 && s.Clauses[c].Parent != c:
		if p := s.Clauses[c].Parent; denied || carries(s, p) {
			if y := Realis(s, p); y.Has(realis.Modal) || y.Has(realis.Future) || y.Has(realis.Conditional) || y.Has(realis.Question) {
				return "is told as possible or to come"
			}
			return ""
		}
		return "is told as an aim"
	case x.Has(realis.Modal), x.Has(realis.Future):
		return "is told as possible or to come"
	}
	return ""
}

// carries reports whether the verb of clause c tells that what its infinitive says is so: "stated to be in compliance", "continued to back".
func carries(s *reading.Sentence, c int) bool {
	w := strings.ToLower(s.TokenText(s.Phrases[s.Clauses[c].Verb].Head))
	for _, stem := range []string{"stat", "said", "say", "claim", "continu", "remain", "prefer", "chose", "decid", "appear", "seem", "report", "hasten", "hurri", "rush"} {
		if strings.HasPrefix(w, stem) {
			return true
		}
	}
	return false
}
