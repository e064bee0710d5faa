package chunk

import (
	"fmt"
	"strings"

	"orrery/internal/coding/syntax"
)

// String is the reading of a sentence in brackets, one line for the phrases and one for each clause: for explanations and tests.
func String(s *syntax.Sentence) string {
	var b strings.Builder
	at := 0
	for i := range s.Phrases {
		p := &s.Phrases[i]
		for ; at < p.From; at++ {
			b.WriteString(s.TokenText(at) + " ")
		}
		kind := "NP"
		if p.Kind == syntax.VG {
			kind = "VG"
		}
		fmt.Fprintf(&b, "[%s%d %s%s] ", kind, i, s.TokenSpan(p.From, p.To).Of(s.Text), links(p))
		at = max(p.To, at)
	}
	for ; at < len(s.Tokens); at++ {
		b.WriteString(s.TokenText(at) + " ")
	}
	out := strings.TrimSpace(b.String()) + "\n"
	for i := range s.Clauses {
		out += fmt.Sprintf("  %d %s\n", i, clauseString(s, &s.Clauses[i]))
	}
	return out
}

func links(p *syntax.Phrase) string {
	out := ""
	for _, l := range []struct {
		name string
		to   int
	}{{"of", p.Attach}, {"poss", p.Poss}, {"and", p.Coord}, {"is", p.Appos}} {
		if l.to >= 0 {
			out += fmt.Sprintf(" %s=%d", l.name, l.to)
		}
	}
	return out
}

var relations = [...]string{"main", "and", "complement", "relative", "adverbial", "reduced", "of-noun"}

func clauseString(s *syntax.Sentence, c *syntax.Clause) string {
	var b strings.Builder
	b.WriteString(relations[c.Relation])
	if c.Parent >= 0 {
		fmt.Fprintf(&b, "<%d", c.Parent)
	}
	if c.Marker >= 0 {
		b.WriteString(" (" + s.TokenText(c.Marker) + ")")
	}
	v := &s.Phrases[c.Verb]
	fmt.Fprintf(&b, " %s %s", groupString(s, v), strings.Join(named(s, c), " "))
	if c.Complement >= 0 {
		fmt.Fprintf(&b, " says=%d", c.Complement)
	}
	if c.Shared {
		b.WriteString(" shared")
	}
	if c.Question {
		b.WriteString(" question")
	}
	return strings.TrimSpace(b.String())
}

func named(s *syntax.Sentence, c *syntax.Clause) []string {
	var out []string
	for _, l := range []struct {
		name string
		list []int
	}{{"subj", c.Subject}, {"obj", c.Objects}, {"obl", c.Obliques}, {"by", c.Agent}} {
		if len(l.list) == 0 {
			continue
		}
		var words []string
		for _, p := range l.list {
			w := s.TokenText(s.Phrases[p].Head)
			if q := s.Phrases[p].Prep; q >= 0 && l.name == "obl" {
				w = s.TokenText(q) + "_" + w
			}
			words = append(words, w)
		}
		out = append(out, l.name+"="+strings.Join(words, ","))
	}
	return out
}

var tenses = [...]string{"", "past", "present", "future"}
var forms = [...]string{"", "infinitive", "gerund", "participle", "imperative"}

func groupString(s *syntax.Sentence, p *syntax.Phrase) string {
	v := p.Verb
	words := []string{s.TokenText(p.Head)}
	if v.Particle >= 0 {
		words[0] += "_" + s.TokenText(v.Particle)
	}
	for _, w := range []string{tenses[v.Tense], forms[v.Form], is(v.Perfect, "perfect"), is(v.Progressive, "progressive"), is(v.Passive, "passive"), is(v.Negated >= 0, "negated"), is(v.Modal >= 0, "modal")} {
		if w != "" {
			words = append(words, w)
		}
	}
	return strings.Join(words, "/")
}

func is(yes bool, word string) string {
	if yes {
		return word
	}
	return ""
}
