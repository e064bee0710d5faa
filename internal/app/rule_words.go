package app

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"orrery/model/coincide"
)

// The numbers of a rule's run are put into words here, once for all faces.

// chanceWords writes a probability.
func chanceWords(p float64) string {
	if p < .001 {
		return "below .001"
	}
	if p >= .9995 {
		return "1"
	}
	return strings.TrimPrefix(strconv.FormatFloat(p, 'f', 3, 64), "0")
}

// besideP is what stands beside every p: how many rules it was picked from.
func besideP(family int) string {
	return fmt.Sprintf(" (1 of %d %s ever run)", family, plural(family, "rule", "rules"))
}

// withheld is why a guardrail shows no number.
func withheld(v coincide.Verdict) string { return joined(v.Text, ": ", v.Why) }

// boundWords writes an end of an interval.
func boundWords(b coincide.Bound) string {
	if f := float64(b); !math.IsNaN(f) && !math.IsInf(f, 0) {
		return strconv.FormatFloat(f, 'f', 2, 64)
	}
	return "no limit"
}

func percent(share float64) string { return strconv.FormatFloat(100*share, 'f', 0, 64) + " %" }
