package chunk

import "orrery/internal/coding/syntax"

// item is a phrase or what stands between phrases.
type item struct {
	kind  kind
	token int32 // the first
	at    int32 // the phrase, -1
}

type kind uint8

const (
	other kind = iota
	nominal
	verb
	prep
	sub    // if, when, after with a clause
	thatIs // that, before a clause
	rel    // who, which, that
	comma
	conj
	semi
	colon
	dash
	openQ
	closeQ
	openB
	closeB
	adverb
	adjective
	stop
)

// itemise lists phrases and what stands between them.
func (r *reader) itemise() {
	p := 0
	for i := 0; i < len(r.t); {
		if p < len(r.s.Phrases) && r.s.Phrases[p].From == i {
			k := nominal
			if r.s.Phrases[p].Kind == syntax.VG {
				k = verb
			}
			r.items = append(r.items, item{k, int32(i), int32(p)})
			i = max(r.s.Phrases[p].To, i+1)
			p++
			continue
		}
		k, n := r.between(i)
		r.items = append(r.items, item{k, int32(i), -1})
		for i += n; p < len(r.s.Phrases) && r.s.Phrases[p].From < i; {
			i = r.s.Phrases[p].From
		}
	}
}

// between is the kind of token i, which is in no phrase, and how many tokens it takes.
func (r *reader) between(i int) (kind, int) {
	switch tag := r.tag(i); {
	case r.is(i, leading) && (r.tag(i+1) == syntax.IN || r.tag(i+1) == syntax.TO):
		return prep, 2
	case (r.is(i, so) || r.is(i, proviso)) && r.is(i+1, that):
		return sub, 2
	case r.is(i, than|either) && r.tag(i) != syntax.CC && r.c.wellAs(r, i):
		return conj, 3
	case r.is(i, that) && (tag == syntax.IN || tag == syntax.WDT || tag == syntax.DT):
		if next := r.tag(i + 1); tag != syntax.DT && (next.Verb() || next == syntax.MD) && r.tag(i-1) != syntax.VBD || tag == syntax.WDT || next == syntax.MD && tag == syntax.DT || tag == syntax.DT && next.Verb() {
			return rel, 1
		}
		return thatIs, 1
	case tag == syntax.WDT && r.is(i, what) && r.opensNoun(i+1) && r.tag(i+1) != syntax.NNS && r.tag(i+1) != syntax.NN:
		return sub, 1 // what Iran needs
	case tag == syntax.WDT, tag == syntax.WP && r.is(i, who|which):
		return rel, 1
	case tag == syntax.WP, tag == syntax.WRB, tag == syntax.IN && r.is(i, subordinator|whether):
		return sub, 1
	case tag == syntax.IN, tag == syntax.TO, r.is(i, preposition):
		return prep, 1
	case tag == syntax.CC:
		return conj, 1
	case tag == syntax.Comma:
		return comma, 1
	case tag == syntax.Colon:
		return r.divider(i), 1
	case tag == syntax.OpenQ:
		return openQ, 1
	case tag == syntax.CloseQ:
		return closeQ, 1
	case tag == syntax.Bracket:
		if c := r.s.TokenText(i)[0]; c == '(' || c == '[' {
			return openB, 1
		}
		return closeB, 1
	case tag == syntax.Stop:
		return stop, 1
	case tag.Adjective():
		return adjective, 1
	case tag == syntax.RB, tag == syntax.RBR, tag == syntax.RBS, tag == syntax.UH, tag == syntax.RP, tag == syntax.EX, tag == syntax.MD:
		return adverb, 1
	}
	return other, 1
}

func (r *reader) divider(i int) kind {
	switch text := r.s.TokenText(i); text[0] {
	case ';':
		return semi
	case ':':
		return colon
	case '.':
		return stop
	}
	return dash
}

// wellAs reports whether "as well as" begins at token i.
func (c *Chunker) wellAs(r *reader, i int) bool {
	return i+2 < len(r.t) && r.t[i].Word == r.t[i+2].Word && r.t[i].Word == c.as && r.t[i+1].Word == c.well
}

// kindAt is the kind of item k, stop outside.
func (r *reader) kindAt(k int) kind {
	if k < 0 || k >= len(r.items) {
		return stop
	}
	return r.items[k].kind
}

// phraseAt is the phrase of item k.
func (r *reader) phraseAt(k int) *syntax.Phrase { return &r.s.Phrases[r.items[k].at] }

// finite reports whether item k is a verb that can have a subject before it.
func (r *reader) finite(k int) bool {
	if r.kindAt(k) != verb {
		return false
	}
	f := r.phraseAt(k).Verb.Form
	return f == syntax.Finite || r.s.Heading && f == syntax.Infinitive && k > 0 && r.kindAt(k-1) == nominal
}
