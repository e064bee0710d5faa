package linear

import (
	"math"

	"orrery/ledger"
)

// Classes are what the model tells apart: no event, then the sixteen types in PLOVER's order.
func Classes() []string {
	out := []string{None}
	for _, t := range ledger.EventTypes() {
		out = append(out, string(t.Type))
	}
	return out
}

// None is the class of sentences that report no event.
const None = "NONE"

// nClasses is len(Classes()).
const nClasses = 17

// Model holds the weights. It is only read.
type Model struct {
	bias    [nClasses]float32
	weights map[Feature][nClasses]float32
	maybe   []uint64 // bits: features that may be in weights; most of a sentence's are not, and a bit is asked faster. nil: all may
}

// sifted is how many bits of a feature's hash tell where its bit is.
const sifted = 18

// sift fills maybe.
func (m *Model) sift() {
	m.maybe = make([]uint64, 1<<sifted/64)
	for f := range m.weights {
		i := f >> (width - sifted)
		m.maybe[i/64] |= 1 << (i % 64)
	}
}

// Chances are the probabilities of the classes.
type Chances [nClasses]float64

// Score is the chances of a sentence with these features. A feature that the model does not know says nothing.
func (m *Model) Score(features []Feature) Chances {
	var sum [nClasses]float32
	n := float32(1)
	for _, f := range features {
		if i := f >> (width - sifted); m.maybe != nil && m.maybe[i/64]>>(i%64)&1 == 0 {
			continue
		}
		w, ok := m.weights[f]
		if !ok {
			continue
		}
		n++
		for k := range sum {
			sum[k] += w[k]
		}
	}
	scale := scaleOf(n)
	var out Chances
	top := math.Inf(-1)
	for k := range sum {
		out[k] = float64(sum[k]*scale + m.bias[k])
		top = max(top, out[k])
	}
	total := 0.0
	for k := range out {
		out[k] = math.Exp(out[k] - top)
		total += out[k]
	}
	for k := range out {
		out[k] /= total
	}
	return out
}

// scaleOf makes long and short sentences comparable: features of a sentence are weighed by one over the root of their number.
func scaleOf(n float32) float32 { return 1 / float32(math.Sqrt(float64(n))) }

// Of is the chance of a type; of None for "".
func (c Chances) Of(t ledger.EventType) float64 { return c[classOf(t)] }

// Best is the most likely type of event, leaving None out, and its chance among all classes.
func (c Chances) Best() (ledger.EventType, float64) {
	best := 1
	for k := 2; k < nClasses; k++ {
		if c[k] > c[best] {
			best = k
		}
	}
	return ledger.EventTypes()[best-1].Type, c[best]
}

func classOf(t ledger.EventType) int { return t.Place() + 1 }

// Class is the number of a class by its name, -1 if there is none of it.
func Class(name string) int {
	for i, c := range Classes() {
		if c == name {
			return i
		}
	}
	return -1
}
