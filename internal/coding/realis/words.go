package realis

import (
	_ "embed" // the list
	"fmt"
	"strings"

	"orrery/internal/coding/lexicon"
)

// class is a set of classes of words, as bits.
type class uint64

const (
	would class = 1 << iota
	could
	ifs
	conditionNoun
	whether
	without
	no
	longer
	factual
	stop
	begin
	report
	hearsay
	doubt
	perhaps
	habit
	every
	period
	ago
	long
	historic
	possible
	planned
	alleged
	past
	threat
	lack
	ceasing
	starting
	allegation
	according
	doubtVerb
	unable
	too
	proviso
	soWord
	longWord
	demanding
	short
)

// classes are the names of the classes in data/words.txt.
var classes = map[string]class{"would": would, "could": could, "if": ifs, "condition-noun": conditionNoun, "whether": whether, "without": without, "no": no,
	"longer": longer, "factual": factual, "stop": stop, "begin": begin, "report": report, "hearsay": hearsay, "doubt": doubt, "perhaps": perhaps,
	"habit": habit, "every": every, "period": period, "ago": ago, "long": long, "historic": historic, "possible": possible, "planned": planned, "alleged": alleged,
	"past": past, "threat": threat, "lack": lack, "ceasing": ceasing, "starting": starting, "allegation": allegation, "according": according, "doubt-verb": doubtVerb,
	"unable": unable, "too": too, "proviso": proviso, "so": soWord, "long-as": longWord, "demanding": demanding, "short": short}

//go:embed data/words.txt
var wordsFile string

// load reads the list and interns its words. Its error names the line.
func load(lex *lexicon.Lexicon) ([]class, error) {
	var out []class
	for n, line := range strings.Split(wordsFile, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		key, words, _ := strings.Cut(line, ":")
		bit, ok := classes[key]
		if !ok {
			return nil, fmt.Errorf("data/words.txt:%d: %q is no class", n+1, key)
		}
		for _, w := range strings.Fields(words) {
			id := int(lex.Intern(w))
			for len(out) <= id {
				out = append(out, 0)
			}
			out[id] |= bit
		}
	}
	return out, nil
}
