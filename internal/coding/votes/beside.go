package votes

import (
	"slices"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/parties"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/syntax"
	"orrery/internal/coding/wording"
)

type mention = actors.Mention

// crosses reports whether match k runs over into another one: "voted for it; Georgia voted against" is two votes, not one.
func crosses(s *reading.Sentence, matches []wording.Match, k int) bool {
	m := &matches[k]
	if m.Class != "yes" && m.Class != "no" {
		return false
	}
	if parted(s, m.From, m.To) {
		return true
	}
	return slices.ContainsFunc(matches, func(o wording.Match) bool { return m.From < o.From && o.From < m.To && s.Tokens[o.From].Tag.Verb() })
}

// uncrossed is the matches that run over into no other one.
func uncrossed(s *reading.Sentence, matches []wording.Match) []wording.Match {
	var out []wording.Match
	for k := range matches {
		if !crosses(s, matches, k) {
			out = append(out, matches[k])
		}
	}
	return out
}

// beside is the list of names that stands right before the verb of turn k, with nothing between but not, did and such; done: a noun stands there, and so
// it, named or not, is who votes. Names that an earlier turn of the sentence holds or stands behind are none of the list.
func beside(s *reading.Sentence, matches []wording.Match, k int) (list []int, done bool) {
	at := matches[k].From
	for at > 0 {
		if t := s.Tokens[at-1].Tag; t != syntax.RB && t != syntax.MD && !t.Verb() {
			break
		}
		at--
	}
	if at == 0 || !s.Tokens[at-1].Tag.Noun() {
		return nil, false
	}
	least := 0
	for j := range matches {
		if matches[j].From < matches[k].From {
			least = max(least, matches[j].From+1)
		}
	}
	n := slices.IndexFunc(s.Mentions, func(m mention) bool { return m.To == at })
	if n < 0 {
		return nil, least > 0 && !inMention(s, at-1)
	}
	if ph := phraseOf(s, at-1); ph != nil && (ph.Prep >= 0 || !s.Mentions[n].Head) {
		return nil, false // "the leader of Georgia abstained": the doer knows better
	}
	for _, g := range parties.Group(s, n) {
		if s.Mentions[g].From >= least {
			list = append(list, g)
		}
	}
	return list, true
}

func inMention(s *reading.Sentence, i int) bool {
	return slices.ContainsFunc(s.Mentions, func(m mention) bool { return m.From <= i && i < m.To })
}

func phraseOf(s *reading.Sentence, i int) *syntax.Phrase {
	for p := range s.Phrases {
		if ph := &s.Phrases[p]; ph.Kind == syntax.NP && ph.From <= i && i < ph.To {
			return ph
		}
	}
	return nil
}

// parted reports whether a semicolon stands between two tokens: no subject reaches over it.
func parted(s *reading.Sentence, from, to int) bool {
	for i := from; i < to; i++ {
		if s.TokenText(i) == ";" {
			return true
		}
	}
	return false
}
