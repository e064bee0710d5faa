package irt

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func compiled(t *testing.T, tab *Table) *Problem {
	t.Helper()
	p, err := Compile(tab, Rules{})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// engines are the two ways to fit, as one function each.
func engines() map[string]func(*Problem, Model, int) (*Result, error) {
	return map[string]func(*Problem, Model, int) (*Result, error){
		"fast": func(p *Problem, m Model, workers int) (*Result, error) {
			return Fast(context.Background(), p, FastOptions{Model: m, MaxRounds: 30, Workers: workers})
		},
		"full": func(p *Problem, m Model, workers int) (*Result, error) {
			return Full(context.Background(), p, FullOptions{Model: m, Seed: 7, BurnIn: 10, Sweeps: 20, Workers: workers})
		},
	}
}

func TestWorkersChangeNothing(t *testing.T) {
	p := compiled(t, simulate(1, 25, 4, 10, 3, .1).table)
	for name, run := range engines() {
		for _, m := range []Model{{}, {BSVCompat: true}} {
			one, err := run(p, m, 1)
			if err != nil {
				t.Fatal(err)
			}
			many, err := run(p, m, 7)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(one.Points, many.Points) {
				t.Errorf("%s, BSVCompat %t: 1 worker and 7 disagree", name, m.BSVCompat)
			}
		}
	}
}

// Names and numbers of units, and the order of rows, are labels: exactly the same numbers must come out.
func TestRelabellingChangesNothing(t *testing.T) {
	tab := simulate(2, 25, 4, 10, 3, .1).table
	r := rand.New(rand.NewPCG(1, 1))
	perm, rows := r.Perm(len(tab.Units)), r.Perm(len(tab.Unit))
	other := &Table{Units: make([]string, len(tab.Units)), Periods: tab.Periods, Calls: tab.Calls, Categories: tab.Categories}
	for u := range tab.Units {
		other.Units[perm[u]] = "another name of " + tab.Units[u]
	}
	for _, v := range rows {
		other.Unit = append(other.Unit, int32(perm[tab.Unit[v]]))
		other.Call, other.Category = append(other.Call, tab.Call[v]), append(other.Category, tab.Category[v])
	}
	for name, run := range engines() {
		a, err := run(compiled(t, tab), Model{}, 2)
		if err != nil {
			t.Fatal(err)
		}
		b, err := run(compiled(t, other), Model{}, 2)
		if err != nil {
			t.Fatal(err)
		}
		for _, pt := range a.Points {
			q, ok := b.At(perm[pt.Unit], pt.Period)
			if q.Unit = pt.Unit; !ok || q != pt {
				t.Fatalf("%s: %+v became %+v", name, pt, q)
			}
		}
	}
}

// Counting the scale from the other end mirrors the axis or the slopes, and nothing else.
func TestReversedScaleIsTheSame(t *testing.T) {
	tab := simulate(4, 25, 4, 12, 3, .1).table
	other := *tab
	other.Category = nil
	for _, y := range tab.Category {
		other.Category = append(other.Category, int8(tab.Categories-1)-y)
	}
	// Fast carries no chance, so that the agreement is to rounding; Full agrees in distribution only.
	a, err := Fast(context.Background(), compiled(t, tab), FastOptions{})
	if err != nil {
		t.Fatal(err)
	}
	b, err := Fast(context.Background(), compiled(t, &other), FastOptions{})
	if err != nil {
		t.Fatal(err)
	}
	sign := 1.0
	if a.Points[0].Mean*b.Points[0].Mean < 0 {
		sign = -1
	}
	for i, pt := range a.Points {
		if d := math.Abs(pt.Mean - sign*b.Points[i].Mean); d > 1e-5 || math.Abs(pt.SD-b.Points[i].SD) > 1e-5 {
			t.Fatalf("%+v became %+v", pt, b.Points[i])
		}
	}
}

func TestPositiveSetsTheSign(t *testing.T) {
	p := compiled(t, simulate(5, 25, 3, 15, 2, .1).table)
	for name, run := range engines() {
		for _, unit := range p.table.Units[:6] {
			r, err := run(p, Model{Positive: []string{unit}}, 2)
			if err != nil {
				t.Fatal(err)
			}
			s := 0.0
			for _, pt := range r.Points {
				if p.table.Units[pt.Unit] == unit {
					s += pt.Mean
				}
			}
			if s <= 0 {
				t.Errorf("%s: %s should be positive and is %g", name, unit, s)
			}
		}
	}
}

// A table of everything that breaks such programs.
func hostile() *Table {
	b := NewBuilder(3)
	b.Alias("Zaire", "Congo")
	for i, name := range []string{"1", "2", "missing", "4"} {
		b.Period(name, float64(i))
	}
	vote := func(unit, call, period string, y int) {
		if err := b.Vote(unit, call, "", period, y); err != nil {
			panic(err)
		}
	}
	units := []string{"A", "B", "C", "D", "E", "F"}
	for c := range 8 {
		for i, u := range units {
			y := 0
			if i >= 3 {
				y = 2 // perfectly separated, always
			}
			vote(u, "separated "+string(rune('a'+c)), "1", y)
		}
	}
	for i, u := range units {
		vote(u, "unanimous", "2", 0)
		vote(u, "absent", "2", -1)
		vote(u, "ends only", "2", 2*(i%2))
		vote(u, "one against all", "4", min(i, 1))
	}
	vote("once", "ends only", "2", 0)
	vote("once more", "lonely", "4", 1)
	vote("Zaire", "separated a", "1", 0)
	vote("Congo", "ends only", "2", 2)
	vote("nobody", "absent", "2", -1)
	return b.Table()
}

func TestHostileTable(t *testing.T) {
	p := compiled(t, hostile())
	for name, run := range engines() {
		for _, m := range []Model{{}, {BSVCompat: true}, {Absolute: true, WalkVar: .1}} {
			r, err := run(p, m, 2)
			if err != nil {
				t.Fatal(err)
			}
			for _, pt := range r.Points {
				if math.IsNaN(pt.Mean) || math.IsInf(pt.Mean, 0) || !(pt.SD > 0) || pt.Q05 > pt.Q95 {
					t.Errorf("%s: %s in %d is %+v", name, p.table.Units[pt.Unit], pt.Period, pt)
				}
			}
			if _, ok := r.At(slices.Index(p.table.Units, "Congo"), 0); !ok || slices.Contains(p.table.Units, "Zaire") {
				t.Errorf("%s: a renamed state lost its past", name)
			}
		}
	}
	reasons := map[string]string{"unanimous": "unanimous: all 6 votes are category 0", "absent": "no votes", "lonely": "unanimous: all 1 votes are category 1"}
	for _, d := range p.Dropped {
		if reasons[d.Call] != d.Reason {
			t.Errorf("%s was dropped: %q", d.Call, d.Reason)
		}
		delete(reasons, d.Call)
	}
	if len(reasons) > 0 {
		t.Errorf("not named as dropped: %v", reasons)
	}
}

func TestTablesThatCannotBe(t *testing.T) {
	for want, change := range map[string]func(*Table){
		"divides the voters": func(x *Table) { x.Category = make([]int8, len(x.Category)) },
		"order of time":      func(x *Table) { x.Periods = []Period{{"b", 1}, {"a", 1}, {"c", 2}, {"d", 3}} },
		"one each":           func(x *Table) { x.Unit = x.Unit[1:] },
		"scale ends at 2":    func(x *Table) { x.Category[3] = 3 },
		"2 to 8":             func(x *Table) { x.Categories = 9 },
		"period number":      func(x *Table) { x.Calls[0].Period = 4 },
		"unit number":        func(x *Table) { x.Unit[0] = 99 },
		"roll call number":   func(x *Table) { x.Call[0] = -1 },
	} {
		tab := hostile()
		change(tab)
		if _, err := Compile(tab, Rules{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want an error about %q, have %v", want, err)
		}
	}
	p := compiled(t, hostile())
	for _, m := range []Model{{SlopeVar: -1}, {WalkVar: math.NaN()}, {StartMean: []float64{1}}, {UnitWalkVar: make([]float64, len(p.table.Units))}} {
		if _, err := Fast(context.Background(), p, FastOptions{Model: m}); err == nil {
			t.Errorf("%+v was accepted", m)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Full(ctx, p, FullOptions{}); err == nil {
		t.Error("a cancelled run gave a result")
	}
}
