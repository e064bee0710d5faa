package align

import "slices"

// hide is the view without the observations whose sources hidden accepts, for the given combinations only; with the first
// step that it changes (one past the last when none) and how many observations it leaves out. The level of a dyad's
// events stays what all of them say.
func (f *fitter) hide(v *view, all seenAll, kept []combo, hidden func(sources []string) bool) (rest *view, first, left int) {
	out := *v
	first = len(f.tl.ends)
	copied := [eventsAt]bool{}
	groups(all.ordinal, func(ch, step int, list []*seen) {
		some := slices.DeleteFunc(slices.Clone(list), func(o *seen) bool { return hidden(o.sources) })
		if len(some) == len(list) {
			return
		}
		left += len(list) - len(some)
		first = min(first, step)
		if !copied[ch] {
			copied[ch] = true
			out.ordinal[ch] = slices.Clone(v.ordinal[ch])
			for i, tab := range out.ordinal[ch] {
				out.ordinal[ch][i] = tab.copy()
			}
		}
		for i, tab := range out.ordinal[ch] {
			if len(out.ordinal[ch]) == 1 || slices.ContainsFunc(kept, func(c combo) bool { return c.sharp == i }) {
				tab.rows[step], tab.scale[step] = f.multiply(nil, 0, some, f.s.Sharpness[i].Value)
			}
		}
	})
	var rows []count // the changed steps' events
	for _, c := range all.events {
		some := slices.DeleteFunc(slices.Clone(c.parts), func(p part) bool { return hidden(p.sources) })
		if len(some) < len(c.parts) {
			left += len(c.parts) - len(some)
			first = min(first, c.step)
			rows = append(rows, sumOf(c.step, some))
		}
	}
	if len(rows) == 0 {
		return &out, first, left
	}
	out.events = make([][]*table, len(v.events))
	for i := range v.events {
		out.events[i] = slices.Clone(v.events[i])
	}
	for _, c := range kept {
		if tab := out.events[c.slope][c.offset]; tab == v.events[c.slope][c.offset] {
			out.events[c.slope][c.offset] = tab.copy()
		}
	}
	for _, row := range rows {
		f.rescore(&out, v, row)
	}
	return &out, first, left
}

// rescore puts the events of one step into those tables of the view that are its own.
func (f *fitter) rescore(out, original *view, c count) {
	var shares []float64
	if c.coop+c.confl > 0 {
		shares = c.shares(f.s.Precision)
	}
	for i, list := range out.events {
		for j, tab := range list {
			switch {
			case tab == original.events[i][j]:
			case shares == nil:
				tab.rows[c.step], tab.scale[c.step] = nil, 0
			default:
				f.scoreEvents(tab, c.step, shares, out.level, f.s.Slope[i].Value, f.s.Offset[j].Value)
			}
		}
	}
}
