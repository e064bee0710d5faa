package actors

import (
	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// reading is one call of Mentions.
type reading struct {
	*Reader
	*work
	s     *syntax.Sentence
	m     *Memory
	day   ledger.Day
	dated bool
}

// Mentions lists who is named in the sentence, by place in it. m is the memory of the document so far and takes in what is
// found; sentences are to be given in order.
func (r *Reader) Mentions(s *syntax.Sentence, m *Memory) []Mention {
	w := r.pool.Get().(*work)
	defer r.pool.Put(w)
	x := reading{Reader: r, work: w, s: s, m: m, day: m.day, dated: m.dated}
	m.begin(s)
	r.find(w, s)
	r.unknown(w, s)
	r.grouped(w, s)
	w.out = w.out[:0]
	next := 0 // pronouns before the next group
	for i := range w.groups {
		g := &w.groups[i]
		for ; next < g.from; next++ {
			x.pronoun(next)
		}
		for ; next < g.to; next++ {
			if x.s.Tokens[next].Tag == syntax.PRPS || x.s.Tokens[next].Tag == syntax.PRP {
				x.pronoun(next)
			}
		}
		if !g.done {
			x.group(i)
		}
	}
	for ; next < len(s.Tokens); next++ {
		x.pronoun(next)
	}
	x.apposed()
	m.end(w.out)
	if len(w.out) == 0 {
		return nil
	}
	return ordered(w.out)
}

// put adds a mention of tokens [from, to) and lets the memory know.
func (x *reading) put(m Mention) {
	m.Span = x.s.TokenSpan(m.From, m.To)
	x.out = append(x.out, m)
	x.m.note(&x.out[len(x.out)-1])
}

// ordered is a copy by place; of two mentions that overlap the one that denotes its phrase stays.
func ordered(in []Mention) []Mention {
	out := make([]Mention, 0, len(in))
	for _, m := range in {
		at := len(out)
		for at > 0 && out[at-1].From > m.From {
			at--
		}
		switch {
		case at > 0 && out[at-1].To > m.From:
			if m.Head && !out[at-1].Head {
				out[at-1] = m
			}
		case at < len(out) && out[at].From < m.To:
			if m.Head && !out[at].Head {
				out[at] = m
			}
		default:
			out = append(out, m)
			copy(out[at+1:], out[at:])
			out[at] = m
		}
	}
	return out
}
