package app

import (
	"math"
	"testing"

	"orrery/model/coincide"
)

// An interval without an upper end is not said twice to have none.
func TestRatioWords(t *testing.T) {
	none := coincide.Bound(math.Inf(1))
	for want, v := range map[string]coincide.Ratio{
		"2.50, 95 % interval 1.20 to 5.10":                          {Estimate: 2.5, Lo: 1.2, Hi: 5.1},
		"not bounded above; at least 62.83 (95 % interval)":         {Estimate: none, Lo: 62.83, Hi: none},
		"3.00; at least 1.00 and not bounded above (95 % interval)": {Estimate: 3, Lo: 1, Hi: none},
	} {
		if got := ratioWords(v, "95 %"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
