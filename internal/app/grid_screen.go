package app

import (
	"cmp"
	"context"
	"math"
	"slices"

	"orrery/model/coincide"
)

// The corrections of a grid, and how much of it is shown.
const (
	gridQ       = .10
	mostFound   = 1000
	mostNearest = 10
)

// screen makes all tests and corrects for all of them.
func (g *grid) screen(ctx context.Context, ask GridAsk) (GridView, error) {
	v := g.view()
	tests, least, err := g.test(ctx, false, progressPart(ask.Testing, 0, ask.Control))
	if err != nil {
		return v, err
	}
	v.Testable, v.Shifts, v.Least = len(tests), int(math.Round(1/least))-1, least
	if v.Shifts > 0 { // else no test had a hit
		v.Need, v.Fits = int(math.Ceil(v.Least*float64(v.Tests)/gridQ)), int(gridQ/v.Least)
	}
	for _, t := range tests {
		k, _, _ := t.place()
		v.Windows[k].Testable++
		if t.p <= g.Engine.Alpha {
			v.Windows[k].Small++
			v.Small++
		}
		if t.p < 1.5*least { // the next p above it is twice as large
			v.AtLeast++
		}
	}
	bh, by := g.adjusted(tests, v.Tests)
	v.Survivors = survivors(bh, by)
	if ask.Control {
		if err := g.control(ctx, &v, progressPart(ask.Testing, 1, true)); err != nil {
			return v, err
		}
	}
	order := make([]int, len(tests))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(tests[a].p, tests[b].p) })
	n, _ := slices.BinarySearchFunc(order, gridQ, func(i int, q float64) int { // the first that does not survive
		if bh[i] <= q {
			return -1
		}
		return 1
	})
	shown := min(n, mostFound)
	near := order[n:min(n+mostNearest, len(order))]
	v.More = n - shown
	told := make([]GridFind, shown+len(near))
	pick := append(slices.Clone(order[:shown]), near...)
	_, err = g.workers(ctx, len(pick), nil, func(w *gridWorker, i int) (err error) {
		told[i], err = w.find(tests[pick[i]])
		told[i].BH, told[i].BY = bh[pick[i]], by[pick[i]]
		return err
	})
	v.Found, v.Nearest = told[:shown:shown], told[shown:]
	v.Sentence, v.Notes = g.sentence(v), g.notes(v)
	return v, err
}

func (g *grid) adjusted(tests []gridTest, m int) (bh, by []float64) {
	p := make([]float64, len(tests))
	for i, t := range tests {
		p[i] = t.p
	}
	return coincide.AdjustAmong(p, m, coincide.BenjaminiHochberg), coincide.AdjustAmong(p, m, coincide.BenjaminiYekutieli)
}

// survivors counts under both corrections.
func survivors(bh, by []float64) []GridCount {
	out := []GridCount{}
	for _, c := range []struct {
		how coincide.Correction
		q   []float64
	}{{coincide.BenjaminiHochberg, bh}, {coincide.BenjaminiYekutieli, by}} {
		for _, level := range []float64{gridQ, gridQ / 2} {
			n := 0
			for _, q := range c.q {
				if q <= level {
					n++
				}
			}
			out = append(out, GridCount{How: string(c.how), Q: level, N: n})
		}
	}
	return out
}

// control runs the grid without any link.
func (g *grid) control(ctx context.Context, v *GridView, tell func(done, total int64)) error {
	tests, _, err := g.test(ctx, true, tell)
	if err != nil {
		return err
	}
	v.Control = &GridControl{Testable: len(tests)}
	for _, t := range tests {
		if t.p <= g.Engine.Alpha {
			v.Control.Small++
		}
	}
	bh, by := g.adjusted(tests, v.Tests)
	for i, c := range survivors(bh, by) {
		v.Survivors[i].Control = &c.N
	}
	return nil
}

// progressPart is the progress of the first or second of two equal pieces of work, or of the only one.
func progressPart(tell func(done, total int64), part int64, two bool) func(done, total int64) {
	if tell == nil || !two {
		return tell
	}
	return func(done, total int64) { tell(part*total+done, 2*total) }
}

// find makes a test again and tells all of it.
func (w *gridWorker) find(t gridTest) (GridFind, error) {
	d, none := w.dyads[t.dyad], GridFind{}
	k, x, y := t.place()
	s, err := w.screen(d.watch)
	if err != nil {
		return none, err
	}
	lo, hi := w.Lag, w.Lag+w.Windows[k]
	s.Windows(d.steps.days[x], lo, hi)
	c := s.Against(d.answers.days[y])
	f := GridFind{Hub: w.names(d.hub), State: w.names(d.state), Trigger: string(w.types[x]), Response: string(w.types[y]), Window: w.Windows[k],
		Triggers: searchedTriggers(d.steps.days[x], w.watches[d.watch], lo, hi), Responses: c.Responses, Hits: c.Hits, Covered: c.Covered, Days: c.Days,
		P: c.P, Stratified: c.Stratified, Circular: c.Circular, Straight: c.Straight, Shifts: c.Shifts, Ahead: c.Ahead}
	f.Ratio = gridRatio(s.Ratio(c, w.Engine.Level))
	f.Words = w.words(f)
	return f, nil
}

// gridRatio takes the reading with the smaller lower end.
func gridRatio(v coincide.RatioView) *GridRatio {
	if v.Constant == nil {
		return nil
	}
	r := v.Constant
	if v.Strata != nil && v.Strata.Lo < r.Lo {
		r = v.Strata
	}
	finite := func(b coincide.Bound) *float64 {
		if f := float64(b); !math.IsInf(f, 0) && !math.IsNaN(f) {
			return &f
		}
		return nil
	}
	return &GridRatio{Estimate: finite(r.Estimate), Lo: float64(r.Lo), Hi: finite(r.Hi)}
}
