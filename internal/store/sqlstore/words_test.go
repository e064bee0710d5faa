package sqlstore

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"orrery/internal/store"
)

func TestFold(t *testing.T) {
	for text, want := range map[string]string{
		"Café, CAFÉ & cafe\u0301": "cafe cafe cafe", "Ёлка и елка": "елка и елка", "A/RES/ES-11/1": "a res es 11 1", "Қазақстан": "қазақстан", "ﬁn ½": "fin 12",
		"": "", " — ": "", "\u0301": "", "İstanbul": "istanbul", "ΣΊΣΥΦΟΣ": "σισυφοσ", strings.Repeat("x", 300): strings.Repeat("x", maxWord), "x\xffy": "x y",
	} {
		if got := fold(text); got != want {
			t.Errorf("fold(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestTerms(t *testing.T) {
	for query, want := range map[string][]term{
		"One two":       {{words: []string{"one"}}, {words: []string{"two"}}},
		`a "b c"* d*`:   {{words: []string{"a"}}, {words: []string{"b", "c"}, prefix: true}, {words: []string{"d"}, prefix: true}},
		`"open phrase`:  {{words: []string{"open", "phrase"}}},
		"ES-11/1":       {{words: []string{"es", "11", "1"}}},
		`x"y z"w`:       {{words: []string{"x"}}, {words: []string{"y", "z"}}, {words: []string{"w"}}},
		"* \" \" -- OR": {{words: []string{"or"}}},
		"неразрывный\u00a0пробел": {{words: []string{"неразрывныи"}}, {words: []string{"пробел"}}},
	} {
		if diff := cmp.Diff(want, termsOf(query), cmp.AllowUnexported(term{})); diff != "" {
			t.Errorf("%q:\n%s", query, diff)
		}
	}
}

func TestSnippet(t *testing.T) {
	long := strings.Repeat("filler ", 100) + "the needle is here\nand  goes on " + strings.Repeat("after ", 100)
	for _, c := range []struct{ text, query, want string }{
		{"A short text.", "short", "A \x02short\x03 text."},
		{"Café au lait", "cafe lai*", "\x02Café\x03 au \x02lait\x03"},
		{"one two three one", `"two three"`, "one \x02two\x03 \x02three\x03 one"},
		{"no find", "other", "no find"},
		{"", "x", ""},
		{"marks \x02 in text", "marks", "\x02marks\x03  in text"},
		{"one\ntwo", "two", "one \x02two\x03"},
	} {
		if got := snippet(c.text, termsOf(c.query)); got != c.want {
			t.Errorf("snippet(%q, %q) = %q, want %q", c.text, c.query, got, c.want)
		}
	}
	got := snippet(long, termsOf("needle"))
	if !strings.HasPrefix(got, "… ") || !strings.HasSuffix(got, " …") || !strings.Contains(got, "the \x02needle\x03 is here and  goes on after") || len(strings.Fields(got)) > snippetWords+4 {
		t.Errorf("of a long text: %q", got)
	}
}

// FuzzWords: whatever is typed, cutting it and asking the engine gives no error, every word of a text finds it, and a
// snippet without its marks is part of the text.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"A ban on meat", `"unclosed phrase`, "Қазақстан ёлка", "a*b NEAR(c d) kind : x", "\xff\x00\x02", "½ ﬁ 🙂 中文", strings.Repeat("ab", 400)} {
		f.Add(s, s)
	}
	d := openAt(f, Config{DSN: filepath.Join(f.TempDir(), "a.db")})
	ctx := context.Background()
	f.Fuzz(func(t *testing.T, text, query string) {
		if _, err := d.Search(ctx, store.SearchQuery{Words: query}); err != nil {
			t.Fatalf("Search(%q): %v", query, err)
		}
		terms := termsOf(query)
		for _, term := range terms {
			for _, w := range term.words {
				if w == "" || fold(w) != w || strings.ContainsAny(w, ` "'\*:`) {
					t.Fatalf("%q gives the word %q", query, w)
				}
			}
		}
		got := snippet(text, terms)
		var words []string
		cut(text, func(s span) bool { words = append(words, s.word); return true })
		if folded := fold(text); folded != strings.Join(words, " ") {
			t.Fatalf("fold(%q) = %q and cut gives %q", text, folded, words)
		}
		if utf8.ValidString(text) && !utf8.ValidString(got) {
			t.Fatalf("snippet(%q, %q) = %q cuts through a character", text, query, got)
		}
		if strings.Count(got, markStart) != strings.Count(got, markEnd) {
			t.Fatalf("snippet(%q, %q) = %q: marks do not match", text, query, got)
		}
		cut(text, func(s span) bool {
			if found := snippet(text[s.start:s.end], termsOf(text[s.start:s.end])); !strings.Contains(found, markStart) {
				t.Fatalf("the word %q (%q) of %q does not find itself: %q", text[s.start:s.end], s.word, text, found)
			}
			return true
		})
	})
}
