package linear

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"

	"orrery/ledger"
)

// Evidence is what is known of one draft of an event when its confidence is asked for.
type Evidence struct {
	Type        ledger.EventType
	Weight      float64 // of the frame, 0…1; 0 where the linear model supplied the type
	Chances     Chances // of the sentence
	Noun        bool    // a noun is the trigger
	Heading     bool
	Historical  bool
	Future      bool
	Negated     bool
	Claimed     bool // somebody in the sentence says so
	NoSource    bool
	NoTarget    bool
	Stranger    bool // nobody among the parties is known
	Several     bool // the sentence gave more than one event
	Subordinate bool // the trigger stands in a clause below the main one
}

// terms names the inputs of the calibration, in order.
var terms = []string{"constant", "frame", "chance of its type", "chance of no event", "another type is likelier", "supplied", "noun", "heading", "historical", "future", "negated",
	"claimed", "no source", "no target", "stranger", "several", "subordinate"}

func (e Evidence) values() []float64 {
	flag := func(b bool) float64 {
		if b {
			return 1
		}
		return 0
	}
	best, _ := e.Chances.Best()
	return []float64{1, 2*e.Weight - 1, logit(e.Chances.Of(e.Type)), logit(e.Chances.Of("")), flag(best != e.Type), flag(e.Weight == 0), flag(e.Noun), flag(e.Heading), flag(e.Historical),
		flag(e.Future), flag(e.Negated), flag(e.Claimed), flag(e.NoSource), flag(e.NoTarget), flag(e.Stranger), flag(e.Several), flag(e.Subordinate)}
}

func logit(p float64) float64 {
	p = min(max(p, .002), .998)
	return math.Log(p / (1 - p))
}

// Calibration turns evidence into a probability: a logistic regression on this project's own sentences.
type Calibration struct{ weights []float64 }

// Confidence is the chance that a careful reader would accept the draft, 0…1.
func (c *Calibration) Confidence(e Evidence) float64 {
	sum := 0.0
	for i, v := range e.values() {
		sum += c.weights[i] * v
	}
	return 1 / (1 + math.Exp(-sum))
}

// Reasons are the strongest terms for and against, as "+frame" or "-no target", at most n.
func (c *Calibration) Reasons(e Evidence, n int) []string {
	type term struct {
		name string
		push float64
	}
	var list []term
	for i, v := range e.values() {
		if push := c.weights[i] * v; i > 0 && math.Abs(push) > .15 {
			list = append(list, term{terms[i], push})
		}
	}
	var out []string
	for range min(n, len(list)) {
		best := 0
		for i := range list {
			if math.Abs(list[i].push) > math.Abs(list[best].push) {
				best = i
			}
		}
		sign := "+"
		if list[best].push < 0 {
			sign = "-"
		}
		out = append(out, sign+list[best].name)
		list[best].push = 0
	}
	return out
}

// Judged is a draft of the training sentences and whether it was right.
type Judged struct {
	Evidence
	Right bool
}

// Calibrate fits the regression by gradient descent with a small ridge; the seed orders the examples.
func Calibrate(list []Judged, seed uint64) *Calibration {
	c := &Calibration{weights: make([]float64, len(terms))}
	squares := make([]float64, len(terms))
	rng := rand.New(rand.NewPCG(seed, 23))
	for range 60 {
		for _, i := range rng.Perm(len(list)) {
			x, right := list[i].values(), 0.0
			if list[i].Right {
				right = 1
			}
			slope := c.Confidence(list[i].Evidence) - right
			for k := range x {
				g := slope*x[k] + 1e-4*c.weights[k]
				squares[k] += g * g
				c.weights[k] -= .1 * g / (1e-3 + math.Sqrt(squares[k]))
			}
		}
	}
	return c
}

// WriteTo writes the calibration as text.
func (c *Calibration) WriteTo(w io.Writer, card string) error {
	b := bufio.NewWriter(w)
	for line := range strings.SplitSeq(strings.TrimSpace(card), "\n") {
		fmt.Fprintf(b, "# %s\n", line)
	}
	for i, name := range terms {
		fmt.Fprintf(b, "%s\t%.3f\n", name, c.weights[i])
	}
	return b.Flush()
}

// ReadCalibration reads what WriteTo wrote. name is for errors.
func ReadCalibration(name, text string) (*Calibration, error) {
	c := &Calibration{}
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		key, value, _ := strings.Cut(line, "\t")
		w, err := strconv.ParseFloat(value, 64)
		if at := len(c.weights); err != nil || at >= len(terms) || key != terms[at] {
			return nil, fmt.Errorf("%s:%d: %q is not the term that is expected here", name, n, line)
		}
		c.weights = append(c.weights, w)
	}
	if len(c.weights) != len(terms) {
		return nil, fmt.Errorf("%s: %d of %d terms", name, len(c.weights), len(terms))
	}
	return c, nil
}
