package pdf

import (
	"cmp"
	"slices"
)

// inOrder puts the lines of a page in reading order by cutting the page along white space: at a gutter that runs through all lines
// it is two columns, read one after the other; where there is none it is cut at the widest white band above or below which a gutter
// can be found. What cannot be cut is read from top to bottom.
func inOrder(lines []line) []line { return cutPage(lines, 0) }

// deepest bounds the cuts of one page.
const deepest = 24

func cutPage(lines []line, depth int) []line {
	if len(lines) < 2 || depth > deepest {
		return fromTop(lines)
	}
	if at, ok := gutter(lines); ok {
		left, right := split(lines, func(l line) bool { return (l.x0+l.x1)/2 < at })
		return append(cutPage(left, depth+1), cutPage(right, depth+1)...)
	}
	if at, ok := band(lines); ok {
		above, below := split(lines, func(l line) bool { return l.y > at })
		return append(cutPage(above, depth+1), cutPage(below, depth+1)...)
	}
	return fromTop(lines)
}

// gutter is a vertical strip that no line crosses, with a column of at least three lines on either side.
func gutter(lines []line) (float64, bool) {
	sorted := slices.SortedFunc(slices.Values(lines), func(a, b line) int { return cmp.Compare(a.x0, b.x0) })
	reach, widest, at := sorted[0].x1, 0.0, 0.0
	for i, l := range sorted[1:] {
		if gap := l.x0 - reach; gap > widest && gap > .8*max(l.size, 4) && rows(sorted[:i+1]) >= 3 && rows(sorted[i+1:]) >= 3 {
			widest, at = gap, reach+gap/2
		}
		reach = max(reach, l.x1)
	}
	return at, widest > 0
}

// rows counts the base lines of a set.
func rows(lines []line) int {
	ys := make([]float64, len(lines))
	for i, l := range lines {
		ys[i] = l.y
	}
	slices.Sort(ys)
	n := 0
	for i, y := range ys {
		if i == 0 || y-ys[i-1] > 2 {
			n++
		}
	}
	return n
}

// band is a height at which cutting gives a part with a gutter: the highest such line border. Only lines that reach over the middle
// (titles, full-width paragraphs) are worth a cut.
func band(lines []line) (float64, bool) {
	sorted := fromTop(slices.Clone(lines))
	if len(sorted) > 400 {
		return 0, false // a table or a drawing
	}
	for i := 1; i < len(sorted); i++ {
		if sorted[i-1].y-sorted[i].y < 2 {
			continue
		}
		at := (sorted[i-1].y + sorted[i].y) / 2
		if _, ok := gutter(sorted[i:]); ok {
			return at, true
		}
		if _, ok := gutter(sorted[:i]); ok && i+1 < len(sorted) {
			if _, more := gutter(sorted[:i+1]); !more {
				return at, true
			}
		}
	}
	return 0, false
}

func split(lines []line, first func(line) bool) (a, b []line) {
	for _, l := range lines {
		if first(l) {
			a = append(a, l)
		} else {
			b = append(b, l)
		}
	}
	return a, b
}

func fromTop(lines []line) []line {
	slices.SortStableFunc(lines, func(a, b line) int {
		if d := b.y - a.y; d > 1 || d < -1 {
			return cmp.Compare(b.y, a.y)
		}
		return cmp.Compare(a.x0, b.x0)
	})
	return lines
}
