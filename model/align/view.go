package align

// view is the likelihoods of one coding of absence, by channel and hyper-parameter. Codings share the rows of
// steps without absences.
type view struct {
	ordinal [eventsAt][]*table // by sharpness; nil without observations, one table where sharpness does not matter
	events  [][]*table         // by slope and offset; nil without events
	level   eventLevel
	present [channels]bool
	n       [channels]int
	worth   float64 // effective number of observations
	last    []int   // day of the newest observation of each step, minDay for none
}

const minDay = -1 << 40

// evidence is what a combination sees, without the channel skip (-1: with all).
func (v *view) evidence(c combo, skip int) evidence {
	var e evidence
	for ch, tabs := range v.ordinal {
		if len(tabs) > 0 && ch != skip {
			e = append(e, tabs[min(c.sharp, len(tabs)-1)])
		}
	}
	if v.events != nil && skip != eventsAt {
		e = append(e, v.events[c.slope][c.offset])
	}
	return e
}

// sharp says whether any observation depends on the sharpness.
func (v *view) sharp() bool { return len(v.ordinal[votesAt]) > 1 || len(v.ordinal[reactionsAt]) > 1 }

// steps groups ordinal observations by channel and step; all must be sorted by them.
func groups(all []seen, f func(channel, step int, list []*seen)) {
	for i := 0; i < len(all); {
		j := i
		var list []*seen
		for j < len(all) && all[j].channel == all[i].channel && all[j].step == all[i].step {
			list = append(list, &all[j])
			j++
		}
		f(all[i].channel, all[i].step, list)
		i = j
	}
}

// newView scores what was seen: first what every coding sees, then the absences of this one on top of a copy.
func (f *fitter) newView(all seenAll, shared *view) *view {
	v := &view{last: make([]int, len(f.tl.ends))}
	for t := range v.last {
		v.last[t] = minDay
	}
	if shared == nil {
		f.score(v, all.ordinal, func(o *seen) bool { return !o.absent })
	} else {
		for ch, tabs := range shared.ordinal {
			for _, tab := range tabs {
				v.ordinal[ch] = append(v.ordinal[ch], tab.copy())
			}
		}
		v.events = shared.events
	}
	f.score(v, all.ordinal, func(o *seen) bool { return o.absent })
	for i := range all.ordinal {
		o := &all.ordinal[i]
		v.n[o.channel]++
		v.worth++
		v.last[o.step] = max(v.last[o.step], o.day)
	}
	for _, c := range all.events {
		v.n[eventsAt] += int(c.coop + c.confl)
		v.worth += c.effective
		v.last[c.step] = max(v.last[c.step], c.day)
	}
	for ch, n := range v.n {
		v.present[ch] = n > 0
	}
	return v
}

// copy is a table whose rows can be replaced without changing the original; the rows themselves are shared.
func (tab *table) copy() *table {
	return &table{rows: append([][]float64(nil), tab.rows...), scale: append([]float64(nil), tab.scale...)}
}

// score folds the observations that want accepts into the tables of the view.
func (f *fitter) score(v *view, all []seen, want func(*seen) bool) {
	groups(all, func(ch, step int, list []*seen) {
		var wanted []*seen
		for _, o := range list {
			if want(o) {
				wanted = append(wanted, o)
			}
		}
		if len(wanted) == 0 {
			return
		}
		n := 1
		if ch == votesAt || ch == reactionsAt {
			n = len(f.s.Sharpness)
		}
		for len(v.ordinal[ch]) < n {
			v.ordinal[ch] = append(v.ordinal[ch], newTable(len(f.tl.ends)))
		}
		for i, tab := range v.ordinal[ch] {
			row := tab.rows[step]
			if row != nil {
				row = append([]float64(nil), row...) // it may be shared with another coding
			}
			tab.rows[step], tab.scale[step] = f.multiply(row, tab.scale[step], wanted, f.s.Sharpness[i].Value)
		}
	})
}
