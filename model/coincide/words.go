package coincide

import (
	"fmt"
	"strconv"
	"strings"
)

const noBaseRate = "the cases were collected because they were known, so the days without a response are not known and there is no base rate"

// amount writes a count with its noun.
func amount(n int, noun string) string {
	text := strconv.Itoa(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	if n == 1 {
		return text + " " + noun
	}
	return text + " " + noun + "s"
}

// small writes a probability.
func small(p float64) string {
	if p < .001 {
		return "below .001"
	}
	return strings.TrimPrefix(fmt.Sprintf("%.3f", p), "0")
}
