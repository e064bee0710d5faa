package align

import (
	"math"
	"slices"
)

// setLogs puts a row of log-likelihoods into the table.
func (tab *table) setLogs(t int, logs []float64) {
	top := slices.Max(logs)
	row := make([]float64, len(logs))
	for k, l := range logs {
		row[k] = max(math.Exp(l-top), floor)
	}
	tab.rows[t], tab.scale[t] = row, top
}

// likelihood sets dst to the probability of the observation at each value of the latent.
func (o *seen) likelihood(dst, values []float64, sharpness float64, normal *phiTable) {
	slope, stretch := o.slope, 1.0
	if slope == 0 {
		slope, stretch = sharpness, math.Sqrt(1+sharpness*sharpness)
	}
	for i, b := range o.bands {
		lo, hi := stretch*b.lo, stretch*b.hi
		if i == 0 {
			clear(dst)
		}
		switch {
		case math.IsInf(lo, -1):
			for k, a := range values {
				dst[k] += b.weight * normal.phi(hi-slope*a)
			}
		case math.IsInf(hi, 1):
			for k, a := range values {
				dst[k] += b.weight * normal.phi(slope*a-lo)
			}
		default:
			for k, a := range values {
				dst[k] += b.weight * normal.between(lo-slope*a, hi-slope*a)
			}
		}
	}
}

// multiply folds observations of one step into a row with its scale, making the row when it is nil.
func (f *fitter) multiply(row []float64, scale float64, list []*seen, sharpness float64) ([]float64, float64) {
	for _, o := range list {
		o.likelihood(f.lik, f.places, sharpness, f.phi)
		if row == nil {
			row = make([]float64, len(f.places))
			for k := range row {
				row[k] = 1
			}
		}
		top := 0.0
		row := row[:len(f.lik)]
		for k, p := range f.lik {
			p *= row[k]
			row[k] = p
			top = max(top, p)
		}
		if top <= 0 {
			top = floor
		}
		inv := 1 / top
		for k, p := range row {
			row[k] = max(p*inv, floor)
		}
		scale += math.Log(top)
	}
	return row, scale
}

// etaStep and etaEnd are the table of event likelihoods by log odds: fine enough that straight lines between its
// entries are off by less than 1e-4.
const (
	etaStep = .05
	etaEnd  = 14.0
)

// shares is the log-likelihood of a step's events by the log odds of cooperation: beta-binomial, without the
// binomial coefficient, which holds nothing of the latent.
func (c count) shares(precision float64) []float64 {
	n := c.coop + c.confl
	coop, confl := c.effective*c.coop/n, c.effective*c.confl/n
	total, _ := math.Lgamma(precision)
	after, _ := math.Lgamma(precision + c.effective)
	logs := make([]float64, int(2*etaEnd/etaStep)+2)
	for i := range logs {
		p := 1 / (1 + math.Exp(etaEnd-float64(i)*etaStep))
		a, b := precision*p, precision*(1-p)
		x, _ := math.Lgamma(coop + a)
		y, _ := math.Lgamma(a)
		z, _ := math.Lgamma(confl + b)
		w, _ := math.Lgamma(b)
		logs[i] = x - y + z - w + total - after
	}
	return logs
}

// fromShares sets dst to the log-likelihood at each value of the latent.
func fromShares(dst, shares, values []float64, offset, slope float64) {
	for k, a := range values {
		x := (math.Min(math.Max(offset+slope*a, -etaEnd), etaEnd) + etaEnd) / etaStep
		i := int(x)
		dst[k] = shares[i] + (x-float64(i))*(shares[i+1]-shares[i])
	}
}
