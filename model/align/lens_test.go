package align

import (
	"math"
	"slices"
	"testing"
)

// With fixed hyper-parameters a lens shows exactly what a dyad without the hidden observations shows.
func TestLensHidesItsSources(t *testing.T) {
	s := oneOfEach(over(5))
	d := invented(14, 5, 15, wave)
	for i := range d.Votes {
		switch i % 3 {
		case 0:
			d.Votes[i].Sources = []string{"gazette"}
		case 1:
			d.Votes[i].Sources = []string{"gazette", "library"}
		default:
			d.Votes[i].Sources = nil
		}
	}
	d.Lenses = []Lens{{"without the gazette", []string{"gazette"}}, {"without both", []string{"library", "gazette"}}, {"all open", []string{"nobody"}},
		{"without the wire", []string{"wire"}}}
	said := d // events are levelled by all that was seen, which a fit without some of it cannot know
	said.Events = nil
	for _, d := range []Dyad{d, said} {
		lensesHide(t, d, s)
	}
}

func lensesHide(t *testing.T, d Dyad, s Settings) {
	t.Helper()
	r := fit(t, d, s)
	if len(r.Lensed) != len(d.Lenses) {
		t.Fatalf("%d paths of %d lenses", len(r.Lensed), len(d.Lenses))
	}
	for i, lens := range d.Lenses {
		rest := d
		rest.Votes = slices.DeleteFunc(slices.Clone(d.Votes), func(v RollCall) bool { return lens.hides(v.Sources) })
		if slices.Contains(lens.Hidden, "wire") {
			rest.Events = nil
		}
		want := fit(t, rest, s)
		apart, hidden := 0.0, 0
		for t, m := range r.Lensed[i].Medians {
			apart = math.Max(apart, math.Abs(m-want.Run().Points[t].Median))
		}
		for ch, n := range r.Run().Counts {
			if ch != EventShares {
				hidden += n - want.Run().Counts[ch]
			}
		}
		hidden += len(d.Events) - len(rest.Events)
		if apart > 2e-7 && (d.Events == nil || lens.Name == "without the wire" || lens.Name == "all open") {
			t.Errorf("%s: %.5f from a fit without what it hides", lens.Name, apart)
		}
		if r.Lensed[i].Hidden != hidden || r.Lensed[i].Name != lens.Name {
			t.Errorf("%q hides %d observations, want %d", r.Lensed[i].Name, r.Lensed[i].Hidden, hidden)
		}
	}
	full := r.Lensed[2].Medians
	if r.Lensed[0].Hidden == 0 || r.Lensed[1].Hidden <= r.Lensed[0].Hidden || slices.Equal(full, r.Lensed[0].Medians) || d.Events != nil && slices.Equal(full, r.Lensed[3].Medians) {
		t.Error("the lenses show what the open eye shows")
	}
}

// A lens that hides one story of a month leaves the other: the likelihood of the month is that of the rest.
func TestLensHidesEntriesOfEvents(t *testing.T) {
	s := oneOfEach(over(3))
	d := votes(3, 10, func(int) Choice { return Abstain })
	day := date(2001, 5, 31)
	d.Events = []Events{{Day: day, Cooperative: 9, Stories: 9, Sources: []string{"wire"}}, {Day: day, Conflictual: 9, Stories: 9, Sources: []string{"paper"}}}
	d.Lenses = []Lens{{"no wire", []string{"wire"}}, {"no paper", []string{"paper"}}}
	r := fit(t, d, s)
	full, away, near := r.Run().Points[16].Median, r.Lensed[0].Medians[16], r.Lensed[1].Medians[16]
	if !(away < full-.02 && near > full+.02) || r.Lensed[0].Hidden != 1 {
		t.Errorf("without the wire %.3f, with both %.3f, without the paper %.3f", away, full, near)
	}
}
