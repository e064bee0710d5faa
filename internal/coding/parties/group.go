package parties

import (
	"slices"
	"strings"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/syntax"
)

// In is the mentions that begin within tokens [from, to), by place.
func In(s *reading.Sentence, from, to int) []int {
	var out []int
	for k, m := range s.Mentions {
		if from <= m.From && m.From < to {
			out = append(out, k)
		}
	}
	return out
}

// Group is the list that mention k stands in ("Belarus, Kazakhstan and Kyrgyzstan"), by place; k alone when it stands in none.
func Group(s *reading.Sentence, k int) []int {
	out := []int{k}
	for at := k; ; {
		next := neighbour(s, at, -1)
		if next < 0 {
			break
		}
		out, at = append(out, next), next
	}
	for at := k; ; {
		next := neighbour(s, at, 1)
		if next < 0 {
			break
		}
		out, at = append(out, next), next
	}
	slices.SortFunc(out, func(a, b int) int { return s.Mentions[a].From - s.Mentions[b].From })
	return out
}

// neighbour is the mention before (-1) or after (1) mention k in a list, -1 when there is none.
func neighbour(s *reading.Sentence, k, way int) int {
	m := s.Mentions[k]
	for j, o := range s.Mentions {
		a, b := m, o
		if way < 0 {
			a, b = o, m
		}
		if !o.Head && o.How == actors.ByPronoun {
			continue // "Armenia, its neighbour" is no list
		}
		if way < 0 && governed(s, o) && !governed(s, m) {
			continue // "support for Moscow, and Georgia also …" is no list
		}
		if j != k && a.To <= b.From && listed(s, a.To, b.From) && !owns(s, a) && (way < 0 || !owns(s, b)) {
			return j
		}
	}
	return -1
}

// governed reports whether a preposition stands before the mention's own phrase.
func governed(s *reading.Sentence, m actors.Mention) bool {
	for p := range s.Phrases {
		if ph := &s.Phrases[p]; ph.Kind == syntax.NP && ph.From <= m.From && m.From < ph.To {
			return ph.Prep >= 0
		}
	}
	return false
}

// listed reports whether tokens [from, to) do no more than join two names in a list.
func listed(s *reading.Sentence, from, to int) bool {
	if from >= to || to-from > 4 {
		return false
	}
	joint := false
	for i := from; i < to; i++ {
		switch t := &s.Tokens[i]; {
		case t.Tag == syntax.Comma, t.Tag == syntax.CC:
			joint = true
		case s.TokenText(i) == "the":
		case joint && s.TokenText(i) == "as", joint && s.TokenText(i) == "well":
		case s.TokenText(i) == "as" || s.TokenText(i) == "well":
			joint = true
		default:
			return false
		}
	}
	return joint
}

// owns reports whether the mention is a possessor ("Russia's").
func owns(s *reading.Sentence, m actors.Mention) bool {
	if m.To > 0 && m.To <= len(s.Tokens) && s.Tokens[m.To-1].Tag == syntax.POS {
		return true
	}
	return m.To < len(s.Tokens) && s.Tokens[m.To].Tag == syntax.POS
}

// indefinite reports whether words for a group leave open who belongs to it: the others, several and most are not those who were named before.
func indefinite(words string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(words)) {
		switch w {
		case "other", "others", "another", "several", "some", "many", "most", "few", "certain":
			return true
		}
	}
	return false
}

// States is the states and organisations that mentions stand for, each once, by place; members of a roster too. Companies, parties,
// private persons and former officials are none; neither are disputed entities, which have the code of the state that claims them, and names that no
// code is known of.
func States(s *reading.Sentence, mentions []int) []actors.Ref {
	var out []actors.Ref
	for _, k := range mentions {
		if m := s.Mentions[k]; m.How == actors.ByMemory && indefinite(m.Of(s.Text)) {
			continue
		}
		for _, ref := range s.Mentions[k].Refs {
			if ref.State() && ref.Sector != "PRE" && !slices.ContainsFunc(out, func(o actors.Ref) bool { return o.Code == ref.Code }) {
				out = append(out, ref)
			}
		}
	}
	return out
}
