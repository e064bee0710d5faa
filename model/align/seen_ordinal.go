package align

func (r *reader) votes(votes []RollCall, coding Coding) {
	there := map[int]bool{} // days on which the state voted on something
	for _, v := range votes {
		if v.State == Yes || v.State == No || v.State == Abstain {
			there[dayOf(v.Day)] = true
		}
	}
	for _, v := range votes {
		o := seen{id: v.ID, channel: votesAt, day: dayOf(v.Day), sources: v.Sources, absent: v.State == Absent}
		answer, why := Relative(v.State, v.Hub), ""
		switch {
		case v.Totals.Yes < 0 || v.Totals.No < 0 || v.Totals.Abstain < 0 || v.Totals.Absent < 0:
			why = "its totals are negative"
		case v.State == NoRecord || v.State > Absent:
			why = "the state is not on record"
		case v.Hub == Abstain:
			why = "the hub abstained: no side was its own"
		case answer == NoAnswer:
			why = "the hub did not vote"
		case v.Item != nil && !(v.Item.Cut1 < v.Item.Cut2):
			why = "its item parameters are out of order"
		}
		answer, why = absence(answer, coding, there[o.day], why, "absent, and nothing else was voted on that day")
		if why == "" {
			o.place(answer, v)
		}
		r.add(o, why)
	}
}

// place gives a vote its bands: from item parameters, from the world's margin, or from a wide prior on it.
func (o *seen) place(answer Answer, v RollCall) {
	switch {
	case v.Item != nil:
		o.slope = v.Item.Slope
		choice := v.State
		if answer == Neutral {
			choice = Abstain
		}
		switch choice {
		case Yes:
			o.bands = []band{{-infinity, v.Item.Cut1, 1}}
		case Abstain:
			o.bands = []band{{v.Item.Cut1, v.Item.Cut2, 1}}
		case No:
			o.bands = []band{{v.Item.Cut2, infinity, 1}}
		}
	case v.Totals.known():
		o.bands = v.Totals.margin(v.Hub).bands(answer, 1)
	default:
		o.bands, o.wide = wide(answer), true
	}
}

// absence reads a silence under a coding; there says whether the state is known to have been there.
func absence(a Answer, coding Coding, there bool, why, gone string) (Answer, string) {
	if a != Silent || why != "" {
		return a, why
	}
	switch {
	case coding == AsMissing:
		return NoAnswer, "absent or silent: taken as missing"
	case coding == AsAbstention:
		return Neutral, ""
	case !there:
		return NoAnswer, gone
	}
	return Silent, ""
}

func (r *reader) reactions(reactions []Reaction, coding Coding) {
	for _, v := range reactions {
		o := seen{id: v.ID, channel: reactionsAt, day: dayOf(v.Day), sources: v.Sources, absent: v.State == Silent}
		answer, why := absence(v.State, coding, v.Searched, "", "silent, and nobody looked for an answer")
		if m := v.Roster.margin(); why != "" || answer == NoAnswer {
		} else if m.against+m.neutral+m.with > 0 {
			o.bands = m.bands(answer, 1)
		} else {
			o.bands, o.wide = wide(answer), true
		}
		r.add(o, why)
	}
}

func (r *reader) stances(stances []Stance, coding Coding) {
	for _, v := range stances {
		if v.Speaker >= speakers {
			r.add(seen{id: v.ID, channel: stancesAt, day: dayOf(v.Day)}, "the kind of speaker is unknown")
			continue
		}
		o := seen{id: v.ID, channel: stancesAt + int(v.Speaker), day: dayOf(v.Day), slope: r.s.Clarity[v.Speaker], sources: v.Sources, absent: v.State == Silent}
		answer, why := absence(v.State, coding, v.Searched, "", "silent, and nobody looked for an answer")
		if why == "" {
			o.bands = stanceBands(answer, v.Confusion)
		}
		r.add(o, why)
	}
}
