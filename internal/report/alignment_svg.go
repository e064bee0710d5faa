package report

import (
	"strconv"
	"strings"
	"time"

	"orrery/internal/app"
)

// AlignmentChart is the ladder of a hub as an SVG picture: the nearest state first; a state of which no level may be shown
// is a hollow mark that says so.
func AlignmentChart(v app.AlignmentView) []byte {
	l := ladder{title: "Alignment with " + v.Hub.Name + lastDay(v.Ends), sentence: v.Sentence.String(), rings: v.Scale, low: "against", high: "with", before: "median a year before"}
	n := int64(0)
	for _, s := range nearestFirst(v.States) {
		for _, c := range evidenceOn(v.Evidence) {
			n += countOf(s, c.Name)
		}
		p := s.Last
		r := rung{label: s.State.Name, median: p.Median, q05: p.Q05, q25: p.Q25, q75: p.Q75, q95: p.Q95, half: true, note: noteOf(p), edge: p.Edge}
		if p.Change != nil {
			before := p.Median - *p.Change
			r.before = &before
		}
		if !p.Level.OK {
			r.hollow = p.Level.Text
			if p.Level.Why != "" {
				r.hollow += ": " + p.Level.Why
			}
		}
		l.rows = append(l.rows, r)
	}
	l.foot = footOf(v.Scope, v.Run, v.Evidence, n)
	return l.draw()
}

func lastDay(ends []string) string {
	if len(ends) == 0 {
		return ""
	}
	return ", " + ends[len(ends)-1]
}

// DyadChart is one state's path with a hub as an SVG picture.
func DyadChart(v app.DyadView) []byte {
	s := v.Standing
	if s == nil || len(v.Ends) < 2 {
		d := &drawing{width: 880, title: "Alignment with " + v.Hub.Name, about: v.Sentence.String()}
		d.foot(d.said(d.title, d.about), footOf(v.Scope, v.Run, v.Evidence, 0))
		return d.bytes()
	}
	t := trend{title: s.State.Name + " and " + v.Hub.Name, sentence: v.Sentence.String(), rings: v.Scale}
	for _, end := range v.Ends {
		t.years = append(t.years, yearsOf(end))
	}
	t.series = []series{{median: s.Path.Median, q05: s.Path.Q05, q95: s.Path.Q95, q25: s.Path.Q25, q75: s.Path.Q75, letters: s.Levels, edges: s.Edges, colour: hues[0]}}
	for _, j := range s.Jumps {
		t.marks = append(t.marks, mark2{yearsOf(j.At), "jump " + j.At[:7] + ", P " + strconv.FormatFloat(j.P, 'f', 2, 64)})
	}
	n := int64(0)
	for _, c := range evidenceOn(v.Evidence) {
		n += countOf(*s, c.Name)
	}
	key := "Line: median; dark band: 50 %; pale band: 90 %; dotted: nothing seen for six months; blank: not enough evidence."
	if strings.ContainsAny(s.Edges, "hl") {
		key = strings.TrimSuffix(key, ".") + "; dashed, no median: the interval reaches the end of the scale, at least (or at most) so far."
	}
	t.foot = append([]string{key}, footOf(v.Scope, v.Run, v.Evidence, n)...)
	return t.draw()
}

// yearsOf places a day among years: 2014-07-02 is about 2014.5.
func yearsOf(day string) float64 {
	d, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return 0
	}
	return float64(d.Year()) + float64(d.YearDay()-1)/365.25
}

// noteOf is the number beside a mark.
func noteOf(s app.Stand) string {
	if !s.Level.OK {
		return ""
	}
	cells := levelCells(s)
	if s.Edge != "" {
		return cells[0]
	}
	return strings.ReplaceAll(cells[0]+" ("+cells[2]+")", "-", "−")
}
