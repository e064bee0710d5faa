package ledger

import (
	"maps"
	"slices"
	"strings"
)

// words joins the non-empty parts of a noun for full-text search.
func words(parts ...string) string {
	kept := make([]string, 0, len(parts))
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, " · ")
}

// joinKey joins the non-empty parts of a natural key.
func joinKey(parts ...string) string {
	kept := make([]string, 0, len(parts))
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, "/")
}

// parties gives every key of a list the same role.
func parties(role Role, keys ...string) []Party {
	out := make([]Party, 0, len(keys))
	for _, k := range keys {
		if k != "" {
			out = append(out, Party{role, k})
		}
	}
	return out
}

// checkInterval refuses an interval that certainly ends before it begins.
func checkInterval(f *faults, from, to Date) {
	if from.IsZero() || to.IsZero() {
		return
	}
	first, _ := from.Span()
	if _, last := to.Span(); last < first {
		f.add("to", "lies before from", "swap the two or correct one")
	}
}

// sortedValues returns the values of names in the order of their languages, so
// that what is indexed does not depend on map order.
func sortedValues(names map[string]string) []string {
	out := make([]string, 0, len(names))
	for _, lang := range slices.Sorted(maps.Keys(names)) {
		out = append(out, names[lang])
	}
	return out
}
