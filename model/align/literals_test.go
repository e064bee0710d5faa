package align

import (
	"errors"
	"math"
	"strings"
	"testing"
)

// The vectors that are small enough to stand here, so that a checkout without the shared folder is not left without any.

// For constant variances the filtered variance settles where a local-level model's Riccati equation says, whatever the data:
// for Durbin and Koopman's Nile variances at 4032.158, and the smoothed one in the middle at 2326.757.
func TestVarianceSettlesAsPublished(t *testing.T) {
	const h, q = 15099, 1469.1
	g := Grid{Lo: -1000, Hi: 1000, Points: 2001}
	logs := make([][]float64, 60)
	for i := range logs {
		logs[i] = gaussian(g, float64(i%3), h)
	}
	c, _, mass := smoothed(t, g, g.normal(0, 200), newWalk(g, q, 0, nil), logs)
	_, filtered := moments(g, c.filtered(59))
	near(t, "filtered variance", filtered, 4032.157942, 1e-6)
	near(t, "its equation", filtered, (math.Sqrt(q*q+4*q*h)-q)/2, 1e-6)
	_, middle := moments(g, mass[30])
	near(t, "smoothed variance", middle, 2326.75688, 1e-6)
}

func TestMarginOfOneVote(t *testing.T) {
	lo, hi := Totals{Yes: 141, No: 5, Abstain: 35}.margin(No).cuts() // A/RES/ES-11/1 seen from Moscow
	near(t, "lower cut", math.Sqrt2*lo, 1.069933743, 1e-6)
	near(t, "upper cut", math.Sqrt2*hi, 2.657002021, 1e-6)
	near(t, "P(neutral | 1)", between(math.Sqrt2*lo-1, math.Sqrt2*hi-1), 0.4233636648, 1e-6)
}

func TestSimilarityOfTwelveVotes(t *testing.T) {
	s, err := Similar(choices([]int{1, 1, 2, 3, 1, 2, 2, 1, 3, 1, 1, 2, 4, 1}), choices([]int{1, 2, 2, 3, 1, 1, 2, 1, 3, 3, 1, 1, 1, 0}))
	if err != nil || s.N != 12 {
		t.Fatalf("%d roll calls, %v", s.N, err)
	}
	near(t, "S", s.SAbs, .5833333333, 1e-6)
	near(t, "kappa", s.Kappa, .4666666667, 1e-6)
	near(t, "pi, squared", s.PiSq, .5320334262, 1e-6)
	near(t, "A", s.Alignment, .4166666667, 1e-6)
	if same, err := Similar(choices([]int{1, 1}), choices([]int{1, 1})); err != nil || same.KappaDefined || same.Agreement != 1 {
		t.Errorf("two that never vary: %+v, %v", same, err)
	}
	if _, err := Similar(choices([]int{4}), choices([]int{1})); err == nil {
		t.Error("no common roll call is no error")
	}
	if _, err := Similar(nil, choices([]int{1})); err == nil {
		t.Error("lists of unequal length are no error")
	}
}

func TestAxisDistanceIsRefused(t *testing.T) {
	_, err := AxisDistance(map[string]float64{"RUS": .142, "USA": 2.695, "KAZ": -.61, "UZB": -.281, "MDA": .711}, "RUS", "USA")
	var refused *AxisError
	if !errors.As(err, &refused) || strings.Join(refused.Tied, " ") != "KAZ UZB" || refused.States != 3 {
		t.Fatalf("%v", err)
	}
	near(t, "bound", refused.Bound, -2.553, 1e-9)
	if !strings.Contains(err.Error(), "2 of 3 states (KAZ UZB) lie outside") {
		t.Error(err)
	}
	if _, err = AxisDistance(map[string]float64{"RUS": 0, "USA": 1, "MDA": .5}, "RUS", "USA"); err == nil {
		t.Error("a distance was given because nobody ties")
	}
	if _, err = AxisDistance(map[string]float64{"RUS": 0}, "RUS", "USA"); err == nil || !strings.Contains(err.Error(), "USA is not on this axis") {
		t.Errorf("a hub is missing: %v", err)
	}
}

func TestRelative(t *testing.T) {
	for _, c := range []struct {
		state, hub Choice
		want       Answer
	}{
		{Yes, Yes, With}, {No, No, With}, {Yes, No, Against}, {No, Yes, Against}, {Abstain, Yes, Neutral}, {Absent, No, Silent},
		{Yes, Abstain, NoAnswer}, {Yes, Absent, NoAnswer}, {Yes, NoRecord, NoAnswer}, {NoRecord, Yes, NoAnswer}, {9, Yes, NoAnswer},
	} {
		if got := Relative(c.state, c.hub); got != c.want {
			t.Errorf("Relative(%d, %d) = %d, want %d", c.state, c.hub, got, c.want)
		}
	}
}
