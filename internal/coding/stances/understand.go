package stances

import (
	"fmt"
	"slices"

	"orrery/internal/coding/reading"
	"orrery/internal/coding/wording"
	"orrery/ledger"
)

// carry is over how many sentences an item that was named stays the one that "the attack", "its support" and silence mean.
const (
	carryWords   = 25 // where a noun of its kin leads back to it ("the invasion")
	carrySilence = 4  // where nothing does
)

// understand finds the item that a turn answers and the position that it takes; why says what was not understood.
func (p *pass) understand(i int, m *wording.Match, a *act) (f found, why string) {
	s := &p.r.Sentences[i]
	words := s.TokenSpan(m.From, m.To).Of(s.Text)
	o := p.objectOf(s, m)
	f = p.itemOf(i, s, m, &o, a)
	if f.item < 0 && f.key == "" {
		return f, fmt.Sprintf("What “%s” answers is not understood as a reaction item.", words)
	}
	f.sentence, f.hub = i, p.hub
	if f.item >= 0 {
		it := &p.items.items[f.item]
		f.hub, f.key, f.title = it.Hub, it.Slug, it.Title
	}
	placed := p.place(s, m, a, &o, &f)
	if a.soft {
		f.position, f.sure = softened(f.position), f.sure-.15
	}
	if !placed {
		return f, fmt.Sprintf("On whose side “%s” stands is not understood: its object names neither the hub nor the other side.", words)
	}
	return f, ""
}

func softened(p ledger.Position) ledger.Position {
	switch p {
	case ledger.With:
		return ledger.LeaningWith
	case ledger.Against:
		return ledger.LeaningAgainst
	}
	return p
}

// itemOf is the item that an object names, or leads back to.
func (p *pass) itemOf(i int, s *reading.Sentence, m *wording.Match, o *object, a *act) found {
	n := p.name(p.r, s, o.from, o.to, true, p.told)
	if n.sure() && p.fits(s, m, o, n.item, n.own) {
		return found{item: n.item, sure: .85, filters: []string{fmt.Sprintf("item named by its words, score %.1f", n.score)}}
	}
	current := p.item[i]
	back := i - p.at[i]
	if current >= 0 && (p.at[i] < p.since && len(o.codes) == 0 || !p.fits(s, m, o, current, false)) {
		current = -1
	}
	empty := o.to <= o.from || o.class == "" && !p.telling(s, o)
	switch {
	case current < 0:
	case (o.class == "back" || o.class == "harm") && p.leadsBack(s, o, current) && back <= carryWords:
		return found{item: current, sure: .75, filters: []string{"item named before, and led back to by its noun"}}
	case empty && back <= carrySilence:
		return found{item: current, sure: .7, filters: []string{fmt.Sprintf("item named %d sentences before", back)}}
	case a.without && back <= carrySilence && o.class == "":
		return found{item: current, sure: .6, filters: []string{fmt.Sprintf("item named %d sentences before", back)}}
	}
	// Measures are named by their word and whom they hit: "the sanctions on Russia".
	if n.item >= 0 && o.class == "cost" && n.words && n.terms >= 2 && n.lead >= leastLead && p.fits(s, m, o, n.item, n.own) {
		return found{item: n.item, sure: .7, filters: []string{fmt.Sprintf("item named by few words, score %.1f", n.score)}}
	}
	if (o.class == "harm" || o.class == "worth" || o.class == "cost") && len(o.codes) > 0 && !a.without && o.named(s) {
		if key, title := o.slug(s); key != "" {
			return found{item: -1, key: key, title: title, sure: .6, harm: o.class == "harm", filters: []string{"no known item fits; proposed one: " + title}}
		}
	}
	return found{item: -1}
}

// telling reports whether an object has a noun of its own that is not an actor: then it is about something else than what was told before.
func (p *pass) telling(s *reading.Sentence, o *object) bool {
	for i := o.from; i < o.to; i++ {
		if s.Tokens[i].Tag.Noun() && !slices.ContainsFunc(o.codes, func(k int) bool { return s.Mentions[k].From <= i && i < s.Mentions[k].To }) {
			return true
		}
	}
	return false
}

// leadsBack reports whether the object's noun can mean the item: a word that leads back to anything, or kin of the item's own, and no
// state that the item does not know of.
func (p *pass) leadsBack(s *reading.Sentence, o *object, item int) bool {
	it := &p.items.items[item]
	for _, k := range o.codes {
		for _, r := range s.Mentions[k].Refs {
			if r.Code != "" && r.Code != it.Hub && !slices.Contains(it.parties, r.Code) {
				return false
			}
		}
	}
	if o.class == "back" {
		return true
	}
	if it.side > 0 && o.sides(s, it.Hub) && slices.ContainsFunc(it.parties, func(c string) bool { return c != it.Hub && o.sides(s, c) }) {
		return true // "Russia's attack on Ukraine" names doer and sufferer of the item
	}
	at := p.termAt(s, o.noun)
	return at > 0 && slices.ContainsFunc(p.items.terms[at-1].in, func(t posting) bool { return int(t.item) == item && t.weight >= inTitle })
}

// place works out the position. The item's own words for its sides go first where the object is the item itself; then who does what to whom.
func (p *pass) place(s *reading.Sentence, m *wording.Match, a *act, o *object, f *found) bool {
	switch a.class {
	case "silent":
		f.position = ledger.Silent
		return true
	case "neutral":
		f.position = ledger.Neutral
		return true
	}
	var it *item
	if f.item >= 0 {
		it = &p.items.items[f.item]
	}
	f.side = o.sideOf(s, f.hub, p.others(it, f.hub))
	if it != nil && a.class == "recognise" && it.with.asksFor(a.class, m.Denied) != it.against.asksFor(a.class, m.Denied) {
		f.side = 0 // the item itself asks for recognition
	}
	if f.side == 0 && it != nil {
		class := a.class
		if a.as != "" {
			class = a.as
		}
		if a.class == "recognise" && !it.asks(class) {
			class = "support"
		}
		with, against := it.with.asksFor(class, m.Denied), it.against.asksFor(class, m.Denied)
		flipped := a.class != "support" && it.with.asksFor(class, !m.Denied) != it.against.asksFor(class, !m.Denied)
		switch {
		case with != against:
			f.filters = append(f.filters, "side by the item's own words")
			f.position = pick(with, ledger.With, ledger.Against)
			return true
		case flipped && m.Denied:
			f.filters = append(f.filters, "side by the item's own words, denied")
			f.position = pick(it.with.asksFor(a.class, false), ledger.LeaningAgainst, ledger.LeaningWith)
			f.sure -= .2
			return true
		}
	}
	switch {
	case f.side != 0:
		f.filters = append(f.filters, pick(f.side > 0, "object on the hub's side by its words", "object against the hub by its words"))
	case p.last.sentence >= 0 && p.last.key == f.key && p.last.side != 0 && o.to <= o.from:
		f.side = p.last.side
		f.filters = append(f.filters, "side taken over from the answer told before")
	case it != nil && it.side != 0 && (o.class == "harm" || o.class == "back"):
		f.side = it.side
		f.filters = append(f.filters, "side by the item's title")
	default:
		return false
	}
	return p.bySign(m, a, f)
}

// bySign is act times side: condemning what was done to the hub is with it.
func (p *pass) bySign(m *wording.Match, a *act, f *found) bool {
	sum := a.sign * f.side
	if sum == 0 {
		return false
	}
	if !m.Denied {
		f.position = pick(sum > 0, ledger.With, ledger.Against)
		return true
	}
	f.filters = append(f.filters, "denied")
	if a.class == "recognise" {
		f.position = pick(sum > 0, ledger.Against, ledger.With)
		return true
	}
	f.position = pick(sum > 0, ledger.LeaningAgainst, ledger.LeaningWith)
	f.sure -= .2
	return true
}

// others is the states that stand on the side opposite to the hub's: those that the item's title names, or the titles of
// the document's topics whose hub is this one.
func (p *pass) others(it *item, hub string) []string {
	var out []string
	add := func(i *item) {
		if i.Hub != hub || i.side == 0 {
			return
		}
		for _, c := range i.parties {
			if c != hub && !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
	}
	if it != nil {
		add(it)
		return out
	}
	for _, t := range p.r.Items {
		for i := range p.items.items {
			if p.items.items[i].Item == t.Item {
				add(&p.items.items[i])
			}
		}
	}
	return out
}

func pick[T any](yes bool, a, b T) T {
	if yes {
		return a
	}
	return b
}
