package app

import (
	"slices"
	"strconv"
	"strings"

	"orrery/ledger"
)

// Lens says whose word counts. A record passes when at least one of the sources or
// documents that it cites passes: none of the lens's minus terms names it and, for
// each facet that plus terms name, one of them does. A source of which a facet is
// unknown is named by no term of that facet.
//
// The lens limits answers and acts (stances, votes, events, episodes, ties,
// forecasts, terms of office). What frames a question stays: the region, its actors,
// the items, roll calls and memberships that say who was expected to answer.
type Lens struct{ terms []lensTerm }

type lensTerm struct {
	not          bool
	facet, value string
}

// The facets of a lens.
const (
	lensBased  = "based"
	lensKind   = "kind"
	lensLang   = "lang"
	lensSource = "source"
	lensSlant  = "slant"
)

// ParseLens reads comma-joined terms such as "-based:RUS,kind:wire". Errors are
// *Error of code Malformed.
func ParseLens(text string) (Lens, error) {
	var l Lens
	for part := range strings.SplitSeq(text, ",") {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		body, not := strings.CutPrefix(part, "-")
		facet, value, ok := strings.Cut(body, ":")
		switch {
		case !ok || value == "":
			return Lens{}, malformed("lens", "lens term "+quoted(part)+" has no value", "write a term as based:RUS, kind:wire, lang:en, source:KEY or slant:NAME, with a minus before it to leave such sources out")
		case facet == lensBased:
			value = strings.ToUpper(value)
		case facet == lensKind:
			if !slices.Contains(ledger.SourceTypes(), ledger.SourceType(value)) {
				return Lens{}, malformed("lens", "there is no kind of source "+quoted(value), "use one of "+join(ledger.SourceTypes()))
			}
		case facet != lensLang && facet != lensSource && facet != lensSlant:
			return Lens{}, malformed("lens", "a lens has no facet "+quoted(facet), "use based, kind, lang, source or slant")
		}
		t := lensTerm{not, facet, value}
		if !slices.Contains(l.terms, t) {
			l.terms = append(l.terms, t)
		}
	}
	return l, nil
}

// IsZero reports whether every source counts.
func (l Lens) IsZero() bool { return len(l.terms) == 0 }

// String is the lens as ParseLens reads it.
func (l Lens) String() string {
	parts := make([]string, len(l.terms))
	for i, t := range l.terms {
		if t.not {
			parts[i] = "-"
		}
		parts[i] += t.facet + ":" + t.value
	}
	return strings.Join(parts, ",")
}

// origin is one cited source or document as a lens sees it.
type origin struct {
	key                   string // of the source, or the document's hash
	based, kind, language string
	slants                []string
	root                  string // what counts as one independent origin
}

// passes reports whether the lens lets the origin count.
func (l Lens) passes(o origin) bool {
	named := map[string]bool{} // facet of plus terms → one of them names o
	for _, t := range l.terms {
		hit := t.names(o)
		if t.not {
			if hit {
				return false
			}
			continue
		}
		named[t.facet] = named[t.facet] || hit
	}
	for _, hit := range named {
		if !hit {
			return false
		}
	}
	return true
}

func (t lensTerm) names(o origin) bool {
	switch t.facet {
	case lensBased:
		return o.based == t.value
	case lensKind:
		return o.kind == t.value
	case lensLang:
		return o.language == t.value
	case lensSource:
		return o.key == t.value
	}
	return slices.Contains(o.slants, t.value)
}

func quoted(s string) string { return strconv.Quote(s) }

func join[T ~string](values []T) string {
	parts := make([]string, len(values))
	for i, v := range values {
		parts[i] = string(v)
	}
	return strings.Join(parts, ", ")
}
