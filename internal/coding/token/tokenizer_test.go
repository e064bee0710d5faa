package token_test

import (
	"strings"
	"testing"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/segment"
	"orrery/internal/coding/syntax"
	"orrery/internal/coding/token"
)

func cut(text string) []syntax.Sentence {
	t := token.New(lexicon.New())
	s := segment.Sentences(text, nil, nil)
	for i := range s {
		t.Tokens(&s[i])
	}
	return s
}

func joined(s *syntax.Sentence) string {
	var words []string
	for i := range s.Tokens {
		words = append(words, s.TokenText(i))
	}
	return strings.Join(words, " ")
}

var table = []struct{ text, want string }{
	{"Norway's king didn't come.", "Norway 's king did n't come ."},
	{"The states’ rights can’t be limited.", "The states ’ rights ca n’t be limited ."},
	{"They cannot and won't go; we'll stay, you've won, I'm out.", "They can not and wo n't go ; we 'll stay , you 've won , I 'm out ."},
	{"He left the U.S. on Jan. 5, Mr. Olsen said.", "He left the U.S. on Jan. 5 , Mr. Olsen said ."},
	{"She was in the U.S.", "She was in the U.S."},
	{"al-Amiri's anti-war, ten-day tour", "al-Amiri 's anti-war , ten-day tour"},
	{"anti-U.S. talk", "anti-U.S. talk"},
	{"E. J. Berg of AT&T and RFE/RL, and/or others", "E. J. Berg of AT&T and RFE/RL , and / or others"},
	{"It cost $2.5 billion, €1,000.50 or 7% more.", "It cost $ 2.5 billion , € 1,000.50 or 7 % more ."},
	{"“Yes,” he said -- or ... no?", "“ Yes , ” he said -- or ... no ?"},
	{"See https://example.org/a?b=c, please.", "See https://example.org/a?b=c , please ."},
	{"In 2014–2016 and 2017-18, at 5:30", "In 2014 – 2016 and 2017-18 , at 5 : 30"},
	{"The 1990s, the 5th of May, No. 7.", "The 1990s , the 5th of May , No. 7 ."},
	{"He said no.", "He said no ."},
	{"Larsen: good.", "Larsen : good ."},
	{"(the pact) [sic]", "( the pact ) [ sic ]"},
	{"Ünal Çelik’s réponse", "Ünal Çelik ’s réponse"},
}

func TestTokensOfATable(t *testing.T) {
	for _, c := range table {
		s := cut(c.text)
		if len(s) != 1 {
			t.Errorf("%q is %d sentences", c.text, len(s))
			continue
		}
		if got := joined(&s[0]); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

func TestQuotedSpans(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string // by sentence, quotes joined by |
	}{
		{"He said “we go” and «we stay».", []string{"we go|we stay"}},
		{`He said "we go" and "we stay".`, []string{"we go|we stay"}},
		{"“We go. We run. We hide,” he said. She left.", []string{"We go.", "We run.", "We hide,", ""}},
		{"He called it a ‘good idea’ and 'a bad one'.", []string{"good idea|a bad one"}},
		{"The guards' post and the king's house.", []string{""}},
		{"He said: “We go.", []string{"We go."}},
		{"''We go. We run,'' he said of the guards' post.", []string{"We go.", "We run,"}},
		{"He called it ''a farce'' in the '90s.", []string{"a farce"}},
		{`A 5" pipe and a 6" pipe.`, []string{""}},
	} {
		s := cut(c.text)
		var got []string
		for i := range s {
			var parts []string
			for _, q := range s[i].Quoted {
				parts = append(parts, q.Of(c.text))
			}
			got = append(got, strings.Join(parts, "|"))
		}
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s\n got  %q\n want %q", c.text, got, c.want)
		}
	}
}

func TestShapes(t *testing.T) {
	s := cut("“Berg’s NATO-backed” post, he said, has 14 guards.")[0]
	want := map[string]syntax.Shape{
		"“": syntax.Mark, "Berg": syntax.Capital | syntax.Opening | syntax.InQuote, "’s": syntax.InQuote, "NATO-backed": syntax.Capital | syntax.Hyphened | syntax.InQuote,
		"post": 0, ",": syntax.Mark, "14": syntax.Numeric, "guards": 0,
	}
	for i := range s.Tokens {
		if w, ok := want[s.TokenText(i)]; ok && s.Tokens[i].Shape != w {
			t.Errorf("%s has shape %b, want %b", s.TokenText(i), s.Tokens[i].Shape, w)
		}
	}
	if s := cut("NATO left.")[0]; s.Tokens[0].Shape != syntax.Capital|syntax.AllCaps|syntax.Opening {
		t.Errorf("NATO has shape %b", s.Tokens[0].Shape)
	}
}

func TestWordsHaveTheNumberOfTheLexicon(t *testing.T) {
	lex := lexicon.New()
	id, poss := lex.Intern("Norway"), lex.Intern("'s")
	tk := token.New(lex)
	s := segment.Sentences("NORWAY’s unheard word", nil, nil)
	tk.Tokens(&s[0])
	if got := s[0].Tokens; got[0].Word != id || got[1].Word != poss || got[2].Word != lexicon.Unknown {
		t.Errorf("numbers %d %d %d, want %d %d 0", got[0].Word, got[1].Word, got[2].Word, id, poss)
	}
}
