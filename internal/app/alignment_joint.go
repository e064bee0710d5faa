package app

import "orrery/model/align"

// inSpan are the votes of the state on roll calls of the span, by position.
func (v *alignRun) inSpan(i int, is func(placedVote) bool) []int {
	var out []int
	for n, vote := range v.data.dyads[i].casts {
		if vote.day >= v.data.span.from && vote.day <= v.data.span.to && is(vote) {
			out = append(out, n)
		}
	}
	return out
}

// joint counts roll calls by what the two did. Where the hub is not on record there is
// no cell.
func (v *alignRun) joint(c chosen, i int) []JointCell {
	out := []JointCell{}
	for hub := align.Yes; hub <= align.Absent; hub++ {
		for state := align.Yes; state <= align.Absent; state++ {
			n := len(v.inSpan(i, func(x placedVote) bool { return x.hub == hub && x.state == state }))
			out = append(out, JointCell{Hub: choiceWords(hub), State: choiceWords(state), N: int64(n), Trace: v.dyadTrace("align-joint", c, i, choiceWords(hub), choiceWords(state))})
		}
	}
	return out
}

func bothVoted(x placedVote) bool {
	return x.hub >= align.Yes && x.hub <= align.No && x.state >= align.Yes && x.state <= align.No
}

// similar is how often the two vote alike; nil when they never voted on one roll call.
func (v *alignRun) similar(c chosen, i int) *SimilarView {
	var mine, theirs []align.Choice
	for _, n := range v.inSpan(i, bothVoted) {
		x := v.data.dyads[i].casts[n]
		mine, theirs = append(mine, x.state), append(theirs, x.hub)
	}
	s, err := align.Similar(mine, theirs)
	if err != nil {
		return nil
	}
	out := &SimilarView{N: int64(s.N), Agreement: round3(s.Agreement), S: round3(s.SAbs), Trace: v.dyadTrace("align-similar", c, i)}
	if s.KappaDefined {
		k := round3(s.KappaAbs)
		out.Kappa = &k
	}
	if s.PiDefined {
		p := round3(s.PiAbs)
		out.Pi = &p
	}
	return out
}
