package dates

import (
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/numbers"
	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// Finder finds dates. It is safe for use by several goroutines.
type Finder struct {
	lex    *lexicon.Lexicon
	words  []word
	values *numbers.Values
}

// New asks lex for the words of time.
func New(lex *lexicon.Lexicon) *Finder {
	f := &Finder{lex: lex, values: numbers.NewValues(lex)}
	f.learn(lex)
	return f
}

// Find is the dates of a tagged sentence, in its order and disjoint. Relative dates count from published; where that is unknown or
// too coarse they are Unresolved. A date without a year is the nearest one that is not after the day of publication, or, where the
// verb beside it looks ahead (will, is to, must …, "next"), the nearest one that is not before it. From and To leave out the
// preposition that Sign stands for.
func (f *Finder) Find(s *syntax.Sentence, published ledger.Date) []Found {
	p := parser{f: f, s: s, now: anchorOf(published)}
	var out []Found
	for i := 0; i < len(s.Tokens); {
		if !p.mayBegin(i) {
			i++
			continue
		}
		d, ok := p.date(i)
		if !ok || d.to <= i {
			i++
			continue
		}
		d = p.span(i, d)
		found := p.found(d)
		if n := len(out); n > 0 && found.From < out[n-1].To {
			i++
			continue
		}
		out = append(out, found)
		if first, end := found.When.Span(); !found.When.IsZero() && first == end {
			p.told, p.hasTold = first, true
		}
		i = d.to
	}
	return out
}

// reading is a date as it was read.
type reading struct {
	from, to int
	when     ledger.Date
	kind     Kind
	lag      int
	sign     Sign
}

type parser struct {
	f   *Finder
	s   *syntax.Sentence
	now anchor
	// told is the last day that the sentence has named so far: "the following day" counts from it.
	told    ledger.Day
	hasTold bool
}

// mayBegin leaves out quickly what no date begins with.
func (p *parser) mayBegin(i int) bool {
	tok := &p.s.Tokens[i]
	if tok.Shape&(syntax.Numeric|syntax.Hyphened) != 0 || tok.Tag == syntax.CD {
		return true
	}
	switch p.at(i).class {
	case month, weekday, unit, season, dayWord, last, this, next, part, edge, vague, ordinal, article, single, weekend, same, adverb:
		return true
	}
	return false
}

// date reads the longest date that begins at token i.
func (p *parser) date(i int) (reading, bool) {
	d, ok := p.parted(i)
	if !ok {
		d, ok = p.calendar(i)
	}
	if !ok {
		d, ok = p.numeric(i)
	}
	if !ok {
		d, ok = p.named(i)
	}
	if !ok {
		d, ok = p.relative(i)
	}
	if !ok {
		d, ok = p.length(i)
	}
	if !ok {
		d, ok = p.year(i)
	}
	return d, ok
}

// found gives a reading the sign of the words before it.
func (p *parser) found(d reading) Found {
	if d.sign == "" {
		d.sign = At
		switch w := p.at(d.from - 1); {
		case w.class == sign:
			d.sign = signs[w.value]
		case w.class == direction && w.value == after:
			d.sign = After
		case w.class == direction && w.value == before:
			d.sign = Before
		case w.class == through && p.f.isWord(p.s, d.from-2, "prior"):
			d.sign = Before
		}
		if d.sign == Length && d.lag == 0 {
			d.sign = At // "for Tuesday"
		}
	}
	if d.sign == Since && !d.when.IsZero() {
		if open, ok := openEnd(d.when); ok {
			d.when, d.kind = open, Range
		}
	}
	return Found{Span: p.s.TokenSpan(d.from, d.to), From: d.from, To: d.to, When: d.when, Kind: d.kind, Lag: d.lag, Sign: d.sign}
}

func (f *Finder) isWord(s *syntax.Sentence, i int, w string) bool {
	return i >= 0 && s.TokenText(i) == w
}

// span joins two dates: from X to Y, between X and Y, X–Y.
func (p *parser) span(i int, d reading) reading {
	if d.when.IsZero() || d.lag != 0 {
		return d
	}
	j := d.to
	opened := p.is(i-1, starting)
	switch {
	case p.is(j, through) && (opened || p.is(j-1, month) || p.s.Tokens[j-1].Shape&syntax.Numeric != 0):
	case p.is(j, and) && opened:
	case p.text(j) == "–" || p.text(j) == "—":
		if p.s.Tokens[j].Start != p.s.Tokens[j-1].End {
			return d
		}
	default:
		return d
	}
	if j+1 >= len(p.s.Tokens) {
		return d
	}
	second, ok := p.date(j + 1)
	if !ok {
		second, ok = p.bareYear(j + 1)
	}
	if !ok || second.when.IsZero() || second.lag != 0 {
		return d
	}
	first := d.when
	if when, ok := p.withYearOf(d, second); ok {
		first = when
	}
	joined, ok := between(first, second.when)
	if !ok {
		return d
	}
	d.when, d.to, d.kind, d.sign = joined, second.to, Range, At
	return d
}
