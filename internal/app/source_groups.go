package app

import (
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"orrery/internal/store"
	"orrery/ledger"
)

// facetOf is what a source is counted by.
func facetOf(by string, s *ledger.Source) string {
	switch by {
	case lensBased:
		return s.BasedIn
	case lensKind:
		return string(s.Type)
	}
	return s.Language
}

// sourceGroups counts the sources by seat, kind and language, most first.
func (r *reading) sourceGroups(all []store.Row[*ledger.Source]) []SourceGroup {
	out := []SourceGroup{}
	for _, by := range []string{lensBased, lensKind, lensLang} {
		n := map[string]int64{}
		for _, row := range all {
			n[facetOf(by, row.Noun)]++
		}
		var group []SourceGroup
		for value, count := range n {
			label := value
			switch {
			case value == "":
				label = "not known"
			case by == lensBased:
				label = r.name(value)
			case by == lensLang:
				label = languageName(value)
			}
			group = append(group, SourceGroup{by, Figure{Name: value, Label: label, N: count, Trace: traceID("sources", by, value)}})
		}
		slices.SortFunc(group, func(a, b SourceGroup) int {
			if a.N != b.N {
				return int(b.N - a.N)
			}
			return strings.Compare(a.Name, b.Name)
		})
		out = append(out, group...)
	}
	return out
}

// languageName is the English name of a language, or its code as it stands.
func languageName(code string) string {
	tag, err := language.Parse(code)
	if err != nil {
		return code
	}
	if name := display.English.Languages().Name(tag); name != "" {
		return name
	}
	return code
}

func (r *reading) sourcesSentence(all []store.Row[*ledger.Source]) Sentence {
	t := &telling{}
	n := int64(len(all))
	t.say("The ledger cites ").count(n, traceID("sources")).say(plural(n, " source", " sources"))
	for _, by := range []struct{ facet, words string }{{lensLang, " written in "}, {lensBased, " based in "}} {
		for _, g := range r.sourceGroups(all) {
			if g.By == by.facet && g.Name != "" {
				t.say("; ").count(g.N, g.Trace).say(" of them" + by.words + g.Label)
				break
			}
		}
	}
	t.say(". Whom you read decides part of the answer: the lens limits it.")
	return t.out
}
