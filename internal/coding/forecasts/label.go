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

// label names noun phrase p: the actor that it denotes, by the name that the text gives, else the whole phrase with what hangs on it.
// A number or a "this" alone is no name, "" then.
func (x *weighing) label(p int) string {
	s := x.s
	if p < 0 {
		return "it"
	}
	ph := &s.Phrases[p]
	if ref := actor(s, p); ref != nil {
		called := x.name(ref)
		if own := plain(s, ph.From, ph.Head+1); strings.EqualFold(own, "the "+called) {
			return own
		}
		return called
	}
	if s.Tokens[ph.Head].Tag == syntax.CD || s.Tokens[ph.Head].Tag == syntax.DT {
		return ""
	}
	from, to := begin(s, p), ph.Head+1
	if s.Tokens[from].Tag == syntax.PRPS {
		from++
	}
	between := false
	for q, n := p+1, 0; q < len(s.Phrases) && n < 3; q++ {
		of := &s.Phrases[q]
		if of.Kind != syntax.NP || dated(s, of) {
			break
		}
		switch {
		case of.Prep == to && x.r.hangs[s.Tokens[to].Word]:
			between = s.Tokens[to].Word == x.r.w.between
		case between && of.Coord >= 0 && of.From == to+1:
			between = false
		default:
			q = len(s.Phrases)
			continue
		}
		to, n = of.Head+1, n+1
	}
	return plain(s, from, min(to, from+12))
}

// plain is tokens [from, to) as one line without quotation marks, the first word small unless it is a name.
func plain(s *reading.Sentence, from, to int) string {
	var b strings.Builder
	for t := from; t < to; t++ {
		if tag := s.Tokens[t].Tag; tag == syntax.OpenQ || tag == syntax.CloseQ {
			continue
		}
		if b.Len() > 0 && s.Tokens[t].Start > s.Tokens[t-1].End {
			b.WriteByte(' ')
		}
		word := s.TokenText(t)
		if t == from && !s.Tokens[t].Tag.Proper() && !mentioned(s, t) && strings.ToUpper(word) != word {
			word = strings.ToLower(word)
		}
		b.WriteString(word)
	}
	return b.String()
}

// name is how the text calls an actor.
func (x *weighing) name(ref *actors.Ref) string { return statements.NameOf(x.doc, x.i, ref) }

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

// predicate is what is to come, with the verb in its base form: "join the EAEU"; done: as a participle, "joined the EAEU". It is ""
// where the parts make no readable whole.
func (x *weighing) predicate(done bool) string {
	r, s, f := x.r, x.s, &x.f
	if f.verb < 0 {
		return ""
	}
	v := &s.Phrases[f.verb]
	hollow := !v.Verb.Passive && r.empty[s.Tokens[v.Head].Lemma] // "have", "make" alone say nothing
	var b strings.Builder
	if done && !v.Verb.Passive && (s.Tokens[v.Head].Tag == syntax.VBN || s.Tokens[v.Head].Tag == syntax.VBD) {
		b.WriteString(strings.ToLower(s.TokenText(v.Head)))
	} else if v.Verb.Passive {
		b.WriteString(map[bool]string{false: "be ", true: "been "}[done])
		b.WriteString(strings.ToLower(s.TokenText(v.Head)))
	} else {
		b.WriteString(r.base(s, v.Head))
	}
	if v.Verb.Particle >= 0 && v.Verb.Particle < len(s.Tokens) {
		b.WriteByte(' ')
		b.WriteString(strings.ToLower(s.TokenText(v.Verb.Particle)))
	}
	if in := infinitiveBehind(s, f.verb); in >= 0 {
		hollow = false
		b.WriteString(" to ")
		b.WriteString(r.base(s, s.Phrases[in].Head))
		v = &s.Phrases[in]
	}
	for t := v.To; t < len(s.Tokens) && t < v.To+3 && (s.Tokens[t].Tag.Adjective() || s.Tokens[t].Tag == syntax.RB && r.adjectiveBehind(s, t)); t++ {
		if s.Tokens[t].Tag.Adjective() && !inNoun(s, t) {
			hollow = false
			b.WriteByte(' ')
			b.WriteString(strings.ToLower(s.TokenText(t)))
		}
	}
	for k := range s.Phrases {
		p := &s.Phrases[k]
		if p.Kind != syntax.NP || p.From < v.To || p.From > v.To+3 || dated(s, p) {
			continue
		}
		what := x.label(k)
		if what == "" {
			return ""
		}
		hollow = hollow && actor(s, k) != nil && p.Prep < v.To // "make Norway" … what?
		b.WriteByte(' ')
		if p.Prep >= v.To {
			b.WriteString(strings.ToLower(s.TokenText(p.Prep)))
			b.WriteByte(' ')
		}
		b.WriteString(what)
		break
	}
	if hollow {
		return ""
	}
	return b.String()
}

// inNoun says whether token t lies in a noun phrase.
func inNoun(s *reading.Sentence, t int) bool {
	for k := range s.Phrases {
		if p := &s.Phrases[k]; p.Kind == syntax.NP && p.From <= t && t < p.To {
			return true
		}
	}
	return false
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
