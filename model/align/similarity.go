package align

import (
	"fmt"
	"math"
)

// Similarity describes how often two states vote alike. It is for display beside an alignment and never part of one: S
// and plain agreement are inflated where disagreement is rare, so the chance-corrected columns stand beside them.
type Similarity struct {
	N                        int     // roll calls on which both voted
	Agreement                float64 // share of equal votes
	SAbs, SSq                float64 // Signorino and Ritter's S with absolute and with squared distances, -1..1
	KappaAbs, KappaSq, Kappa float64 // Cohen's kappa with the two distances, and nominal
	PiAbs, PiSq, Pi          float64 // Scott's pi likewise
	Alignment                float64 // Benati and Capurri's A: S (absolute) less what independence gives
	KappaDefined, PiDefined  bool    // false when expected disagreement is zero: one of them never varies
}

// Similar compares two states' votes roll call by roll call, as yes, abstain and no at distances 0, 1 and 2. Roll calls on
// which either did not vote are left out. It fails on lists of unequal length and when none is left.
func Similar(x, y []Choice) (Similarity, error) {
	if len(x) != len(y) {
		return Similarity{}, fmt.Errorf("comparing votes: one list has %d and the other %d", len(x), len(y))
	}
	var s Similarity
	var joint [3][3]float64
	for i := range x {
		if x[i] >= Yes && x[i] <= No && y[i] >= Yes && y[i] <= No {
			joint[x[i]-Yes][y[i]-Yes]++
			s.N++
		}
	}
	if s.N == 0 {
		return s, fmt.Errorf("comparing votes: there is no roll call on which both voted")
	}
	n := float64(s.N)
	var px, py [3]float64
	for i := range joint {
		for j := range joint[i] {
			joint[i][j] /= n
			px[i] += joint[i][j]
			py[j] += joint[i][j]
		}
	}
	// Observed disagreement, and expected from each one's own habits (kappa) or from the habits of both together (pi).
	disagree := func(distance func(i, j int) float64) (seen, kappa, pi float64) {
		for i := range joint {
			for j := range joint[i] {
				d := distance(i, j)
				seen += d * joint[i][j]
				kappa += d * px[i] * py[j]
				pi += d * (px[i] + py[i]) / 2 * (px[j] + py[j]) / 2
			}
		}
		return seen, kappa, pi
	}
	abs, absKappa, absPi := disagree(func(i, j int) float64 { return math.Abs(float64(i - j)) })
	sq, sqKappa, sqPi := disagree(func(i, j int) float64 { return float64((i - j) * (i - j)) })
	unlike, kappa, pi := disagree(func(i, j int) float64 {
		if i == j {
			return 0
		}
		return 1
	})
	s.Agreement, s.SAbs, s.SSq = 1-unlike, 1-2*abs/2, 1-2*sq/4
	s.Alignment = s.SAbs - (1 - 2*absKappa/2)
	if s.KappaDefined = kappa > 0; s.KappaDefined {
		s.KappaAbs, s.KappaSq, s.Kappa = 1-abs/absKappa, 1-sq/sqKappa, 1-unlike/kappa
	}
	if s.PiDefined = pi > 0; s.PiDefined {
		s.PiAbs, s.PiSq, s.Pi = 1-abs/absPi, 1-sq/sqPi, 1-unlike/pi
	}
	return s, nil
}
