package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// The bounds of a sentence. Longer ones are cut by force at white space, so that no later step meets a monster.
const (
	MaxTokens = 400
	MaxBytes  = 4 << 10
)

// maxLabel is the longest speaker label in bytes, as internal/extract reads them.
const maxLabel = 160

// Sentences are the sentences of text in the order of the text: disjoint, each inside one block and one turn, of at most
// MaxTokens tokens and MaxBytes bytes, cut between characters. No blocks: the whole text is one paragraph. Blocks and turns must
// be in order and lie within the text, as ledger.Document.Validate demands; what does not is left out.
// Only Span, Text, Block, Turn, Heading and Continued are filled.
func Sentences(text string, blocks []ledger.Block, turns []ledger.Turn) []syntax.Sentence {
	if len(blocks) == 0 {
		blocks = []ledger.Block{{Kind: "paragraph", Start: 0, End: len(text)}}
	}
	out := make([]syntax.Sentence, 0, len(text)/110+len(blocks))
	turn, last := 0, 0
	for i, b := range blocks {
		if b.Start < last || b.End > len(text) || b.Start >= b.End {
			continue
		}
		last = b.End
		first := len(out)
		c := cutter{text: text, block: i, heading: b.Kind == "heading", out: out}
		from := b.Start
		for from < b.End {
			for turn < len(turns) && turns[turn].End <= from {
				turn++
			}
			to, at := b.End, -1
			if turn < len(turns) && turns[turn].Start < b.End {
				if t := turns[turn]; t.Start <= from {
					at, to = turn, min(b.End, t.End)
				} else {
					to = t.Start
					if isLabel(text[from:to]) {
						from = to
						continue
					}
				}
			}
			c.turn = at
			c.piece(from, to)
			from = to
		}
		out = c.out
		closeQuotes(text, out[first:], blocks, i)
	}
	return out
}

// isLabel says whether what stands between the start of a block (or the turn before) and the words of a turn is the speaker's
// label or a dash: no sentence.
func isLabel(s string) bool {
	if len(s) > maxLabel {
		return false
	}
	s = strings.TrimRightFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '*' || r == '_' })
	if strings.HasSuffix(s, ":") || strings.HasSuffix(s, "：") {
		return true
	}
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) < 0
}

// closeQuotes takes back the marks of a quotation that never ends: one forgotten mark must not put a whole paragraph in
// somebody's mouth. It does run to the end of the block where the next block goes on with an opening mark, as papers print
// quotes of several paragraphs.
func closeQuotes(text string, of []syntax.Sentence, blocks []ledger.Block, block int) {
	if len(of) == 0 {
		return
	}
	q := quotes{open: of[len(of)-1].Continued}
	end := of[len(of)-1].Span
	for i := end.Start; i < end.End; {
		r, n := utf8.DecodeRuneInString(text[i:end.End])
		q.see(text, i, n, r)
		i += n
	}
	if q.open == 0 {
		return
	}
	if block+1 < len(blocks) {
		if next := blocks[block+1]; next.Start < len(text) {
			r, n := utf8.DecodeRuneInString(text[next.Start:])
			fresh := quotes{}
			if fresh.see(text, next.Start, n, r); fresh.open != 0 {
				return
			}
		}
	}
	for i := len(of) - 1; i >= 0 && of[i].Continued != 0; i-- {
		of[i].Continued = 0
	}
}
