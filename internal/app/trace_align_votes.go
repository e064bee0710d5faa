package app

import (
	"slices"

	"orrery/model/align"
)

// votePointers are votes of a dyad, each beside the hub's.
func (v *alignRun) votePointers(r *reading, i int, is func(placedVote) bool) []pointer {
	d := v.data.dyads[i]
	out := []pointer{}
	for _, n := range v.inSpan(i, is) {
		out = append(out, pointer{ref: d.ref(align.Votes, d.casts[n].symbol), label: r.voteWords(v, d.State, d.casts[n])})
	}
	return out
}

// traceAlignJoint opens a cell of what the two did on roll calls.
func (r *reading) traceAlignJoint(args []string) (opening, error) {
	bad := noTrace(append([]string{"align-joint"}, args...))
	if len(args) != 6 {
		return opening{}, bad
	}
	find := func(word string) align.Choice {
		for c := align.Yes; c <= align.Absent; c++ {
			if choiceWords(c) == word {
				return c
			}
		}
		return align.NoRecord
	}
	hub, state := find(args[4]), find(args[5])
	if hub == align.NoRecord || state == align.NoRecord {
		return opening{}, bad
	}
	v, _, i, err := r.alignDyadOf(args[0], args[1], args[2], args[3])
	if err != nil {
		return opening{}, err
	}
	o := opening{figure: "Roll calls on which " + r.called(v.data.hub) + " " + didWords(hub) + " and " + r.called(v.data.dyads[i].State) + " " + didWords(state),
		rule: "Accepted votes of the state on roll calls of the span, beside the hub's own."}
	if v.data.shared {
		o.rule += " " + hubRule
	}
	o.rows.named = v.votePointers(r, i, func(x placedVote) bool { return x.hub == hub && x.state == state })
	return o, nil
}

// traceAlignSimilar opens the roll calls on which both voted.
func (r *reading) traceAlignSimilar(args []string) (opening, error) {
	if len(args) != 4 {
		return opening{}, noTrace(append([]string{"align-similar"}, args...))
	}
	v, _, i, err := r.alignDyadOf(args[0], args[1], args[2], args[3])
	if err != nil {
		return opening{}, err
	}
	o := opening{figure: "Roll calls on which both " + r.called(v.data.hub) + " and " + r.called(v.data.dyads[i].State) + " voted",
		rule: "Agreement is the share of equal votes. S of Signorino and Ritter takes an abstention as half way; kappa of Cohen and pi of Scott take away what chance would give. They stand beside the alignment and are no part of it."}
	o.rows.named = v.votePointers(r, i, bothVoted)
	return o, nil
}

// traceAlignDrop opens the observations that were not used for one reason.
func (r *reading) traceAlignDrop(args []string) (opening, error) {
	bad := noTrace(append([]string{"align-drop"}, args...))
	if len(args) != 5 {
		return opening{}, bad
	}
	v, _, i, err := r.alignDyadOf(args[0], args[1], args[2], args[3])
	if err != nil {
		return opening{}, err
	}
	all := v.drops(i)
	n := slices.IndexFunc(all, func(d dropped) bool { return d.channel+": "+d.why == args[4] })
	if n < 0 {
		return opening{}, bad
	}
	o := opening{figure: "Not used for " + r.called(v.data.dyads[i].State) + " and " + r.called(v.data.hub) + ", " + args[4],
		rule: "Accepted records that say nothing of the alignment, or nothing that can be used, for this reason."}
	o.rows.named = []pointer{}
	for _, ref := range all[n].refs {
		o.rows.named = append(o.rows.named, pointer{ref: ref})
	}
	return o, nil
}
