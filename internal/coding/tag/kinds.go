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
	} {
		for _, w := range strings.Fields(words) {
			c[lex.Intern(w)] = kind
		}
	}
	return c
}

// kind is what a verb does for the verb behind it; noHelper for most.
func (t *Tagger) kind(id lexicon.ID) helper { return t.closed[id] }
