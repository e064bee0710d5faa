package app

import (
	"slices"
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
	rec, err := r.app.store.Get(r.ctx, ledger.KindRun, args[1], time.Time{})
	if store.IsNotFound(err) {
		return opening{}, missing("run", args[1], nil)
	} else if err != nil {
		return opening{}, err
	}
	run, ok := rec.Body.(*ledger.Run)
	if !ok || run.Model != ruleModel || run.Rule != args[0] {
		return opening{}, bad
	}
	result, err := r.unpackRule(run.ResultHash)
	if err != nil {
		return opening{}, err
	}
	f := ruleFigureList()[at]
	if f.name == "unanswered" && result.Denominator == coincide.NoDenominator {
		f.label, f.rule = ruleUnknown, "Nobody declared which days were searched: absence of evidence, not evidence of absence."
	}
	o := opening{figure: "Rule " + args[0] + ": " + f.label, rule: f.rule + " " + ruleRunWords(rec, run, result)}
	o.rows.named, err = r.summed(f.of(result))
	return o, err
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

// traceRuleDrop opens the events of a rule's classes that were not used: args are SLUG, WHY.
func (r *reading) traceRuleDrop(args []string) (opening, error) {
	if len(args) != 2 {
		return opening{}, noTrace(append([]string{"rule-drop"}, args...))
	}
	row, err := r.rule(args[0])
	if err != nil {
		return opening{}, err
	}
	s, err := r.gatherRule(row.Noun, time.Time{})
	if err != nil {
		return opening{}, err
	}
	refs, ok := s.drops[args[1]]
	if !ok {
		return opening{}, noTrace(append([]string{"rule-drop"}, args...))
	}
	o := opening{figure: "Rule " + args[0] + ": not used, " + args[1], rule: "Events of the rule's classes that its test left out."}
	for _, ref := range refs {
		o.rows.named = append(o.rows.named, pointer{ref: ref})
	}
	return o, nil
}
