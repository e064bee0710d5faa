package report

import (
	"strings"
	"testing"

	"orrery/internal/app"
)

// edged is a path that leans on the upper end of the scale, then is carried on there, and comes to the lower end.
func edged(last string) app.DyadView {
	v := dyad()
	v.Standing.Levels, v.Standing.Edges = "ox"+last, "hhl"
	v.Standing.Path = app.Path{Median: []float64{3.51, 3.41, -3.61}, Q05: []float64{2.74, 2.64, -3.98}, Q25: []float64{3.1, 3, -3.8}, Q75: []float64{3.8, 3.8, -3.2}, Q95: []float64{3.97, 3.96, -2.84}}
	v.Stand = &app.Stand{At: "2030-12-31", Median: -3.61, Q05: -3.98, Q25: -3.8, Q75: -3.2, Q95: -2.84, Edge: "low", Level: app.Ruling{OK: last == "o", Text: map[string]string{"o": "at most", "n": "not enough evidence"}[last]}}
	return v
}

// A bound is a bound at every step: no page prints the middle of an interval that the scale cuts off, no picture draws it.
func TestABoundIsABoundAtEveryStep(t *testing.T) {
	p := Dyad(edged("o"))
	var years, steps []string
	for _, row := range p.Tables[1].Rows {
		years = append(years, row[1]+", "+row[4])
	}
	for _, row := range p.Data.Rows {
		steps = append(steps, row[1]+", "+row[2])
	}
	if got := strings.Join(years, "; "); got != "≥ 2.74, at least; ≥ 2.64, extrapolated, at least; ≤ -2.84, at most" {
		t.Errorf("by year: %s", got)
	}
	if got := strings.Join(steps, "; "); got != "shown, high; extrapolated, high; shown, low" {
		t.Errorf("by step: %s", got)
	}
	if title := p.Tables[2].Title; !strings.Contains(title, "at most") {
		t.Errorf("medians beside a bound are printed under %q", title)
	}
	chart := string(DyadChart(edged("o")))
	free := edged("o")
	free.Standing.Edges = "..."
	// Two steps at the upper end are one dashed bound, the one at the lower end a hollow mark; no median line is left.
	if strings.Count(chart, `stroke-dasharray="7 3"`) != 1 || strings.Count(chart, "<circle") != 1 || strings.Count(chart, "<polyline") != 1 || !strings.Contains(strings.ReplaceAll(chart, "</text>\n", " "), "at most") {
		t.Errorf("the picture does not draw bounds:\n%s", chart)
	}
	if plain := string(DyadChart(free)); strings.Contains(plain, `stroke-dasharray="7 3"`) || strings.Contains(plain, "no median") {
		t.Errorf("a path within the scale is drawn as a bound:\n%s", plain)
	}
}

// Where there is not enough evidence no cell holds a number of the scale; the reading of absence is that of the step asked about.
func TestNoCellHoldsWhatIsNotKnown(t *testing.T) {
	p := Dyad(edged("n"))
	for _, row := range p.Tables[2].Rows {
		if row[1] != "" {
			t.Errorf("%s: %q", p.Tables[2].Title, row)
		}
	}
	for _, row := range p.Tables[3].Rows {
		if row[1] != "" {
			t.Errorf("%s: %q", p.Tables[3].Title, row)
		}
	}
	if row := p.Data.Rows[2]; strings.Join(row, "") != "2030-12-31not enough evidence" {
		t.Errorf("the CSV has %q", row)
	}
	earlier := dyad()
	earlier.At = "2029-12-31"
	if c := Dyad(earlier).Tables[2]; c.Rows[1][1] != "0.10" || !strings.Contains(c.Title, "2029-12-31") {
		t.Errorf("asked about 2029: %s %q", c.Title, c.Rows)
	}
}

// A change leaves only with its direction, and never beside a place that is not known.
func TestAChangeNeedsItsDirection(t *testing.T) {
	v := balkans()
	for i := range v.States {
		v.States[i].Last.Change, v.States[i].Last.Rise = known(.77), known(.88)
	}
	v.States[0].Last.Direction = app.Ruling{OK: true, Text: "moving nearer"} // Albania, of which no level may be shown
	p := Alignment(v)
	for _, row := range p.Data.Rows {
		told := row[13] + " " + row[14]
		if want := map[string]string{"MNE": "0.77 0.88"}[row[0]]; strings.TrimSpace(told) != want {
			t.Errorf("%s: change and chance %q, want %q", row[0], told, want)
		}
		if row[0] == "ALB" && strings.Join(row[3:8], "") != "" {
			t.Errorf("Albania's place is in the CSV: %q", row)
		}
	}
	for _, row := range p.Tables[0].Rows {
		if (row[6] != "") != (row[0] == "MNE") {
			t.Errorf("%s: the change printed is %q", row[0], row[6])
		}
	}
}
