package align

import "math"

// level is one grid on which passes run: every stride-th point of the full one, with its kernels and memory.
type level struct {
	stride int // in points of the full grid
	every  int // in points of the rows of likelihoods
	grid   Grid
	chain  *chain
	alt    *chain    // for leaving out sources; made when first needed
	walks  [][]*walk // by drift and step
	widest int
	prior  []float64 // of the dyad at work
	mix    []float64 // steps x points: smoothed mass added up over combinations
	used   bool      // by the smoothing at work
	finer  *finer    // from this grid to the full one
}

// Spacings of the grids that drifts are smoothed on. Sums over a smooth density whose sd is a point or more are exact to
// 1e-8, so what matters is the kernel of a step: one that is narrower than about a point is only right in its variance,
// which is enough on the finer spacing and not on the wider one.
const (
	fineSpacing = .04
	wideSpacing = .08
	enough      = .9 // sd of a step, in points, that allows the wider one
)

// strideOf is the widest stride, up to coarseBy, on which the walk of the drift can be smoothed.
func (f *fitter) strideOf(drift float64) int {
	longest := 0
	for t := 1; t < len(f.tl.ends); t++ {
		longest = max(longest, f.tl.days(t))
	}
	sd := math.Sqrt(drift * float64(longest) / daysPerYear)
	for stride := coarseBy; stride > 1; stride /= 2 {
		spacing := f.s.Grid.step() * float64(stride) * (1 - 1e-9)
		if f.divides(stride) && (spacing < fineSpacing || spacing < wideSpacing && sd >= enough*spacing) {
			return stride
		}
	}
	return 1
}

// divides says whether every stride-th point is a grid worth having.
func (f *fitter) divides(stride int) bool {
	return (f.s.Grid.Points-1)%stride == 0 && (f.s.Grid.Points-1)/stride >= 50
}

// level makes the grid of a stride, or finds it.
func (f *fitter) level(stride int) *level {
	for _, lv := range f.levels {
		if lv.stride == stride {
			return lv
		}
	}
	lv := &level{stride: stride, grid: f.s.Grid.coarser(stride)}
	lv.walks, lv.widest = f.walks(lv.grid)
	lv.chain = newChain(lv.grid, len(f.tl.ends), lv.widest)
	if stride > 1 {
		lv.finer = newFiner(f.s.Grid.Points, stride)
	}
	f.levels = append(f.levels, lv)
	return lv
}

// forward filters under a combination and returns the log evidence.
func (lv *level) forward(c combo, e evidence) (float64, error) {
	return lv.chain.forward(lv.prior, lv.walks[c.drift], e, lv.every)
}

// backward smooths after forward.
func (lv *level) backward(c combo, e evidence, lags bool, yield func(pass)) {
	lv.chain.backward(lv.walks[c.drift], e, lv.every, lags, yield)
}

// full adds mass on this level to dst on the full grid, whose ends there have the weight of every point. buf is scratch.
func (lv *level) full(dst, mass, buf []float64) {
	total, sum := 0.0, 0.0
	for _, x := range mass {
		total += x
	}
	double(mass)
	if lv.finer != nil {
		lv.finer.apply(buf, mass)
	} else {
		copy(buf, mass)
	}
	halve(mass)
	for _, x := range buf {
		sum += x
	}
	if !(sum > 0) {
		return
	}
	scale := total / sum
	for k, x := range buf[:len(dst)] {
		dst[k] += x * scale
	}
}

// add puts weight times a step's mass into the mixture.
func (lv *level) add(t int, weight float64, mass []float64) {
	row := lv.mix[t*len(mass):][:len(mass)]
	for k, x := range mass {
		row[k] += weight * x
	}
}

// begin empties the mixture.
func (lv *level) begin(steps int) {
	if lv.mix == nil {
		lv.mix = make([]float64, steps*lv.grid.Points)
	} else if !lv.used {
		clear(lv.mix)
	}
	lv.used = true
}
