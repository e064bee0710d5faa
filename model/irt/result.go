package irt

// A Point is where a unit stands in a period.
type Point struct {
	Unit, Period            int // numbers in the table
	Votes                   int // that counted
	Mean, SD                float64
	Q05, Q10, Q50, Q90, Q95 float64
	// RHat and ESS say whether the draws can be trusted (below 1.01, above 400); 0 when there are no draws.
	RHat, ESS float64
}

// An Item is what is known of a question after a run.
type Item struct {
	Name       string
	Categories []int // of the table, that were used; a cutpoint lies between each two neighbours
	Slope      float64
	SlopeSD    float64
	Cuts       []float64
	CutSD      []float64
	SlopeCut   []float64 // covariances of the slope with each cutpoint
}

// A Result holds points by period, then unit number, and items by first roll call.
type Result struct {
	Points  []Point
	Items   []Item
	Dropped []Dropped
	WalkVar float64 // of the walk per unit of time, learned or given; 0 where it differs by cell
	Run     Run
	pointOf map[[2]int]int
	problem *Problem
	model   Model
}

// Run says how a result came about.
type Run struct {
	Method                                string // "full", "fast"
	Rounds                                int    // of Fast; sweeps of each chain of Full, burn-in included
	Converged                             bool
	Chains, Draws                         int
	WorstRHat, LowestESS                  float64
	AcceptItems, AcceptPaths, AcceptScale float64 // shares of proposals that were taken
	Flips                                 int     // eras that were mirrored
}

// At finds a unit's point in a period, by their numbers in the table.
func (r *Result) At(unit, period int) (Point, bool) {
	i, ok := r.pointOf[[2]int{unit, period}]
	if !ok {
		return Point{}, false
	}
	return r.Points[i], true
}

func (p *Problem) newResult(m Model) *Result {
	r := &Result{Dropped: p.Dropped, problem: p, model: m, pointOf: make(map[[2]int]int, p.nCell)}
	r.Points = make([]Point, p.nCell)
	for i, c := range p.byTable() {
		u, t := int(p.unit[p.cellUnit[c]]), int(p.cellPeriod[c])
		r.Points[i] = Point{Unit: u, Period: t, Votes: int(p.cellVotes[c])}
		r.pointOf[[2]int{u, t}] = i
	}
	for j, name := range p.itemName {
		it := Item{Name: name}
		for _, y := range p.used[j] {
			it.Categories = append(it.Categories, int(y))
		}
		r.Items = append(r.Items, it)
	}
	return r
}

// byTable lists our cells in the table's order of units within each period.
func (p *Problem) byTable() []int32 {
	out := make([]int32, p.nCell)
	place := make([]int32, len(p.table.Units))
	for t := range p.nPeriod {
		for i := range place {
			place[i] = -1
		}
		at := p.periodOff[t]
		for c := at; c < p.periodOff[t+1]; c++ {
			place[p.unit[p.cellUnit[c]]] = c
		}
		for _, c := range place {
			if c >= 0 {
				out[at] = c
				at++
			}
		}
	}
	return out
}
