package terms_test

import (
	"strings"
	"testing"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
	"orrery/internal/coding/terms"
)

func tokens(lex *lexicon.Lexicon, words string) []syntax.Token {
	var out []syntax.Token
	for w := range strings.FieldsSeq(words) {
		form, lemma, _ := strings.Cut(w, "/")
		t := syntax.Token{Word: lex.Find(form)}
		t.Lemma = t.Word
		if lemma != "" {
			t.Lemma = lex.Find(lemma)
		}
		out = append(out, t)
	}
	return out
}

func TestTheLongestFormWinsByFormOrLemma(t *testing.T) {
	lex := lexicon.New()
	b, err := terms.Load(lex, "own.txt", "# a list\nslow | a\nslow down, brake | b\n", 1)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"slow":             "a 1",
		"slowed/slow down": "b 2",
		"slowed/slow up":   "a 1",
		"Brakes/brake":     "b 1",
		"down slow":        "",
		"fast":             "",
	} {
		term, n := b.At(tokens(lex, text), 0)
		got := ""
		if term != nil {
			got = term.Columns[0] + " " + string(rune('0'+n))
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestFaultsNameTheLine(t *testing.T) {
	for text, want := range map[string]string{
		"a | 1\nb\n":            "own.txt:2: 0 columns",
		"a | 1\n\nc, a | 2\n":   "own.txt:3: \"a\" stands in line 1",
		", | 1\n":               "own.txt:1: an empty form",
		"a | 1 | 2\n":           "own.txt:1: 2 columns",
		"# only notes\n\nq |\n": "",
	} {
		_, err := terms.Load(lexicon.New(), "own.txt", text, 1)
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}
