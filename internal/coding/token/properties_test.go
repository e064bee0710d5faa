package token_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/segment"
	"orrery/internal/coding/syntax"
	"orrery/internal/coding/token"
)

func FuzzTokens(f *testing.F) {
	for _, c := range table {
		f.Add(c.text)
	}
	f.Add("https://a.b/«c» -x-- ‘’'' a_b:c .5. ...")
	lex := lexicon.New()
	tk := token.New(lex)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("documents are UTF-8")
		}
		for _, s := range segment.Sentences(text, nil, nil) {
			tk.Tokens(&s)
			holds(t, &s)
		}
	})
}

// unseen are white space and the marks of direction that UAX 29 counts to what stands before them.
func unseen(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) }

// holds is what is true of the tokens of any sentence: in order, within it, nothing that is seen between them, at most as many
// as segment promises, quotes within the sentence.
func holds(t *testing.T, s *syntax.Sentence) {
	t.Helper()
	at := s.Start
	for i := range s.Tokens {
		tok := s.Tokens[i]
		if tok.Start < at || tok.End <= tok.Start || tok.End > s.End {
			t.Fatalf("token %d is [%d,%d) after %d in [%d,%d)", i, tok.Start, tok.End, at, s.Start, s.End)
		}
		if gap := s.Text[at:tok.Start]; strings.TrimFunc(gap, unseen) != "" {
			t.Fatalf("%q is lost before token %d", gap, i)
		}
		if !utf8.ValidString(s.TokenText(i)) {
			t.Fatalf("token %d is cut within a character", i)
		}
		at = tok.End
	}
	if gap := s.Text[at:s.End]; strings.TrimFunc(gap, unseen) != "" {
		t.Fatalf("%q is lost at the end", gap)
	}
	if len(s.Tokens) > segment.MaxTokens {
		t.Fatalf("%d tokens in one sentence", len(s.Tokens))
	}
	last := s.Start
	for _, q := range s.Quoted {
		if q.Start < last || q.End <= q.Start || q.End > s.End {
			t.Fatalf("quote [%d,%d) after %d in [%d,%d)", q.Start, q.End, last, s.Start, s.End)
		}
		last = q.End
	}
}

// Outside our own habits a border of ours is a border of Unicode.
func TestBordersAreThoseOfUnicode(t *testing.T) {
	text := "Envoys from Norway met near Tromsø and signed 14 papers, which nobody read; 3.5 million people (more or less) were glad. Это не по-английски, あいう."
	tk := token.New(lexicon.New())
	theirs := map[int]bool{}
	for it := words.FromString(text); it.Next(); {
		theirs[it.Start()] = true
	}
	for _, s := range segment.Sentences(text, nil, nil) {
		tk.Tokens(&s)
		for i := range s.Tokens {
			if !theirs[s.Tokens[i].Start] {
				t.Errorf("%q begins where Unicode has no border", s.TokenText(i))
			}
		}
	}
}

func BenchmarkTokens(b *testing.B) {
	lex := lexicon.New()
	for _, w := range strings.Fields("the government of said that it would not new border although had agreed to in") {
		lex.Intern(w)
	}
	tk := token.New(lex)
	s := segment.Sentences("The government of Norway said on Tuesday that it would not open the new border post, although Mr. Olsen’s office had agreed to talks in June.", nil, nil)
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		tk.Tokens(&s[0])
		n += len(s[0].Tokens)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "tokens/s")
}
