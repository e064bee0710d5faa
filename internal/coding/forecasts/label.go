package forecasts

import (
	"strings"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/statements"
	"orrery/internal/coding/syntax"
)

// refsOf is the actors named in tokens [from, to), each once.
func refsOf(s *reading.Sentence, from, to int, have []actors.Ref) []actors.Ref {
	for i := range s.Mentions {
		m := &s.Mentions[i]
		if m.From < from || m.To > to {
			continue
		}
	refs:
		for _, ref := range m.Refs {
			key := statements.Key(&ref)
			for k := range have {
				if statements.Key(&have[k]) == key {
					continue refs
				}
			}
			if key != "" {
				have = append(have, ref)
			}
		}
	}
	return have
}

// actor is the actor that noun phrase p denotes itself, nil if it denotes something else.
func actor(s *reading.Sentence, p int) *actors.Ref {
	ph := &s.Phrases[p]
	for i := range s.Mentions {
		m := &s.Mentions[i]
		if m.Head && len(m.Refs) > 0 && (m.Phrase == p || m.From <= ph.Head && ph.Head < m.To) {
			return &m.Refs[0]
		}
	}
	return nil
}

// label names noun phrase p in our words: the actor that it denotes, else its head noun "of" the actors that hang on it.
func label(s *reading.Sentence, p int) string {
	if p < 0 {
		return "it"
	}
	if ref := actor(s, p); ref != nil {
		return name(ref)
	}
	ph := &s.Phrases[p]
	head := headOf(s, ph)
	refs := refsOf(s, begin(s, p), extent(s, p), nil)
	if len(refs) == 0 {
		return head
	}
	names := make([]string, 0, len(refs))
	for i := range refs {
		if i == 5 {
			break
		}
		names = append(names, name(&refs[i]))
	}
	return head + " of " + strings.Join(names, " and ")
}

func name(ref *actors.Ref) string {
	if ref.Name == "" || ref.Person == "" && ref.Code != "" && ref.State() {
		return ref.Code
	}
	return ref.Name
}

// mentioned says whether token t names an actor.
func mentioned(s *reading.Sentence, t int) bool {
	for i := range s.Mentions {
		if s.Mentions[i].From <= t && t < s.Mentions[i].To {
			return true
		}
	}
	return false
}

// dated says whether phrase p is a date.
func dated(s *reading.Sentence, p *syntax.Phrase) bool {
	for i := range s.Dates {
		if d := &s.Dates[i]; d.From < p.To && p.From < d.To {
			return true
		}
	}
	return false
}

// headOf is the head noun with one noun or adjective before it, in lower case unless it is a name.
func headOf(s *reading.Sentence, ph *syntax.Phrase) string {
	from := ph.Head
	if from > ph.From && (s.Tokens[from-1].Tag.Noun() || s.Tokens[from-1].Tag.Adjective()) && !mentioned(s, from-1) {
		from--
	}
	var b strings.Builder
	for t := from; t <= ph.Head; t++ {
		if t > from {
			b.WriteByte(' ')
		}
		if s.Tokens[t].Tag.Proper() {
			b.WriteString(s.TokenText(t))
		} else {
			b.WriteString(strings.ToLower(s.TokenText(t)))
		}
	}
	return b.String()
}

// predicate is what is to come, with the verb in its base form: "join the EAEU".
func (r *Reader) predicate(s *reading.Sentence, f *future) string {
	if f.verb < 0 {
		return ""
	}
	v := &s.Phrases[f.verb]
	var b strings.Builder
	if v.Verb.Passive {
		b.WriteString("be ")
		b.WriteString(strings.ToLower(s.TokenText(v.Head)))
	} else {
		b.WriteString(r.base(s, v.Head))
	}
	if v.Verb.Particle >= 0 && v.Verb.Particle < len(s.Tokens) {
		b.WriteByte(' ')
		b.WriteString(strings.ToLower(s.TokenText(v.Verb.Particle)))
	}
	if in := infinitiveBehind(s, f.verb); in >= 0 {
		b.WriteString(" to ")
		b.WriteString(r.base(s, s.Phrases[in].Head))
		v = &s.Phrases[in]
	}
	for t := v.To; t < len(s.Tokens) && t < v.To+3 && (s.Tokens[t].Tag.Adjective() || s.Tokens[t].Tag == syntax.RB && r.adjectiveBehind(s, t)); t++ {
		if s.Tokens[t].Tag.Adjective() {
			b.WriteByte(' ')
			b.WriteString(strings.ToLower(s.TokenText(t)))
		}
	}
	for k := range s.Phrases {
		p := &s.Phrases[k]
		if p.Kind != syntax.NP || p.From < v.To || p.From > v.To+3 || dated(s, p) {
			continue
		}
		b.WriteByte(' ')
		if p.Prep >= v.To {
			b.WriteString(strings.ToLower(s.TokenText(p.Prep)))
			b.WriteByte(' ')
		}
		b.WriteString(label(s, k))
		break
	}
	return b.String()
}

func (r *Reader) adjectiveBehind(s *reading.Sentence, t int) bool {
	return t+1 < len(s.Tokens) && s.Tokens[t+1].Tag.Adjective()
}

// infinitiveBehind is the verb group of "to remain" right behind group v, -1 if none stands there.
func infinitiveBehind(s *reading.Sentence, v int) int {
	for k := range s.Phrases {
		if p := &s.Phrases[k]; p.Kind == syntax.VG && k != v && p.From >= s.Phrases[v].To && p.From <= s.Phrases[v].To+1 && p.Verb.Form == syntax.Infinitive {
			return k
		}
	}
	return -1
}

func (r *Reader) base(s *reading.Sentence, t int) string {
	if w := r.lex.Word(s.Tokens[t].Lemma); w != "" {
		return w
	}
	return strings.ToLower(s.TokenText(t))
}
