package predicates

import (
	"testing"

	"pgregory.net/rapid"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/realis"
	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// Whatever the earlier steps make of a sentence, Find does not fail, and what it gives is well formed.
func TestFindOfAnyShape(t *testing.T) {
	lex := lexicon.New()
	b, err := New(lex)
	if err != nil {
		t.Fatal(err)
	}
	var known []lexicon.ID
	for i := range lex.Len() {
		if len(b.verbs.of(lexicon.ID(i)))+len(b.nouns.of(lexicon.ID(i))) > 0 || b.operators.Verb(lexicon.ID(i)) != nil {
			known = append(known, lexicon.ID(i))
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s, m := shape(t, known)
		r := make([]realis.Realis, rapid.IntRange(0, len(s.Clauses)).Draw(t, "realis"))
		for i := range r {
			r[i] = realis.Realis(rapid.Uint16().Draw(t, "bits"))
		}
		events, dropped := b.Find(s, m, r)
		for i := range events {
			e := &events[i]
			if !e.Type.Valid() || e.Mode != "" && !ledger.ValidMode(e.Type, e.Mode) || e.Weight <= 0 || e.Weight > 1 || len(e.By)+len(e.To) == 0 ||
				e.Trigger.Start >= e.Trigger.End || !s.Holds(e.Trigger) || e.Frame == "" || e.Clause >= len(s.Clauses) || e.Phrase < 0 || e.Phrase >= len(s.Phrases) {
				t.Fatalf("%+v", *e)
			}
			for _, x := range e.By {
				for _, y := range e.To {
					if x == y {
						t.Fatalf("a party acts on itself: %+v", *e)
					}
				}
			}
		}
		for _, d := range dropped {
			if d.Reason == "" || !s.Holds(d.Trigger) {
				t.Fatalf("%+v", d)
			}
		}
		again, _ := b.Find(s, m, r)
		if len(again) != len(events) {
			t.Fatal("the same sentence gives other events")
		}
	})
}

// shape is a sentence of random links.
func shape(t *rapid.T, known []lexicon.ID) (*syntax.Sentence, []actors.Mention) {
	n := rapid.IntRange(1, 24).Draw(t, "tokens")
	s := &syntax.Sentence{Turn: -1}
	for range n {
		w := rapid.SampledFrom(known).Draw(t, "word")
		s.Text += "xx "
		s.Tokens = append(s.Tokens, syntax.Token{Span: syntax.Span{Start: len(s.Text) - 3, End: len(s.Text) - 1}, Word: w, Lemma: w,
			Tag: syntax.Tag(rapid.IntRange(1, int(syntax.Symbol)).Draw(t, "tag"))})
	}
	s.Span = syntax.Span{Start: 0, End: len(s.Text)}
	for at := 0; at < n; {
		to := min(n, at+rapid.IntRange(1, 4).Draw(t, "length"))
		s.Phrases = append(s.Phrases, syntax.Phrase{Kind: syntax.NP, From: at, To: to, Head: to - 1, Prep: -1, Attach: -1, Poss: -1, Coord: -1, Appos: -1,
			Verb: syntax.VerbGroup{Negated: -1, Modal: -1, Particle: -1}})
		at = to
	}
	p := len(s.Phrases)
	link := func(what string) int { return rapid.IntRange(-1, p-1).Draw(t, what) }
	list := func(what string) []int { return rapid.SliceOfN(rapid.IntRange(0, p-1), 0, 3).Draw(t, what) }
	for i := range s.Phrases {
		ph := &s.Phrases[i]
		ph.Attach, ph.Poss, ph.Coord, ph.Appos = link("attach"), link("poss"), link("coord"), link("appos")
		ph.Prep = rapid.IntRange(-1, n-1).Draw(t, "prep")
	}
	clauses := rapid.IntRange(0, 5).Draw(t, "clauses")
	for range clauses {
		v := rapid.IntRange(0, p-1).Draw(t, "verb")
		s.Phrases[v].Kind = syntax.VG
		s.Phrases[v].Verb = syntax.VerbGroup{Passive: rapid.Bool().Draw(t, "passive"), Negated: -1, Modal: -1, Particle: rapid.IntRange(-1, n-1).Draw(t, "particle"),
			Form: syntax.VerbForm(rapid.IntRange(0, 4).Draw(t, "form")), Tense: syntax.Tense(rapid.IntRange(0, 3).Draw(t, "tense"))}
		s.Clauses = append(s.Clauses, syntax.Clause{Verb: v, From: 0, To: n, Subject: list("subject"), Objects: list("objects"), Obliques: list("obliques"),
			Agent: list("agent"), Parent: rapid.IntRange(-1, clauses-1).Draw(t, "parent"), Relation: syntax.Relation(rapid.IntRange(0, 6).Draw(t, "relation")),
			Marker: rapid.IntRange(-1, n-1).Draw(t, "marker"), Complement: rapid.IntRange(-1, clauses-1).Draw(t, "complement"), Shared: rapid.Bool().Draw(t, "shared")})
	}
	var m []actors.Mention
	for range rapid.IntRange(0, 5).Draw(t, "mentions") {
		i := rapid.IntRange(0, n-1).Draw(t, "at")
		m = append(m, actors.Mention{Span: s.TokenSpan(i, i+1), From: i, To: i + 1, Phrase: link("of"), Head: rapid.Bool().Draw(t, "head"),
			Refs: []actors.Ref{{Code: rapid.SampledFrom([]string{"RUS", "KAZ", ""}).Draw(t, "code"), Name: "xx"}}, Place: rapid.Bool().Draw(t, "place")})
	}
	return s, m
}
