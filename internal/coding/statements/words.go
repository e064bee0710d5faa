package statements

import "orrery/internal/coding/lexicon"

// words are the numbers of the grammar words that the rules ask for.
type words struct {
	that, to, as, of, by, in, from, with, and, but, or, not, no, never            lexicon.ID
	according, per, whether, quote, put, it, if_, would, have, had, be, i, we     lexicon.ID
	should, must, need, words_, view, opinion, eyes, account, point, for_         lexicon.ID
	while, although, though, because, when, after, before, since, whereas, unless lexicon.ID
	us, our, my, he, she, they, his, her, their, its, its_, there, this, these    lexicon.ID
	between, countries, sides, both, toward, towards, against, about, over, on    lexicon.ID
	s                                                                             lexicon.ID
}

func newWords(lex *lexicon.Lexicon) words {
	i := lex.Intern
	return words{
		that: i("that"), to: i("to"), as: i("as"), of: i("of"), by: i("by"), in: i("in"), from: i("from"), with: i("with"), and: i("and"),
		but: i("but"), or: i("or"), not: i("not"), no: i("no"), never: i("never"), according: i("according"), per: i("per"),
		whether: i("whether"), quote: i("quote"), put: i("put"), it: i("it"), if_: i("if"), would: i("would"), have: i("have"), had: i("had"),
		be: i("be"), i: i("I"), we: i("we"), should: i("should"), must: i("must"), need: i("need"), words_: i("words"), view: i("view"),
		opinion: i("opinion"), eyes: i("eyes"), account: i("account"), point: i("point"), for_: i("for"), while: i("while"),
		although: i("although"), though: i("though"), because: i("because"), when: i("when"), after: i("after"), before: i("before"),
		since: i("since"), whereas: i("whereas"), unless: i("unless"), us: i("us"), our: i("our"), my: i("my"), he: i("he"), she: i("she"),
		they: i("they"), his: i("his"), her: i("her"), their: i("their"), its: i("its"), there: i("there"), this: i("this"),
		these: i("these"), between: i("between"), countries: i("country"), sides: i("side"), both: i("both"), toward: i("toward"),
		towards: i("towards"), against: i("against"), about: i("about"), over: i("over"), on: i("on"), s: i("'s"),
	}
}
