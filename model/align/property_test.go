package align

import (
	"context"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"orrery/internal/testkit"
)

func fit(t *testing.T, d Dyad, s Settings) *Result {
	t.Helper()
	r, err := Fit(d, s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// furthest is the largest difference between two paths of medians.
func furthest(a, b []Point) float64 {
	most := 0.0
	for i := range a {
		most = math.Max(most, math.Abs(a[i].Median-b[i].Median))
	}
	return most
}

// Attention is not alignment: a month that every wire tells three times says what it said once.
func TestTriplingOneMonthsReportsMovesNothing(t *testing.T) {
	s := over(10)
	most := 0.0
	for name, forget := range map[string]bool{"stories known": false, "stories unknown": true} {
		d := invented(3, 10, 30, wave)
		if forget {
			for i := range d.Events {
				d.Events[i].Stories = 0
			}
		}
		base := fit(t, d, s)
		for _, month := range []int{0, 37, 119} {
			thrice := d
			thrice.Events = slices.Clone(d.Events)
			thrice.Events[month].Cooperative *= 3
			thrice.Events[month].Conflictual *= 3
			moved := furthest(base.Run().Points, fit(t, thrice, s).Run().Points)
			if most = math.Max(most, moved); moved > .02 {
				t.Errorf("%s: three times the reports of month %d move a median by %.4f, more than .02", name, month, moved)
			}
		}
		changed := d // the test can fail: other news does move the medians
		changed.Events = slices.Clone(d.Events)
		for i := 60; i < 72; i++ {
			changed.Events[i].Cooperative, changed.Events[i].Conflictual = 0, 12
			changed.Events[i].Stories = 12
		}
		if moved := furthest(base.Run().Points, fit(t, changed, s).Run().Points); moved < .05 {
			t.Errorf("%s: a year of nothing but conflict moves the medians by only %.4f", name, moved)
		}
	}
	t.Logf("three times the reports of a month move a median by %.4f at most", most)
}

func TestLabelsAndOrderChangeNothing(t *testing.T) {
	d, s := invented(4, 6, 20, wave), over(6)
	base := fit(t, d, s)
	other := d
	other.State, other.Hub = "ZZZ", "YYY"
	other.Votes, other.Reactions = slices.Clone(d.Votes), slices.Clone(d.Reactions)
	other.Stances, other.Events = slices.Clone(d.Stances), slices.Clone(d.Events)
	rng := testkit.Rand(9)
	rng.Shuffle(len(other.Votes), func(i, j int) { other.Votes[i], other.Votes[j] = other.Votes[j], other.Votes[i] })
	rng.Shuffle(len(other.Events), func(i, j int) { other.Events[i], other.Events[j] = other.Events[j], other.Events[i] })
	slices.Reverse(other.Reactions)
	slices.Reverse(other.Stances)
	got := fit(t, other, s)
	got.State, got.Hub = base.State, base.Hub
	if diff := cmp.Diff(base, got); diff != "" {
		t.Errorf("labels or order changed the result (- first, + relabelled):\n%.2000s", diff)
	}
}

func TestReversedHubMirrors(t *testing.T) {
	d, s := invented(5, 6, 30, wave), over(6)
	d.Events = nil
	mirror := func(a Answer) Answer {
		if a >= Against && a <= With {
			return With + Against - a
		}
		return a
	}
	for i := range d.Reactions {
		d.Reactions[i].Roster = Roster{Against: 1 + i, LeaningAgainst: 1, Neutral: 3, LeaningWith: 3, With: 5, Silent: 2}
		if i%2 == 0 {
			d.Reactions[i].State = LeaningWith
		}
	}
	mirrored := d
	mirrored.Votes, mirrored.Reactions, mirrored.Stances = slices.Clone(d.Votes), slices.Clone(d.Reactions), slices.Clone(d.Stances)
	for i, r := range mirrored.Reactions {
		mirrored.Reactions[i].State = mirror(r.State)
		mirrored.Reactions[i].Roster = Roster{Against: r.Roster.With, LeaningAgainst: r.Roster.LeaningWith, Neutral: r.Roster.Neutral,
			LeaningWith: r.Roster.LeaningAgainst, With: r.Roster.Against, Silent: r.Roster.Silent}
	}
	for i, s := range mirrored.Stances {
		mirrored.Stances[i].State = mirror(s.State)
	}
	for i := range mirrored.Votes {
		mirrored.Votes[i].Hub = No // it was Yes throughout
		if i%5 == 0 {
			d.Votes[i].Totals, mirrored.Votes[i].Totals = Totals{}, Totals{} // the wide margin must be symmetric too
		}
	}
	a, b := fit(t, d, s), fit(t, mirrored, s)
	for _, coding := range []Coding{AsMissing, AsAbstention} {
		for i, p := range a.Runs[coding].Points {
			q := b.Runs[coding].Points[i]
			if math.Abs(p.Median+q.Median) > 1e-9 || math.Abs(p.SD-q.SD) > 1e-9 || math.Abs(p.Q05+q.Q95) > 1e-9 {
				t.Fatalf("%v, step %d: median %g sd %g against %g sd %g", coding, i, p.Median, p.SD, q.Median, q.SD)
			}
		}
	}
	if a.NoMargin == 0 {
		t.Error("no vote without a margin was tested")
	}
	if a.Run().Counts[Reactions] == 0 || math.Abs(a.Run().Points[30].Median) < .05 {
		t.Errorf("the axis that was mirrored is empty or at zero: %v", a.Run().Counts)
	}
}

// The hub itself is the state that always votes like it: whoever joins it ends where it stands.
func TestVotingLikeTheHubConvergesToIt(t *testing.T) {
	s := over(16)
	s.Drift, s.Sharpness = s.Drift[1:2], s.Sharpness[1:2] // a turn also teaches that things can move, which is another matter
	hub := invented(6, 16, 40, func(float64) float64 { return 0 })
	hub.Reactions, hub.Stances, hub.Events = nil, nil, nil
	state := hub
	hub.Votes, state.Votes = slices.Clone(hub.Votes), slices.Clone(hub.Votes)
	turn := date(2004, 1, 1)
	for i := range hub.Votes {
		hub.Votes[i].State = Yes
		state.Votes[i].State = Yes
		if state.Votes[i].Day.Before(turn) {
			state.Votes[i].State = No
		}
	}
	a, b := fit(t, hub, s), fit(t, state, s)
	gap := func(year int) float64 {
		step := (year - 2000) * 12
		return math.Abs(a.Run().Points[step].Median - b.Run().Points[step].Median)
	}
	if gap(2003) < 1 {
		t.Errorf("before the turn the two are only %.2f apart", gap(2003))
	}
	for _, years := range [][2]int{{2003, 2005}, {2005, 2008}, {2008, 2012}} {
		if gap(years[1]) > gap(years[0]) {
			t.Errorf("the gap to the hub grew from %.3f in %d to %.3f in %d", gap(years[0]), years[0], gap(years[1]), years[1])
		}
	}
	if last := math.Abs(a.Run().Points[191].Median - b.Run().Points[191].Median); last > .05 {
		t.Errorf("after twelve years of voting like the hub the state is still %.3f from it", last)
	}
}

func TestFinerGridChangesNothing(t *testing.T) {
	d, s := invented(7, 6, 40, wave), over(6)
	fine := s
	fine.Grid.Points = 801
	f, err := newFitterOn(fine, func(*fitter, float64) int { return 1 }) // every drift on every point
	if err != nil {
		t.Fatal(err)
	}
	want, err := f.fit(d)
	if err != nil {
		t.Fatal(err)
	}
	moved := furthest(fit(t, d, s).Run().Points, want.Run().Points)
	t.Logf("twice as many grid points move a median by %.5f at most", moved)
	if moved >= .005 {
		t.Errorf("twice as many grid points move a median by %.5f, want less than .005", moved)
	}
}

// A month is about four weeks: the same truth on a finer clock.
func TestWeeksAgreeWithMonths(t *testing.T) {
	d, s := invented(8, 4, 40, wave), over(4)
	weekly := s
	weekly.Step = Weekly
	months, weeks := fit(t, d, s), fit(t, d, weekly)
	for i, end := range months.Ends {
		j, _ := slices.BinarySearchFunc(weeks.Ends, end, func(a, b time.Time) int { return a.Compare(b) })
		p, q := months.Run().Points[i], weeks.Run().Points[min(j, len(weeks.Ends)-1)]
		if math.Abs(p.Median-q.Median) > .06 {
			t.Errorf("end of %s: %.3f by months, %.3f by weeks", end.Format("2006-01"), p.Median, q.Median)
		}
	}
}

func TestWorkersDoNotChangeResults(t *testing.T) {
	var dyads []Dyad
	for seed := range uint64(5) {
		dyads = append(dyads, invented(20+seed, 3, 12, wave))
	}
	s := over(3)
	s.Workers = 1
	one, err := FitAll(context.Background(), dyads, s)
	if err != nil {
		t.Fatal(err)
	}
	s.Workers = 4
	four, err := FitAll(context.Background(), dyads, s)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(one, four); diff != "" {
		t.Errorf("four workers give another result than one:\n%.2000s", diff)
	}
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := FitAll(ended, dyads, s); err == nil {
		t.Error("FitAll ignored a context that had ended")
	}
}

func TestPassesAllocateNothing(t *testing.T) {
	d, s := invented(1, 5, 20, wave), over(5)
	f, err := newFitter(s)
	if err != nil {
		t.Fatal(err)
	}
	f.begin(d)
	all, err := read(d, s, f.tl, AsMissing)
	if err != nil {
		t.Fatal(err)
	}
	v := f.newView(all, nil)
	f.eventTables(d, all, []*view{v})
	c := f.s.combos(true, true)[0]
	e, lv := v.evidence(c, -1), f.on[c.drift]
	n := testing.AllocsPerRun(3, func() {
		if _, err := lv.forward(c, e); err != nil {
			t.Error(err)
		}
		lv.backward(c, e, true, func(pass) {})
	})
	if n > 0 {
		t.Errorf("a pass of %d steps allocates %g times", len(f.tl.ends), n)
	}
}
