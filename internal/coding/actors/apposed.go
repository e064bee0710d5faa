package actors

import (
	"slices"
	"strings"

	"orrery/internal/coding/syntax"
)

func lower(s string) string { return strings.ToLower(s) }

// apposed gives an unknown name what the words beside it say of it: "Ivan Petrov, a Russian deputy", "the ombudsman of Moldova, Ana
// Rusu,". A known surname in brackets says who a name is: "Alexander Grigoryevich (Lukashenko)".
func (x *reading) apposed() {
	slices.SortStableFunc(x.out, func(a, b Mention) int { return a.From - b.From })
	for i := 0; i+1 < len(x.out); i++ {
		a, b := &x.out[i], &x.out[i+1]
		if !a.Head || !b.Head || len(a.Refs) != 1 || len(b.Refs) != 1 || b.From <= a.To {
			continue
		}
		if x.s.Tokens[a.To].Tag == syntax.Bracket && b.From == a.To+1 && a.How == ByShape && b.Refs[0].Person != "" {
			a.Refs[0], a.How = b.Refs[0], ByPerson
			continue
		}
		if i > 0 && nameless(b) && x.s.Tokens[a.From-1].Tag == syntax.TO && x.s.Tokens[a.To].Tag == syntax.Comma {
			if role := &x.out[i-1]; len(role.Refs) == 1 && role.To == a.From-1 && office(role) { // Russia's ambassador to Armenia, X,
				x.lend(b, role)
				continue
			}
		}
		if x.s.Tokens[a.To].Tag != syntax.Comma || !x.opens(a.To+1, b.From) {
			continue
		}
		switch {
		case a.named && a.Refs[0].Former && office(b) && b.Refs[0].Code == a.Refs[0].Code && !b.Refs[0].Former && b.Refs[0].State() && x.closes(a, b):
			a.Refs[0].Former, a.Refs[0].Sector, a.Refs[0].Office = false, b.Refs[0].Sector, b.Refs[0].Office
		case b.named && b.Refs[0].Former && office(a) && a.Refs[0].Code == b.Refs[0].Code && !a.Refs[0].Former && a.Refs[0].State() && x.closes(a, b):
			b.Refs[0].Former, b.Refs[0].Sector, b.Refs[0].Office = false, a.Refs[0].Sector, a.Refs[0].Office
		case nameless(a) && office(b) && x.closes(a, b):
			x.lend(a, b)
		case nameless(b) && office(a) && x.closes(a, b):
			x.lend(b, a)
		}
	}
}

// nameless reports whether a mention is an unknown name of at least two words of which nothing is known yet.
func nameless(m *Mention) bool {
	return m.How == ByShape && m.Refs[0].Code == "" && m.To-m.From > 1
}

// office reports whether a mention is an office or trade of a state and not a name.
func office(m *Mention) bool {
	return (m.How == ByOffice || m.How == ByDemonym) && m.Refs[0].Sector != "" && m.Refs[0].Office != ""
}

func (x *reading) lend(name, of *Mention) {
	text := name.Refs[0].Name
	name.Refs[0], name.How = of.Refs[0], ByApposed
	name.Refs[0].Name, name.Refs[0].Person = text, ""
}

// opens reports whether only an article and adjectives stand in tokens [from, to).
func (x *reading) opens(from, to int) bool {
	for i := from; i < to; i++ {
		if t := &x.s.Tokens[i]; t.Tag != syntax.DT && !t.Tag.Adjective() && !t.Tag.Noun() && t.Tag != syntax.PRPS {
			return false
		}
	}
	return true
}

// closes reports whether the second of two mentions ends as an apposition does: with a mark or the sentence, or began with "a".
func (x *reading) closes(a, b *Mention) bool {
	if b.To >= len(x.s.Tokens) {
		return true
	}
	switch x.s.Tokens[b.To].Tag {
	case syntax.Comma, syntax.Stop, syntax.Bracket, syntax.WP, syntax.Colon, syntax.CloseQ:
		return true
	}
	first := x.s.TokenText(a.To + 1)
	return first == "a" || first == "an"
}
