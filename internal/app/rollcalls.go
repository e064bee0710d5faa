package app

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"orrery/internal/dataset/rollcalls"
	"orrery/internal/dataset/unga"
	"orrery/model/irt"
)

// EstimateRollCalls reads files of roll calls and places those who vote. It needs no ledger. Errors of the files are *Error
// with file:line:column; ctx ends a run at its next sweep.
func EstimateRollCalls(ctx context.Context, files []RollCallFile, q RollCallQuestion) (IdealPoints, error) {
	q, err := q.check()
	if err != nil {
		return IdealPoints{}, err
	}
	v, votes, coding, err := readRollCalls(ctx, files, q)
	if err != nil {
		return v, err
	}
	table, counted := votes.Table(coding)
	if !counted {
		v.Notices = append(v.Notices, "The periods' names are no numbers or years: they are taken in the order in which they appear, one unit of time apart.")
	}
	if q.Fitted == nil {
		if err := q.anchor(&v, table); err != nil {
			return v, err
		}
	}
	anchors, err := q.anchors(table)
	if err != nil {
		return v, err
	}
	v.Settings.Anchors = anchorWords(anchors)
	result, err := q.run(ctx, table, anchors)
	if err != nil && ctx.Err() != nil {
		return v, ctx.Err()
	} else if err != nil {
		return v, &Error{Code: Malformed, Text: err.Error(), Do: "look at how the votes were read, and at --vote, --vote-map and --min-minority", Err: err}
	}
	v.fill(table, result)
	v.caution()
	return v, nil
}

// anchor decides whose side is positive, so that the same files always give the same signs.
func (q *RollCallQuestion) anchor(v *IdealPoints, t *irt.Table) error {
	for _, name := range q.Positive {
		if !slices.Contains(t.Units, name) {
			return &Error{Code: Malformed, Field: "positive", Text: fmt.Sprintf("nobody who votes is called %q", name), Do: "did you mean " + strings.Join(append(nearest(name, t.Units), t.Units[0])[:1], "") + "?"}
		}
	}
	if len(q.Positive) == 0 {
		q.Positive = []string{anchorOf(t)}
		v.Notices = append(v.Notices, "Positive is the side of "+q.Positive[0]+"; --positive chooses another. The sign of the scale says nothing by itself.")
	}
	v.Settings.Positive = q.Positive
	return nil
}

// anchorOf is the state that the published series makes positive where it votes, else the unit with most votes, the first by name among equals.
func anchorOf(t *irt.Table) string {
	if slices.Contains(t.Units, unga.PublishedPositive) {
		return unga.PublishedPositive
	}
	n := make([]int, len(t.Units))
	for i, u := range t.Unit {
		if t.Category[i] >= 0 {
			n[u]++
		}
	}
	best := 0
	for u := range n {
		if n[u] > n[best] || n[u] == n[best] && t.Units[u] < t.Units[best] {
			best = u
		}
	}
	return t.Units[best]
}

// run estimates by the method asked for.
func (q RollCallQuestion) run(ctx context.Context, t *irt.Table, anchors []irt.Anchor) (*irt.Result, error) {
	if q.Fitted != nil {
		return irt.Update(q.Fitted.restore(), t, q.rules(), irt.UpdateOptions{})
	}
	problem, err := irt.Compile(t, q.rules())
	if err != nil {
		return nil, err
	}
	if q.Method == "fast" {
		q.Progress("Estimating", 0, 0)
		return irt.Fast(ctx, problem, irt.FastOptions{Model: q.model(), Seed: q.Seed})
	}
	return irt.Full(ctx, problem, irt.FullOptions{Model: q.model(), Seed: q.Seed, Chains: q.Chains, BurnIn: q.BurnIn, Sweeps: q.Sweeps, Anchors: anchors,
		Progress: func(done, due int) { q.Progress("Sweeping", int64(done), int64(due)) }})
}

// fill copies a result into the answer.
func (v *IdealPoints) fill(t *irt.Table, r *irt.Result) {
	v.Units = t.Units
	for _, p := range t.Periods {
		v.Periods = append(v.Periods, IdealPeriod(p))
	}
	v.Points, v.Items, v.Dropped = []IdealPoint{}, []IdealItem{}, []IdealDrop{}
	for _, p := range r.Points {
		v.Used += p.Votes
		v.Points = append(v.Points, IdealPoint{Unit: p.Unit, Period: p.Period, Votes: p.Votes, Mean: p.Mean, SD: p.SD, Q05: p.Q05, Q10: p.Q10, Median: p.Q50, Q90: p.Q90, Q95: p.Q95, RHat: p.RHat, ESS: p.ESS})
	}
	for _, i := range r.Items {
		v.Items = append(v.Items, IdealItem(i))
	}
	for _, d := range r.Dropped {
		v.Dropped = append(v.Dropped, IdealDrop{d.Call, inWords(d.Reason, v.Coding.Categories)})
	}
	v.WalkVar = r.WalkVar
	v.Run = IdealRun{Rounds: r.Run.Rounds, Converged: r.Run.Converged, Draws: r.Run.Draws, WorstRHat: r.Run.WorstRHat, LowestESS: r.Run.LowestESS,
		AcceptItems: r.Run.AcceptItems, AcceptPaths: r.Run.AcceptPaths, AcceptScale: r.Run.AcceptScale}
}

var categoryNumber = regexp.MustCompile(`category (\d)`)

// inWords names the categories of a reason, which the model only numbers.
func inWords(reason string, categories []string) string {
	return categoryNumber.ReplaceAllStringFunc(reason, func(m string) string {
		if k := int(m[len(m)-1] - '0'); k < len(categories) {
			return strconv.Quote(categories[k])
		}
		return m
	})
}

// caution says what the numbers do not say themselves.
func (v *IdealPoints) caution() {
	if v.Method == "update" {
		v.Cautions = append(v.Cautions, "An update places units by new roll calls and leaves the fitted answer as it is: its intervals do not carry a common shift of all older positions.")
	}
	if v.Method == "fast" && !v.Settings.BSVCompat {
		v.Cautions = append(v.Cautions, "The fast method is an approximation: its intervals are too narrow (on simulated tables its 90 % intervals hold about 85 % of the true positions). Use --method full for intervals to be quoted.")
	}
	if v.Settings.BSVCompat {
		v.Cautions = append(v.Cautions, "With --bsv-compat the estimator is that of Bailey, Strezhnev and Voeten as it was run in April 2020, which is the posterior of no model: use it to compare with their series only.")
	}
	if v.Run.WorstRHat > 1.05 {
		do := "ask for more --sweeps"
		if v.Method == "fast" {
			do = "use --method full"
		}
		v.Cautions = append(v.Cautions, fmt.Sprintf("The chains do not agree yet (worst R-hat %.2f, lowest effective size %.0f): %s before quoting single positions.", v.Run.WorstRHat, v.Run.LowestESS, do))
	}
}

// codingView lists the words with their meanings.
func codingView(votes *rollcalls.Votes, c rollcalls.Coding) IdealCoding {
	view := IdealCoding{Categories: c.Categories, How: c.How, Words: []IdealWord{}}
	for _, w := range votes.Words {
		meaning := "missing"
		if k := c.Of[w.Text]; k >= 0 {
			meaning = c.Categories[k]
		}
		view.Words = append(view.Words, IdealWord{w.Text, meaning, w.N})
	}
	return view
}
