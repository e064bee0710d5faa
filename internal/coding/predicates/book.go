package predicates

import (
	"embed"
	"fmt"
	"slices"
	"sync"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/operators"
	"orrery/internal/coding/realis"
	"orrery/internal/coding/roles"
)

//go:embed data
var files embed.FS

// Book holds all frames. It is only read after New and safe for several goroutines.
type Book struct {
	frames       []frame
	verbs, nouns table
	classes      []uint64 // by word
	operators    *operators.Words
	light        uint64 // the class of light verbs
	receive      uint64 // light verbs whose subject is at the other end: face, receive
	animate      uint64 // who acts for a state by what they are: pilots, firms
	someone      uint64 // people and bodies that need no name to act
	note         uint64 // what a protest is delivered as
	happen       uint64 // verbs that say that their subject took place
	scene        scene
	owners       []roles.Slot // whose a call, plan or threat is
	phrases      *realis.Reader
	words        words
	scratch      sync.Pool
	examples     []example
	types        []uint32 // by lemma: see Types
}

// words that the matcher itself looks for.
type words struct{ no, of, by, with, the, between lexicon.ID }

// New reads the frames and classes of the data files. Errors name file and line.
func New(lex *lexicon.Lexicon) (*Book, error) {
	b := &Book{phrases: realis.New(lex)}
	text, err := files.ReadFile("data/classes.txt")
	if err != nil {
		return nil, fmt.Errorf("frames: %w", err)
	}
	classes, err := b.parseClasses(lex, "classes.txt", string(text))
	if err != nil {
		return nil, err
	}
	for _, c := range []struct {
		name string
		into *uint64
	}{{"light", &b.light}, {"receive", &b.receive}, {"happen", &b.happen}, {"animate", &b.animate}, {"note", &b.note}, {"someone", &b.someone}} {
		if *c.into = classes[c.name]; *c.into == 0 {
			return nil, fmt.Errorf("classes.txt: there is no class %s", c.name)
		}
	}
	b.words = words{lex.Intern("no"), lex.Intern("of"), lex.Intern("by"), lex.Intern("with"), lex.Intern("the"), lex.Intern("between")}
	b.scene = newScene(lex)
	b.owners = append(slices.Clone(ownerSlots), roles.Slot{Kind: roles.PrepositionSlot, Prep: b.words.by})
	list, err := files.ReadDir("data")
	if err != nil {
		return nil, fmt.Errorf("frames: %w", err)
	}
	p := &parser{lex: lex, classes: classes, book: b}
	for _, f := range list {
		if f.Name() == "classes.txt" {
			continue
		}
		if text, err = files.ReadFile("data/" + f.Name()); err != nil {
			return nil, fmt.Errorf("frames: %w", err)
		}
		examples, err := p.parseFile(f.Name(), string(text))
		if err != nil {
			return nil, err
		}
		b.examples = append(b.examples, examples...)
	}
	if b.operators, err = operators.New(lex); err != nil {
		return nil, err
	}
	b.gatherTypes()
	return b, nil
}

func (b *Book) in(w lexicon.ID, class uint64) bool {
	return w != lexicon.Unknown && int(w) < len(b.classes) && b.classes[w]&class != 0
}
