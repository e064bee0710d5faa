package casebook

import "slices"

// Overlaps reports whether one event or report may belong to both classes for one dyad. Where several parties act together it
// may be wrong about it: classes with different parties on a side count as apart, as reports, which have one party a side, do.
func (f Filter) Overlaps(other Filter, hub string) bool {
	return slices.ContainsFunc(f, func(a Clause) bool {
		return slices.ContainsFunc(other, func(b Clause) bool { return !a.excludes(b, hub) })
	})
}

// excludes reports whether nothing can be in both clauses.
func (c Clause) excludes(other Clause, hub string) bool {
	return slices.ContainsFunc(c, func(a Term) bool {
		return slices.ContainsFunc(other, func(b Term) bool { return a.excludes(b, hub) })
	})
}

func (t Term) excludes(other Term, hub string) bool {
	if t.Field != other.Field || t.Not && other.Not {
		return false
	}
	if t.Not {
		t, other = other, t
	}
	other = other.spoken(hub)
	shared := func(v string) bool { return slices.Contains(other.Values, v) }
	values := t.spoken(hub).Values
	if other.Not {
		return !slices.ContainsFunc(values, func(v string) bool { return !shared(v) })
	}
	return t.Field != "context" && !slices.ContainsFunc(values, shared) // one event may have several contexts
}

// spoken puts the hub's code in the place of its word.
func (t Term) spoken(hub string) Term {
	if !t.party() {
		return t
	}
	t.Values = slices.Clone(t.Values)
	for i, v := range t.Values {
		if v == FilterHub {
			t.Values[i] = hub
		}
	}
	return t
}
