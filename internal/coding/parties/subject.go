package parties

import (
	"slices"
	"strings"

	"orrery/internal/coding/reading"
	"orrery/internal/coding/realis"
	"orrery/internal/coding/syntax"
)

// Doer is the mentions of who does what the verb at token v says: its subject, or the by-phrase of a passive, with the whole list.
// nil: nobody is named.
func Doer(s *reading.Sentence, v int) []int {
	c := Clause(s, v)
	if Passive(s, c) {
		for k, m := range s.Mentions {
			if m.From > v && m.From < s.Clauses[c].To && byBefore(s, m.From) {
				return Group(s, k)
			}
		}
		return nil
	}
	for hops := 0; c >= 0 && hops < 5; hops++ {
		clause := &s.Clauses[c]
		if clause.Relation == syntax.ComplementOf && clause.Parent >= 0 && pronoun(s, clause.Subject) {
			// "Tokayev said that he …": whoever speaks of he or the country means himself and his own.
			least := 1
			if strings.EqualFold(s.TokenText(s.Phrases[clause.Subject[0]].Head), "they") {
				least = 2
			}
			if found := Doer(s, s.Phrases[s.Clauses[clause.Parent].Verb].Head); clause.Parent < c && len(States(s, found)) >= least {
				return found
			}
		}
		if found := ofPhrases(s, clause.Subject); len(found) > 0 {
			return found
		}
		if len(clause.Subject) > 0 && clause.Relation != syntax.Relative {
			return bracketed(s, s.Phrases[clause.Subject[len(clause.Subject)-1]].To)
		}
		c = clause.Parent
	}
	return before(s, v, 0)
}

// pronoun reports whether a subject only leads back to somebody: he, she, it, the country.
func pronoun(s *reading.Sentence, subject []int) bool {
	if len(subject) != 1 {
		return false
	}
	switch strings.ToLower(s.TokenText(s.Phrases[subject[0]].Head)) {
	case "he", "she", "it", "they", "country":
		return true
	}
	return false
}

// Passive reports whether the verb of clause c is a passive; a participle with an object of its own is none, whatever its form ("officials expressed
// support").
func Passive(s *reading.Sentence, c int) bool {
	if c < 0 {
		return false
	}
	v := &s.Phrases[s.Clauses[c].Verb].Verb
	return v.Passive && (v.Form != syntax.Participle || len(s.Clauses[c].Objects) == 0)
}

// Clause is the innermost clause whose verb group holds token v, else the shortest that v stands in; -1: none.
func Clause(s *reading.Sentence, v int) int {
	best := -1
	for i := range s.Clauses {
		c := &s.Clauses[i]
		if p := &s.Phrases[c.Verb]; p.From <= v && v < p.To {
			return i
		}
		if c.From <= v && v < c.To && (best < 0 || c.To-c.From < s.Clauses[best].To-s.Clauses[best].From) {
			best = i
		}
	}
	return best
}

// Realis is what stands between clause c and a plain fact; nothing for -1, or where nobody looked.
func Realis(s *reading.Sentence, c int) realis.Realis {
	if c < 0 || c >= len(s.Realis) {
		return 0
	}
	return s.Realis[c]
}

func byBefore(s *reading.Sentence, at int) bool {
	for i := at - 1; i >= 0 && i >= at-3; i-- {
		if s.TokenText(i) == "by" {
			return true
		}
		if t := s.Tokens[i].Tag; t != syntax.DT && !t.Adjective() && !t.Noun() {
			return false
		}
	}
	return false
}

// ofPhrases is who the phrases name: the mention that is the phrase, that of "officials from X", "the leaders of X", with the list.
func ofPhrases(s *reading.Sentence, phrases []int) []int {
	var out []int
	for _, p := range phrases {
		for k, m := range s.Mentions {
			whole := m.Head || m.From <= s.Phrases[p].Head && s.Phrases[p].Head < m.To // "Belarus, whose …" owns, and is who acts too
			if !inPhrase(s, m.From, p, whole) && (m.Phrase != p || !m.Head && !people(s, s.Phrases[p].Head)) || slices.Contains(out, k) {
				continue
			}
			for _, g := range Group(s, k) {
				if !slices.Contains(out, g) {
					out = append(out, g)
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b int) int { return s.Mentions[a].From - s.Mentions[b].From })
	return out
}

// inPhrase reports whether the mention at token at is what phrase p denotes, or whose people p denotes.
func inPhrase(s *reading.Sentence, at, p int, head bool) bool {
	ph := &s.Phrases[p]
	if ph.From <= at && at < ph.To {
		return head || people(s, ph.Head)
	}
	if !people(s, ph.Head) {
		return false
	}
	for q := range s.Phrases {
		o := &s.Phrases[q]
		if o.Attach == p && o.From <= at && at < o.To && o.Prep >= 0 && (s.TokenText(o.Prep) == "from" || s.TokenText(o.Prep) == "of") {
			return true
		}
	}
	return false
}

// people reports whether the token is a noun for those who act for a state.
func people(s *reading.Sentence, t int) bool {
	if t < 0 || t >= len(s.Tokens) {
		return false
	}
	switch s.TokenText(t) {
	case "officials", "official", "authorities", "leaders", "leader", "leadership", "government", "governments", "presidents", "president", "states", "state",
		"countries", "country", "republics", "ministers", "minister", "ministries", "ministry", "representatives", "representative", "diplomats", "delegations",
		"delegation", "delegates", "members", "capitals", "side", "parliament", "parliaments", "nations", "neighbours", "neighbors", "envoys", "envoy", "ambassador":
		return true
	}
	return false
}

// before is the nearest list of names before token v and not before token least; what stands between commas right before v is passed
// over ("Turkmenistan, an observer, also voiced").
func before(s *reading.Sentence, v, least int) []int {
	at := v
	for at > least {
		if t := s.Tokens[at-1].Tag; t != syntax.RB && t != syntax.MD && !t.Verb() && t != syntax.TO {
			break
		}
		at--
	}
	if at > least && s.Tokens[at-1].Tag == syntax.Comma {
		for i := at - 2; i > least && i > at-14; i-- {
			if k := endingAt(s, i); s.Tokens[i].Tag == syntax.Comma && k >= 0 {
				return Group(s, k)
			}
		}
	}
	best := -1
	for k, m := range s.Mentions {
		if m.From >= least && m.To <= v && !owns(s, m) && (best < 0 || m.From > s.Mentions[best].From) && !cut(s, m.To, v) {
			best = k
		}
	}
	if best < 0 {
		return nil
	}
	return Group(s, best)
}

// bracketed is the name that stands in brackets at token i: "the old man (Lukashenko)".
func bracketed(s *reading.Sentence, i int) []int {
	if i+1 >= len(s.Tokens) || s.Tokens[i].Tag != syntax.Bracket {
		return nil
	}
	k := slices.IndexFunc(s.Mentions, func(m mention) bool { return m.From == i+1 })
	if k < 0 || s.Mentions[k].To >= len(s.Tokens) || s.Tokens[s.Mentions[k].To].Tag != syntax.Bracket {
		return nil
	}
	return []int{k}
}

func endingAt(s *reading.Sentence, token int) int {
	return slices.IndexFunc(s.Mentions, func(m mention) bool { return m.To == token })
}

// cut reports whether a semicolon, colon or bracket stands between two tokens.
func cut(s *reading.Sentence, from, to int) bool {
	for i := from; i < to; i++ {
		if t := s.Tokens[i].Tag; t == syntax.Colon || t == syntax.Stop || t == syntax.Bracket {
			return true
		}
	}
	return false
}
