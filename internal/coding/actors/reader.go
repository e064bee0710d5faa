package actors

import (
	"strings"
	"sync"

	"orrery/internal/coding/knowledge"
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/token"
)

// Reader finds mentions. It is only read after New and safe for use by several goroutines.
type Reader struct {
	lex        *lexicon.Lexicon
	names      *trie
	persons    *trie             // over forms
	full, sur  map[int32][]int32 // node of persons → people with that full name, that surname
	forms      forms
	people     []person
	offices    map[officeKey][]int32 // who held an office: people
	rosters    []roster              // 0 is none
	orgRosters map[string]int16
	weak       map[lexicon.ID]bool // surnames, by forms
	women      map[string]bool     // first names, lower case
	states     map[string]bool     // codes
	w          words
	pool       sync.Pool // *work
}

// New reads the data and what is known of the region; k may be nil. Errors name file and line of a fault in the data.
func New(lex *lexicon.Lexicon, k *knowledge.Region) (*Reader, error) {
	r := &Reader{
		lex: lex, names: newTrie(), persons: newTrie(), full: map[int32][]int32{}, sur: map[int32][]int32{}, forms: forms{},
		rosters: make([]roster, 1), weak: map[lexicon.ID]bool{}, women: map[string]bool{}, offices: map[officeKey][]int32{},
	}
	r.pool.New = func() any { return &work{} }
	r.w = newWords(lex)
	l := &loader{Reader: r, lex: lex, cut: token.New(lex), codes: map[string]bool{}}
	if err := l.load(); err != nil {
		return nil, err
	}
	part := 0
	l.each("weaknames.txt", 1, func(row row) error {
		for _, n := range row.names(0) {
			if part == 0 {
				r.weak[r.forms.number(n)] = true
			} else {
				r.women[strings.ToLower(n)] = true
			}
		}
		part++
		return nil
	})
	r.states = l.codes
	l.region(k)
	l.actors(k)
	l.addPeople(k)
	l.addOffices()
	return r, l.err
}
