package irt

// Restore makes a result that was written down usable again by Update: units and periods of its table, its points with
// numbers of those, its items and the variance of its walk. Roll calls and votes are not needed for that. A result of BSVCompat
// wants its walk in walkVar too.
func Restore(units []string, periods []Period, points []Point, items []Item, walkVar float64) *Result {
	r := &Result{Points: points, Items: items, WalkVar: walkVar, pointOf: make(map[[2]int]int, len(points)),
		problem: &Problem{table: &Table{Units: units, Periods: periods}}}
	for i, p := range points {
		r.pointOf[[2]int{p.Unit, p.Period}] = i
	}
	return r
}
