package report

import (
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strings"

	"orrery/internal/app"
)

// IdealChart is an SVG picture: without units the positions of the last period with their intervals, with units their
// paths through the periods. The error names a unit that is not there.
func IdealChart(v app.IdealPoints, units []string) ([]byte, error) {
	foot := append([]string{idealSentence(v)}, v.Cautions...)
	foot = append(foot, idealSource(v))
	if len(units) > 0 {
		return idealPaths(v, units, foot)
	}
	before := map[int]float64{}
	for _, p := range v.Points {
		if p.Period == len(v.Periods)-2 {
			before[p.Unit] = p.Median
		}
	}
	last := v.Periods[len(v.Periods)-1].Name
	l := ladder{title: "Where they stand, " + last, low: "lower", high: "higher (positive: " + strings.Join(v.Settings.Positive, ", ") + ")", foot: foot}
	if len(v.Periods) == 1 {
		l.title = "Where they stand"
	} else {
		l.before = "median in " + v.Periods[len(v.Periods)-2].Name
	}
	for _, p := range lastPoints(v) {
		r := rung{label: v.Units[p.Unit], note: fmt.Sprintf("%d %s", p.Votes, plural(p.Votes, "vote", "votes")), median: p.Median, q05: p.Q05, q95: p.Q95}
		if m, ok := before[p.Unit]; ok {
			r.before = &m
		}
		l.rows = append(l.rows, r)
	}
	return l.draw(), nil
}

func idealPaths(v app.IdealPoints, units []string, foot []string) ([]byte, error) {
	t := trend{title: "Positions by period", low: "lower", high: "higher (positive: " + strings.Join(v.Settings.Positive, ", ") + ")", foot: append([]string{"Line: median; band: 90 % interval."}, foot...)}
	for _, p := range v.Periods {
		t.years = append(t.years, p.Time)
	}
	if slices.ContainsFunc(v.Periods, func(p app.IdealPeriod) bool { return p.Name != px(p.Time) }) {
		for _, p := range v.Periods {
			t.named = append(t.named, p.Name)
		}
	}
	if len(t.years) < 2 {
		return nil, fmt.Errorf("there is one period only, so that there is no path to draw; leave --draw out")
	}
	for _, name := range units {
		unit := slices.Index(v.Units, name)
		if unit < 0 {
			return nil, fmt.Errorf("--draw: nobody who votes is called %q; the first are %s", name, strings.Join(v.Units[:min(8, len(v.Units))], ", "))
		}
		s := series{label: name, median: gaps(len(t.years)), q05: gaps(len(t.years)), q95: gaps(len(t.years))}
		for _, p := range v.Points {
			if p.Unit == unit {
				s.median[p.Period], s.q05[p.Period], s.q95[p.Period] = p.Median, p.Q05, p.Q95
			}
		}
		t.series = append(t.series, s)
	}
	return t.draw(), nil
}

// gaps are n steps without a value.
func gaps(n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = math.NaN()
	}
	return out
}

func idealSource(v app.IdealPoints) string {
	parts := make([]string, len(v.Inputs))
	for i, in := range v.Inputs {
		parts[i] = filepath.Base(in.File) + " (sha256 " + in.SHA256[:16] + "…)"
	}
	method := v.Method
	if s := v.Settings; s.Sweeps > 0 {
		method = fmt.Sprintf("%s, seed %d, %d × (%d + %d) sweeps", method, s.Seed, s.Chains, s.BurnIn, s.Sweeps)
	}
	return "Source: " + strings.Join(parts, ", ") + ". Orrery " + v.Version + ", " + method + "."
}
