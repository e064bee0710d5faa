package align

// walk is the change of the latent over one step: a narrow normal kernel and, with a small probability, a jump. The grid's two end
// points stand for half a cell each, so that the range ends where the grid does, whatever its spacing.
type walk struct {
	half   []float64 // narrow kernel
	narrow []float64 // one over its column sums, times the chance of no jump
	wide   []float64 // one over the jump's column sums, times its chance
	jump   *jump     // nil when there is no chance of one
}

// newWalk makes the step whose narrow part has the given variance (in squared units of the latent).
func newWalk(g Grid, variance, chance float64, j *jump) *walk {
	h := g.step()
	w := &walk{half: halfKernel(variance / (h * h))}
	w.narrow = inverseColumns(g.Points, w.half)
	if chance <= 0 {
		return w
	}
	w.jump, w.wide = j, make([]float64, g.Points)
	for k := range w.narrow {
		w.narrow[k] *= 1 - chance
		w.wide[k] = chance * j.norm[k]
	}
	return w
}

// scratch is what applying a walk needs; it belongs to one goroutine.
type scratch struct{ scaled, wide, pad []float64 }

func newScratch(points, widest int) *scratch {
	return &scratch{make([]float64, points), make([]float64, points), make([]float64, points+2*widest)}
}

// forward sets dst to where the mass src goes in one step.
func (w *walk) forward(dst, src []float64, s *scratch) {
	scaled := s.scaled[:len(src)]
	for k, n := range w.narrow[:len(src)] {
		scaled[k] = src[k] * n
	}
	convolve(dst, scaled, w.half, s.pad)
	if w.jump == nil {
		halve(dst)
		return
	}
	for k, n := range w.wide[:len(src)] {
		scaled[k] = src[k] * n
	}
	w.jump.apply(s.wide, scaled)
	for k, x := range s.wide[:len(dst)] {
		dst[k] += x
	}
	halve(dst)
}

// halve and double change the weight of the end points.
func halve(x []float64) {
	x[0] /= 2
	x[len(x)-1] /= 2
}

func double(x []float64) {
	x[0] *= 2
	x[len(x)-1] *= 2
}

// backward sets dst to the expectation of src after the step, seen from each point before it. It leaves the jump's share of
// it in s.wide (zero without jumps), from which the probability that the step was a jump follows.
func (w *walk) backward(dst, src []float64, s *scratch) {
	halve(src)
	defer double(src)
	convolve(dst, src, w.half, s.pad)
	if w.jump == nil {
		clear(s.wide)
		for k, n := range w.narrow[:len(dst)] {
			dst[k] *= n
		}
		return
	}
	w.jump.apply(s.wide, src)
	narrow, wide, chance := w.narrow[:len(dst)], s.wide[:len(dst)], w.wide[:len(dst)]
	for k := range dst {
		x := wide[k] * chance[k]
		wide[k] = x
		dst[k] = narrow[k]*dst[k] + x
	}
}
