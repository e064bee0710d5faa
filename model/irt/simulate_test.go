package irt

import (
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
)

// A truth is the table with what made it; slopes have variance 1, cutpoints 1.5² in order, walks start at N(0, 1).
type truth struct {
	table *Table
	theta map[[2]int]float64 // unit, period
	beta  []float64
}

// simulate draws a table from the model itself, with entry, exit and absences.
func simulate(seed uint64, units, periods, calls, categories int, walk float64) truth {
	r := rand.New(rand.NewPCG(seed, 1))
	b := NewBuilder(categories)
	tr := truth{theta: map[[2]int]float64{}}
	name := func(kind string, i int) string { return kind + strconv.Itoa(i) }
	for t := range periods {
		b.Period(name("p", t), float64(t))
	}
	from, to := make([]int, units), make([]int, units)
	x := make([]float64, units)
	for u := range units {
		from[u], to[u] = 0, periods
		if u%5 == 0 {
			from[u] = r.IntN(periods/2 + 1)
		}
		if u%7 == 0 {
			to[u] = periods/2 + r.IntN(periods/2+1)
		}
		x[u] = r.NormFloat64()
	}
	call := 0
	for t := range periods {
		for u := range units {
			if t > from[u] {
				x[u] += math.Sqrt(walk) * r.NormFloat64()
			}
			tr.theta[[2]int{u, t}] = x[u]
		}
		for range calls {
			beta := r.NormFloat64()
			cut := make([]float64, categories-1)
			for k := range cut {
				cut[k] = 1.5 * r.NormFloat64()
			}
			slices.Sort(cut)
			tr.beta = append(tr.beta, beta)
			for u := range units {
				if t < from[u] || t >= to[u] || r.Float64() < .1 {
					continue
				}
				z, y := beta*x[u]+r.NormFloat64(), 0
				for y < len(cut) && z > cut[y] {
					y++
				}
				if err := b.Vote(name("u", u), name("c", call), "", name("p", t), y); err != nil {
					panic(err)
				}
			}
			call++
		}
	}
	tr.table = b.Table()
	return tr
}

// number is the simulation's number of one of the table's units.
func (tr *truth) number(unit int) int {
	u, err := strconv.Atoi(tr.table.Units[unit][1:])
	if err != nil {
		panic(err)
	}
	return u
}

// at is the true position of a reported point.
func (tr *truth) at(pt Point) float64 { return tr.theta[[2]int{tr.number(pt.Unit), pt.Period}] }

// against pairs truth and points, mirrored when the run came out mirrored.
func (tr *truth) against(r *Result) (x, mean, lo, hi []float64) {
	for _, pt := range r.Points {
		x, mean, lo, hi = append(x, tr.at(pt)), append(mean, pt.Mean), append(lo, pt.Q05), append(hi, pt.Q95)
	}
	if pearson(x, mean) < 0 {
		for i := range x {
			x[i] = -x[i]
		}
	}
	return x, mean, lo, hi
}
