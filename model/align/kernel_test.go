package align

import (
	"math"
	"testing"
)

// spread is the mean and variance, in squared units, of mass that starts on one point.
func spread(g Grid, mass []float64) (total, mean, variance float64) {
	for _, x := range mass {
		total += x
	}
	mean, variance = moments(g, mass)
	return total, mean, variance
}

func TestWalksKeepMassMeanAndVariance(t *testing.T) {
	g := DefaultGrid()
	for _, variance := range []float64{1e-6, 1e-5, 1e-4, 3.9e-4, 4.1e-4, .02 / 12, .02, .08} {
		for _, chance := range []float64{0, .01, .5} {
			w := newWalk(g, variance, chance, newJump(g, .25))
			c := newChain(g, 1, len(w.half))
			src, dst := make([]float64, g.Points), make([]float64, g.Points)
			for k := 195; k < 205; k++ { // a whole cell of the jump's coarser points
				src[k] = .1
			}
			_, _, before := spread(g, src)
			w.forward(dst, src, c.scratch)
			total, mean, got := spread(g, dst)
			want := before + (1-chance)*variance + chance*.25
			if math.Abs(total-1) > 1e-9 || math.Abs(mean+.01) > 1e-9 || math.Abs(got/want-1) > 1e-4 {
				t.Errorf("variance %g, chance %g: mass %.10f, mean %g, variance %g, want %g", variance, chance, total, mean, got, want)
			}
			for k := range src { // at the edges nothing may be lost either
				src[k] = 1 / float64(g.Points)
			}
			w.forward(dst, src, c.scratch)
			if total, _, _ = spread(g, dst); math.Abs(total-1) > 1e-9 {
				t.Errorf("variance %g, chance %g: mass %.10f after a step from everywhere", variance, chance, total)
			}
		}
	}
}

// Thirty small steps are one large one: the clock's grain must not change the walk.
func TestSmallStepsCompose(t *testing.T) {
	g := DefaultGrid()
	day, month := newWalk(g, .02/365.25, 0, nil), newWalk(g, 30*.02/365.25, 0, nil)
	c := newChain(g, 1, len(month.half))
	a, b := g.normal(.3, .2), make([]float64, g.Points)
	for range 30 {
		day.forward(b, a, c.scratch)
		a, b = b, a
	}
	once := make([]float64, g.Points)
	month.forward(once, g.normal(.3, .2), c.scratch)
	worst := 0.0
	for k := range a {
		worst = math.Max(worst, math.Abs(a[k]-once[k])/g.step())
	}
	if worst > 1e-4 {
		t.Errorf("the density after thirty days is off by %g from that after a month", worst)
	}
}

// backward must be the transpose of forward: else smoothing would contradict filtering.
func TestBackwardIsTheTransposeOfForward(t *testing.T) {
	g := DefaultGrid()
	w := newWalk(g, .02/12, .05, newJump(g, .25))
	c := newChain(g, 1, len(w.half))
	x, y := g.normal(-3.5, .4), g.normal(.5, 2)
	fx, by := make([]float64, g.Points), make([]float64, g.Points)
	w.forward(fx, x, c.scratch)
	w.backward(by, y, c.scratch)
	left, right := 0.0, 0.0
	for k := range x {
		left += y[k] * fx[k]
		right += by[k] * x[k]
	}
	if math.Abs(left/right-1) > 1e-12 {
		t.Errorf("y'Mx = %g but (M'y)'x = %g", left, right)
	}
}

// The jump on coarse points must be close to the normal density that it stands for.
func TestJumpIsNearlyNormal(t *testing.T) {
	g := DefaultGrid()
	j := newJump(g, .25)
	if j.stride < 4 {
		t.Fatalf("the jump is applied on every %d-th point: nothing is saved", j.stride)
	}
	src, dst := make([]float64, g.Points), make([]float64, g.Points)
	worst := 0.0
	for at := 195; at < 206; at++ {
		clear(src)
		src[at] = 1
		j.apply(dst, src)
		want := g.normal(g.at(at), .5)
		for k := range dst {
			worst = math.Max(worst, math.Abs(dst[k]-want[k])/want[200])
		}
	}
	if worst > .03 {
		t.Errorf("the jump's density is off by %.3f of its peak", worst)
	}
}
