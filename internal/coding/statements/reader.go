package statements

import (
	_ "embed"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/terms"
)

//go:embed data/cues.txt
var cuesText string

//go:embed data/nouns.txt
var nounsText string

//go:embed data/outlets.txt
var outletsText string

//go:embed data/evaluative.txt
var evaluativeText string

//go:embed data/concepts.txt
var conceptsText string

//go:embed data/intensity.txt
var intensityText string

//go:embed data/minds.txt
var mindsText string

//go:embed data/giving.txt
var givingText string

// Reader finds attributions and makes statement drafts. It is only read after New and safe for use by several goroutines.
type Reader struct {
	lex      *lexicon.Lexicon
	cues     *cueBook
	nouns    *terms.Book
	minds    *terms.Book // adjectives of thinking
	giving   *terms.Book // verbs whose object says something
	outlets  *terms.Book
	judging  *judgeBook
	concepts *conceptBook
	carry    carriers
	w        words
}

// New reads the data files and makes a reader. Errors: faults in the data files, with file and line.
func New(lex *lexicon.Lexicon) (*Reader, error) {
	r := &Reader{lex: lex, w: newWords(lex)}
	var err error
	if r.cues, err = loadCues(lex); err != nil {
		return nil, err
	}
	if r.nouns, err = terms.Load(lex, "statements/data/nouns.txt", nounsText, 1); err != nil {
		return nil, err
	}
	if r.minds, err = terms.Load(lex, "statements/data/minds.txt", mindsText, 1); err != nil {
		return nil, err
	}
	if r.giving, err = terms.Load(lex, "statements/data/giving.txt", givingText, 0); err != nil {
		return nil, err
	}
	if r.outlets, err = terms.Load(lex, "statements/data/outlets.txt", outletsText, 1); err != nil {
		return nil, err
	}
	if r.judging, err = loadJudging(lex); err != nil {
		return nil, err
	}
	if r.concepts, err = loadConcepts(lex); err != nil {
		return nil, err
	}
	if r.carry, err = loadCarriers(lex); err != nil {
		return nil, err
	}
	return r, nil
}
