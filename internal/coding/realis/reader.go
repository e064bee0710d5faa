package realis

import (
	"orrery/internal/coding/dates"
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// oldDays is how long before the text a date makes what is told of it history.
const oldDays = 5*365 + 1

// Reader judges clauses and noun phrases. It is safe for use by several goroutines.
type Reader struct{ classes []class }

// New puts a reader together and interns its words in lex. It panics if the list of this package is at fault, which its tests
// would show.
func New(lex *lexicon.Lexicon) *Reader {
	c, err := load(lex)
	if err != nil {
		panic(err)
	}
	return &Reader{c}
}

// class is the classes of a word.
func (r *Reader) class(id lexicon.ID) class {
	if id != lexicon.Unknown && int(id) < len(r.classes) {
		return r.classes[id]
	}
	return 0
}

// word reports whether token i is of the classes, as written or by its lemma.
func (r *Reader) word(s *syntax.Sentence, i int, c class) bool {
	return i >= 0 && i < len(s.Tokens) && (r.class(s.Tokens[i].Word)|r.class(s.Tokens[i].Lemma))&c != 0
}

// Of is the realis of each clause of s. found are the dates in it and published the day of the text; without that day no date makes
// history.
func (r *Reader) Of(s *syntax.Sentence, found []dates.Found, published ledger.Date) []Realis {
	if len(s.Clauses) == 0 {
		return nil
	}
	own := make([]Realis, len(s.Clauses))
	for i := range s.Clauses {
		own[i] = r.own(s, i)
	}
	for i := range found {
		if c := innermost(s, found[i].From, found[i].To); c >= 0 && old(&found[i], published) {
			own[c] |= Historical
		}
	}
	r.cues(s, func(c int, bits Realis) { own[c] |= bits })
	out := make([]Realis, len(own))
	for i := range out {
		out[i] = own[i] | r.passed(s, i, own)
	}
	return out
}

// passed is what clause i has from those above it, given what each has of its own.
func (r *Reader) passed(s *syntax.Sentence, i int, own []Realis) Realis {
	var chain [64]int
	n := 0
	for c := i; c >= 0 && n < len(chain); c = s.Clauses[c].Parent {
		chain[n] = c
		n++
	}
	var above Realis
	for n--; n > 0; n-- {
		above = (above | own[chain[n]]) & r.passes(s, chain[n-1])
	}
	return above
}

// old reports whether a date lies five years or more before the day of the text.
func old(d *dates.Found, published ledger.Date) bool {
	if d.When.IsZero() || published.IsZero() || d.Sign == dates.Since {
		return false
	}
	_, last := d.When.Span()
	first, _ := published.Span()
	return first-last >= oldDays
}

// innermost is the shortest clause that holds tokens [from, to), -1 if none does.
func innermost(s *syntax.Sentence, from, to int) int {
	best := -1
	for i := range s.Clauses {
		c := &s.Clauses[i]
		if c.From <= from && to <= c.To && (best < 0 || c.To-c.From < s.Clauses[best].To-s.Clauses[best].From) {
			best = i
		}
	}
	return best
}
