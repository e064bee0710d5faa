package chunk

import (
	"fmt"
	"sync"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
)

// Chunker reads sentences. It is safe for use by several goroutines.
type Chunker struct {
	classes   []class // by lexicon.ID
	nouns     map[pair]bool
	verbs     map[pair]bool
	particles map[pair]bool
	as, well  lexicon.ID
	pool      sync.Pool
}

// New puts a chunker together and interns its words in lex. It panics if the lists of this package are at fault, which its
// tests would show.
func New(lex *lexicon.Lexicon) *Chunker {
	c := &Chunker{nouns: map[pair]bool{}, verbs: map[pair]bool{}, particles: map[pair]bool{}}
	c.as, c.well = lex.Intern("as"), lex.Intern("well")
	c.pool.New = func() any { return &reader{} }
	if err := c.load(lex); err != nil {
		panic(err)
	}
	return c
}

func (c *Chunker) load(lex *lexicon.Lexicon) error {
	err := lines("data/words.txt", wordsFile, func(key string, words []string) error {
		bit, ok := classes[key]
		if !ok {
			return fmt.Errorf("%q is no class", key)
		}
		for _, w := range words {
			id := int(lex.Intern(w))
			for len(c.classes) <= id {
				c.classes = append(c.classes, 0)
			}
			c.classes[id] |= bit
		}
		return nil
	})
	for _, list := range []struct {
		name, text string
		to         map[pair]bool
	}{{"data/noun_prepositions.txt", nounsFile, c.nouns}, {"data/verb_prepositions.txt", verbsFile, c.verbs}, {"data/particles.txt", particlesFile, c.particles}} {
		if err != nil {
			return err
		}
		err = lines(list.name, list.text, func(key string, words []string) error {
			with := lex.Intern(key)
			for _, w := range words {
				list.to[pair{lex.Intern(w), with}] = true
			}
			return nil
		})
	}
	return err
}

// class is the classes of a word.
func (c *Chunker) class(id lexicon.ID) class {
	if int(id) < len(c.classes) && id != lexicon.Unknown {
		return c.classes[id]
	}
	return 0
}

// Chunk fills Phrases and Clauses of a sentence whose tokens have tags and lemmas; what stood there is written over.
func (c *Chunker) Chunk(s *syntax.Sentence) {
	r := c.pool.Get().(*reader)
	defer c.pool.Put(r)
	r.begin(c, s)
	r.phrases()
	r.itemise()
	r.look()
	r.link()
	r.read()
	r.finish()
	r.s, r.c = nil, nil
}
