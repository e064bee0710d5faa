package app

import (
	"fmt"
	"slices"
	"time"

	"orrery/model/align"
)

// ringFigures splits the states by what may be said of their last step: the stretch of
// the scale where the level may be shown, else "unknown".
func (r *reading) ringFigures(v *alignRun, c chosen) []Figure {
	hub := r.called(v.data.hub)
	out := []Figure{}
	for _, ring := range rings(hub) {
		out = append(out, Figure{Name: ring.Name, Label: ring.Label, N: int64(len(r.inRing(v, ring.Name))), Trace: v.figureTrace("align-ring", c, ring.Name)})
	}
	return append(out, Figure{Name: "unknown", Label: "not enough evidence, or none of the last six months", N: int64(len(r.inRing(v, "unknown"))), Trace: v.figureTrace("align-ring", c, "unknown")})
}

// inRing are the states of a ring, or all, by position in the run.
func (r *reading) inRing(v *alignRun, name string) []int {
	var out []int
	for _, i := range r.bodies(v) {
		res := v.results[i]
		t := len(res.Ends) - 1
		is := "unknown"
		if res.Level(t).OK {
			is = ringOf(round3(res.Run().Points[t].Median), "").Name
		}
		if is == name || name == "all" {
			out = append(out, i)
		}
	}
	return out
}

func (v *alignRun) figureTrace(verb string, c chosen, rest ...string) string {
	return traceID(append([]string{verb, v.data.hub, c.channels, c.absence}, rest...)...)
}

// tilts asks of each state whether it is closer to the hub than to the rival.
func (r *reading) tilts(v, rival *alignRun, c chosen) ([]TiltRow, error) {
	out := []TiltRow{}
	for _, d := range v.data.dyads {
		t, ok, err := r.tilt(v, rival, c, d.State)
		if err != nil {
			return nil, err
		}
		if ok {
			out = append(out, t)
		}
	}
	return out, nil
}

// tilt is of one state. ok is false where it has no alignment with both.
func (r *reading) tilt(v, rival *alignRun, c chosen, state string) (row TiltRow, ok bool, err error) {
	a, b := v.of(state), rival.of(state)
	if a == nil || b == nil {
		return TiltRow{}, false, nil
	}
	p, sign, verdict, err := align.Tilt(a, b, len(a.Ends)-1)
	if err != nil { // the ledger was written to between the two computations
		return TiltRow{}, false, fmt.Errorf("comparing two hubs: %w; ask again", err)
	}
	return TiltRow{State: r.named(state), P: round3(p), Sign: sign, Verdict: ruling(verdict), Trace: v.figureTrace("align-tilt", c, rival.data.hub, state)}, true, nil
}

// of is a state's result, nil where there is none.
func (v *alignRun) of(state string) *align.Result {
	for i, d := range v.data.dyads {
		if d.State == state && v.failed == "" {
			return v.results[i]
		}
	}
	return nil
}

// alignmentSentence answers the screen's question. other is the rival's run, nil while
// it is being computed.
func (r *reading) alignmentSentence(view AlignmentView, v *alignRun, c chosen, other *alignRun) Sentence {
	t := &telling{}
	hub := r.called(v.data.hub)
	t.say(r.asOfWords(v)+", of ").count(int64(len(r.bodies(v))), v.figureTrace("align-ring", c, "all")).say(" states ")
	var parts []part
	for _, f := range r.ringFigures(v, c) {
		words := map[string][2]string{"with": {"stands with " + hub, "stand with " + hub}, "leaning-with": {"leans towards it", "lean towards it"},
			"between": {"stands between", "stand between"}, "leaning-against": {"leans away from it", "lean away from it"},
			"against": {"stands against it", "stand against it"}}[f.Name]
		if f.Name == "unknown" {
			words = [2]string{"has too little, too old or too uncertain evidence to be placed", "have too little, too old or too uncertain evidence to be placed"}
		}
		parts = append(parts, part{n: f.N, trace: f.Trace, after: " " + plural(f.N, words[0], words[1])})
	}
	t.list(aboveZero(parts)).say(".")
	if other == nil || other.failed != "" {
		return t.out
	}
	t.say(" ")
	r.tellTilts(t, v, other, c, view.Tilt)
	return t.out
}

// tellTilts counts the region's states by the hub that they stand closer to.
func (r *reading) tellTilts(t *telling, v, other *alignRun, c chosen, rows []TiltRow) {
	var n [3]int64
	for _, row := range rows {
		if slices.Contains(r.region.States, row.State.Code) {
			n[row.Sign+1]++
		}
	}
	trace := func(sign string) string { return v.figureTrace("align-tilts", c, other.data.hub, sign) }
	hub, rival := r.called(v.data.hub), r.called(other.data.hub)
	t.count(n[2], trace("1")).say(" of ").count(n[0]+n[1]+n[2], v.figureTrace("align-ring", c, "all")).
		say(" states "+plural(n[2], "stands", "stand")+" closer to "+hub+" than to "+rival+", ").
		count(n[0], trace("-1")).say(" closer to "+rival+"; for ").count(n[1], trace("0")).say(" the evidence does not say.")
}

// asOfWords begins a sentence with the last day and what it is.
func (r *reading) asOfWords(v *alignRun) string {
	last := v.data.span.to.Date().String()
	if _, newest := v.data.span.newest.Span(); newest == v.data.span.to {
		return "As of " + longDay(last) + ", the day of the ledger's newest evidence"
	}
	return "As of " + longDay(last) + ", with the newest evidence of " + longDay(v.data.span.newest.String())
}

// runHead is the receipt of a run.
func (r *reading) runHead(v *alignRun, c chosen) *RunHead {
	h := &RunHead{Ref: v.ref, Model: alignModel, Version: v.version, DataHash: v.hash, DataAsOf: v.data.span.to.Date().String(), Settings: settingsLine(v.data.settles, c),
		At: v.at.UTC().Format(time.RFC3339), Trace: v.figureTrace("align-run", c)}
	return h
}

// settingsLine is a run's settings in one line. There is no seed in it: the model draws
// nothing at random.
func settingsLine(s align.Settings, c chosen) string {
	absence := map[string]string{"missing": "absence as missing", "abstention": "absence as abstention", "own": "absence as an answer of its own"}[c.absence]
	return fmt.Sprintf("by month from %s to %s; %s; %s; %d points from %g to %g; no randomness",
		s.From.Format(time.DateOnly), s.To.Format(time.DateOnly), c.channels, absence, s.Grid.Points, s.Grid.Lo, s.Grid.Hi)
}
