package linear

import (
	"math"
	"math/rand/v2"
)

// Example is the features of one sentence and its class.
type Example struct {
	Features []Feature
	Class    int
}

// Training are the settings of Train.
type Training struct {
	Epochs int     // passes over the examples; 0: 30
	Rate   float64 // of AdaGrad; 0: .3
	Ridge  float64 // L2 penalty a step; 0: 1e-3
	Least  int     // features seen in fewer examples are left out; 0: 4
	Seed   uint64
}

// Train fits a multinomial logistic regression by AdaGrad, examples in an order drawn by the seed. The same examples and settings
// give the same model.
func Train(examples []Example, t Training) *Model {
	t = t.orDefault()
	m := &Model{weights: map[Feature][nClasses]float32{}}
	seen := map[Feature]int{}
	for _, e := range examples {
		for _, f := range unique(e.Features) {
			if seen[f]++; seen[f] == t.Least {
				m.weights[f] = [nClasses]float32{}
			}
		}
	}
	squares := map[Feature]*[nClasses]float32{}
	var biasSquares [nClasses]float64
	rng := rand.New(rand.NewPCG(t.Seed, 17))
	for range t.Epochs {
		for _, i := range rng.Perm(len(examples)) {
			e := examples[i]
			chances := m.Score(e.Features)
			known := float32(1)
			for _, f := range e.Features {
				if _, ok := m.weights[f]; ok {
					known++
				}
			}
			scale := float64(scaleOf(known))
			var slope [nClasses]float64
			for k := range slope {
				slope[k] = chances[k]
				if k == e.Class {
					slope[k]--
				}
				biasSquares[k] += slope[k] * slope[k]
				m.bias[k] -= float32(t.Rate * slope[k] / (1 + math.Sqrt(biasSquares[k])))
			}
			for _, f := range e.Features {
				w, ok := m.weights[f]
				if !ok {
					continue
				}
				sq := squares[f]
				if sq == nil {
					sq = new([nClasses]float32)
					squares[f] = sq
				}
				for k := range w {
					g := slope[k]*scale + t.Ridge*float64(w[k])
					sq[k] += float32(g * g)
					w[k] -= float32(t.Rate * g / (1e-3 + math.Sqrt(float64(sq[k]))))
				}
				m.weights[f] = w
			}
		}
	}
	return m
}

func (t Training) orDefault() Training {
	if t.Epochs == 0 {
		t.Epochs = 30
	}
	if t.Rate == 0 {
		t.Rate = .3
	}
	if t.Ridge == 0 {
		t.Ridge = 1e-3
	}
	if t.Least == 0 {
		t.Least = 4
	}
	return t
}

func unique(list []Feature) []Feature {
	seen := make(map[Feature]bool, len(list))
	var out []Feature
	for _, f := range list {
		if !seen[f] {
			seen[f] = true
			out = append(out, f)
		}
	}
	return out
}
