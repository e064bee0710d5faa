package app

import (
	"fmt"
	"slices"
	"strconv"

	"orrery/ledger"
)

// actorPointer stands for a state among the rows of a figure that counts states.
func actorPointer(code, label string) pointer {
	return pointer{ref: string(ledger.KindActor) + ":" + code, label: label}
}

// traceAlignRing opens the states in one stretch of the scale.
func (r *reading) traceAlignRing(args []string) (opening, error) {
	bad := noTrace(append([]string{"align-ring"}, args...))
	if len(args) != 4 {
		return opening{}, bad
	}
	v, c, err := r.alignRunOf(args[0], args[1], args[2])
	if err != nil {
		return opening{}, err
	}
	all := r.ringFigures(v, c)
	label := "all that are followed"
	if n := slices.IndexFunc(all, func(f Figure) bool { return f.Name == args[3] }); n >= 0 {
		label = all[n].Label
	} else if args[3] != "all" {
		return opening{}, bad
	}
	o := opening{figure: "States and " + r.called(v.data.hub) + ": " + label,
		rule: "One row a state. With: above 1; leaning: from .33 to 1 on either side; between: less than .33 from the place of a typical state of the world; against: below −1. Only states whose level may be shown are placed; the others lack evidence or recent evidence. " + r.runWords(v, c)}
	o.rows.named = []pointer{}
	for _, i := range r.inRing(v, args[3]) {
		s := r.stand(v, c, i, len(v.results[i].Ends)-1)
		o.rows.named = append(o.rows.named, actorPointer(v.data.dyads[i].State, s.Sentence.String()))
		o.parts = append(o.parts, Figure{Name: v.data.dyads[i].State, Label: r.name(v.data.dyads[i].State) + ": observations", N: int64(len(v.results[i].Items)), Trace: s.Trace})
	}
	return o, nil
}

const tiltRule = "Closer is a probability of at least .90 that the one alignment lies above the other, whose sign survives each reading of absence and leaving out each kind of evidence. The two alignments are taken as independent."

// traceAlignTilt opens the comparison of two hubs for one state: the observations of both.
func (r *reading) traceAlignTilt(args []string) (opening, error) {
	bad := noTrace(append([]string{"align-tilt"}, args...))
	if len(args) != 5 {
		return opening{}, bad
	}
	v, c, i, err := r.alignDyadOf(args[0], args[4], args[1], args[2])
	if err != nil {
		return opening{}, err
	}
	w, _, k, err := r.alignDyadOf(args[3], args[4], args[1], args[2])
	if err != nil {
		return opening{}, err
	}
	row, ok, err := r.tilt(v, w, c, v.data.dyads[i].State)
	if err != nil {
		return opening{}, err
	}
	if !ok {
		return opening{}, bad
	}
	hub, rival := r.called(v.data.hub), r.called(w.data.hub)
	o := opening{figure: row.State.Name + ": closer to " + hub + " than to " + rival + "?", value: fmt.Sprintf("probability %.2f", row.P),
		rule: tiltRule + " Rows are the observations of both alignments; a weight is that in its own alignment."}
	if !row.Verdict.OK {
		o.rule += " Here: " + row.Verdict.Text + ", since " + row.Verdict.Why + "."
	}
	for _, one := range []struct {
		v   *alignRun
		i   int
		hub string
	}{{v, i, hub}, {w, k, rival}} {
		t := len(one.v.results[one.i].Ends) - 1
		o.parts = append(o.parts, Figure{Name: one.v.data.hub, Label: "observations beside " + one.hub, N: int64(len(one.v.results[one.i].Items)), Trace: one.v.trace(c, row.State.Code, t)})
		o.rows.named = append(o.rows.named, one.v.pointers(r, one.i, t, "")...)
	}
	if o.rows.named == nil {
		o.rows.named = []pointer{}
	}
	return o, nil
}

// traceAlignTilts opens the states of one answer to that question.
func (r *reading) traceAlignTilts(args []string) (opening, error) {
	bad := noTrace(append([]string{"align-tilts"}, args...))
	if len(args) != 5 {
		return opening{}, bad
	}
	sign, err := strconv.Atoi(args[4])
	if err != nil || sign < -1 || sign > 1 {
		return opening{}, bad
	}
	v, c, err := r.alignRunOf(args[0], args[1], args[2])
	if err != nil {
		return opening{}, err
	}
	w, _, err := r.alignRunOf(args[3], args[1], args[2])
	if err != nil {
		return opening{}, err
	}
	hub, rival := r.called(v.data.hub), r.called(w.data.hub)
	o := opening{figure: "States that stand closer to " + []string{rival + " than to " + hub, "neither of " + hub + " and " + rival + ", as far as the evidence says", hub + " than to " + rival}[sign+1], rule: tiltRule}
	o.rows.named = []pointer{}
	rows, err := r.tilts(v, w, c)
	if err != nil {
		return opening{}, err
	}
	for _, row := range rows {
		if row.Sign != sign || !slices.Contains(r.region.States, row.State.Code) {
			continue
		}
		label := fmt.Sprintf("%s: probability %.2f of standing closer to %s", row.State.Name, row.P, hub)
		if !row.Verdict.OK {
			label += "; " + row.Verdict.Why
		}
		o.rows.named = append(o.rows.named, actorPointer(row.State.Code, label))
		o.parts = append(o.parts, Figure{Name: row.State.Code, Label: row.State.Name + ": observations of both", Trace: row.Trace,
			N: int64(len(v.of(row.State.Code).Items) + len(w.of(row.State.Code).Items))})
	}
	return o, nil
}

// traceAlignRun opens a computation: its record where the ledger keeps it, and its dyads.
func (r *reading) traceAlignRun(args []string) (opening, error) {
	if len(args) != 3 {
		return opening{}, noTrace(append([]string{"align-run"}, args...))
	}
	v, c, err := r.alignRunOf(args[0], args[1], args[2])
	if err != nil {
		return opening{}, err
	}
	o := opening{figure: "Alignment with " + r.called(v.data.hub), value: alignCode, rule: r.runWords(v, c) + " One input gives one output: the model draws nothing at random, so its seed is 0."}
	o.rows.named = []pointer{}
	if v.ref != "" {
		o.rows.named = append(o.rows.named, pointer{ref: v.ref})
	} else {
		o.rule += " The ledger does not keep it: it is computed anew for this choice of time, sources or evidence."
	}
	for i, d := range v.data.dyads {
		o.parts = append(o.parts, Figure{Name: d.State, Label: r.name(d.State) + ": observations", N: int64(len(v.results[i].Items)), Trace: v.trace(c, d.State, len(v.results[i].Ends)-1)})
	}
	return o, nil
}
