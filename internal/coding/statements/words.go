package statements

import (
	"strings"

	"orrery/internal/coding/lexicon"
)

// words are the numbers of the grammar words that the rules ask for.
type words struct {
	we                                                                 lexicon.ID
	that, to, as, of, by, in, from, according, whether                 lexicon.ID
	quote, put, it, if_, be, should, must, words_, view                lexicon.ID
	opinion, eyes, account, for_, while, whereas, there, this, against lexicon.ID
	about, over, would                                                 lexicon.ID

	some map[lexicon.ID]bool // words before some of many
	bare map[lexicon.ID]bool // nouns that name no topic by themselves
}

func newWords(lex *lexicon.Lexicon) words {
	i := lex.Intern
	w := words{
		we:   i("we"),
		that: i("that"), to: i("to"), as: i("as"), of: i("of"), by: i("by"), in: i("in"), from: i("from"),
		according: i("according"), whether: i("whether"), quote: i("quote"), put: i("put"), it: i("it"), if_: i("if"), be: i("be"),
		should: i("should"), must: i("must"), words_: i("words"), view: i("view"), opinion: i("opinion"), eyes: i("eyes"), account: i("account"),
		for_: i("for"), while: i("while"), whereas: i("whereas"), there: i("there"), this: i("this"), against: i("against"), about: i("about"),
		over: i("over"), would: i("would"),
		some: map[lexicon.ID]bool{i("some"): true, i("several"): true, i("many"): true, i("most"): true, i("few"): true, i("various"): true, i("others"): true,
			i("numerous"): true},
	}
	w.bare = map[lexicon.ID]bool{}
	for _, noun := range strings.Fields("effort step measure thing way issue situation question matter attempt role part position case point fact " +
		"statement word action move act one view place person people kind sort result reason side time year day lot") {
		w.bare[i(noun)] = true
	}
	return w
}
