package places_test

import (
	"fmt"
	"strings"
	"testing"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/places"
	"orrery/internal/coding/syntax"
	"orrery/internal/coding/tag"
	"orrery/internal/coding/token"
	"orrery/ledger"
)

func TestPlaces(t *testing.T) {
	lex := lexicon.New()
	cut := token.New(lex)
	tagger, err := tag.New(lex)
	if err != nil {
		t.Fatal(err)
	}
	who, err := actors.New(lex, nil)
	if err != nil {
		t.Fatal(err)
	}
	find := places.New(lex)
	for _, c := range []struct{ text, want, near string }{
		{"Russian troops shelled Kharkiv near the border in Ukraine.", "Kharkiv UKR city true, Ukraine UKR country true", "Kharkiv"},
		{"The leaders met in Astana and praised Moscow.", "Astana KAZ city true", "Astana"},
		{"Protesters marched in Grozny, in Chechnya.", "Grozny RUS city true, Chechnya RUS region true", "Grozny"},
		{"Moscow accused Kyiv.", "", ""},
		{"They met in Brussels.", "Brussels BEL city true", "Brussels"},
	} {
		s := &syntax.Sentence{Span: syntax.Span{End: len(c.text)}, Text: c.text, Turn: -1}
		cut.Tokens(s)
		tagger.Tag(s)
		found := find.Find(s, who.Mentions(s, who.NewMemory(ledger.Date{}, nil)))
		var got []string
		for _, p := range found {
			got = append(got, fmt.Sprint(p.Name, " ", p.Code, " ", p.Kind, " ", p.Where))
			if p.Of(c.text) != p.Name {
				t.Errorf("%s: span says %q, name %q", c.text, p.Of(c.text), p.Name)
			}
		}
		if g := strings.Join(got, ", "); g != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, g, c.want)
		}
		near := ""
		if i := places.Near(found, syntax.Span{Start: 0, End: 20}); i >= 0 {
			near = found[i].Name
		}
		if near != c.near {
			t.Errorf("%s: near is %q, want %q", c.text, near, c.near)
		}
	}
}
