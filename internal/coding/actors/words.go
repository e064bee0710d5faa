package actors

import "orrery/internal/coding/lexicon"

// set is a set of words of the lexicon.
type set map[lexicon.ID]bool

// words are the function words that the rules look for.
type words struct {
	the, of, in, from, and, or, for_, by, who, s, dash lexicon.ID

	place     set // prepositions of place
	former    set
	then      lexicon.ID
	few       set // quantifiers that keep a set from being all of its members
	numbers   map[lexicon.ID]int
	all, both lexicon.ID
	article   set // the, this, that, these, those, its, our
	own       set // this, these, our
	male      set
	female    set
	it, its   set
	they      set
	we        set
	ours      lexicon.ID
	dummy     set // what makes "it" a dummy subject behind a modal
	moving    set // verbs that take people or arms away from where they are
	copula    set // what makes "it" a dummy subject
	connect   set // words within names: de, von, al
	notName   set // capitalised words that are no names by themselves
	except    set
	title     set
	brussels  lexicon.ID
}

func newWords(lex *lexicon.Lexicon) words {
	id := lex.Intern
	of := func(words ...string) set {
		s := set{}
		for _, w := range words {
			s[id(w)] = true
		}
		return s
	}
	w := words{
		the: id("the"), of: id("of"), in: id("in"), from: id("from"), and: id("and"), or: id("or"), for_: id("for"), by: id("by"),
		who: id("who"), s: id("'s"), dash: id("-"), then: id("then"), all: id("all"), both: id("both"), brussels: id("brussels"),
		ours:    id("our"),
		place:   of("in", "at", "near", "inside", "within", "across", "throughout", "outside", "around"),
		former:  of("former", "ex", "ousted", "late", "one-time", "onetime", "exiled", "deposed", "erstwhile", "then"),
		few:     of("several", "some", "most", "many", "few", "certain", "other", "various", "numerous", "individual", "no", "any", "almost", "nearly"),
		numbers: map[lexicon.ID]int{},
		article: of("the", "this", "that", "these", "those", "its", "our"),
		own:     of("this", "these", "our", "that", "those"),
		male:    of("he", "him", "his", "himself"),
		female:  of("she", "her", "hers", "herself"),
		it:      of("it", "itself"),
		its:     of("its"),
		they:    of("they", "them", "their", "theirs", "themselves"),
		we:      of("we", "us", "our", "ours", "ourselves"),
		dummy:   of("be", "seem", "appear", "take", "have", "turn", "look", "remain", "become", "help", "make"),
		moving:  of("withdrew", "withdraw", "withdraws", "withdrawing", "withdrawn", "recall", "recalled", "recalls", "recalling", "pull", "pulled", "pulls", "pulling", "remove", "removed", "removes", "removing", "evacuate", "evacuated", "evacuates", "evacuating", "bring", "brought", "brings", "bringing"),
		copula:  of("is", "was", "'s", "would", "seems", "seemed", "appears", "appeared", "remains", "will", "has", "turned", "turns", "takes", "took", "be", "may", "might", "looks"),
		connect: of("de", "von", "van", "al", "el", "bin", "der", "la", "du", "da", "ibn", "di", "ul", "oglu", "&"),
		notName: of("i", "i'm", "yes", "no", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
			"april", "may", "june", "july", "august", "september", "october", "november", "december", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.",
			"sir", "lord", "lady", "question", "answer", "q", "a", "photo", "interview", "video", "news", "god", "the", "however", "meanwhile", "moreover"),
		except: of("except", "but", "excluding", "besides"),
		title:  of("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "comrade", "messrs", "messrs."),
	}
	for i, n := range []string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"} {
		w.numbers[id(n)] = i + 1
	}
	for i, n := range []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"} {
		w.numbers[id(n)] = i + 1
	}
	w.numbers[w.both] = 2
	w.numbers[id("27")], w.numbers[id("28")], w.numbers[id("32")] = 27, 28, 32
	return w
}
