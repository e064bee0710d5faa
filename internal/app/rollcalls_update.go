package app

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"orrery/internal/dataset/rollcalls"
	"orrery/model/irt"
)

// ReadIdealPoints reads an answer that `orrery irt --json` wrote. Errors are *Error that say what to do.
func ReadIdealPoints(name string, from io.Reader) (IdealPoints, error) {
	var v IdealPoints
	fault := func(text string) error {
		return &Error{Code: Malformed, Field: "update", Text: name + ": " + text, Do: "give a file that `orrery irt FILE… --json` wrote"}
	}
	if err := json.NewDecoder(from).Decode(&v); err != nil {
		return v, fault(fmt.Sprintf("is not the JSON of ideal points (%v)", err))
	}
	if len(v.Points) == 0 || len(v.Periods) == 0 || len(v.Items) == 0 || len(v.Coding.Categories) < 2 {
		return v, fault("holds no points, periods, items or categories")
	}
	for i := 1; i < len(v.Periods); i++ {
		if !(v.Periods[i].Time > v.Periods[i-1].Time) {
			return v, fault("its periods are not in order of time")
		}
	}
	for _, p := range v.Points {
		if p.Unit < 0 || p.Unit >= len(v.Units) || p.Period < 0 || p.Period >= len(v.Periods) || !(p.SD > 0) {
			return v, fault(fmt.Sprintf("a point is of unit %d of %d and period %d of %d with standard deviation %g", p.Unit, len(v.Units), p.Period, len(v.Periods), p.SD))
		}
	}
	for _, i := range v.Items {
		if n := len(i.Cuts); n != len(i.CutSD) || n != len(i.SlopeCut) || n+1 != len(i.Categories) {
			return v, fault(fmt.Sprintf("item %q has %d cutpoints, %d deviations and %d covariances for %d categories", i.Name, n, len(i.CutSD), len(i.SlopeCut), len(i.Categories)))
		}
	}
	return v, nil
}

// restore makes the answer ready for an update.
func (v IdealPoints) restore() *irt.Result {
	periods := make([]irt.Period, len(v.Periods))
	for i, p := range v.Periods {
		periods[i] = irt.Period(p)
	}
	points := make([]irt.Point, len(v.Points))
	for i, p := range v.Points {
		points[i] = irt.Point{Unit: p.Unit, Period: p.Period, Votes: p.Votes, Mean: p.Mean, SD: p.SD, Q05: p.Q05, Q10: p.Q10, Q50: p.Median, Q90: p.Q90, Q95: p.Q95}
	}
	items := make([]irt.Item, len(v.Items))
	for i, item := range v.Items {
		items[i] = irt.Item(item)
	}
	walk := v.WalkVar
	if v.Settings.BSVCompat {
		walk = .25 // half of its factor: both sessions have about as many votes
	}
	return irt.Restore(v.Units, periods, points, items, walk)
}

// onScale moves a coding to the scale of a fitted answer: fresh votes may use only a part of it.
func onScale(c rollcalls.Coding, fitted []string) (rollcalls.Coding, error) {
	out := rollcalls.Coding{Categories: fitted, How: c.How, Of: map[string]int8{}}
	for word, k := range c.Of {
		if k < 0 {
			out.Of[word] = k
			continue
		}
		at := slices.Index(fitted, c.Categories[k])
		if at < 0 {
			return c, malformed("update", fmt.Sprintf("the votes %q mean %q, which is not on the scale of the fitted answer (%q)", word, c.Categories[k], fitted), "say with --vote-map what they mean")
		}
		out.Of[word] = int8(at)
	}
	return out, nil
}
