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
		mass := f.mix[t*g.Points : (t+1)*g.Points]
		p := &run.Points[t]
		variance := 0.0
		for k, x := range mass {
			p.Mean += x * f.fine.values[k]
		}
		for k, x := range mass {
			variance += x * (f.fine.values[k] - p.Mean) * (f.fine.values[k] - p.Mean)
		}
		p.SD = math.Sqrt(variance)
		q := quantiles(g, mass, .05, .25, .5, .75, .95)
		p.Q05, p.Q25, p.Median, p.Q75, p.Q95 = q[0], q[1], q[2], q[3], q[4]
		p.Rise, p.Jump = rise[t], jump[t]
		if last = max(last, v.last[t]); last != minDay {
			p.Seen = timeOf(last)
		}
		run.Mass.Steps[t] = thin(mass, by)
	}
}

// thin gathers the mass of a grid on every by-th point, between hats, so that its mean stays.
func thin(mass []float64, by int) []float32 {
	out := make([]float32, (len(mass)-1)/by+1)
	for k, x := range mass {
		c, share := k/by, float64(k%by)/float64(by)
		out[c] += float32((1 - share) * x)
		if share > 0 {
			out[c+1] += float32(share * x)
		}
	}
	return out
}

// medians reads only the medians of the mixture.
func (f *fitter) medians() []float64 {
	g := f.s.Grid
	out := make([]float64, len(f.tl.ends))
	for t := range out {
		out[t] = quantiles(g, f.mix[t*g.Points:(t+1)*g.Points], .5)[0]
	}
	return out
}
