package statements

import (
	"fmt"
	"strconv"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
	"orrery/internal/coding/terms"
)

// concept is a topic of the region.
type concept struct {
	name   string
	weight float64
	alone  bool // a sentence on it is a statement by itself
}

type conceptBook struct {
	book *terms.Book
	list []concept
}

func loadConcepts(lex *lexicon.Lexicon) (*conceptBook, error) {
	const file = "statements/data/concepts.txt"
	book, err := terms.Load(lex, file, conceptsText, 3)
	if err != nil {
		return nil, err
	}
	b := &conceptBook{book: book}
	for _, t := range book.Terms() {
		w, err := strconv.ParseFloat(t.Columns[1], 64)
		if err != nil || w <= 0 || w > 1 || t.Columns[0] == "" {
			return nil, fmt.Errorf("%s:%d: a concept needs a name and a weight above 0 and at most 1", file, t.Line)
		}
		if t.Columns[2] != "0" && t.Columns[2] != "1" {
			return nil, fmt.Errorf("%s:%d: %q in the last column: write 0 or 1", file, t.Line, t.Columns[2])
		}
		b.list = append(b.list, concept{t.Columns[0], w, t.Columns[2] == "1"})
	}
	return b, nil
}

// topic is a concept found in tokens [From, To).
type topic struct {
	*concept
	from, to int
}

// best is the weightiest concept in tokens [from, to), the first of equals; false if there is none.
func (b *conceptBook) best(tokens []syntax.Token, from, to int) (topic, bool) {
	var found topic
	for t := from; t < to; t++ {
		k, n := b.book.Index(tokens, t)
		if n == 0 || t+n > to {
			continue
		}
		if c := &b.list[k]; found.concept == nil || c.weight > found.weight {
			found = topic{c, t, t + n}
		}
	}
	return found, found.concept != nil
}
