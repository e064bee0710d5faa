package report

import (
	"math"
	"slices"
	"strings"

	"orrery/internal/app"
)

// ladder is a chart of rows: thin 90 %, thick 50 %, a dot for the median, a tick where it stood before.
type ladder struct {
	title, sentence string
	low, high       string // words at the ends of the axis
	before          string // what the tick is, for the key; empty: there is none
	rings           []app.Ring
	rows            []rung
	foot            []string
}

// rung is one row. hollow is said instead of a number that may not be shown.
type rung struct {
	label, note                string
	median, q05, q25, q75, q95 float64
	half                       bool // q25 and q75 are known
	before                     *float64
	hollow                     string
	edge                       string // low or high: the interval runs on beyond the scale
}

// A ladder of many rows is set tighter, with smaller dots, and has its numbers above too.
const manyRungs = 40

func (l ladder) step() float64 {
	if len(l.rows) > manyRungs {
		return 16
	}
	return 21
}

// draw makes the picture; it is as high as it has rows.
func (l ladder) draw() []byte {
	d := &drawing{width: 880, title: l.title, about: l.sentence}
	top := d.said(l.title, l.sentence) + 40
	label := 90.0
	var all []float64
	for _, r := range l.rows {
		label = math.Max(label, wide(r.label)+12)
		if r.hollow == "" {
			all = append(all, r.q05, r.q95)
		}
	}
	label = math.Min(label, 240)
	note := 0.0
	for _, r := range l.rows {
		note = math.Max(note, wide(r.note)*.85)
	}
	x := scaled{from: margin + label, to: d.width - margin - math.Min(note+10, 260)}
	x.lo, x.hi = around(all)
	step := l.step()
	bottom := top + step*float64(len(l.rows))
	l.axis(d, x, top, bottom)
	for i, r := range l.rows {
		l.rung(d, x, top+step*(float64(i)+.5), r)
	}
	key := "Dot: median; thick: 50 % interval; thin: 90 % interval"
	if !anyHalf(l.rows) {
		key = "Dot: median; line: 90 % interval"
	}
	if l.before != "" {
		key += "; tick: " + l.before
	}
	if slices.ContainsFunc(l.rows, func(r rung) bool { return r.edge != "" }) {
		key += "; arrow: at least that far"
	}
	if anyHollow(l.rows) {
		key += "; hollow: not enough evidence for a level"
	}
	d.foot(bottom+34, append([]string{key + "."}, l.foot...))
	return d.bytes()
}

func anyHalf(rows []rung) bool { return slices.ContainsFunc(rows, func(r rung) bool { return r.half }) }

func anyHollow(rows []rung) bool {
	return slices.ContainsFunc(rows, func(r rung) bool { return r.hollow != "" })
}

// axis draws numbers below, and the names of the rings or the words of the ends above.
func (l ladder) axis(d *drawing, x scaled, top, bottom float64) {
	for _, t := range ticks(x.lo, x.hi, 7) {
		d.line(x.at(t), top, x.at(t), bottom, 1, rule, "")
		d.text(x.at(t), bottom+17, "small number", "middle", strings.ReplaceAll(px(t), "-", "−"))
		if len(l.rows) > manyRungs && len(l.rings) == 0 {
			d.text(x.at(t), top-24, "small number", "middle", strings.ReplaceAll(px(t), "-", "−"))
		}
	}
	for i, r := range l.rings {
		lo, hi := math.Max(math.Min(r.From, r.To), x.lo), math.Min(math.Max(r.From, r.To), x.hi)
		if hi <= lo {
			continue
		}
		if edge := math.Max(r.From, r.To); i > 0 && edge < x.hi && edge > x.lo {
			d.line(x.at(edge), top-6, x.at(edge), bottom, 1, between, `stroke-dasharray="2 3"`)
		}
		half := wide(r.Label) * .42 // two rows, so that narrow rings keep their names
		d.text(math.Min(math.Max((x.at(lo)+x.at(hi))/2, x.from+half), x.to-half), top-10-15*float64(i%2), "small", "middle", r.Label)
	}
	if len(l.rings) == 0 {
		d.text(x.from, top-10, "small", "start", l.low)
		d.text(x.to, top-10, "small", "end", l.high)
	}
}

func (l ladder) rung(d *drawing, x scaled, y float64, r rung) {
	d.text(margin, y+4.5, "", "start", cutTo(r.label, 34))
	d.line(x.from, y+l.step()/2, x.to, y+l.step()/2, .5, rule, "")
	if r.hollow != "" {
		d.hollow(x.from+6, y, 4.5, quiet)
		d.box(x.from+14, y-l.step()/2+2, wide(r.hollow)*.95+8, l.step()-4)
		d.text(x.from+18, y+4.5, "quiet", "start", r.hollow)
		return
	}
	colour := l.colour(r.median)
	d.line(x.clip(r.q05), y, x.clip(r.q95), y, 1.5, colour, "")
	if r.half {
		d.line(x.clip(r.q25), y, x.clip(r.q75), y, 5, colour, `stroke-linecap="round" stroke-opacity=".65"`)
	}
	if r.before != nil && *r.before >= x.lo && *r.before <= x.hi {
		d.line(x.at(*r.before), y-7, x.at(*r.before), y+7, 1.5, quiet, "")
	}
	d.dot(x.clip(r.median), y, l.step()/4-.25, colour)
	switch r.edge {
	case "high":
		d.arrow(x.clip(r.q95), y, 1, colour)
	case "low":
		d.arrow(x.clip(r.q05), y, -1, colour)
	}
	if r.note != "" {
		d.text(d.width-margin, y+4, "small number", "end", r.note)
	}
}

// colour is that of the ring in which a number lies; ink where the scale has no names.
func (l ladder) colour(v float64) string {
	for _, r := range l.rings {
		if v >= math.Min(r.From, r.To) && v <= math.Max(r.From, r.To) {
			switch r.Name {
			case "with", "leaning-with":
				return withHub
			case "against", "leaning-against":
				return againstHub
			}
			return "#5C626B"
		}
	}
	return "#3C5A80"
}

// cutTo shortens a label to n characters.
func cutTo(s string, n int) string { return cut(plain(s), n) }
