package align

// finer carries a smooth density from every stride-th point to all points, through six neighbours at a time.
type finer struct {
	from    []int // first of the six, by point
	weights [][6]float64
}

func newFiner(points, stride int) *finer {
	r := &finer{from: make([]int, points), weights: make([][6]float64, points)}
	n := (points-1)/stride + 1
	for k := range points {
		r.from[k] = min(max(k/stride-2, 0), n-6)
		x := float64(k)/float64(stride) - float64(r.from[k])
		for i := range 6 {
			w := 1.0
			for j := range 6 {
				if j != i {
					w *= (x - float64(j)) / float64(i-j)
				}
			}
			r.weights[k][i] = w
		}
	}
	return r
}

// apply sets dst to the density at every point. What the polynomials put below zero in a tail is cut.
func (r *finer) apply(dst, density []float64) {
	for k := range dst {
		m, w := density[r.from[k]:r.from[k]+6], &r.weights[k]
		dst[k] = max(m[0]*w[0]+m[1]*w[1]+m[2]*w[2]+m[3]*w[3]+m[4]*w[4]+m[5]*w[5], 0)
	}
}
