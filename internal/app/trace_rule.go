package app

import (
	"slices"
	"strconv"
	"time"

	"orrery/internal/store"
	"orrery/ledger"
	"orrery/model/coincide"
)

// traceRule opens a figure of a rule's run: args are SLUG, RUN, NAME.
func (r *reading) traceRule(args []string) (opening, error) {
	bad := noTrace(append([]string{"rule"}, args...))
	if len(args) != 3 {
		return opening{}, bad
	}
	at := slices.IndexFunc(ruleFigureList(), func(f ruleFigure) bool { return f.name == args[2] })
	if at < 0 {
		return opening{}, bad
	}
	rec, run, packed, err := r.runKept(args[0], args[1])
	if err != nil {
		return opening{}, err
	}
	result := packed.Result
	f := ruleFigureList()[at]
	if f.name == "unanswered" && result.Denominator == coincide.NoDenominator {
		f.label, f.rule = ruleUnknown, "Nobody declared which days were searched: absence of evidence, not evidence of absence."
	}
	o := opening{figure: "Rule " + args[0] + ": " + f.label, rule: f.rule + " " + ruleRunWords(rec, run, result)}
	o.rows.named, err = r.summed(f.of(result))
	return o, err
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

// summed adds what each event says to why it is in the list.
func (r *reading) summed(named []pointer) ([]pointer, error) {
	rows, err := r.follow(named)
	if err != nil {
		return nil, err
	}
	says := map[string]string{}
	for _, l := range rows {
		says[l.record.Ref()] = r.label(l.record)
	}
	for i, p := range named {
		if text := says[p.ref]; text != "" {
			named[i].label += ": " + text
		}
	}
	return named, nil
}

func ruleRunWords(rec ledger.Record, run *ledger.Run, res *coincide.Result) string {
	return "Run " + rec.Ref() + " of " + stamp(rec.At) + ", Orrery " + run.CodeVersion + ", " + res.Version + ", data " + run.DataHash[:min(12, len(run.DataHash))] + "."
}

// traceRuleDrop opens the events of a rule's classes that a run did not use: args are SLUG, RUN, WHY.
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
		rule: "Events of the rule's classes that its test left out. " + ruleRunWords(rec, run, packed.Result), rows: rowset{named: []pointer{}}}
	for _, ref := range refs {
		o.rows.named = append(o.rows.named, pointer{ref: ref})
	}
	return o, nil
}
