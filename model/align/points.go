package align

import "math"

// massBy is how much coarser than the grid the distributions are that a run keeps.
const massBy = 4

// points reads the mixture into a run.
func (f *fitter) points(run *Run, v *view, rise, jump []float64) {
	g := f.s.Grid
	run.Points = make([]Point, len(f.tl.ends))
	run.Mass = Mass{Grid: g, Steps: make([][]float32, len(f.tl.ends))}
	by := 1
	if (g.Points-1)%massBy == 0 {
		by = massBy
	}
	run.Mass.Grid = g.coarser(by)
	last := minDay
	for t := range run.Points {
		mass := f.row(t)
		p := &run.Points[t]
		variance := 0.0
		for k, x := range mass {
			p.Mean += x * f.values[k]
		}
		for k, x := range mass {
			variance += x * (f.values[k] - p.Mean) * (f.values[k] - p.Mean)
		}
		p.Mean, p.SD = rounded(p.Mean), rounded(math.Sqrt(variance))
		for i, q := range quantiles(g, mass, .05, .25, .5, .75, .95) {
			*[]*float64{&p.Q05, &p.Q25, &p.Median, &p.Q75, &p.Q95}[i] = rounded(q)
		}
		p.Rise, p.Jump, p.Bound = rounded(rise[t]), rounded(jump[t]), f.bound(mass)
		if last = max(last, v.last[t]); last != minDay {
			p.Seen = timeOf(last)
		}
		run.Mass.Steps[t] = thin(mass, by)
	}
}

// medians reads only the medians of the mixture.
func (f *fitter) medians() []float64 {
	g := f.s.Grid
	out := make([]float64, len(f.tl.ends))
	for t := range out {
		out[t] = rounded(quantiles(g, f.row(t), .5)[0])
	}
	return out
}

// A point leans on an end of the grid when more than boundMass lies within boundWidth of it.
const (
	boundMass  = .05
	boundWidth = .1
)

// bound says on which end of the grid the mass leans, if any: what lies beyond was cut off, so that end is a limit of the
// computation and not of the state.
func (f *fitter) bound(mass []float64) int {
	n := min(int(boundWidth/f.s.Grid.step()+1.5), len(mass))
	lo, hi := 0.0, 0.0
	for i := range n {
		lo += mass[i]
		hi += mass[len(mass)-1-i]
	}
	switch {
	case hi > boundMass && hi >= lo:
		return 1
	case lo > boundMass:
		return -1
	}
	return 0
}
