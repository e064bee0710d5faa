package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"orrery/internal/app"
)

// World lays out the world's ideal points of one year (0: the last), the highest first. The CSV has one row a state and year.
func World(v app.WorldView, year int) Page {
	p := Page{Title: "The world's ideal points", Sentence: v.Sentence.String(), Notes: append(append([]string{}, v.Notices...), scope(v.Scope)...)}
	p.Data = Table{Columns: columns("state", "name", "year", ">median", ">q05", ">q95", ">votes", "because")}
	for _, s := range v.States {
		for i, y := range v.Years {
			if s.Median[i] != nil {
				p.Data.add(s.State.Code, s.State.Name, strconv.Itoa(y), decimal(s.Median[i]), decimal(s.Q05[i]), decimal(s.Q95[i]), itoa(s.Votes[i]), traceOfYear(s, y))
			}
		}
	}
	at := yearAt(v, year)
	if at < 0 {
		return p
	}
	t := Table{Title: "In " + strconv.Itoa(v.Years[at]), Columns: columns("state", "name", ">position", ">5 %", ">95 %", ">votes", "because")}
	for _, s := range highest(v, at) {
		t.add(s.State.Code, s.State.Name, spot(*s.Median[at]), spot(*s.Q05[at]), spot(*s.Q95[at]), itoa(s.Votes[at]), quoted(traceOfYear(s, v.Years[at])))
	}
	p.Tables = []Table{t, drops(v.Dropped), runReceipt(v.Run, app.EvidenceChoice{Absence: "missing"})}
	return p
}

// yearAt is the place of a year, or of the last; −1: there is none.
func yearAt(v app.WorldView, year int) int {
	if year == 0 {
		return len(v.Years) - 1
	}
	return slices.Index(v.Years, year)
}

// WorldHas says that there is nothing to show of a year (0: the last), and which years there are; nil when there is.
func WorldHas(v app.WorldView, year int) error {
	switch {
	case yearAt(v, year) >= 0:
		return nil
	case len(v.Years) == 0:
		return fmt.Errorf("there is no year with positions: %s", strings.TrimSuffix(v.Sentence.String(), "."))
	}
	return fmt.Errorf("there are no votes in %d; the years run from %d to %d", year, v.Years[0], v.Years[len(v.Years)-1])
}

// highest are the states that have a point in a year, from high to low.
func highest(v app.WorldView, at int) []app.WorldState {
	var list []app.WorldState
	for _, s := range v.States {
		if s.Median[at] != nil {
			list = append(list, s)
		}
	}
	slices.SortStableFunc(list, func(a, b app.WorldState) int { return cmp.Compare(*b.Median[at], *a.Median[at]) })
	return list
}

// traceOfYear is the state's trace with another year at its end.
func traceOfYear(s app.WorldState, year int) string {
	return s.Trace[:strings.LastIndexByte(s.Trace, '|')+1] + strconv.Itoa(year)
}

// WorldChart is an SVG picture: without codes all states of a year with their intervals, with codes the paths of those.
// The error names a code or year that is not there.
func WorldChart(v app.WorldView, year int, codes []string) ([]byte, error) {
	foot := worldFoot(v)
	if len(codes) > 0 {
		return worldPaths(v, codes, foot)
	}
	if err := WorldHas(v, year); err != nil {
		return nil, err
	}
	at := yearAt(v, year)
	l := ladder{title: "The world's ideal points, " + strconv.Itoa(v.Years[at]), low: "lower", high: "higher (positive: " + v.High.Name + ")", foot: foot}
	if at > 0 {
		l.before = "median in " + strconv.Itoa(v.Years[at-1])
	}
	for _, s := range highest(v, at) {
		r := rung{label: s.State.Name, note: fmt.Sprintf("%d %s", s.Votes[at], plural(s.Votes[at], "vote", "votes")), median: *s.Median[at], q05: *s.Q05[at], q95: *s.Q95[at]}
		if at > 0 {
			r.before = s.Median[at-1]
		}
		l.rows = append(l.rows, r)
	}
	return l.draw(), nil
}

func worldPaths(v app.WorldView, codes, foot []string) ([]byte, error) {
	t := trend{title: "The world's ideal points by year", low: "lower", high: "higher (positive: " + v.High.Name + ")", foot: append([]string{"Line: median; band: 90 % interval."}, foot...)}
	for _, y := range v.Years {
		t.years = append(t.years, float64(y))
	}
	for _, code := range codes {
		at := slices.IndexFunc(v.States, func(s app.WorldState) bool { return strings.EqualFold(s.State.Code, code) })
		if at < 0 || len(v.Years) < 2 {
			return nil, fmt.Errorf("%s has no path: it has no votes in the ledger, or there is one year only", code)
		}
		s := v.States[at]
		one := series{label: s.State.Name, median: gaps(len(v.Years)), q05: gaps(len(v.Years)), q95: gaps(len(v.Years))}
		for i := range v.Years {
			if s.Median[i] != nil {
				one.median[i], one.q05[i], one.q95[i] = *s.Median[i], *s.Q05[i], *s.Q95[i]
			}
		}
		t.series = append(t.series, one)
	}
	return t.draw(), nil
}

func worldFoot(v app.WorldView) []string {
	lines := []string{fmt.Sprintf("n = %d votes on %d roll calls. A place on this scale is no distance from any hub.", v.Votes, v.Calls)}
	lines = append(lines, v.Notices[min(1, len(v.Notices)):]...)
	lines = append(lines, scope(v.Scope)...)
	if v.Run != nil {
		lines = append(lines, "Source: the ledger's accepted votes, as of "+v.Run.DataAsOf+". Orrery "+v.Run.Version+"; data sha256 "+v.Run.DataHash+".")
	}
	return lines
}
