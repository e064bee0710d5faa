package irt

import "math"

// start places every cell before anything is estimated: the first principal component of the votes of its period.
// Power iteration begins at the previous period's positions, which carries the sign and the meaning of the axis along.
// Then each period is linked to those before by the units that they share.
func (p *Problem) start() []float64 {
	theta := make([]float64, p.nCell)
	mean, scale := make([]float64, p.nItem), make([]float64, p.nItem)
	for j := range mean {
		var n, s, ss float64
		base := int(p.cutOff[j]) + j
		for y := range p.used[j] {
			m := float64(p.group[base+y+1] - p.group[base+y])
			n, s, ss = n+m, s+m*float64(y), ss+m*float64(y*y)
		}
		mean[j] = s / n
		scale[j] = 1 / math.Sqrt(ss/n-mean[j]*mean[j])
	}
	pull := make([]float64, p.nItem)
	last := make([]float64, p.nUnit)
	for t := range p.nPeriod {
		lo, hi := int(p.periodOff[t]), int(p.periodOff[t+1])
		if lo == hi {
			continue
		}
		known := false
		for c := lo; c < hi; c++ {
			theta[c] = last[p.cellUnit[c]]
			known = known || theta[c] != 0
		}
		for round := 0; round < 25; round++ {
			x := theta[lo:hi]
			if round == 0 && !known { // the first period: from the item that divides best
				p.seed(lo, hi, mean, scale, x)
			}
			for c := lo; c < hi; c++ {
				for k := p.cellOff[c]; k < p.cellOff[c+1]; k++ {
					pull[p.voteItem[k]] = 0
				}
			}
			for c := lo; c < hi; c++ {
				p.residuals(c, mean, scale, func(j int32, r float64) { pull[j] += r * theta[c] })
			}
			for c := lo; c < hi; c++ {
				s := 0.0
				p.residuals(c, mean, scale, func(j int32, r float64) { s += r * pull[j] })
				theta[c] = s / float64(p.cellVotes[c])
			}
			unitVariance(x)
		}
		for c := lo; c < hi; c++ {
			last[p.cellUnit[c]] = theta[c]
		}
	}
	p.link(theta)
	return theta
}

// link gives each period the location and scale at which the units seen before have, as a group, the mean and the spread
// of where they were last seen; then all cells together get mean 0 and variance 1. So a period whose newcomers are all on
// one side does not move the old members to the other.
func (p *Problem) link(theta []float64) {
	var was, is []float64
	for t := range p.nPeriod {
		lo, hi := p.periodOff[t], p.periodOff[t+1]
		was, is = was[:0], is[:0]
		for c := lo; c < hi; c++ {
			if b := p.prev[c]; b >= 0 {
				was, is = append(was, theta[b]), append(is, theta[c])
			}
		}
		if len(is) < 5 { // too few to say anything: leave the period as it is
			continue
		}
		m0, sd0 := spread(was)
		m1, sd1 := spread(is)
		if sd0 < 1e-3 || sd1 < 1e-3 {
			continue
		}
		for c := lo; c < hi; c++ {
			theta[c] = m0 + (theta[c]-m1)*sd0/sd1
		}
	}
	unitVariance(theta)
}

// seed starts a period in which no unit is known by the votes on its most divisive item.
func (p *Problem) seed(lo, hi int, mean, scale, x []float64) {
	best, at := math.Inf(-1), int32(-1)
	for c := lo; c < hi; c++ {
		for k := p.cellOff[c]; k < p.cellOff[c+1]; k++ {
			if j := p.voteItem[k]; 1/scale[j] > best {
				best, at = 1/scale[j], j
			}
		}
	}
	for c := lo; c < hi; c++ {
		p.residuals(c, mean, scale, func(j int32, r float64) {
			if j == at {
				x[c-lo] += r
			}
		})
	}
}

// residuals visits a cell's votes as distances from their item's mean, in its standard deviations.
func (p *Problem) residuals(c int, mean, scale []float64, visit func(j int32, r float64)) {
	for k := p.cellOff[c]; k < p.cellOff[c+1]; k++ {
		j := p.voteItem[k]
		y := 0.0
		switch {
		case k >= p.cellMid[c]:
			y = float64(p.voteCut[k]-p.cutOff[j]) + 1
		case k >= p.cellHigh[c]:
			y = float64(len(p.used[j]) - 1)
		}
		visit(j, (y-mean[j])*scale[j])
	}
}

func unitVariance(x []float64) {
	m, sd := spread(x)
	sd = math.Max(sd, 1e-6)
	for i := range x {
		x[i] = (x[i] - m) / sd
	}
}

// startItems sets cutpoints at the shares of the categories and slopes at 0.
func (p *Problem) startItems(beta, cut []float64) {
	for j := range beta {
		beta[j] = 0
		base := p.cutOff[j] + int32(j)
		k := int32(len(p.used[j]))
		n := float64(p.group[base+k] - p.group[base])
		for y := range k - 1 {
			share := (float64(p.group[base+y+1]-p.group[base]) + .5) / (n + .5*float64(k))
			cut[p.cutOff[j]+y] = math.Sqrt2 * math.Erfinv(2*math.Min(share, 1-1e-9)-1)
		}
	}
}

// spread is mean and standard deviation.
func spread(x []float64) (mean, sd float64) {
	mean = meanOf(x)
	for _, v := range x {
		sd += (v - mean) * (v - mean)
	}
	return mean, math.Sqrt(sd / float64(len(x)))
}

func meanOf(x []float64) float64 {
	s := 0.0
	for _, v := range x {
		s += v
	}
	return s / float64(len(x))
}
