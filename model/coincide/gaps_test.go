package coincide

import (
	"slices"
	"testing"
)

// A stratum does not reach over more than a quarter in which nobody looked; over less it does.
func TestStrataEndAtLongGaps(t *testing.T) {
	attention := &Attention{0, make([]float64, 1500)}
	for _, strata := range []Strata{ByBlocks, ByAttention} {
		s := Defaults(1)
		s.Strata = strata
		f := newFrame([][]Span{{{0, 99}, {191, 290}, {400, 499}}, {{stride, stride + 49}, {stride + 1000, stride + 1049}}}, attention, s)
		in := func(d Day) int32 {
			i, ok := f.index(d)
			if !ok {
				t.Fatalf("day %d is not observed", d)
			}
			return f.stratum[i]
		}
		members := map[int32][]Day{}
		for i := range f.days {
			members[f.stratum[i]] = append(members[f.stratum[i]], f.day(i))
		}
		for stratum, days := range members {
			if days[len(days)-1]-days[0] > 91+91 || dyadOf(days[0]) != dyadOf(days[len(days)-1]) {
				t.Errorf("strata by %s: stratum %d holds days from %d to %d", strata, stratum, days[0], days[len(days)-1])
			}
		}
		if in(290) == in(400) || in(stride+49) == in(stride+1000) {
			t.Errorf("strata by %s: a stratum reaches over more than a quarter", strata)
		}
		total := 0
		for _, n := range f.sizes {
			total += n
		}
		if total != f.days {
			t.Errorf("strata by %s hold %d of %d days", strata, total, f.days)
		}
	}
	for gap, want := range map[Day]bool{91: true, 92: false} { // from the last day of one stretch to the first of the next
		f := newFrame([][]Span{{{0, 94}, {94 + gap, 200}}}, nil, Defaults(1))
		a, _ := f.index(94)
		b, _ := f.index(94 + gap)
		if (f.stratum[a] == f.stratum[b]) != want || (len(f.parts) == 1) != want {
			t.Errorf("a gap of %d days: one stratum %t, want %t", gap, f.stratum[a] == f.stratum[b], want)
		}
	}
}

// With three spans of days one line is rolled, its gaps closed: the order in which spans are given plays no part, windows are cut where a span ends,
// and p is what rolling that line day by day gives.
func TestSpansAreRolledAsOneLine(t *testing.T) {
	spans := []Span{{0, 299}, {600, 1599}, {2100, 2399}}
	w := world{days: 2400, triggers: 40, responses: 60, spans: spans}
	for seed := range uint64(20) {
		triggers, responses, _ := w.draw(seeded(seed))
		s, err := NewScreener([]Span{spans[2], spans[0], spans[1]}, nil, Defaults(1))
		if err != nil {
			t.Fatal(err)
		}
		s.Windows(triggers, 1, 10)
		c := s.Against(responses)
		var covered []int
		for i, in := range s.covered {
			if in {
				covered = append(covered, i)
			}
		}
		p, shifts, err := CircularShift(1600, covered, slices.Clone(s.at), 30)
		if err != nil || c.Hits > 0 && (p != c.Circular || shifts != c.Shifts) || c.Days != 1600 {
			t.Errorf("seed %d: p %g of %d shifts, one line of 1,600 days has %g of %d (%v)", seed, c.Circular, c.Shifts, p, shifts, err)
		}
		for _, b := range triggers {
			s.Windows([]Day{b}, 1, 10)
			want := 0
			for d := b + 1; d <= b+10; d++ {
				if slices.ContainsFunc(spans, func(s Span) bool { return s.First <= d && d <= s.Last }) {
					want++
				}
			}
			if s.total != want {
				t.Errorf("the window after day %d covers %d days, want %d", b, s.total, want)
			}
		}
	}
}

// Shifts along the calendar move all dates alike: over a long gap, in two pairs of states, and without joining the last day to the first.
func TestStraightShiftsAgainstMovingDays(t *testing.T) {
	rng := seeded(21)
	for range 40 {
		var watched [][]Span
		lines := 1 + rng.IntN(2)
		for i := range Day(lines) {
			from := i * stride
			watched = append(watched, []Span{{from, from + 150}, {from + 300, from + 420 + Day(rng.IntN(80))}})
		}
		s := newScreener(newFrame(watched, nil, Defaults(1)), Defaults(1))
		events := func(n int) []Day {
			var out []Day
			for range n {
				out = append(out, Day(rng.IntN(lines))*stride+Day(rng.IntN(440)))
			}
			slices.Sort(out)
			return out
		}
		triggers := events(12)
		s.Windows(triggers, 0, 9)
		c := s.Against(events(25))
		half := 0
		for _, list := range watched {
			half = max(half, int(list[1].Last-list[0].First+1)/2)
		}
		many, all := 0, 0
		for by := -half; by <= half; by++ {
			hits, stay := 0, 0
			for _, i := range s.at {
				d := s.f.day(i) + Day(by)
				if at, ok := s.f.index(d); ok && dyadOf(d) == dyadOf(s.f.day(i)) {
					if stay++; s.covered[at] {
						hits++
					}
				}
			}
			if (by >= 30 || by <= -30) && 2*stay >= c.Responses && stay > 0 {
				if all++; hits*c.Responses >= c.Hits*stay {
					many++
				}
			}
		}
		if want := float64(1+many) / float64(1+all); c.Hits > 0 && c.Straight != want {
			t.Fatalf("p %g, moving days one by one gives %g of %d shifts: %+v", c.Straight, want, all, c)
		}
	}
}

// Calendars of one period do not pass for answers because a roll breaks them at its seam, whatever the length of the history.
func TestCalendarsAtAnyLength(t *testing.T) {
	for _, days := range []int{1460, 1490, 1795, 2400} {
		w := world{days: days, triggers: 25 * float64(days) / 1460, responses: 30 * float64(days) / 1460, planned: true}
		r, err := w.study(400, 20261128, Defaults(1))
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%d days: circular %.1f %%, reported %.1f %%", days, 100*r.circular.rate(), 100*r.reported.rate())
		if r.reported.rate() > .05+3*r.reported.se() {
			t.Errorf("%d days: calendars without a link are found in %.1f %%", days, 100*r.reported.rate())
		}
	}
}
