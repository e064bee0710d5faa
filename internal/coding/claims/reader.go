package claims

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"orrery/internal/coding/knowledge"
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/syntax"
)

//go:embed data/words.txt
var wordsText string

// Reader finds claims. It is only read after New.
type Reader struct{ class map[lexicon.ID]string }

// New puts a reader together; the region is not used. Errors: faults in the data file, with file and line.
func New(lex *lexicon.Lexicon, _ *knowledge.Region) (*Reader, error) {
	x := &Reader{class: map[lexicon.ID]string{}}
	no := 0
	for line := range strings.Lines(wordsText) {
		no++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		class, words, ok := strings.Cut(line, "|")
		if !ok || did(strings.TrimSpace(class)) == "" {
			return nil, fmt.Errorf("claims/data/words.txt:%d: write a known class, then | and words", no)
		}
		for _, w := range strings.Fields(words) {
			x.class[lex.Intern(w)] = strings.TrimSpace(class)
		}
	}
	return x, nil
}

// did is how a class is told in a claim, "" for an unknown class.
func did(class string) string {
	switch class {
	case "dead":
		return "died"
	case "injured":
		return "were hurt"
	case "arrested":
		return "were detained"
	case "displaced":
		return "were displaced or expelled"
	case "troops":
		return "serve or were sent"
	case "money":
		return "of sanctions, aid or compensation"
	}
	return ""
}

// beside is the class of the words around tokens [from, to) of a number: in its own words, before "of" ("the deaths of 38 people"), or behind
// ("38 people were killed"); "" when nothing tells what it counts. Marks end the search.
func (x *Reader) beside(s *reading.Sentence, from, to int) string {
	for i := from; i < to; i++ {
		if c := x.at(s, i); c != "" && c != "money" {
			return c
		}
	}
	for i := from - 1; i >= 0 && i >= from-4 && !ends(s, i); i-- {
		if c := x.at(s, i); c != "" {
			return c
		}
	}
	for i := to; i < len(s.Tokens) && i < to+6 && !ends(s, i); i++ {
		if c := x.at(s, i); c != "" {
			return c
		}
	}
	return ""
}

// of is the class of the noun that a number is the "of" of: "the deaths of 38 people".
func (x *Reader) of(s *reading.Sentence, from int) string {
	if from < 2 || s.TokenText(from-1) != "of" {
		return ""
	}
	return x.at(s, from-2)
}

func ends(s *reading.Sentence, i int) bool {
	t := s.Tokens[i].Tag
	return t == syntax.Comma || t == syntax.Stop || t == syntax.Colon || t == syntax.Bracket
}

func (x *Reader) at(s *reading.Sentence, i int) string {
	t := &s.Tokens[i]
	if c := x.class[t.Word]; c != "" {
		return c
	}
	return x.class[t.Lemma]
}

// people reports whether a unit can be harmed.
func people(unit string) bool {
	return !slices.Contains([]string{"percent", "years", "days", "months", "weeks", "hours", "minutes", "countries", "states", "times", "km", "kilometres", "kilometers", ""}, unit) && !money(unit)
}

func money(unit string) bool {
	return len(unit) == 3 && unit == strings.ToUpper(unit) || unit == "dollars" || unit == "euros"
}
