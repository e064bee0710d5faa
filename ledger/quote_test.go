package ledger

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestQuoteIsVerbatimWithItsContext(t *testing.T) {
	text := "Токаев осудил нападение. Армения промолчала."
	q, err := NewQuote("doc", text, 0, len("Токаев осудил нападение."), Voice{})
	if err != nil {
		t.Fatal(err)
	}
	if q.Exact != "Токаев осудил нападение." || q.Prefix != "" || q.Suffix != " Армения промолчала." {
		t.Errorf("cut %+v", q)
	}
	if !q.Matches(text) || q.Matches("x"+text) {
		t.Error("a quote matches its own bytes only")
	}
}

func TestQuoteRefusesBadSpans(t *testing.T) {
	text := "Тбилиси"
	for _, span := range [][2]int{{-1, 2}, {0, len(text) + 1}, {4, 4}, {6, 2}, {1, 4}, {0, 3}} {
		if q, err := NewQuote("doc", text, span[0], span[1], Voice{}); err == nil {
			t.Errorf("span %v gave %q", span, q.Exact)
		}
	}
}

// Whatever is cut stands in the text at its offsets, between its prefix and suffix.
func TestQuoteProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		start, end := rapid.IntRange(-2, len(text)+2).Draw(t, "start"), rapid.IntRange(-2, len(text)+2).Draw(t, "end")
		checkQuote(t, text, start, end)
	})
}

func FuzzQuote(f *testing.F) {
	f.Add("Tashkent, Ташкент", 3, 12)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		if utf8.ValidString(text) {
			checkQuote(t, text, start, end)
		}
	})
}

func checkQuote(t interface{ Fatalf(string, ...any) }, text string, start, end int) {
	q, err := NewQuote("doc", text, start, end, Voice{})
	if err != nil {
		return
	}
	if !q.Matches(text) || text[start-len(q.Prefix):start] != q.Prefix || text[end:end+len(q.Suffix)] != q.Suffix {
		t.Fatalf("%q[%d:%d] gave %+v", text, start, end, q)
	}
	if !utf8.ValidString(q.Exact) || utf8.RuneCountInString(q.Prefix) > contextRunes || utf8.RuneCountInString(q.Suffix) > contextRunes {
		t.Fatalf("context of %q[%d:%d] is %q, %q", text, start, end, q.Prefix, q.Suffix)
	}
}
