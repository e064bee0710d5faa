package actors

import "orrery/internal/coding/syntax"

// group is a noun phrase with its possessors: tokens [from, to), hits [lo, hi) of the sentence's hits.
type group struct {
	from, to int
	head     int
	phrase   int // the last phrase of it, -1: none
	lo, hi   int
	done     bool
}

// grouped finds the groups of a sentence, in order. Where the sentence has no phrases, runs of nouns and what stands before them do.
func (r *Reader) grouped(w *work, s *syntax.Sentence) {
	g := w.rough[:0]
	for p := range s.Phrases {
		if ph := &s.Phrases[p]; ph.Kind == syntax.NP {
			if n := len(g); n > 0 && (ph.Poss >= 0 && ph.Poss == g[n-1].phrase || r.possessed(s, g[n-1].to, ph.From)) {
				g[n-1].to, g[n-1].head, g[n-1].phrase = ph.To, ph.Head, p
				continue
			}
			if n := len(g); n > 0 && ph.From < g[n-1].to { // phrases out of order or nested
				continue
			}
			g = append(g, group{from: ph.From, to: ph.To, head: ph.Head, phrase: p})
		}
	}
	if len(s.Phrases) == 0 {
		g = r.runs(g, s)
	}
	// Hits that run over the end of their group, or stand in none, are given one.
	w.rough = g
	out := w.groups[:0]
	k := 0
	for i := range g {
		for k < len(w.hits) && w.hits[k].to <= g[i].from {
			if h := w.hits[k]; h.to == g[i].from && h.nation() && (len(out) == 0 || out[len(out)-1].to <= h.from) &&
				s.Tokens[g[i].from].Tag != syntax.DT {
				g[i].from = h.from // "US" before "troops", whatever it was taken for
				break
			}
			out = r.alone(w, out, k)
			k++
		}
		if n := len(out); n > 0 && k > 0 && k < len(w.hits) && out[n-1].to == w.hits[k].from && r.bound(w.hits[k-1], w.hits[k]) {
			out[n-1].to, out[n-1].head, out[n-1].phrase = g[i].to, g[i].head, g[i].phrase
		} else if n > 0 && out[n-1].to > g[i].from { // swallowed by a longer hit
			if g[i].to > out[n-1].to {
				out[n-1].to, out[n-1].head, out[n-1].phrase = g[i].to, g[i].head, g[i].phrase
			} else {
				continue
			}
		} else {
			g[i].lo = k
			out = append(out, g[i])
		}
		cur := &out[len(out)-1]
		for k < len(w.hits) && w.hits[k].from < cur.to {
			h := w.hits[k]
			if h.from < cur.from {
				cur.from = h.from
			}
			if h.to > cur.to {
				cur.to = h.to
				cur.head = h.to - 1
			}
			k++
		}
		cur.hi = k
	}
	for ; k < len(w.hits); k++ {
		out = r.alone(w, out, k)
	}
	w.groups = out
}

// alone adds a group of one hit that stands in no phrase, or adds the hit to the last group if they belong together.
func (r *Reader) alone(w *work, out []group, k int) []group {
	h := w.hits[k]
	if n := len(out); n > 0 && k > 0 && out[n-1].to == h.from && r.bound(w.hits[k-1], h) {
		out[n-1].to, out[n-1].head, out[n-1].hi = h.to, h.to-1, k+1
		return out
	}
	return append(out, single(h, k))
}

// bound reports whether an adjective stands right before a role, though the phrases part them: "Armenian armed forces".
func (r *Reader) bound(a, b hit) bool {
	return a.to == b.from && a.nation() && a.e.is(mAdjective) && b.kind == kRole
}

func single(h hit, k int) group {
	return group{from: h.from, to: h.to, head: h.to - 1, phrase: -1, lo: k, hi: k + 1}
}

// possessed reports whether nothing but a possessive mark lies between two tokens.
func (r *Reader) possessed(s *syntax.Sentence, to, from int) bool {
	switch {
	case to == from:
		return to > 0 && s.Tokens[to-1].Tag == syntax.POS
	case to+1 == from:
		return s.Tokens[to].Tag == syntax.POS
	}
	return false
}

// runs are the groups of a sentence without phrases.
func (r *Reader) runs(g []group, s *syntax.Sentence) []group {
	for i := 0; i < len(s.Tokens); {
		j, head := i, -1
	run:
		for ; j < len(s.Tokens); j++ {
			switch t := s.Tokens[j].Tag; {
			case t.Noun():
				head = j
			case t == syntax.POS && head >= 0, t.Adjective(), t == syntax.CD:
			case (t == syntax.DT || t == syntax.PRPS || t == syntax.PDT) && head < 0:
			default:
				break run
			}
		}
		if head >= 0 {
			g = append(g, group{from: i, to: j, head: head, phrase: -1})
			i = j
		} else {
			i++
		}
	}
	return g
}
