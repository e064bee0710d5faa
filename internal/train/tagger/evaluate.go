package main

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"orrery/internal/coding/syntax"
	"orrery/internal/coding/tag"
)

// coarse is the part of speech that a tag belongs to.
func coarse(t syntax.Tag) string {
	switch {
	case t.Noun():
		return "noun"
	case t.Verb():
		return "verb"
	case t.Adjective() || t == syntax.DT || t == syntax.PDT || t == syntax.PRPS || t == syntax.WDT || t == syntax.WPS:
		if t.Adjective() {
			return "adjective"
		}
		return "determiner"
	case t == syntax.RB || t == syntax.RBR || t == syntax.RBS || t == syntax.WRB:
		return "adverb"
	case t == syntax.PRP || t == syntax.WP || t == syntax.EX:
		return "pronoun"
	}
	return t.String()
}

// report prints how well a tagger does on sentences that it has not seen. Marks are not counted.
func report(name string, t *tag.Tagger, held []gold) {
	var n, fine, rough, verbs, said, both int
	slips := map[[2]syntax.Tag]int{}
	began := time.Now()
	for i := range held {
		t.Tag(&held[i].Sentence)
	}
	took := time.Since(began)
	all := 0
	for i := range held {
		g := &held[i]
		all += len(g.Tokens)
		for k, want := range g.tags {
			if want == syntax.NoTag {
				continue
			}
			got := g.Tokens[k].Tag
			n++
			if got == want {
				fine++
			} else {
				slips[[2]syntax.Tag{want, got}]++
			}
			if coarse(got) == coarse(want) {
				rough++
			}
			if want.Verb() {
				verbs++
			}
			if got.Verb() {
				said++
			}
			if want.Verb() && got.Verb() {
				both++
			}
		}
	}
	fmt.Printf("%s: %d words held out, fine %.4f, coarse %.4f, verbs precision %.4f recall %.4f, %.2f million tokens a second\n",
		name, n, float64(fine)/float64(n), float64(rough)/float64(n), float64(both)/float64(said), float64(both)/float64(verbs), float64(all)/took.Seconds()/1e6)
	type slip struct {
		of [2]syntax.Tag
		n  int
	}
	var list []slip
	for of, n := range slips {
		list = append(list, slip{of, n})
	}
	slices.SortFunc(list, func(a, b slip) int {
		return cmp.Or(b.n-a.n, cmp.Compare(a.of[0], b.of[0]), cmp.Compare(a.of[1], b.of[1]))
	})
	for _, s := range list[:min(24, len(list))] {
		fmt.Printf("  %s taken for %s: %d\n", s.of[0], s.of[1], s.n)
	}
}
