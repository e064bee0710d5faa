package align

import (
	"slices"
	"testing"
)

// What leans on an end of the grid is flagged, so that a screen can say "at least"; what does not is not.
func TestBoundIsFlagged(t *testing.T) {
	s := oneOfEach(over(12))
	loyal := votes(12, 60, func(int) Choice { return Yes })
	for i := range loyal.Votes { // items on which nearly everybody else is against
		loyal.Votes[i].Totals = Totals{Yes: 3, No: 160, Abstain: 10}
	}
	loyalty := fit(t, loyal, s)
	far := loyalty.Run().Points
	mirrored := loyal
	mirrored.Votes = slices.Clone(loyal.Votes)
	for i := range mirrored.Votes {
		mirrored.Votes[i].Hub = No
	}
	low, middle := fit(t, mirrored, s).Run().Points, fit(t, votes(12, 20, func(int) Choice { return Abstain }), s).Run().Points
	if far[143].Bound != 1 || low[143].Bound != -1 || middle[143].Bound != 0 {
		t.Errorf("bounds %d, %d, %d at medians %.2f, %.2f, %.2f; want 1, -1, 0", far[143].Bound, low[143].Bound, middle[143].Bound,
			far[143].Median, low[143].Median, middle[143].Median)
	}
	if v := loyalty.Level(143); !v.OK || v.Text != AtLeast || v.Why == "" {
		t.Errorf("a level at the end of the grid: %+v", v)
	}
	if v := fit(t, mirrored, s).Level(143); !v.OK || v.Text != AtMost {
		t.Errorf("a level at the lower end of the grid: %+v", v)
	}
}
