package forecasts

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
	"orrery/internal/coding/terms"
)

//go:embed data/hedges.txt
var hedgesText string

//go:embed data/outcomes.txt
var outcomesText string

//go:embed data/acts.txt
var actsText string

//go:embed data/conditions.txt
var conditionsText string

//go:embed data/titles.txt
var titlesText string

// Reader finds forecasts. It is only read after New and safe for use by several goroutines.
type Reader struct {
	lex        *lexicon.Lexicon
	hedges     *terms.Book
	hedge      []hedge // by term
	outcomes   *terms.Book
	outcome    []outcome // by term
	acts       *terms.Book
	conditions *terms.Book
	titles     *terms.Book
	wishes     map[string]bool // verbs of hoping and vowing: what follows is no forecast
	foretells  map[string]bool // verbs of forecasting
	own        map[lexicon.ID]bool
	empty      map[lexicon.ID]bool // verbs that say nothing by themselves
	believes   map[lexicon.ID]bool // verbs of belief and foretelling, by lemma
	doubts     map[lexicon.ID]bool // those that deny
	chances    map[lexicon.ID]bool // nouns of chance
	hangs      map[lexicon.ID]bool // prepositions that hang a phrase on a noun
	nearly     map[lexicon.ID]bool // words before a number that is rounded
	w          words
}

func (r *Reader) ownNoun(id lexicon.ID) bool { return r.own[id] }

// hedge is words of chance with the interval that they stand for.
type hedge struct {
	low, high float64
	source    string
	kind      byte // p, i, n
}

// outcome is what a verb or noun brings about.
type outcome struct {
	kind      byte // o observable, c a change of degree
	direction string
}

// words are the numbers of the grammar words that the rules ask for.
type words struct {
	will, shall, ll, may, might, could, would, can, going, to, if_, had, we, i, you, be, wont, have, like, it, this, that, what, there, not, never, no lexicon.ID
	member, remain, continue_, our, us, in, of, at, likely, certain, sure, nt, between                                                                 lexicon.ID
}

// New reads the data files and makes a reader. Errors: faults in the data files, with file and line.
func New(lex *lexicon.Lexicon) (*Reader, error) {
	n := lex.Intern
	r := &Reader{lex: lex, w: words{will: n("will"), shall: n("shall"), ll: n("'ll"), may: n("may"), might: n("might"), could: n("could"),
		would: n("would"), can: n("can"), going: n("going"), to: n("to"), if_: n("if"), had: n("had"), we: n("we"), i: n("i"), you: n("you"),
		be: n("be"), wont: n("wo"), have: n("have"), like: n("like"), it: n("it"), this: n("this"), that: n("that"), what: n("what"),
		there: n("there"), not: n("not"), never: n("never"), no: n("no"), member: n("member"), remain: n("remain"), continue_: n("continue"),
		our: n("our"), us: n("us"), in: n("in"), of: n("of"), at: n("at"), likely: n("likely"), certain: n("certain"), sure: n("sure"), nt: n("n't"), between: n("between")}}
	r.wishes, r.own = map[string]bool{}, map[lexicon.ID]bool{}
	for _, v := range strings.Fields("hope want wish intend plan love like demand urge promise vow pledge threaten propose refuse decline swear offer agree order") {
		r.wishes[v] = true
	}
	r.empty = map[lexicon.ID]bool{}
	for _, v := range strings.Fields("have give take bring make do be get") {
		r.empty[n(v)] = true
	}
	r.foretells = map[string]bool{}
	for _, v := range strings.Fields("predict forecast conclude expect foresee estimate anticipate reckon prophesy prediction") {
		r.foretells[v] = true
	}
	for _, v := range strings.Fields("country government state republic side ministry nation army party union bloc") {
		r.own[n(v)] = true
	}
	for _, l := range []struct {
		set   *map[lexicon.ID]bool
		words string
	}{
		{&r.believes, "believe think expect predict forecast foresee anticipate assume imagine reckon suppose say argue claim doubt suggest seem appear"},
		{&r.hangs, "of between among with in against over"}, {&r.doubts, "doubt"}, {&r.chances, "chance chances probability likelihood odds risk possibility"}, {&r.nearly, "about around roughly nearly almost some approximately only"},
	} {
		*l.set = map[lexicon.ID]bool{}
		for _, v := range strings.Fields(l.words) {
			(*l.set)[n(v)] = true
		}
	}
	var err error
	for _, l := range []struct {
		book    **terms.Book
		file    string
		text    string
		columns int
	}{
		{&r.hedges, "forecasts/data/hedges.txt", hedgesText, 4}, {&r.outcomes, "forecasts/data/outcomes.txt", outcomesText, 2},
		{&r.acts, "forecasts/data/acts.txt", actsText, 1}, {&r.conditions, "forecasts/data/conditions.txt", conditionsText, 1},
		{&r.titles, "forecasts/data/titles.txt", titlesText, 1},
	} {
		if *l.book, err = terms.Load(lex, l.file, l.text, l.columns); err != nil {
			return nil, err
		}
	}
	for _, t := range r.hedges.Terms() {
		low, err1 := strconv.ParseFloat(t.Columns[0], 64)
		high, err2 := strconv.ParseFloat(t.Columns[1], 64)
		if err1 != nil || err2 != nil || low < 0 || high > 1 || low > high {
			return nil, fmt.Errorf("forecasts/data/hedges.txt:%d: %q to %q is no interval within 0…1", t.Line, t.Columns[0], t.Columns[1])
		}
		if k := t.Columns[3]; k != "p" && k != "i" && k != "n" {
			return nil, fmt.Errorf("forecasts/data/hedges.txt:%d: %q: write p, i or n", t.Line, k)
		}
		r.hedge = append(r.hedge, hedge{low, high, t.Columns[2], t.Columns[3][0]})
	}
	for _, t := range r.outcomes.Terms() {
		if k := t.Columns[0]; k != "o" && k != "c" {
			return nil, fmt.Errorf("forecasts/data/outcomes.txt:%d: %q: write o or c", t.Line, k)
		}
		r.outcome = append(r.outcome, outcome{t.Columns[0][0], t.Columns[1]})
	}
	return r, nil
}

// hedgeAt is the hedge that begins at token i and how many tokens it takes; nil if none does. "likely" as an adjective before a noun
// is one too.
func (r *Reader) hedgeAt(tokens []syntax.Token, i int) (*hedge, int) {
	k, n := r.hedges.Index(tokens, i)
	if n == 0 {
		return nil, 0
	}
	return &r.hedge[k], n
}

func (r *Reader) outcomeAt(tokens []syntax.Token, i int) *outcome {
	k, n := r.outcomes.Index(tokens, i)
	if n == 0 {
		return nil
	}
	return &r.outcome[k]
}
