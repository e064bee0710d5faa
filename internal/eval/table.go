package main

import (
	"fmt"
	"os"
	"text/tabwriter"
)

// row is one figure with its interval, its count and its goal.
type row struct {
	what      string
	value     float64
	low, high float64 // of 95 %; both 0 with value: no interval
	n         int
	goal      float64 // 0: none
	atMost    bool    // the goal is an upper limit
	note      string
}

func (r row) met() string {
	switch {
	case r.goal == 0:
		return ""
	case r.atMost && r.value <= r.goal, !r.atMost && r.value >= r.goal:
		return "yes"
	}
	return "no"
}

func print(part string, rows []row) {
	fmt.Printf("\n%s\n", part)
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "WHAT\tFIGURE\t95 %\tN\tGOAL\tMET?\tNOTE")
	for _, r := range rows {
		goal := ""
		if r.goal > 0 {
			goal = fmt.Sprintf("≥ %.2f", r.goal)
			if r.atMost {
				goal = fmt.Sprintf("≤ %.2f", r.goal)
			}
		}
		interval := ""
		if r.low != 0 || r.high != 0 {
			interval = fmt.Sprintf("%.3f–%.3f", r.low, r.high)
		}
		fmt.Fprintf(w, "%s\t%.3f\t%s\t%d\t%s\t%s\t%s\n", r.what, r.value, interval, r.n, goal, r.met(), r.note)
	}
	_ = w.Flush() // to standard output, like all that is printed here
}
