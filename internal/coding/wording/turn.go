package wording

import (
	"fmt"
	"strings"

	"orrery/internal/coding/lexicon"
)

// Turn is one line of a list.
type Turn struct {
	Class string
	ID    string // file:line, for traces
	parts []part
	want  want
}

// part is a row's element: any of the words, or a gap of up to gap tokens before the next.
type part struct {
	words    []lexicon.ID
	gap      int
	wide     bool // the gap may pass commas and brackets
	optional bool
}

// WantsDenial reports whether the turn is found only under a denial.
func (t *Turn) WantsDenial() bool { return t.want == denied }

type want uint8

const (
	either want = iota
	denied
	told
)

// Example is a sentence of a list: in Yes the class must be found, otherwise it must not.
type Example struct {
	Class, Text string
	Yes         bool
	Line        int
}

// Book is a list ready for finding. It is only read after Load.
type Book struct {
	turns    []Turn
	examples []Example
	first    []uint16 // by word: one more than the place in begins of the turns that may begin with it; 0: none
	begins   [][]int32
	denials  [4][]lexicon.ID
}

// Load reads a list; file is its name in messages. Errors: "file:line: …" for a line that is no turn.
func Load(lex *lexicon.Lexicon, file, text string) (*Book, error) {
	b := &Book{}
	class, no := "", 0
	for line := range strings.Lines(text) {
		no++
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
			continue
		case line[0] == '+' || line[0] == '-':
			if class == "" {
				return nil, fmt.Errorf("%s:%d: an example before the first turn: move it below the turn", file, no)
			}
			b.examples = append(b.examples, Example{Class: class, Text: strings.TrimSpace(line[1:]), Yes: line[0] == '+', Line: no})
			continue
		}
		name, row, ok := strings.Cut(line, "|")
		class = strings.TrimSpace(name)
		t := Turn{Class: class, ID: fmt.Sprintf("%s:%d", file, no)}
		if !ok || class == "" || !t.read(lex, row) {
			return nil, fmt.Errorf("%s:%d: %q is no turn: write CLASS | words, the first of them no gap and not in [ ]", file, no, line)
		}
		b.turns = append(b.turns, t)
	}
	b.index(lex)
	return b, nil
}

// read takes a row apart; false: it has no words, or begins with a gap.
func (t *Turn) read(lex *lexicon.Lexicon, row string) bool {
	for i, w := range strings.Fields(row) {
		switch {
		case i == 0 && w == "not:":
			t.want = denied
			continue
		case i == 0 && w == "told:":
			t.want = told
			continue
		case w[0] == '~':
			p := part{}
			n := strings.TrimPrefix(w, "~")
			p.wide = strings.HasPrefix(n, "~")
			if _, err := fmt.Sscanf(strings.TrimPrefix(n, "~"), "%d", &p.gap); err != nil || p.gap < 1 || p.gap > 30 {
				return false
			}
			t.parts = append(t.parts, p)
			continue
		}
		p := part{optional: w[0] == '['}
		for word := range strings.SplitSeq(strings.Trim(w, "[]"), "/") {
			if word == "" {
				return false
			}
			p.words = append(p.words, lex.Intern(word))
		}
		t.parts = append(t.parts, p)
	}
	return len(t.parts) > 0 && t.parts[0].gap == 0 && !t.parts[0].optional && t.parts[len(t.parts)-1].gap == 0
}

func (b *Book) index(lex *lexicon.Lexicon) {
	// What denies the words after it: within how many tokens.
	b.denials = [4][]lexicon.ID{}
	for _, w := range strings.Fields("not n't never neither nor cannot without hardly didn't doesn't don't hasn't haven't hadn't won't wouldn't isn't wasn't weren't can't couldn't") {
		b.denials[0] = append(b.denials[0], lex.Intern(w))
	}
	for _, w := range strings.Fields("refuse decline avoid fail refrain shun hesitate unwilling reluctant stop cease") {
		b.denials[1] = append(b.denials[1], lex.Intern(w))
	}
	b.denials[2] = []lexicon.ID{lex.Intern("no"), lex.Intern("none"), lex.Intern("nobody")}
	b.denials[3] = []lexicon.ID{lex.Intern("yet"), lex.Intern("to")}
	b.first = make([]uint16, lex.Len())
	for i := range b.turns {
		for _, w := range b.turns[i].parts[0].words {
			if b.first[w] == 0 {
				b.begins = append(b.begins, nil)
				b.first[w] = uint16(len(b.begins))
			}
			b.begins[b.first[w]-1] = append(b.begins[b.first[w]-1], int32(i))
		}
	}
}

// Examples are the sentences of the list, in its order.
func (b *Book) Examples() []Example { return b.examples }
