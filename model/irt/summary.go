package irt

import (
	"math"
	"slices"

	"orrery/model/diag"
)

// summarise pools the chains.
func summarise(p *Problem, o *FullOptions, chains []*chain) *Result {
	r := p.newResult(o.Model)
	n := float64(len(chains) * o.Sweeps)
	order := p.byTable()
	r.Run = Run{Method: "full", Rounds: o.BurnIn + o.Sweeps, Chains: len(chains), Draws: len(chains) * o.Sweeps, LowestESS: math.Inf(1)}
	work := newPool(o.Workers)
	defer work.close()
	work.each(len(order), func(_, lo, hi int) {
		var all []float64
		parts := make([][]float64, len(chains))
		for i := lo; i < hi; i++ {
			pt, c := &r.Points[i], int(order[i])
			all = all[:0]
			for k, ch := range chains {
				d := &ch.draws
				parts[k] = parts[k][:0]
				for _, x := range d.theta[c*d.keep : c*d.keep+d.n] {
					parts[k] = append(parts[k], float64(x))
				}
				all = append(all, parts[k]...)
				pt.Mean += d.sum[c] / n
			}
			pt.RHat, pt.ESS = diag.RHat(parts), diag.ESS(parts)
			slices.Sort(all)
			for _, x := range all {
				pt.SD += (x - pt.Mean) * (x - pt.Mean)
			}
			pt.SD = math.Sqrt(pt.SD / float64(max(len(all)-1, 1)))
			for _, q := range []struct {
				at  float64
				out *float64
			}{{.05, &pt.Q05}, {.1, &pt.Q10}, {.5, &pt.Q50}, {.9, &pt.Q90}, {.95, &pt.Q95}} {
				*q.out = diag.Quantile(all, q.at)
			}
		}
	})
	for _, pt := range r.Points {
		r.Run.WorstRHat = math.Max(r.Run.WorstRHat, pt.RHat)
		r.Run.LowestESS = math.Min(r.Run.LowestESS, pt.ESS)
	}
	r.Run.Converged = r.Run.WorstRHat < 1.05
	for j := range r.Items {
		it := &r.Items[j]
		var b, bb float64
		for _, c := range chains {
			b, bb = b+c.draws.beta[j]/n, bb+c.draws.beta2[j]/n
		}
		it.Slope, it.SlopeSD = b, math.Sqrt(math.Max(bb-b*b, 0))
		for k := p.cutOff[j]; k < p.cutOff[j+1]; k++ {
			var g, gg, x float64
			for _, c := range chains {
				g, gg, x = g+c.draws.cut[k]/n, gg+c.draws.cut2[k]/n, x+c.draws.cross[k]/n
			}
			it.Cuts = append(it.Cuts, g)
			it.CutSD = append(it.CutSD, math.Sqrt(math.Max(gg-g*g, 0)))
			it.SlopeCut = append(it.SlopeCut, x-b*g)
		}
	}
	var items, paths [2]int
	var tried, took int
	for _, c := range chains {
		r.WalkVar += c.draws.walk / n
		for _, w := range c.took {
			items[0], items[1] = items[0]+w.item[0], items[1]+w.item[1]
			paths[0], paths[1] = paths[0]+w.path[0], paths[1]+w.path[1]
		}
		tried, took = tried+c.periodTried, took+c.periodTook
		r.Run.Flips += c.flips
	}
	share := func(a, b int) float64 { return float64(a) / math.Max(float64(b), 1) }
	r.Run.AcceptItems, r.Run.AcceptPaths, r.Run.AcceptScale = share(items[0], items[1]), share(paths[0], paths[1]), share(took, tried)
	if !chains[0].w.learn {
		r.WalkVar = o.WalkVar
	}
	return r
}
