package pairs

import (
	_ "embed"
	"strings"

	"orrery/internal/coding/knowledge"
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/parties"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/syntax"
	"orrery/internal/coding/wording"
)

//go:embed data/turns.txt
var turnsText string

// Reader finds pairs. It is only read after New.
type Reader struct {
	turns *wording.Book
	hubs  []string
	names map[string]string
}

// New puts a reader together. Errors: faults in the data file, with file and line.
func New(lex *lexicon.Lexicon, k *knowledge.Region) (*Reader, error) {
	turns, err := wording.Load(lex, "pairs/data/turns.txt", turnsText)
	if err != nil {
		return nil, err
	}
	x := &Reader{turns: turns, hubs: k.Hubs, names: map[string]string{}}
	for _, a := range k.Actors {
		x.names[a.Code] = a.Name()
	}
	return x, nil
}

// parts is the two stretches of a sentence that a turn sets side by side; the response may stand on both sides of the trigger.
type parts struct {
	trigger   syntax.Span
	responses []syntax.Span
}

// split divides a sentence at a turn; false: one part is empty.
func split(s *reading.Sentence, m *wording.Match) (parts, bool) {
	last := len(s.Tokens)
	switch m.Class {
	case "cause":
		c := parties.Clause(s, m.From)
		if parties.Passive(s, c) {
			return cut(s, m.To, last, [2]int{0, m.From})
		}
		return cut(s, 0, m.From, [2]int{m.From, last}) // "provoked threats" may be one trigger
	case "later":
		return cut(s, 0, m.From, [2]int{m.To, last})
	case "punish":
		return cut(s, m.To, last, [2]int{0, m.To})
	}
	end := last
	if m.From <= 1 || opens(s, m.From) { // the subordinate part comes first: up to its comma
		for i := m.To; i < last; i++ {
			if s.Tokens[i].Tag == syntax.Comma {
				end = i
				break
			}
		}
	}
	return cut(s, m.To, end, [2]int{0, m.From}, [2]int{end, last})
}

// opens reports whether a turn opens its clause behind a mark: "the example: when …".
func opens(s *reading.Sentence, i int) bool {
	t := s.Tokens[i-1].Tag
	return t == syntax.Colon || t == syntax.Comma || strings.EqualFold(s.TokenText(i-1), "and")
}

func cut(s *reading.Sentence, from, to int, rest ...[2]int) (parts, bool) {
	if from >= to {
		return parts{}, false
	}
	p := parts{trigger: s.TokenSpan(from, to)}
	for _, r := range rest {
		if r[0] < r[1] {
			p.responses = append(p.responses, s.TokenSpan(r[0], r[1]))
		}
	}
	return p, len(p.responses) > 0
}

func (p *parts) answers(t syntax.Span) bool {
	for _, r := range p.responses {
		if r.Holds(t) {
			return true
		}
	}
	return false
}
