package statements

import (
	_ "embed"
	"fmt"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/terms"
)

//go:embed data/nounsof.txt
var nounsOfText string

//go:embed data/verbsof.txt
var verbsOfText string

// kindBook is a list whose one column is a letter.
type kindBook struct {
	book  *terms.Book
	kinds []byte
}

func loadKinds(lex *lexicon.Lexicon, file, text, letters string) (*kindBook, error) {
	book, err := terms.Load(lex, file, text, 1)
	if err != nil {
		return nil, err
	}
	b := &kindBook{book: book}
	for _, t := range book.Terms() {
		if len(t.Columns[0]) != 1 || !containsByte(letters, t.Columns[0][0]) {
			return nil, fmt.Errorf("%s:%d: %q: write one of the letters %s", file, t.Line, t.Columns[0], letters)
		}
		b.kinds = append(b.kinds, t.Columns[0][0])
	}
	return b, nil
}

func containsByte(s string, b byte) bool {
	for i := range len(s) {
		if s[i] == b {
			return true
		}
	}
	return false
}

// carriers are the nouns and verbs through which an actor is judged.
type carriers struct{ nouns, verbs *kindBook }

func loadCarriers(lex *lexicon.Lexicon) (carriers, error) {
	nouns, err := loadKinds(lex, "statements/data/nounsof.txt", nounsOfText, "rat")
	if err != nil {
		return carriers{}, err
	}
	verbs, err := loadKinds(lex, "statements/data/verbsof.txt", verbsOfText, "bs")
	return carriers{nouns, verbs}, err
}
