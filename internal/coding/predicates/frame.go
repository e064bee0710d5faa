package predicates

import (
	"orrery/internal/coding/actors"
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/roles"
	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// frame is one line of a data file: what its triggers mean when its tests hold.
type frame struct {
	id       string // file:group:number
	noun     bool
	meaning  ledger.TypeMode
	by, to   []roles.Slot
	tests    []test
	need     need
	light    *set   // a noun only under one of these verbs; nil: with or without
	elseBy   string // the code of who acts if nobody else is named and the sentence mentions them
	contexts []string
	tool     string
	specific int     // more wins
	weight   float64 // 0…1
	last     bool    // gives way to every other frame that fits
	mutual   bool    // subjects of one list act on each other
	plural   bool    // a noun only as a plural: talks
	none     bool    // a frame that says "no event" and keeps less special ones from matching
}

// need says which parties must be found.
type need uint8

const (
	needOne need = iota
	needBoth
	needBy
	needTo
)

// trigger leads from a lemma to a frame.
type trigger struct {
	frame    int
	particle lexicon.ID // "off" of "call off"; Unknown: none asked for
	before   lexicon.ID // "protest" of "protest note"; Unknown: none asked for
	gerund   bool       // a frame of a verb under the noun of its -ing
}

// test is one condition of a frame.
type test struct {
	slot  roles.Slot
	what  what
	not   bool
	words set
	whole bool // any word of the phrase and of what is attached to it, not the head alone
}

// what says what a test looks at.
type what uint8

const (
	ofSlot       what = iota
	ofComplement      // the form of the clause below
	ofVoice           // passive
	ofClause          // a word anywhere in the clause
)

// set is what a test accepts.
type set struct {
	any, actor, state, place bool
	inf, ger, that, nothing  bool
	mask                     uint64 // classes of words
	words                    []lexicon.ID
}

// accepts reports whether a word is in the set.
func (s *set) accepts(b *Book, w lexicon.ID) bool {
	if w == lexicon.Unknown {
		return false
	}
	if s.mask != 0 && int(w) < len(b.classes) && b.classes[w]&s.mask != 0 {
		return true
	}
	for _, x := range s.words {
		if x == w {
			return true
		}
	}
	return false
}

// holds reports whether the test is met at a site.
func (t *test) holds(b *Book, v *roles.View, at roles.Site) bool {
	met := false
	switch t.what {
	case ofComplement:
		met = t.complement(v, at.Clause)
	case ofClause:
		met = t.within(b, v, at.Clause)
	case ofVoice:
		met = at.Clause >= 0 && v.Passive(at.Clause)
	default:
		v.Phrases(at, t.slot, func(p int) bool {
			met = t.phrase(b, v, p)
			return !met
		})
	}
	return met != t.not
}

// within: the word stands somewhere in the clause or right after it.
func (t *test) within(b *Book, v *roles.View, c int) bool {
	if c < 0 {
		return false
	}
	k := &v.S.Clauses[c]
	for i := max(k.From, 0); i < k.To+2 && i < len(v.S.Tokens); i++ { // an adjective at the edge may lie outside: "found him guilty"
		if t.words.accepts(b, v.S.Tokens[i].Word) {
			return true
		}
	}
	return false
}

func (t *test) phrase(b *Book, v *roles.View, p int) bool {
	s := &t.words
	if s.any || s.accepts(b, v.Head(p)) {
		return true
	}
	met := false
	if s.actor || s.state || s.place {
		v.Mentions(p, func(m int) bool {
			x := &v.M[m]
			switch {
			case s.actor && !x.Place && (x.Head || b.in(v.Head(p), b.animate)) && v.Named(m):
				met = true
			case s.state && x.Head && len(x.Refs) > 0 && x.Refs[0].State():
				met = true
			case s.place && (x.Place || x.Site != actors.NoSite):
				met = true
			}
			return !met
		})
	}
	if met || !t.whole {
		return met
	}
	return t.inside(b, v, p, 0)
}

// inside: any word of the phrase, and of what is attached to it.
func (t *test) inside(b *Book, v *roles.View, p, depth int) bool {
	ph := &v.S.Phrases[p]
	for i := ph.From; i < ph.To && i < len(v.S.Tokens); i++ {
		if t.words.accepts(b, v.Lemma(i)) || t.words.accepts(b, v.S.Tokens[i].Word) {
			return true
		}
	}
	met := false
	if depth < 2 {
		v.Attached(p, func(q int) bool {
			met = t.inside(b, v, q, depth+1)
			return !met
		})
	}
	return met
}

func (t *test) complement(v *roles.View, c int) bool {
	if c < 0 {
		return false
	}
	k := v.S.Clauses[c].Complement
	if k < 0 || k >= len(v.S.Clauses) || v.S.Clauses[k].Verb < 0 {
		return t.words.nothing
	}
	if t.words.any {
		return true
	}
	switch v.S.Phrases[v.S.Clauses[k].Verb].Verb.Form {
	case syntax.Infinitive:
		return t.words.inf
	case syntax.Gerund:
		return t.words.ger
	}
	return t.words.that
}
