package stances

import (
	"cmp"
	"slices"

	"orrery/internal/coding/dates"
	"orrery/internal/coding/reading"
	"orrery/ledger"
)

// What it takes for words to name an item.
const (
	leastScore = 4.0  // sum of the rareness of its words, in natural logarithms
	leastTerms = 2    // different words, one of them no name of a state
	leastLead  = 1.15 // times the score of the next item, else the words fit two and name neither
)

// naming is how well a stretch of words names an item.
type naming struct {
	item  int // place in the index, -1: none
	score float64
	terms int
	words bool // a word that is no state's name is among them
	own   bool // a word that tells the item from others is
	lead  float64
}

func (n naming) sure() bool {
	return n.item >= 0 && n.score >= leastScore && n.terms >= leastTerms && n.words && n.lead >= leastLead
}

// Topics is the known items that a document is about, best first. An item that began after the text was published, or
// read in, is none of them.
func (x *Reader) Topics(r *reading.Reading) []*reading.Topic {
	var out []*reading.Topic
	for i := range r.Sentences {
		s := &r.Sentences[i]
		n := x.name(r, s, 0, len(s.Tokens), false, nil)
		if !n.sure() {
			continue
		}
		it := x.items.items[n.item].Item
		k := slices.IndexFunc(out, func(t *reading.Topic) bool { return t.Item == it })
		if k < 0 {
			out = append(out, &reading.Topic{Item: it, Sentence: i, Score: n.score})
			continue
		}
		out[k].Score = max(out[k].Score, n.score) + .3
	}
	slices.SortStableFunc(out, func(a, b *reading.Topic) int { return cmp.Compare(b.Score, a.Score) })
	return out
}

// track is by sentence the last item that was named surely up to it (place in the index), and in which sentence; -1 for none yet.
func (x *Reader) track(r *reading.Reading) (item, at []int) {
	item, at = make([]int, len(r.Sentences)), make([]int, len(r.Sentences))
	last, where := -1, -1
	for i := range r.Sentences {
		s := &r.Sentences[i]
		if n := x.name(r, s, 0, len(s.Tokens), true, nil); n.sure() {
			last, where = n.item, i
		}
		item[i], at[i] = last, where
	}
	return item, at
}

// name finds the item that tokens [from, to) name best. spoken leaves out roll calls, which are answered by voting alone. An item
// with words of its own is named by one of them, or was by another sentence of the document: named, by item; nil for none.
func (x *Reader) name(r *reading.Reading, s *reading.Sentence, from, to int, spoken bool, named []bool) naming {
	none := naming{item: -1}
	if !x.mayName(s, from, to) {
		return none
	}
	score := make([]float64, len(x.items.items))
	terms := make([]int, len(x.items.items))
	word := make([]bool, len(x.items.items))
	own := make([]bool, len(x.items.items))
	for _, at := range x.termsIn(s, from, to) {
		t := &x.items.terms[at-1]
		for _, i := range t.own {
			own[i] = true
		}
		for _, p := range t.in {
			score[p.item] += t.rare * p.weight
			terms[p.item]++
			word[p.item] = word[p.item] || !t.name && t.rare > 1 && p.weight >= ofVotes*inTitle
		}
	}
	best, next := none, 0.0
	latest := latest(r.Document)
	for i := range x.items.items {
		it := &x.items.items[i]
		if score[i] == 0 || !latest.IsZero() && it.first > lastDay(latest) || spoken && it.RollCall != "" {
			continue
		}
		if it.own && !own[i] && (named == nil || !named[i]) {
			continue
		}
		// What is left of a title unsaid counts against it: "the invasion of Ukraine" is not "sanctions after the invasion".
		score[i] = score[i]*(.7+.3*min(1, score[i]/max(it.full, 1))) + x.near(r, s, it)
		switch {
		case best.item < 0 || score[i] > best.score:
			next = max(next, best.score)
			best = naming{item: i, score: score[i], terms: terms[i], words: word[i], own: own[i]}
		default:
			next = max(next, score[i])
		}
	}
	best.lead = 100
	if next > 0 {
		best.lead = best.score / next
	}
	return best
}

// termsIn is the terms of tokens [from, to), each once: by their words, and by the actors that the words mean ("Moscow").
func (x *Reader) termsIn(s *reading.Sentence, from, to int) []uint16 {
	var seen []uint16
	add := func(at uint16) {
		if at > 0 && !slices.Contains(seen, at) {
			seen = append(seen, at)
		}
	}
	for i := from; i < to; i++ {
		add(x.termAt(s, i))
	}
	for _, m := range s.Mentions {
		if m.From < from || m.From >= to || len(m.Refs) != 1 {
			continue
		}
		add(x.items.state[m.Refs[0].Code])
	}
	return seen
}

// mayName turns most sentences away: two words that belong to items are wanted, one of them telling.
func (x *Reader) mayName(s *reading.Sentence, from, to int) bool {
	telling := false
	for i := from; i < to; i++ {
		if at := x.termAt(s, i); at > 0 {
			t := &x.items.terms[at-1]
			telling = telling || !t.name && t.rare > 1
		}
	}
	return telling
}

// termAt is the term that token i belongs to, 0: none.
func (x *Reader) termAt(s *reading.Sentence, i int) uint16 {
	t := &s.Tokens[i]
	if int(t.Word) < len(x.items.term) && t.Word != 0 && x.items.term[t.Word] > 0 {
		return x.items.term[t.Word]
	}
	if int(t.Lemma) < len(x.items.term) && t.Lemma != 0 {
		return x.items.term[t.Lemma]
	}
	return 0
}

// near is what dates say for or against an item: a day of the sentence within the first days after T0, a year that
// is not T0's, a text of the weeks after T0.
func (x *Reader) near(r *reading.Reading, s *reading.Sentence, it *item) float64 {
	out := 0.0
	for _, d := range s.Dates {
		if d.When.IsZero() || d.Kind == dates.Unresolved || d.Kind == dates.Range {
			continue
		}
		first, last := d.When.Span()
		switch {
		case d.Kind == dates.Exact && first >= it.first-1 && last <= it.last+10:
			out += 1.5
		case first > it.last+400 || last < it.first-60:
			out--
		}
	}
	if p := latest(r.Document); !p.IsZero() {
		if first, _ := p.Span(); first-it.first < 120 {
			out++
		}
	}
	return out
}

// latest is the last day that a document can tell of.
func latest(d *reading.Document) ledger.Date {
	if !d.Published.IsZero() {
		return d.Published
	}
	return d.Retrieved
}

func lastDay(d ledger.Date) ledger.Day { _, last := d.Span(); return last }
