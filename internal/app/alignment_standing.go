package app

import (
	"strings"
	"time"

	"orrery/model/align"
)

// alignTrace is the id of a point's trace, or of what hangs on it.
func (v *alignRun) trace(c chosen, state string, step int, rest ...string) string {
	return traceID(append([]string{"align", v.data.hub, state, v.results[0].Ends[step].Format(time.DateOnly), c.channels, c.absence}, rest...)...)
}

// day writes a day; empty for none.
func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

// ends lists the steps.
func (v *alignRun) ends() []string {
	out := []string{}
	if len(v.results) > 0 {
		for _, end := range v.results[0].Ends {
			out = append(out, day(end))
		}
	}
	return out
}

func pathOf(points []align.Point) Path {
	n := len(points)
	p := Path{Median: make([]float64, n), Q05: make([]float64, n), Q25: make([]float64, n), Q75: make([]float64, n), Q95: make([]float64, n)}
	for i, x := range points {
		p.Median[i], p.Q05[i], p.Q25[i], p.Q75[i], p.Q95[i] = round3(x.Median), round3(x.Q05), round3(x.Q25), round3(x.Q75), round3(x.Q95)
	}
	return p
}

// levelMark is a guardrail's verdict on a level in one letter.
func levelMark(v align.Verdict) byte {
	switch {
	case v.OK:
		return 'o'
	case v.Text == align.Extrapolated:
		return 'x'
	}
	return 'n'
}

// jumpAt is the probability above which a step is shown as a jump.
const jumpAt = .5

// standing is a state's path with what may be said of its end.
func (r *reading) standing(v *alignRun, c chosen, i int) Standing {
	res, d := v.results[i], v.data.dyads[i]
	last := len(res.Ends) - 1
	run := res.Run()
	s := Standing{State: r.named(d.State), Path: pathOf(run.Points), Seen: day(run.Points[last].Seen), Last: r.stand(v, c, i, last),
		Jumps: []Jump{}, Lenses: []Outline{}, Counts: v.counts(c, i), Trace: v.trace(c, d.State, last)}
	var marks, edges strings.Builder
	for t, p := range run.Points {
		marks.WriteByte(levelMark(res.Level(t)))
		edges.WriteByte(edgeMark(p))
		if p.Jump > jumpAt {
			s.Jumps = append(s.Jumps, Jump{At: day(res.Ends[t]), P: round3(p.Jump), Trace: v.trace(c, d.State, t)})
		}
	}
	s.Levels, s.Edges = marks.String(), edges.String()
	seat, known := r.seat(d.State)
	if s.Capital, s.Lat, s.Lon = seat.Capital, seat.Lat, seat.Lon; known {
		if hub, ok := r.seat(v.data.hub); ok {
			b := bearing(hub, seat)
			s.Bearing = &b
		}
	}
	full := run.Points[last].Median
	for _, l := range res.Lensed {
		s.Lenses = append(s.Lenses, Outline{Name: l.Name, Label: r.lensWords(l.Name), Median: round3(l.Medians[last]), Change: round3(l.Medians[last] - full), Hidden: l.Hidden})
	}
	if name := res.Swing.Source; name != "" {
		s.Swing = &Outline{Name: name, Label: r.sourceWords(name), Median: round3(full - res.Swing.Change), Change: round3(-res.Swing.Change)}
		for _, w := range res.Items {
			if len(w.Sources) == 1 && w.Sources[0] == name {
				s.Swing.Hidden++
			}
		}
	}
	return s
}

// stand is a state's place at one step.
func (r *reading) stand(v *alignRun, c chosen, i, t int) Stand {
	res := v.results[i]
	p := res.Run().Points[t]
	s := Stand{At: day(res.Ends[t]), Median: round3(p.Median), Q05: round3(p.Q05), Q25: round3(p.Q25), Q75: round3(p.Q75), Q95: round3(p.Q95), SD: round3(p.SD),
		Level: ruling(res.Level(t)), Trace: v.trace(c, v.data.dyads[i].State, t)}
	if back, ok := yearBefore(res, t); ok {
		change := round3(p.Median - res.Run().Points[back].Median)
		s.Change = &change
	}
	if p.Rise >= 0 {
		rise := round3(p.Rise)
		s.Rise = &rise
	}
	sign, verdict := res.Direction(t)
	s.Sign, s.Direction = sign, ruling(verdict)
	s.Edge = edgeName(p)
	s.Sentence = r.standSentence(v, i, s)
	return s
}

// yearBefore is the step that the model compares with: the one whose end is nearest to
// a year earlier.
func yearBefore(res *align.Result, t int) (int, bool) {
	if res.Run().Points[t].Rise < 0 {
		return 0, false
	}
	want, best := res.Ends[t].AddDate(0, 0, -365), 0
	for u := range t {
		if apart(res.Ends[u], want) < apart(res.Ends[best], want) {
			best = u
		}
	}
	return best, true
}

func apart(a, b time.Time) time.Duration { return max(a.Sub(b), b.Sub(a)) }

func ruling(v align.Verdict) Ruling { return Ruling{OK: v.OK, Text: v.Text, Why: v.Why} }

// counts are the observations of one dyad by the choice that they belong to.
func (v *alignRun) counts(c chosen, i int) []Figure {
	res := v.results[i]
	out := []Figure{}
	for _, name := range channelNames {
		if !c.has(name) {
			continue
		}
		out = append(out, Figure{Name: name, Label: channelLabel(name), N: v.count(i, name), Trace: v.trace(c, v.data.dyads[i].State, len(res.Ends)-1, "counts", name)})
	}
	return out
}

// count is how many observations of a choice the path rests on; reports, for events.
func (v *alignRun) count(i int, name string) int64 {
	var n int64
	for ch, k := range v.results[i].Run().Counts {
		if channelName(ch) == name {
			n += int64(k)
		}
	}
	return n
}

func channelLabel(name string) string {
	return map[string]string{"votes": "recorded votes, beside the hub's own", "reactions": "answers to reaction items", "statements": "coded statements",
		"events": "events between the two"}[name]
}
