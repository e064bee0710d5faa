package app

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"

	"orrery/internal/store"
	"orrery/ledger"
)

// traceWorld opens a state's position in a year: its votes of that year that count, those that tell most first.
func (r *reading) traceWorld(args []string) (opening, error) {
	if len(args) != 2 {
		return opening{}, noTrace(append([]string{"world"}, args...))
	}
	actor, err := r.state(args[0])
	if err != nil {
		return opening{}, err
	}
	run, err := r.worldNow()
	if err != nil {
		return opening{}, err
	}
	year, _ := strconv.Atoi(args[1])
	at := slices.IndexFunc(run.Points, func(p worldPoint) bool { return run.Units[p.Unit] == actor.Code && run.Years[p.Year] == year })
	if at < 0 {
		return opening{}, noTrace(append([]string{"world"}, args...))
	}
	p := run.Points[at]
	o := opening{figure: fmt.Sprintf("%s: position among all who vote, %d", actor.Name(), year), value: signed(p.Median) + ", 90 % between " + signed(p.Q05) + " and " + signed(p.Q95),
		rule: "The votes of that year that count, and through the walk from year to year those of the years around. The weight is how strongly the roll call tells the two sides apart (its slope): above 0 a yes speaks for the side of " + r.called(run.Anchor) + ", below 0 a no does. Absences say nothing here. Roll calls on which all agree are left out."}
	votes, err := lensed[*ledger.Vote](r, yearQuery(*laneOf(actor.Code, "votes").query, args[1]))
	if err != nil {
		return opening{}, err
	}
	for _, v := range votes {
		slope, counts := run.Slopes[v.Noun.RollCall]
		if !counts || v.Noun.Choice == ledger.Absent || !inYear(args[1])(v.Record) {
			continue
		}
		weight := math.Round(-slope*1e4) / 1e4
		o.rows.listed = append(o.rows.listed, listed{record: v.Record, weight: &weight})
	}
	slices.SortStableFunc(o.rows.listed, func(a, b listed) int { return cmp.Compare(math.Abs(*b.weight), math.Abs(*a.weight)) })
	return o, nil
}

// traceWorldDrop opens the roll calls that say nothing to the model, for one reason.
func (r *reading) traceWorldDrop(args []string) (opening, error) {
	run, err := r.worldNow()
	if err != nil {
		return opening{}, err
	}
	n := -1
	if len(args) == 1 {
		if n, err = strconv.Atoi(args[0]); err != nil {
			n = -1
		}
	}
	if n < 0 || n >= len(run.Drops) {
		return opening{}, noTrace(append([]string{"world-drop"}, args...))
	}
	d := run.Drops[n]
	o := opening{figure: "Roll calls left out of the world's positions: " + d.Why, rule: "The model learns from roll calls on which at least two who vote chose differently. These say nothing to it.",
		value: strconv.Itoa(len(d.Calls))}
	for from := 0; from < len(d.Calls); from += 500 {
		rows, err := store.Rows[*ledger.RollCall](r.ctx, r.app.store, store.Query{AsOf: r.scope.AsOf, Keys: d.Calls[from:min(from+500, len(d.Calls))]})
		if err != nil {
			return o, err
		}
		for _, row := range rows {
			o.rows.listed = append(o.rows.listed, listed{record: row.Record})
		}
	}
	if missing := len(d.Calls) - len(o.rows.listed); missing > 0 {
		o.rule += fmt.Sprintf(" %s no record of their own, only votes.", counted(missing, "of them has", "of them have"))
	}
	return o, nil
}

// traceWorldRun opens the run itself.
func (r *reading) traceWorldRun([]string) (opening, error) {
	run, err := r.worldNow()
	if err != nil {
		return opening{}, err
	}
	o := opening{figure: "The computation of the world's positions", value: run.hash[:12], rule: "The run that the ledger keeps, with its settings, the hash of the votes it rests on and the hash of its result."}
	if run.ref == "" {
		o.rule = "Computed for this question (a lens, an earlier time, or a ledger opened for reading only) and not kept. The votes it rests on have the SHA-256 " + run.hash + "."
		return o, nil
	}
	row, err := store.One[*ledger.Run](r.ctx, r.app.store, store.Query{Keys: []string{run.ref[len("run:"):]}})
	if err != nil {
		return o, err
	}
	o.rows.listed = []listed{{record: row.Record}}
	return o, nil
}

// worldNow is the run behind a trace, computed if it must be.
func (r *reading) worldNow() (*worldRun, error) {
	run, _, err := r.worldRun(true, nil)
	if err != nil {
		return nil, err
	}
	if run.failed != "" {
		return nil, noTrace([]string{"world"})
	}
	return run, nil
}
