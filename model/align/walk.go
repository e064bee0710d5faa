package align

// walk is the change of the latent over one step: a narrow normal kernel and, with a small probability, a jump.
type walk struct {
	half   []float64 // narrow kernel
	norm   []float64 // one over its column sums
	chance float64   // of a jump in this step
	jump   *jump     // nil when chance is zero
}

// newWalk makes the step whose narrow part has the given variance (in squared units of the latent).
func newWalk(g Grid, variance, chance float64, j *jump) *walk {
	h := g.step()
	half := halfKernel(variance / (h * h))
	if chance <= 0 {
		chance, j = 0, nil
	}
	return &walk{half: half, norm: inverseColumns(g.Points, half), chance: chance, jump: j}
}

// scratch is what applying a walk needs; it belongs to one goroutine.
type scratch struct{ scaled, wide, pad []float64 }

func newScratch(points, widest int) *scratch {
	return &scratch{make([]float64, points), make([]float64, points), make([]float64, points+2*widest)}
}

// forward sets dst to where the mass src goes in one step.
func (w *walk) forward(dst, src []float64, s *scratch) {
	for k, x := range src {
		s.scaled[k] = x * w.norm[k]
	}
	clear(dst)
	convolve(dst, s.scaled, w.half, s.pad)
	if w.jump == nil {
		return
	}
	for k, x := range src {
		s.scaled[k] = x * w.jump.norm[k]
	}
	w.jump.apply(s.wide, s.scaled)
	for k := range dst {
		dst[k] = (1-w.chance)*dst[k] + w.chance*s.wide[k]
	}
}

// backward sets dst to the expectation of src after the step, seen from each point before it. It leaves the jump's share of
// it in s.wide (zero without jumps), from which the probability that the step was a jump follows.
func (w *walk) backward(dst, src []float64, s *scratch) {
	clear(dst)
	convolve(dst, src, w.half, s.pad)
	if w.jump == nil {
		clear(s.wide)
		for k := range dst {
			dst[k] *= w.norm[k]
		}
		return
	}
	w.jump.apply(s.wide, src)
	for k := range dst {
		s.wide[k] *= w.chance * w.jump.norm[k]
		dst[k] = (1-w.chance)*w.norm[k]*dst[k] + s.wide[k]
	}
}
