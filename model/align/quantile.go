package align

// quantiles reads quantiles of increasing order, each between 0 and 1, off the mass on a grid. Half of a point's mass lies on each side of
// it and the distribution function is straight between points, so a quantile moves smoothly and a finer grid changes
// it little.
func quantiles(g Grid, mass []float64, order ...float64) []float64 {
	out := make([]float64, len(order))
	k, at := 0, mass[0]/2 // the distribution function at point k
	for i, p := range order {
		for k < len(mass)-1 {
			next := at + (mass[k]+mass[k+1])/2
			if next >= p {
				break
			}
			at = next
			k++
		}
		out[i] = g.at(k)
		if k < len(mass)-1 {
			if rise := (mass[k] + mass[k+1]) / 2; rise > 0 && p > at {
				out[i] += (p - at) / rise * g.step()
			}
		}
	}
	return out
}
