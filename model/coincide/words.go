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

// within says when a response counts as an answer.
func (r Rule) within() string {
	switch {
	case r.DT == 0:
		return "on the day " + amount(r.Tau, "day") + " later"
	case r.Tau == 0:
		return "within " + amount(r.DT, "day")
	}
	return fmt.Sprintf("%d to %d days later", r.Tau, r.Tau+r.DT)
}

// small writes a probability.
func small(p float64) string {
	switch {
	case p < .001:
		return "below .001"
	case p >= .9995:
		return "1"
	}
	return strings.TrimPrefix(fmt.Sprintf("%.3f", p), "0")
}
