package roles

import (
	"slices"
	"strings"
	"testing"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
)

// view is "Russia's ban on Kyrgyz products hurt Armenia and Georgia near Turkey", with its links set by hand.
func view(lex *lexicon.Lexicon) *View {
	s := &syntax.Sentence{Text: "Russia 's ban on Kyrgyz products hurt Armenia and Georgia near Turkey"}
	at := 0
	for _, w := range strings.Fields(s.Text) {
		i := strings.Index(s.Text[at:], w) + at
		id := lex.Intern(w)
		t := syntax.Token{Span: syntax.Span{Start: i, End: i + len(w)}, Word: id, Lemma: id}
		if w[0] >= 'A' && w[0] <= 'Z' {
			t.Tag, t.Shape = syntax.NNP, syntax.Capital
		}
		s.Tokens = append(s.Tokens, t)
		at = i + len(w)
	}
	s.Span = syntax.Span{Start: 0, End: len(s.Text)}
	np := func(from, to, prep, attach, poss, coord int) {
		s.Phrases = append(s.Phrases, syntax.Phrase{Kind: syntax.NP, From: from, To: to, Head: to - 1, Prep: prep, Attach: attach, Poss: poss, Coord: coord, Appos: -1})
	}
	np(0, 2, -1, -1, -1, -1)  // 0 Russia's
	np(2, 3, -1, -1, 0, -1)   // 1 ban
	np(4, 6, 3, 1, -1, -1)    // 2 Kyrgyz products
	np(6, 7, -1, -1, -1, -1)  // 3 hurt
	np(7, 8, -1, -1, -1, -1)  // 4 Armenia
	np(9, 10, -1, -1, -1, 4)  // 5 Georgia
	np(11, 12, 10, -1, -1, 5) // 6 Turkey
	s.Phrases[6].Coord = -1
	s.Phrases[3].Kind = syntax.VG
	s.Phrases[3].Verb = syntax.VerbGroup{Tense: syntax.Past, Negated: -1, Modal: -1, Particle: -1}
	s.Clauses = []syntax.Clause{{Verb: 3, From: 0, To: 12, Subject: []int{1}, Objects: []int{4, 5}, Obliques: []int{6}, Parent: -1, Marker: -1, Complement: -1}}
	m := func(from, to, phrase int, code string, head, place bool) actors.Mention {
		return actors.Mention{Span: s.TokenSpan(from, to), From: from, To: to, Phrase: phrase, Head: head, Place: place,
			Refs: []actors.Ref{{Code: code, Name: s.TokenSpan(from, to).Of(s.Text)}}}
	}
	v := &View{}
	v.Reset(s, []actors.Mention{
		m(0, 1, 1, "RUS", false, false), m(4, 5, 2, "KGZ", false, false), m(7, 8, 4, "ARM", true, false),
		m(9, 10, 5, "GEO", true, false), m(11, 12, 6, "TUR", true, true),
	})
	return v
}

func TestSlots(t *testing.T) {
	lex := lexicon.New()
	v := view(lex)
	verb, noun := Site{Clause: 0, Phrase: -1}, Site{Clause: -1, Phrase: 1}
	for _, c := range []struct {
		at    Site
		slots string
		not   []int
		want  []int
	}{
		{verb, "subj", nil, []int{0}}, // by its owner
		{verb, "obj", nil, []int{2, 3}},
		{verb, "obj", []int{2}, []int{3}},
		{verb, "near", nil, []int{4}},
		{verb, "place", nil, []int{4}},
		{verb, "against,obj", nil, []int{2, 3}}, // the first slot is empty
		{noun, "poss", nil, []int{0}},
		{noun, "on", nil, []int{1}}, // by its modifier
		{noun, "subj", nil, nil},
		{noun, "of", nil, nil},
	} {
		slots, err := ParseSlots(lex, c.slots)
		if err != nil {
			t.Fatal(err)
		}
		if got, sure := v.Choose(nil, c.at, slots, c.not); !slices.Equal(got, c.want) || (sure > 0) != (len(c.want) > 0) || sure > 1 {
			t.Errorf("%s of %v: %v (%v), want %v", c.slots, c.at, got, sure, c.want)
		}
	}
	if got := v.Nearest(6, 0, 12, false, nil); got != 2 {
		t.Errorf("nearest after the verb is %d", got)
	}
	if got := v.Nearest(11, 0, 12, true, []int{3}); got != 2 {
		t.Errorf("nearest before the place is %d", got)
	}
}

func TestPassiveTurnsTheSlots(t *testing.T) {
	lex := lexicon.New()
	v := view(lex)
	v.S.Phrases[3].Verb.Passive = true
	v.S.Clauses[0].Agent, v.S.Clauses[0].Objects, v.S.Clauses[0].Subject = []int{5}, nil, []int{4}
	subject, _ := ParseSlots(lex, "subj")
	object, _ := ParseSlots(lex, "obj")
	surface, _ := ParseSlots(lex, "surface")
	at := Site{Clause: 0, Phrase: -1}
	if by, _ := v.Choose(nil, at, subject, nil); !slices.Equal(by, []int{3}) {
		t.Errorf("who acts in the passive: %v", by)
	}
	for _, s := range [][]Slot{object, surface} {
		if to, _ := v.Choose(nil, at, s, nil); !slices.Equal(to, []int{2}) {
			t.Errorf("who is acted upon in the passive: %v", to)
		}
	}
}

func TestParseSlotsRefuses(t *testing.T) {
	for _, text := range []string{"", "obj.", "Subject", "subj,,obj"} {
		if s, err := ParseSlots(lexicon.New(), text); err == nil {
			t.Errorf("%q is %v", text, s)
		}
	}
}
