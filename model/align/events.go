package align

import "math"

// eventTables scores the events under every slope and offset, the same for all codings. The level of a dyad's coverage says
// nothing of alignment, so offsets are counted from the log odds that reproduce the dyad's own average share of
// cooperation at the alignment that the other channels give it: events can show change, never a level.
func (f *fitter) eventTables(d Dyad, all seenAll, views []*view) {
	if len(all.events) == 0 {
		return
	}
	center := f.withoutEvents(d, views[AsMissing], all.events)
	coop, n := .5, 1.0
	for _, c := range all.events {
		coop += c.effective * c.coop / (c.coop + c.confl)
		n += c.effective
	}
	level := eventLevel{center, math.Log(coop / (n - coop))}
	tables := make([][]*table, len(f.s.Slope))
	for i := range tables {
		for range f.s.Offset {
			tables[i] = append(tables[i], newTable(len(f.tl.ends)))
		}
	}
	for _, c := range all.events {
		shares := c.shares(f.s.Precision)
		for i, slope := range f.s.Slope {
			for j, offset := range f.s.Offset {
				f.scoreEvents(tables[i][j], c.step, shares, level, slope.Value, offset.Value)
			}
		}
	}
	for _, v := range views {
		v.events, v.level = tables, level
	}
}

// eventLevel is where a dyad's coverage stands: its log odds of cooperation at the alignment center.
type eventLevel struct{ center, odds float64 }

// scoreEvents puts one step's events into a table.
func (f *fitter) scoreEvents(tab *table, step int, shares []float64, level eventLevel, slope, offset float64) {
	fromShares(f.lik, shares, f.places, level.odds-slope*level.center+offset, slope)
	tab.setLogs(step, f.lik)
}

// withoutEvents is the dyad's alignment over the steps that hold events, as the other channels see it under the
// heaviest hyper-parameters; the prior mean when nothing else was seen.
func (f *fitter) withoutEvents(d Dyad, v *view, events []count) float64 {
	weighed, err := f.weighAll(v, eventsAt)
	if err != nil {
		return d.PriorMean // the full pass meets the same error and reports it
	}
	best := keep(weighed)[0]
	e := v.evidence(best, eventsAt)
	if _, err := f.rough.forward(best, e); err != nil {
		return d.PriorMean
	}
	means := make([]float64, len(f.tl.ends))
	f.rough.backward(best, e, false, func(p pass) { means[p.t] = p.mean })
	sum, n := 0.0, 0.0
	for _, c := range events {
		sum += c.effective * means[c.step]
		n += c.effective
	}
	return sum / n
}
