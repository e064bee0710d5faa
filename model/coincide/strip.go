package coincide

// StripCell is the answer for another width of the window. Only the registered width is a test; the others show what hangs on it.
type StripCell struct {
	DT         int      `json:"dt"`
	Registered bool     `json:"registered"` // this is the rule's own width
	Covered    int      `json:"covered"`
	Hits       int      `json:"hits"`
	Answered   int      `json:"answered"` // triggers
	P          *float64 `json:"p,omitempty"`
	Lower      Bound    `json:"lower"`         // lower end of the rate ratio, null when it cannot be estimated
	Label      Label    `json:"label"`         // what it would be, had this width been the rule's
	Why        string   `json:"why,omitempty"` // the first condition that is not met
}

// strip gives the answer for every width from Settings.StripFrom to StripTo. It changes the engine's window.
func (e *engine) strip(replicas []*engine, own int, dates *Dates) []StripCell {
	out := []StripCell{}
	e.setBrief(replicas, true)
	defer e.setBrief(replicas, false)
	for dt := e.s.StripFrom; dt <= e.s.StripTo && e.course.on(1); dt++ {
		e.window(dt)
		for _, r := range replicas {
			r.window(dt)
		}
		at := dates
		if dt != own {
			at = nil
		}
		g := e.judge(replicas, at)
		conditions := g.conditions()
		cell := StripCell{DT: dt, Registered: dt == own && e.study.Rule.exploratory() == "", Covered: e.counts.Covered, Hits: e.cases.tally.Hits,
			Answered: e.cases.tally.Answered, Lower: g.ratio.Lower, Label: label(conditions)}
		if e.testing.OK {
			p := e.counts.P
			cell.P = &p
		}
		for _, c := range conditions {
			if !c.OK {
				cell.Why = c.Text
				break
			}
		}
		out = append(out, cell)
	}
	e.window(own)
	for _, r := range replicas {
		r.window(own)
	}
	return out
}

func (e *engine) setBrief(replicas []*engine, on bool) {
	e.brief = on
	for _, r := range replicas {
		r.brief = on
	}
}
