package app

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"orrery/model/coincide"
)

// RuleObserved is a stretch of days on which a response of a dyad would have been known, both ends included.
type RuleObserved struct {
	Dyad string `json:"dyad" doc:"HUB/STATE; empty: every dyad of the rule"`
	From string `json:"from" doc:"First day, YYYY-MM-DD"`
	To   string `json:"to" doc:"Last day, YYYY-MM-DD"`
}

// observedOf are a study's stretches by dyad and day, those that touch joined; never nil, since a run that was kept before stretches were kept has nil.
func observedOf(watches []coincide.Watch) []RuleObserved {
	spans := map[string][]coincide.Span{}
	var dyads []string
	for _, w := range watches {
		if _, ok := spans[w.Dyad]; !ok {
			dyads = append(dyads, w.Dyad)
		}
		spans[w.Dyad] = append(spans[w.Dyad], w.Span)
	}
	slices.Sort(dyads)
	out := []RuleObserved{}
	for _, d := range dyads {
		for _, s := range stretches(spans[d]) {
			out = append(out, RuleObserved{Dyad: d, From: s.First.String(), To: s.Last.String()})
		}
	}
	return out
}

// stretches are spans in order, those that overlap or touch as one.
func stretches(spans []coincide.Span) []coincide.Span {
	var out []coincide.Span
	for _, s := range slices.SortedFunc(slices.Values(spans), func(a, b coincide.Span) int { return cmp.Compare(a.First, b.First) }) {
		if n := len(out); n > 0 && s.First <= out[n-1].Last+1 {
			out[n-1].Last = max(out[n-1].Last, s.Last)
			continue
		}
		out = append(out, s)
	}
	return out
}

// observedWords tells the observed days of all dyads together: "from A to B", with every gap told; of many stretches only how many they are.
func observedWords(watches []coincide.Watch) string {
	spans := make([]coincide.Span, len(watches))
	for i, w := range watches {
		spans[i] = w.Span
	}
	const told = 6
	list := stretches(spans)
	if len(list) > told {
		return fmt.Sprintf("in %d stretches of days between %s and %s, and on none between them", len(list), list[0].First, list[len(list)-1].Last)
	}
	words := make([]string, len(list))
	for i, s := range list {
		words[i] = fmt.Sprintf("from %s to %s", s.First, s.Last)
	}
	if len(words) < 2 {
		return "on days " + strings.Join(words, "")
	}
	return "on days " + strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}
