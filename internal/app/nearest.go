package app

import (
	"cmp"
	"slices"
	"strings"
)

// nearest returns up to three of the known names that a person may have meant:
// those that contain the word or differ from it by few letters.
func nearest(word string, known []string) []string {
	type candidate struct {
		name string
		far  int
	}
	folded := strings.ToLower(word)
	limit := max(1, len([]rune(word))/3)
	var found []candidate
	for _, name := range known {
		far := distance(folded, strings.ToLower(name), limit)
		if far > limit && len(folded) >= 3 && strings.Contains(strings.ToLower(name), folded) {
			far = limit
		}
		if far <= limit {
			found = append(found, candidate{name, far})
		}
	}
	slices.SortFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.far, b.far), cmp.Compare(a.name, b.name))
	})
	var out []string
	for _, c := range found[:min(3, len(found))] {
		out = append(out, c.name)
	}
	return out
}

// distance is how many letters must be added, dropped, changed or swapped with the
// next to make b of a, or limit+1 when it is more.
func distance(a, b string, limit int) int {
	s, t := []rune(a), []rune(b)
	if d := len(s) - len(t); d > limit || -d > limit {
		return limit + 1
	}
	before, above, row := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range row {
		row[j] = j
	}
	for i := range s {
		before, above, row = above, row, before
		row[0] = i + 1
		for j := range t {
			change := above[j]
			if s[i] != t[j] {
				change++
			}
			row[j+1] = min(change, above[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && s[i] == t[j-1] && s[i-1] == t[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return min(row[len(t)], limit+1)
}
