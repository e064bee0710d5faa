package align

import "math"

// jump is the wide part of a step. Its density changes slowly from point to point, so it is applied on every stride-th point,
// between hat functions that gather and hand back the mass: about a hundredth of the work of the full kernel. The hats' own
// variance is taken out of the kernel, so the jump has the variance that was asked for; and the operator is
// symmetric, so the same code serves both directions of time.
type jump struct {
	stride int
	half   []float64
	norm   []float64 // one over the column sums
	hat    []float64 // 1/stride, 2/stride … 1
	gather []float64 // scratch: mass on the coarse points
	moved  []float64
	pad    []float64
}

// newJump makes a jump of the given variance on a grid. It owns scratch space: one goroutine at a time.
func newJump(g Grid, variance float64) *jump {
	s := variance / (g.step() * g.step()) // in squared points
	n := g.Points - 1
	j := &jump{stride: 1}
	for d := 2; float64(d) <= math.Sqrt(s)/2.5; d++ { // at least two and a half coarse points to a standard deviation
		if n%d == 0 {
			j.stride = d
		}
	}
	d := float64(j.stride)
	if j.stride > 1 {
		s -= (d*d - 1) / 3 // two hats, of variance (d*d-1)/6 on the average over starting points
	}
	j.half = halfKernel(s / (d * d))
	coarse := n/j.stride + 1
	j.gather, j.moved = make([]float64, coarse), make([]float64, coarse)
	j.pad = make([]float64, coarse+2*len(j.half))
	j.hat = make([]float64, j.stride)
	for i := range j.hat {
		j.hat[i] = float64(i) / d
	}
	ones := make([]float64, g.Points)
	for i := range ones {
		ones[i] = 1
	}
	halve(ones)
	j.norm = make([]float64, g.Points)
	j.apply(j.norm, ones)
	for i, sum := range j.norm {
		j.norm[i] = 1 / sum
	}
	return j
}

// apply sets dst to the symmetric operator times src (not divided by the column sums).
func (j *jump) apply(dst, src []float64) {
	if j.stride == 1 {
		convolve(j.moved, src, j.half, j.pad)
		copy(dst, j.moved)
		return
	}
	d := j.stride
	for c := range j.gather {
		j.gather[c] = src[c*d]
	}
	for c := range len(j.gather) - 1 {
		lo, hi := 0.0, 0.0
		for i, x := range src[c*d : c*d+d] {
			if i > 0 {
				lo += (1 - j.hat[i]) * x
				hi += j.hat[i] * x
			}
		}
		j.gather[c] += lo
		j.gather[c+1] += hi
	}
	convolve(j.moved, j.gather, j.half, j.pad)
	scale := 1 / float64(d)
	for c := range len(j.moved) - 1 {
		lo, hi := scale*j.moved[c], scale*j.moved[c+1]
		for i := range dst[c*d : c*d+d] {
			dst[c*d+i] = lo + j.hat[i]*(hi-lo)
		}
	}
	dst[len(dst)-1] = scale * j.moved[len(j.moved)-1]
}
