package report

import (
	"math"
	"slices"
	"strings"

	"orrery/internal/app"
)

// trend is a chart of one or several paths over time, each with its band.
type trend struct {
	title, sentence string
	years           []float64 // one a step, shared by the series
	named           []string  // what stands under some steps instead of a year; nil: years
	rings           []app.Ring
	low, high       string
	series          []series
	marks           []mark2
	foot            []string
}

// series is one path; NaN is a step without a value.
type series struct {
	label            string
	median, q05, q95 []float64
	q25, q75         []float64 // nil: no inner band
	letters          string    // o shown, x extrapolated, n not enough evidence; empty: all shown
	edges            string    // h at least, l at most, . neither; empty: none leans on an end of the scale
	colour           string
}

// mark2 is a step that is marked with words.
type mark2 struct {
	at    float64
	label string
}

// hues tell a few series apart; each is also labelled at its end.
var hues = []string{"#2F5D8A", "#A6501F", "#3F7A4E", "#7A4B8C", "#8A6D1F", "#2E7F86", "#9C3D54", "#555B64"}

func (t trend) draw() []byte {
	d := &drawing{width: 880, title: t.title, about: t.sentence}
	top := d.said(t.title, t.sentence) + 14
	right := 14.0
	var all []float64
	for _, s := range t.series {
		right = math.Max(right, wide(s.label)+16)
		all = append(append(all, s.q05...), s.q95...)
	}
	x := scaled{from: margin + 36, to: d.width - margin - math.Min(right, 200), lo: slices.Min(t.years), hi: slices.Max(t.years)}
	height := 340.0
	y := scaled{from: top + height, to: top}
	y.lo, y.hi = around(all)
	t.frame(d, x, y)
	for i, s := range t.series {
		if s.colour == "" {
			s.colour = hues[i%len(hues)]
		}
		t.path(d, x, y, s, len(t.series) == 1)
	}
	t.labels(d, x, y)
	d.foot(top+height+30, t.foot)
	return d.bytes()
}

func (t trend) frame(d *drawing, x, y scaled) {
	for _, v := range ticks(y.lo, y.hi, 6) {
		d.line(x.from, y.at(v), x.to, y.at(v), 1, rule, "")
		d.text(x.from-8, y.at(v)+4, "small number", "end", strings.ReplaceAll(px(v), "-", "−"))
	}
	for i, r := range t.rings {
		lo, hi := math.Max(math.Min(r.From, r.To), y.lo), math.Min(math.Max(r.From, r.To), y.hi)
		if hi <= lo {
			continue
		}
		if edge := math.Max(r.From, r.To); i > 0 && edge < y.hi && edge > y.lo {
			d.line(x.from, y.at(edge), x.to, y.at(edge), 1, between, `stroke-dasharray="2 3"`)
		}
		d.text(x.from+6, (y.at(lo)+y.at(hi))/2+4, "small", "start", r.Label)
	}
	if len(t.rings) == 0 {
		d.text(x.from+6, y.to+12, "small", "start", t.high)
		d.text(x.from+6, y.from-6, "small", "start", t.low)
	}
	if t.named != nil {
		every := max(1, len(t.named)/12)
		for i := 0; i < len(t.named); i += every {
			d.text(x.at(t.years[i]), y.from+17, "small", "middle", cutTo(t.named[i], 12))
		}
	} else {
		for _, v := range ticks(x.lo, x.hi, 9) {
			if v == math.Trunc(v) {
				d.line(x.at(v), y.from, x.at(v), y.from+4, 1, quiet, "")
				d.text(x.at(v), y.from+17, "small number", "middle", px(v))
			}
		}
	}
	for _, m := range t.marks {
		d.line(x.at(m.at), y.to, x.at(m.at), y.from, 1, quiet, `stroke-dasharray="4 3"`)
		d.text(x.at(m.at)+4, y.to+12, "small", "start", m.label)
	}
}

// path draws the bands and the line, whole where a level may be shown, dotted where it is carried on from earlier
// evidence, and not at all where there is not enough. Where the interval leans on an end of the scale no median is drawn but
// the bound, dashed.
func (t trend) path(d *drawing, x, y scaled, s series, alone bool) {
	outer := .16
	if !alone {
		outer = .07
	}
	for _, run := range s.runs(func(i int) bool { return s.letter(i) != 'n' }) {
		xs := t.years[run[0]:run[1]]
		at := func(v []float64) []float64 { return y.all(v[run[0]:run[1]]) }
		d.band(x.all(xs), at(s.q05), at(s.q95), s.colour, outer)
		if s.q25 != nil {
			d.band(x.all(xs), at(s.q25), at(s.q75), s.colour, .22)
		}
	}
	for _, mark := range []string{"high", "low"} {
		bound := s.q05
		if mark == "low" {
			bound = s.q95
		}
		for _, run := range s.runs(func(i int) bool { return s.letter(i) != 'n' && edgeAt(s.edges, i) == mark }) {
			if run[1]-run[0] == 1 {
				d.hollow(x.at(t.years[run[0]]), y.at(bound[run[0]]), 3, s.colour)
				continue
			}
			d.polyline(x.all(t.years[run[0]:run[1]]), y.all(bound[run[0]:run[1]]), 2, s.colour, `stroke-dasharray="7 3"`)
		}
	}
	for _, run := range s.runs(func(i int) bool { return s.letter(i) == 'o' && edgeAt(s.edges, i) == "" }) {
		if run[1]-run[0] == 1 {
			d.dot(x.at(t.years[run[0]]), y.at(s.median[run[0]]), 3, s.colour)
			continue
		}
		d.polyline(x.all(t.years[run[0]:run[1]]), y.all(s.median[run[0]:run[1]]), 2, s.colour, "")
	}
	for _, run := range s.runs(func(i int) bool { return s.letter(i) == 'x' && edgeAt(s.edges, i) == "" }) {
		from := max(run[0]-1, 0)
		if s.letter(from) == 'n' || edgeAt(s.edges, from) != "" {
			from = run[0]
		}
		to := min(run[1]+1, len(s.median))
		if to > run[1] && (s.letter(run[1]) == 'n' || edgeAt(s.edges, run[1]) != "" || math.IsNaN(s.median[run[1]])) {
			to = run[1]
		}
		d.polyline(x.all(t.years[from:to]), y.all(s.median[from:to]), 1.5, s.colour, `stroke-dasharray="1.5 3"`)
	}
}

func (s series) letter(i int) byte {
	if i >= len(s.letters) {
		return 'o'
	}
	return s.letters[i]
}

// runs are the stretches of steps that have a value and of which is holds.
func (s series) runs(is func(int) bool) (out [][2]int) {
	for i := 0; i < len(s.median); i++ {
		if math.IsNaN(s.median[i]) || !is(i) {
			continue
		}
		from := i
		for i < len(s.median) && !math.IsNaN(s.median[i]) && is(i) {
			i++
		}
		out = append(out, [2]int{from, i})
	}
	return out
}

func (s scaled) all(list []float64) []float64 {
	out := make([]float64, len(list))
	for i, v := range list {
		out[i] = s.clip(v)
	}
	return out
}

// labels stand at the ends of the paths, moved apart where they would touch.
func (t trend) labels(d *drawing, x, y scaled) {
	type end struct {
		text, colour string
		y            float64
	}
	var ends []end
	for i, s := range t.series {
		if s.label == "" {
			continue
		}
		for k := len(s.median) - 1; k >= 0; k-- {
			if !math.IsNaN(s.median[k]) {
				colour := s.colour
				if colour == "" {
					colour = hues[i%len(hues)]
				}
				ends = append(ends, end{s.label, colour, y.clip(s.median[k])})
				break
			}
		}
	}
	slices.SortFunc(ends, func(a, b end) int { return int(math.Copysign(1, a.y-b.y)) })
	for i := 1; i < len(ends); i++ {
		ends[i].y = math.Max(ends[i].y, ends[i-1].y+15)
	}
	for _, e := range ends {
		d.line(x.to+4, e.y, x.to+10, e.y, 3, e.colour, "")
		d.text(x.to+14, e.y+4, "", "start", cutTo(e.text, 26))
	}
}
