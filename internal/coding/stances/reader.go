package stances

import (
	_ "embed"
	"fmt"

	"orrery/internal/coding/knowledge"
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/wording"
	"orrery/ledger"
)

var (
	//go:embed data/acts.txt
	actsText string
	//go:embed data/nouns.txt
	nounsText string
	//go:embed data/answers.txt
	answersText string
)

// Reader finds stances. It is only read after New.
type Reader struct {
	acts  *wording.Book
	nouns *nouns
	items *index
	names map[string]string // English names of actors by code
	hub   string            // the region's main hub, "" if none
	known map[string][]*ledger.Stance
}

// New puts a reader together. Errors: faults in the data files, with file and line.
func New(lex *lexicon.Lexicon, k *knowledge.Region) (*Reader, error) {
	r := &Reader{names: map[string]string{}, known: map[string][]*ledger.Stance{}}
	var err error
	if r.acts, err = wording.Load(lex, "stances/data/acts.txt", actsText); err != nil {
		return nil, err
	}
	if r.nouns, err = loadNouns(lex, "stances/data/nouns.txt", nounsText); err != nil {
		return nil, err
	}
	answers, err := loadAnswers("stances/data/answers.txt", answersText)
	if err != nil {
		return nil, err
	}
	for _, e := range r.acts.Examples() {
		if actOf(e.Class) == nil {
			return nil, fmt.Errorf("stances/data/acts.txt:%d: %q is no class of acts", e.Line, e.Class)
		}
	}
	r.items = newIndex(lex, k, r.nouns, answers)
	for _, a := range k.Actors {
		r.names[a.Code] = a.Name()
	}
	if len(k.Hubs) > 0 {
		r.hub = k.Hubs[0]
	}
	for _, s := range k.Stances {
		r.known[s.Item+"/"+s.Actor] = append(r.known[s.Item+"/"+s.Actor], s)
	}
	return r, nil
}

// act is what a class of turns means.
type act struct {
	class   string
	sign    int // towards what is answered: +1 for it, -1 against it, 0 neither
	form    ledger.StanceForm
	did     string // for the summary
	didNot  string // the same denied; "": a denial says nothing
	as      string // the class by which the items' own words are read; "": its own
	soft    bool   // leans only
	without bool   // needs no object: silence, neutrality
}

// actOf is the act of a class, nil for an unknown one.
func actOf(class string) *act {
	for i := range acts() {
		if acts()[i].class == class {
			return &acts()[i]
		}
	}
	return nil
}

func acts() []act {
	return []act{
		{class: "condemn", sign: -1, form: ledger.FormStatement, did: "condemned it", didNot: "did not condemn it"},
		{class: "concern", as: "condemn", sign: -1, soft: true, form: ledger.FormStatement, did: "voiced concern over it"},
		{class: "label", as: "condemn", sign: -1, form: ledger.FormStatement, did: "called it by a name of blame"},
		{class: "support", sign: 1, form: ledger.FormStatement, did: "voiced support", didNot: "did not support it"},
		{class: "recognise", sign: 1, form: ledger.FormRecognition, did: "recognised it", didNot: "did not recognise it"},
		{class: "comply", sign: 1, form: ledger.FormAct, did: "joined or complied with the measures", didNot: "did not join the measures"},
		{class: "doubt", sign: 0, form: ledger.FormStatement, did: "denied or doubted it"},
		{class: "congratulate", sign: 0, form: ledger.FormStatement, did: "congratulated", didNot: "did not congratulate"},
		{class: "neutral", sign: 0, form: ledger.FormStatement, did: "kept neutral or asked both sides to settle it", without: true},
		{class: "silent", sign: 0, form: ledger.FormAbsence, did: "is said to have been silent", without: true},
	}
}
