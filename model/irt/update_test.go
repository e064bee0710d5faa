package irt

import (
	"context"
	"math"
	"strings"
	"testing"

	"orrery/model/diag"
)

// later cuts a table at a period: what came before, and what comes from then on.
func later(tab *Table, period int) (before, after *Table) {
	cut := func(keep func(t int) bool) *Table {
		out := &Table{Units: tab.Units, Periods: nil, Categories: tab.Categories}
		place := map[int]int{}
		for t, p := range tab.Periods {
			if keep(t) {
				place[t] = len(out.Periods)
				out.Periods = append(out.Periods, p)
			}
		}
		calls := map[int32]int32{}
		for c, call := range tab.Calls {
			if keep(call.Period) {
				calls[int32(c)] = int32(len(out.Calls))
				call.Period = place[call.Period]
				out.Calls = append(out.Calls, call)
			}
		}
		for v, c := range tab.Call {
			if n, ok := calls[c]; ok {
				out.Unit, out.Call, out.Category = append(out.Unit, tab.Unit[v]), append(out.Call, n), append(out.Category, tab.Category[v])
			}
		}
		return out
	}
	return cut(func(t int) bool { return t < period }), cut(func(t int) bool { return t >= period })
}

// The nowcast of the last period against the truth, against the full fit with that period, and against knowing
// nothing new: it must be honest, near, and better than the old position.
func TestUpdateIsHonest(t *testing.T) {
	var inside, far, stale, sharp []float64
	for seed := range uint64(8) {
		tr := simulate(200+seed, 40, 6, 20, 3, .1)
		old, fresh := later(tr.table, 5)
		fit := func(tab *Table) *Result {
			r, err := Full(context.Background(), compiled(t, tab), FullOptions{Model: simulated, Seed: seed, BurnIn: 60, Sweeps: 200})
			if err != nil {
				t.Fatal(err)
			}
			return r
		}
		before, whole := fit(old), fit(tr.table)
		now, err := Update(before, fresh, Rules{}, UpdateOptions{})
		if err != nil {
			t.Fatal(err)
		}
		sign := 1.0
		if x, mean, _, _ := tr.against(before); pearson(x, mean) > 0 && x[0] != tr.at(before.Points[0]) {
			sign = -1
		}
		var x, lo, hi, m, w, last []float64
		for _, pt := range now.Points {
			truth := sign * tr.theta[[2]int{tr.number(pt.Unit), 5}]
			x, lo, hi, m = append(x, truth), append(lo, pt.Q05), append(hi, pt.Q95), append(m, pt.Mean)
			full, ok := whole.At(pt.Unit, 5)
			if !ok {
				t.Fatal("the whole fit misses a cell of the last period")
			}
			w = append(w, full.Mean)
			if prev, ok := before.At(pt.Unit, 4); ok {
				last = append(last, math.Abs(prev.Mean-truth))
				sharp = append(sharp, math.Abs(pt.Mean-truth))
			}
		}
		s, _ := diag.Coverage(x, lo, hi)
		inside, far, stale = append(inside, s), append(far, math.Abs(pearson(m, w))), append(stale, last...)
	}
	t.Logf("nowcast: 90 %% intervals hold %.3f, correlation with the whole fit %.4f, error %.3f against %.3f without the new votes", meanOf(inside), meanOf(far), meanOf(sharp), meanOf(stale))
	if c := meanOf(inside); c < .84 || c > .96 {
		t.Errorf("the nowcast's 90 %% intervals hold %.3f of the truth", c)
	}
	if meanOf(far) < .97 {
		t.Errorf("the nowcast is not near the whole fit: %.4f", meanOf(far))
	}
	if meanOf(sharp) > .95*meanOf(stale) {
		t.Errorf("the nowcast errs by %.3f, the old positions by %.3f: new votes taught it nothing", meanOf(sharp), meanOf(stale))
	}
}

func TestUpdateKnowsUnitsAndItemsByName(t *testing.T) {
	b := NewBuilder(3)
	b.Period("1", 1)
	b.Period("2", 2)
	tr := simulate(9, 30, 2, 20, 3, .1)
	for v, u := range tr.table.Unit {
		call := tr.table.Calls[tr.table.Call[v]]
		if err := b.Vote(tr.table.Units[u], call.Name, "item of "+call.Name, []string{"1", "2"}[call.Period], int(tr.table.Category[v])); err != nil {
			t.Fatal(err)
		}
	}
	fitted, err := Fast(context.Background(), compiled(t, b.Table()), FastOptions{})
	if err != nil {
		t.Fatal(err)
	}
	next := NewBuilder(3)
	next.Period("3", 3)
	for v, c := range tr.table.Call { // the same questions once more, and a newcomer
		if c < 6 {
			name := tr.table.Calls[c].Name
			if err := next.Vote(tr.table.Units[tr.table.Unit[v]], "again "+name, "item of "+name, "3", int(tr.table.Category[v])); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := next.Vote("newcomer", "again c0", "item of c0", "3", 0); err != nil {
		t.Fatal(err)
	}
	now, err := Update(fitted, next.Table(), Rules{}, UpdateOptions{})
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]Item{}
	for _, it := range fitted.Items {
		known[it.Name] = it
	}
	for _, it := range now.Items {
		if old := known[it.Name]; it.Slope != old.Slope || it.SlopeSD != old.SlopeSD {
			t.Errorf("%s was known with slope %g and has %g", it.Name, old.Slope, it.Slope)
		}
	}
	for _, pt := range now.Points {
		if next.table.Units[pt.Unit] == "newcomer" && (pt.SD < .5 || pt.SD > 1) {
			t.Errorf("a newcomer with one vote is known to ±%.2f", pt.SD)
		}
	}
	early := NewBuilder(3)
	early.Period("0", 0)
	if err := early.Vote("u1", "x", "", "0", 1); err != nil {
		t.Fatal(err)
	}
	if _, err := Update(fitted, early.Table(), Rules{}, UpdateOptions{}); err == nil || !strings.Contains(err.Error(), "fit again") {
		t.Errorf("an update of the past gave %v", err)
	}
}
