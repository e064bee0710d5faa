package app

import (
	"slices"
	"strings"

	"orrery/casebook"
	"orrery/internal/store"
	"orrery/ledger"
	"orrery/model/coincide"
)

// ruleNewest are the ledger's rules by the label of their newest run; under "never-run" those without one.
func (r *reading) ruleNewest() (map[string][]store.Row[*ledger.Rule], error) {
	rows, err := store.Rows[*ledger.Rule](r.ctx, r.app.store, r.query())
	if err != nil {
		return nil, err
	}
	runs, err := r.ruleRuns()
	if err != nil {
		return nil, err
	}
	slices.SortFunc(rows, func(a, b store.Row[*ledger.Rule]) int { return strings.Compare(a.Key, b.Key) })
	out := map[string][]store.Row[*ledger.Rule]{}
	for _, row := range rows {
		label := rulesNeverRun
		if ran, err := runOf(runs, row.Key, casebook.RuleHash(row.Noun), ""); err == nil && ran != nil {
			_, label = ran.now(runs)
		}
		out[label] = append(out[label], row)
	}
	return out, nil
}

// Names of figures of the list of rules, beside the labels.
const (
	rulesRun      = "run"
	rulesNeverRun = "never-run"
)

// tellRules tells what the rules' newest runs say; false when none was run.
func (r *reading) tellRules(t *telling) (bool, error) {
	by, err := r.ruleNewest()
	if err != nil {
		return false, err
	}
	of := func(name string) (int64, string) { return int64(len(by[name])), traceID("rules", name) }
	never, neverTrace := of(rulesNeverRun)
	run := int64(0)
	for label, rows := range by {
		if label != rulesNeverRun {
			run += int64(len(rows))
		}
	}
	switch {
	case run == 0 && never == 0:
		t.say("No rule is registered yet, so nothing was tested.")
		return false, nil
	case run == 0:
		t.count(never, neverTrace).say(plural(never, " rule stands in the ledger and was never run.", " rules stand in the ledger and none was ever run."))
		return false, nil
	}
	t.say("Of ").count(run, traceID("rules", rulesRun)).say(plural(run, " rule that was run, ", " rules that were run, "))
	var above []part
	for _, label := range []coincide.Label{coincide.System, coincide.Unconfirmed} {
		n, trace := of(string(label))
		above = append(above, part{n: n, trace: trace, after: plural(n, " is", " are") + " labelled “" + string(label) + "”"})
	}
	if above = aboveZero(above); len(above) == 0 {
		t.say("none is more than “" + string(coincide.NotExcluded) + "”")
	} else {
		t.list(above)
	}
	if never > 0 {
		t.say("; ").count(never, neverTrace).say(plural(never, " was", " were") + " never run")
	}
	t.say(".")
	return true, nil
}

// traceRules opens a count of the list of rules: args are NAME.
func (r *reading) traceRules(args []string) (opening, error) {
	bad := noTrace(append([]string{"rules"}, args...))
	if len(args) != 1 {
		return opening{}, bad
	}
	by, err := r.ruleNewest()
	if err != nil {
		return opening{}, err
	}
	labels := []string{string(coincide.System), string(coincide.Unconfirmed), string(coincide.NotExcluded)}
	o := opening{rule: "Registered rules by the label of their newest kept run, whatever data it was made on.", rows: rowset{listed: []listed{}}}
	switch name := args[0]; {
	case name == rulesRun:
		o.figure = "Rules that were run"
	case name == rulesNeverRun:
		o.figure, labels = "Rules that were never run", []string{rulesNeverRun}
	case slices.Contains(labels, name):
		o.figure, labels = "Rules labelled “"+name+"”", []string{name}
	default:
		return opening{}, bad
	}
	for _, label := range labels {
		for _, row := range by[label] {
			o.rows.listed = append(o.rows.listed, listed{record: row.Record})
		}
	}
	return o, nil
}
