package stances

import (
	"slices"
	"strings"

	"orrery/internal/coding/knowledge"
	"orrery/internal/coding/lexicon"
	"orrery/ledger"
)

// stateNames reads the names of actors in an item's title: "Russian", "Ukraine".
type stateNames struct {
	codes []string   // in the region's order
	forms [][]string // folded names by code; the first is the English one
	folk  map[string]bool
}

func namesOf(k *knowledge.Region) stateNames {
	n := stateNames{folk: map[string]bool{}}
	for _, p := range k.People {
		for _, w := range contentWords(p.Name()) {
			n.folk[w] = true
		}
	}
	for _, a := range k.Actors {
		if a.Type != ledger.ActorState && a.Type != ledger.ActorOrganisation {
			continue
		}
		forms := []string{lexicon.Fold(a.Name()), lexicon.Fold(a.Code)}
		for _, alias := range a.Aliases {
			forms = append(forms, lexicon.Fold(alias))
		}
		n.codes, n.forms = append(n.codes, a.Code), append(n.forms, forms)
	}
	return n
}

// person reports whether a folded word is part of the name of a person: who is named tells little of what is told.
func (n stateNames) person(word string) bool { return n.folk[word] }

// code is the actor that a folded word names by a name of one word, or by a demonym made of its name ("ukrainian"); "" for none.
func (n stateNames) code(word string) string {
	for i, forms := range n.forms {
		if slices.Contains(forms, word) {
			return n.codes[i]
		}
	}
	for i, forms := range n.forms {
		if demonym(forms[0], word) {
			return n.codes[i]
		}
	}
	return ""
}

// demonym reports whether word is made of a state's name by one of the usual endings. The endings are few on purpose: a wrong state is
// worse than none.
func demonym(name, word string) bool {
	if strings.Contains(name, " ") || len(word) < 5 {
		return false
	}
	stem := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(name, "stan"), "ia"), "a")
	if len(stem) < 4 {
		return false
	}
	for _, end := range []string{"", "n", "an", "ian", "ians", "ans", "i", "is", "s", "ese", "ish", "sian", "vian", "inian", "nian"} {
		if word == stem+end && word != name && end != "" || word == stem && stem != name {
			return true
		}
	}
	return word == name+"n" || word == name+"i" || word == name+"ian" || word == strings.TrimSuffix(name, "e")+"ian"
}

// words is every form of one word by which an actor is named.
func (n stateNames) words(code string) []string {
	i := slices.Index(n.codes, code)
	if i < 0 {
		return nil
	}
	var out []string
	for _, f := range n.forms[i] {
		if !strings.Contains(f, " ") {
			out = append(out, f)
		}
	}
	name := n.forms[i][0]
	stem := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(name, "stan"), "ia"), "a")
	for _, base := range []string{stem, name, strings.TrimSuffix(name, "e")} {
		for _, end := range []string{"", "n", "an", "ian", "i"} {
			if demonym(name, base+end) {
				out = append(out, base+end)
			}
		}
	}
	return out
}

// in is the actors that a text names, each once, by place.
func (n stateNames) in(text string) []string {
	var out []string
	for _, w := range contentWords(text) {
		if c := n.code(w); c != "" && !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out
}
