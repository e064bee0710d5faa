package statements

import (
	"fmt"
	"strconv"
	"strings"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
	"orrery/internal/coding/terms"
)

// allow is what may follow a verb of saying, as bits.
type allow uint16

const (
	aQuote allow = 1 << iota
	aThat
	aZero
	aWh
	aInf
	aNoun
	aAbout
	aTo     // the one spoken to comes first
	aInvert // may stand before its subject
	aCall   // thing and name
	aCallAs
	aThought
	aPaper
)

var allowLetters = map[rune]allow{'q': aQuote, 't': aThat, 'z': aZero, 'w': aWh, 'i': aInf, 'n': aNoun, 'a': aAbout, 'o': aTo, 'v': aInvert,
	'c': aCall, 'r': aCallAs, 'h': aThought, 'd': aPaper}

// cue is a verb of saying or thinking.
type cue struct {
	verb     string
	allow    allow
	attitude int // −2…+2 to what is said or named, 0 none
}

func (c *cue) may(a allow) bool { return c.allow&a != 0 }

type cueBook struct {
	book *terms.Book
	cues []cue           // by term
	by   map[string]*cue // by form: the verb of an attribution that was made before
}

func loadCues(lex *lexicon.Lexicon) (*cueBook, error) {
	const file = "statements/data/cues.txt"
	book, err := terms.Load(lex, file, cuesText, 2)
	if err != nil {
		return nil, err
	}
	b := &cueBook{book: book}
	for _, t := range book.Terms() {
		c := cue{verb: t.Name}
		for _, l := range t.Columns[0] {
			a, ok := allowLetters[l]
			if !ok {
				return nil, fmt.Errorf("%s:%d: no such letter %q: the head of the file lists them", file, t.Line, l)
			}
			c.allow |= a
		}
		if c.attitude, err = grade(t.Columns[1]); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, t.Line, err)
		}
		b.cues = append(b.cues, c)
	}
	b.by = map[string]*cue{}
	for i, t := range book.Terms() {
		for _, f := range t.Forms {
			b.by[f] = &b.cues[i]
		}
	}
	return b, nil
}

// name is the verb of a cue of n tokens as attributions give it: its own lemma, or the whole of "point out".
func (b *cueBook) name(lex *lexicon.Lexicon, t *syntax.Token, c *cue, n int) string {
	if n == 1 {
		if w := lex.Word(t.Lemma); w != "" {
			return w
		}
	}
	return c.verb
}

// at is the verb of saying that begins at token i and how many tokens it takes (point out: 2); nil if none does.
func (b *cueBook) at(tokens []syntax.Token, i int) (*cue, int) {
	n, length := b.book.Index(tokens, i)
	if length == 0 {
		return nil, 0
	}
	return &b.cues[n], length
}

// grade reads -2 … +2; empty is 0.
func grade(text string) (int, error) {
	if text == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(strings.TrimPrefix(text, "+"))
	if err != nil || n < -2 || n > 2 {
		return 0, fmt.Errorf("%q is no grade: write -2, -1, 1, 2 or nothing", text)
	}
	return n, nil
}
