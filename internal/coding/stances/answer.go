package stances

import (
	"fmt"
	"slices"
	"strings"

	"orrery/internal/coding/lexicon"
)

// answer is what an item's own words for one side ask for: classes of acts, told or denied.
type answer struct{ told, denied []string }

type answerStems struct {
	class string
	stems []string
}

func loadAnswers(file, text string) ([]answerStems, error) {
	var out []answerStems
	no := 0
	for line := range strings.Lines(text) {
		no++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		class, stems, ok := strings.Cut(line, "|")
		if !ok {
			return nil, fmt.Errorf("%s:%d: write CLASS | stems", file, no)
		}
		out = append(out, answerStems{strings.TrimSpace(class), strings.Fields(stems)})
	}
	return out, nil
}

// answerOf reads an item's words for a side, each alternative by itself: "declared that it would not recognise them or condemned the step".
func answerOf(text string, classes []answerStems) answer {
	var a answer
	for part := range strings.SplitSeq(lexicon.Fold(text), " or ") {
		denied := false
		for _, w := range strings.Fields(part) {
			w = strings.Trim(w, ".,;:()")
			denied = denied || w == "not" || w == "refused" || w == "declined"
			for _, c := range classes {
				if !slices.ContainsFunc(c.stems, func(s string) bool { return strings.HasPrefix(w, s) }) {
					continue
				}
				if denied {
					a.denied = append(a.denied, c.class)
				} else {
					a.told = append(a.told, c.class)
				}
			}
		}
	}
	return a
}

// asks reports whether the item's words for either side speak of the class.
func (it *item) asks(class string) bool {
	return it.with.asksFor(class, false) || it.with.asksFor(class, true) || it.against.asksFor(class, false) || it.against.asksFor(class, true)
}

func (a answer) asksFor(class string, denied bool) bool {
	if denied {
		return slices.Contains(a.denied, class)
	}
	return slices.Contains(a.told, class)
}
