package app

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"orrery/casebook"
	"orrery/internal/store"
	"orrery/ledger"
	"orrery/model/coincide"
)

// traceRule opens a number of a rule's run: args are SLUG, RUN, NAME.
func (r *reading) traceRule(args []string) (opening, error) {
	bad := noTrace(append([]string{"rule"}, args...))
	if len(args) != 3 {
		return opening{}, bad
	}
	rec, run, packed, err := r.runKept(args[0], args[1])
	if err != nil {
		return opening{}, err
	}
	rule, faults := casebook.ReadRule(args[0]+".yml", []byte(packed.Stood.File))
	if len(faults) > 0 {
		return opening{}, fmt.Errorf("the rule that %s keeps cannot be read: %s", rec.Ref(), faults[0])
	}
	runs, err := r.ruleRuns()
	if err != nil {
		return opening{}, err
	}
	idle, err := r.idleRules()
	if err != nil {
		return opening{}, err
	}
	packed.within(runs, idle)
	ran := ruleRan{row: store.Row[*ledger.Run]{Record: rec, Noun: run}}
	if at := slices.IndexFunc(runs, func(o ruleRan) bool { return o.row.Key == rec.Key }); at >= 0 {
		ran = runs[at]
	}
	s, err := r.ruleSaid(rule, ran, packed, runs)
	if err != nil {
		return opening{}, err
	}
	n, ok := s.find(args[2])
	if !ok {
		return opening{}, bad
	}
	o := opening{figure: "Rule " + args[0] + ": " + n.label, value: n.text, rule: n.how + " " + ruleRunWords(rec, run, packed.Result), parts: s.parts(n.parts)}
	if o.rows.named = []pointer{}; n.rows != nil {
		o.rows.named = append(o.rows.named, n.rows()...)
	}
	for i := range o.rows.named {
		o.rows.named[i].before = true
	}
	return o, nil
}

// runKept reads a kept run of a rule.
func (r *reading) runKept(slug, key string) (ledger.Record, *ledger.Run, *rulePacked, error) {
	rec, err := r.app.store.Get(r.ctx, ledger.KindRun, key, time.Time{})
	if store.IsNotFound(err) {
		return rec, nil, nil, missing("run", key, nil)
	} else if err != nil {
		return rec, nil, nil, err
	}
	run, ok := rec.Body.(*ledger.Run)
	if !ok || run.Model != ruleModel || run.Rule != slug {
		return rec, nil, nil, missing("run", key, nil)
	}
	packed, err := r.unpackRule(run.ResultHash)
	return rec, run, packed, err
}

func ruleRunWords(rec ledger.Record, run *ledger.Run, res *coincide.Result) string {
	return "Run " + rec.Ref() + " of " + stamp(rec.At) + ", Orrery " + run.CodeVersion + ", " + res.Version + ", data " + run.DataHash[:min(12, len(run.DataHash))] + "."
}

// traceRuleDrop opens what belongs to a rule's classes and a run did not use: args are SLUG, RUN, WHY.
func (r *reading) traceRuleDrop(args []string) (opening, error) {
	bad := noTrace(append([]string{"rule-drop"}, args...))
	if len(args) != 3 {
		return opening{}, bad
	}
	rec, run, packed, err := r.runKept(args[0], args[1])
	if err != nil {
		return opening{}, err
	}
	refs, ok := packed.Stood.Drops[args[2]]
	if !ok {
		return opening{}, bad
	}
	o := opening{figure: "Rule " + args[0] + ": not used, " + args[2], value: strconv.Itoa(len(refs)),
		rule: "What belongs to the rule's classes and its test left out. " + ruleRunWords(rec, run, packed.Result), rows: rowset{named: []pointer{}}}
	for _, ref := range refs {
		o.rows.named = append(o.rows.named, pointer{ref: ref})
	}
	return o, nil
}
