// Package lexicon gives every word that any step of the coder knows a small number, so that the steps compare numbers instead of
// words. It knows no grammar and no meaning: those are data of the steps.
//
// Each step asks for the words of its data with Intern while the coder is being put together. From the first document on the
// lexicon is only read, by any number of goroutines at once.
package lexicon

// ID is the number of a folded word; equal words have equal numbers within one lexicon.
type ID uint32

// Unknown is the number of every word that no step asked for.
const Unknown ID = 0

// Lexicon holds the words. The zero value is not usable; New makes one.
type Lexicon struct {
	ids   map[string]ID
	words []string
}

// New is a lexicon of no words.
func New() *Lexicon { return &Lexicon{ids: map[string]ID{}, words: []string{""}} }

// Intern is the number of word, a new one if it has none yet. word is folded first. Not to be called while documents are read.
func (l *Lexicon) Intern(word string) ID {
	word = Fold(word)
	if id, ok := l.ids[word]; ok {
		return id
	}
	id := ID(len(l.words))
	l.words = append(l.words, word)
	l.ids[word] = id
	return id
}

// ID is the number of a folded word, Unknown if it has none. It does not allocate.
func (l *Lexicon) ID(folded []byte) ID { return l.ids[string(folded)] }

// Find is the number of a word in any case, Unknown if it has none.
func (l *Lexicon) Find(word string) ID { return l.ids[Fold(word)] }

// Word is the folded word of id, "" for Unknown.
func (l *Lexicon) Word(id ID) string { return l.words[id] }

// Len is how many words there are, Unknown counted.
func (l *Lexicon) Len() int { return len(l.words) }
