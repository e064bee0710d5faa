package main

import (
	"fmt"
	"io"

	"orrery/internal/coding/linear"
)

// thresholds prints what each least confidence would propose on the training sentences: how many of those without an event get a
// draft, and of how many events the type is found. The default is chosen here, never on the sentences of the evaluation.
func thresholds(out io.Writer, c *linear.Calibration, drafts [][]linear.Judged, classes []int) {
	fmt.Fprintln(out, "least confidence: false alarms, events found with their type, right among those proposed")
	for _, least := range []float64{.05, .1, .15, .2, .25, .3, .4, .5, .6} {
		alarms, nones, found, events, proposed, right := 0, 0, 0, 0, 0, 0
		for i, list := range drafts {
			any, typed := false, false
			for _, d := range list {
				if c.Confidence(d.Evidence) < least {
					continue
				}
				any = true
				proposed++
				if d.Right {
					right++
				}
				typed = typed || linear.Class(string(d.Type)) == classes[i]
			}
			if classes[i] == 0 {
				nones++
				if any {
					alarms++
				}
			} else {
				events++
				if typed {
					found++
				}
			}
		}
		fmt.Fprintf(out, "  %.2f: %.3f %.3f %.3f\n", least, ratio(alarms, nones), ratio(found, events), ratio(right, proposed))
	}
}
