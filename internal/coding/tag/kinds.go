package tag

import (
	"strings"

	"orrery/internal/coding/lexicon"
)

// closedWords are the forms of be, have and do, by number.
type closedWords map[lexicon.ID]helper

func newClosedWords(lex *lexicon.Lexicon) closedWords {
	c := closedWords{}
	for kind, words := range map[helper]string{
		helperBe:   "be is are am was were been being 's 're 'm get gets got getting gotten",
		helperHave: "have has had having 've",
		helperDo:   "do does did",
		// Of these the number says something else than of a helper: kind does not give them.
		opensClause:  "that because if although unless whether",
		doubleObject: "called named dubbed given sent offered awarded granted paid shown made left taught promised denied elected appointed considered deemed labelled labeled declared allowed asked told owed",
		saysClause:   "says said say claims claimed reports reported believes believed thinks thought alleges alleged insists insisted",
		timeWord:     "last next this today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december earlier later early late each every some more there here home",
	} {
		for _, w := range strings.Fields(words) {
			c[lex.Intern(w)] = kind
		}
	}
	return c
}

// kind is what a verb does for the verb behind it; noHelper for most.
func (t *Tagger) kind(id lexicon.ID) helper {
	if k := t.closed[id]; k < helperBroken {
		return k
	}
	return noHelper
}
