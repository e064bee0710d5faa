package chunk

import (
	_ "embed" // the lists
	"fmt"
	"strings"

	"orrery/internal/coding/lexicon"
)

// class is a set of classes of words, as bits.
type class uint64

const (
	be class = 1 << iota
	have
	do
	get
	to
	not
	longer
	no
	going
	and
	there
	that
	whether
	who
	which
	what
	by
	of
	than
	article
	definite
	indefinite
	subordinator
	either
	saying
	quoting
	control
	two
	copula
	day
	timeNoun
	timely
	ago
	adjectival
	infinitiveNoun
	goal
	thatNoun
	able
	amount
	include
	giving
	leading
	preposition
	future
	so
	both
	loose
	merely
	several
	byOf
	between_
	proviso
	orderWord
	refuse
)

// classes are the names of the classes in data/words.txt.
var classes = map[string]class{"be": be, "have": have, "do": do, "get": get, "to": to, "not": not, "longer": longer, "no": no, "longer-or-more": longer,
	"going": going, "and": and, "there": there, "that": that, "whether": whether, "who": who, "which": which, "what": what, "by": by, "of": of,
	"than": than, "article": article, "definite": definite, "indefinite": indefinite, "subordinator": subordinator, "either": either,
	"saying": saying, "quoting": quoting, "control": control, "two": two, "copula": copula, "day": day, "time": timeNoun, "timely": timely, "ago": ago,
	"adjectival": adjectival, "infinitive-noun": infinitiveNoun, "goal": goal, "that-noun": thatNoun, "able": able, "amount": amount, "include": include,
	"giving": giving, "leading": leading, "preposition": preposition, "future": future, "so": so, "both": both, "loose": loose, "merely": merely, "several": several, "by-of": byOf, "between": between_, "proviso": proviso, "order": orderWord, "refuse": refuse}

//go:embed data/words.txt
var wordsFile string

//go:embed data/noun_prepositions.txt
var nounsFile string

//go:embed data/verb_prepositions.txt
var verbsFile string

//go:embed data/particles.txt
var particlesFile string

// pair is two words that go together: a noun or verb, and its preposition or particle.
type pair struct{ word, with lexicon.ID }

// lines calls f with the key and the words of each line "key: words" of a data file.
func lines(name, text string, f func(key string, words []string) error) error {
	for n, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		key, words, ok := strings.Cut(line, ":")
		err := fmt.Errorf("no colon")
		if ok {
			err = f(key, strings.Fields(words))
		}
		if err != nil {
			return fmt.Errorf("%s:%d: %v", name, n+1, err)
		}
	}
	return nil
}
