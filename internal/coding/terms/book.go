package terms

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
)

// Term is one line of a list.
type Term struct {
	Name    string   // its first form
	Forms   []string // all of them
	Columns []string // what follows the forms, trimmed
	Line    int      // 1-based line of the file, for messages
}

// Book is a list ready for matching. It is only read after Load.
type Book struct {
	terms []Term
	first []uint32 // by word: where its forms begin in forms, plus one; 0: no form begins with it
	forms []form   // by first word, longest first
}

type form struct {
	words []lexicon.ID
	term  int32
}

// Load reads a list. file is its name for messages. Every line must have as many columns after the forms as columns says.
// Errors: "file:line: …" for a line without forms, with too few or too many columns, or a form that stands there twice.
func Load(lex *lexicon.Lexicon, file, text string, columns int) (*Book, error) {
	b := &Book{}
	at := map[string]int{}
	no := 0
	for line := range strings.Lines(text) {
		no++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		parts := strings.Split(line, "|")
		if len(parts) != columns+1 {
			return nil, fmt.Errorf("%s:%d: %d columns after the forms, %d expected: divide them by |", file, no, len(parts)-1, columns)
		}
		t := Term{Line: no}
		for _, c := range parts[1:] {
			t.Columns = append(t.Columns, strings.TrimSpace(c))
		}
		for f := range strings.SplitSeq(parts[0], ",") {
			f = strings.Join(strings.Fields(f), " ")
			if f == "" {
				return nil, fmt.Errorf("%s:%d: an empty form: write words before the first |", file, no)
			}
			if was, twice := at[f]; twice {
				return nil, fmt.Errorf("%s:%d: %q stands in line %d already: keep one of them", file, no, f, was)
			}
			at[f] = no
			if t.Name == "" {
				t.Name = f
			}
			t.Forms = append(t.Forms, f)
			b.add(lex, f)
		}
		b.terms = append(b.terms, t)
	}
	b.index()
	return b, nil
}

func (b *Book) add(lex *lexicon.Lexicon, words string) {
	f := form{term: int32(len(b.terms))}
	for w := range strings.FieldsSeq(words) {
		f.words = append(f.words, lex.Intern(w))
	}
	b.forms = append(b.forms, f)
}

// index sorts the forms by first word and makes the table of first words, which is as long as the highest number needs.
func (b *Book) index() {
	slices.SortStableFunc(b.forms, func(x, y form) int {
		return cmp.Or(cmp.Compare(x.words[0], y.words[0]), cmp.Compare(len(y.words), len(x.words)))
	})
	for i, f := range b.forms {
		w := int(f.words[0])
		for len(b.first) <= w {
			b.first = append(b.first, 0)
		}
		if b.first[w] == 0 {
			b.first[w] = uint32(i) + 1
		}
	}
}

// Terms is the list in the order of its file.
func (b *Book) Terms() []Term { return b.terms }

// At finds the longest form that begins at token i of tokens: its term and how many tokens it takes; nil, 0 if none begins there.
func (b *Book) At(tokens []syntax.Token, i int) (*Term, int) {
	n, length := b.Index(tokens, i)
	if length == 0 {
		return nil, 0
	}
	return &b.terms[n], length
}

// Index is At with the number of the term in Terms, for callers that keep what they made of the columns beside the list.
func (b *Book) Index(tokens []syntax.Token, i int) (term, length int) {
	t := &tokens[i]
	n, l := b.from(t.Word, tokens, i)
	if t.Lemma != t.Word {
		if m, k := b.from(t.Lemma, tokens, i); k > l {
			return m, k
		}
	}
	return n, l
}

func (b *Book) from(w lexicon.ID, tokens []syntax.Token, i int) (term, length int) {
	if w == lexicon.Unknown || int(w) >= len(b.first) || b.first[w] == 0 {
		return 0, 0
	}
	for k := int(b.first[w]) - 1; k < len(b.forms) && b.forms[k].words[0] == w; k++ {
		if f := &b.forms[k]; f.match(tokens, i) {
			return int(f.term), len(f.words)
		}
	}
	return 0, 0
}

func (f *form) match(tokens []syntax.Token, i int) bool {
	if i+len(f.words) > len(tokens) {
		return false
	}
	for k := 1; k < len(f.words); k++ {
		if t := &tokens[i+k]; t.Word != f.words[k] && t.Lemma != f.words[k] {
			return false
		}
	}
	return true
}
