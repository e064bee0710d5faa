package segment_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"orrery/internal/coding/segment"
	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// check holds what is true of the sentences of any text without turns.
func check(t *testing.T, text string, blocks []ledger.Block, sentences []syntax.Sentence) {
	t.Helper()
	last := 0
	for i := range sentences {
		s := &sentences[i]
		switch {
		case s.Start < last || s.End <= s.Start || s.End > len(text):
			t.Fatalf("sentence %d is [%d,%d) after %d in %d bytes", i, s.Start, s.End, last, len(text))
		case s.End-s.Start > segment.MaxBytes:
			t.Fatalf("sentence %d has %d bytes", i, s.End-s.Start)
		case !utf8.ValidString(s.Words()):
			t.Fatalf("sentence %d is cut within a character: %q", i, s.Words())
		case strings.TrimSpace(s.Words()) != s.Words():
			t.Fatalf("sentence %d has white space at its edges: %q", i, s.Words())
		}
		if len(blocks) > 0 && (s.Block >= len(blocks) || s.Start < blocks[s.Block].Start || s.End > blocks[s.Block].End) {
			t.Fatalf("sentence %d leaves block %d", i, s.Block)
		}
		if gap := text[last:s.Start]; len(blocks) == 0 && strings.IndexFunc(gap, unicode.IsLetter) >= 0 {
			t.Fatalf("letters between sentences are lost: %q", gap)
		}
		last = s.End
	}
	if len(blocks) == 0 && strings.IndexFunc(text[last:], unicode.IsLetter) >= 0 {
		t.Fatalf("letters at the end are lost: %q", text[last:])
	}
	for i, b := range blocks { // every letter of a block is in one of its sentences
		at := b.Start
		for k := range sentences {
			if s := sentences[k]; s.Block == i {
				if strings.IndexFunc(text[at:s.Start], unicode.IsLetter) >= 0 {
					t.Fatalf("letters of block %d are lost: %q", i, text[at:s.Start])
				}
				at = s.End
			}
		}
		if strings.IndexFunc(text[at:b.End], unicode.IsLetter) >= 0 {
			t.Fatalf("letters at the end of block %d are lost: %q", i, text[at:b.End])
		}
	}
}

func FuzzSentences(f *testing.F) {
	for _, row := range table {
		f.Add(row, 10, 20)
	}
	f.Add("Olsen: \"Yes.\n- No. (Perhaps.) «Да. Нет.»", 7, 12)
	f.Fuzz(func(t *testing.T, text string, a, b int) {
		if !utf8.ValidString(text) {
			t.Skip("documents are UTF-8")
		}
		check(t, text, nil, segment.Sentences(text, nil, nil))
		// Cut into three blocks on the borders of characters.
		edge := func(n int) int {
			n = min(max(n, 0), len(text))
			for n < len(text) && !utf8.RuneStart(text[n]) {
				n++
			}
			return n
		}
		a, b = edge(a), edge(b)
		if a > b {
			a, b = b, a
		}
		var blocks []ledger.Block
		for _, s := range [][2]int{{0, a}, {a, b}, {b, len(text)}} {
			if s[0] < s[1] {
				blocks = append(blocks, ledger.Block{Kind: "paragraph", Start: s[0], End: s[1]})
			}
		}
		if len(blocks) == 0 {
			return
		}
		check(t, text, blocks, segment.Sentences(text, blocks, nil))
		// A turn loses no letter but those of its label.
		if a > 0 && a < b {
			turns := []ledger.Turn{{Speaker: "x", Start: a, End: b}}
			for _, s := range segment.Sentences(text, blocks, turns) {
				if (s.Turn == 0) != (s.Start >= a && s.End <= b) || s.Start < a && s.End > a {
					t.Fatalf("[%d,%d) is of turn %d, which is [%d,%d)", s.Start, s.End, s.Turn, a, b)
				}
			}
		}
	})
}
