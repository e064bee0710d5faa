package align

import (
	"strings"
	"testing"
)

// votes is n contested roll calls a year on which the state answers as told.
func votes(years, n int, state func(year int) Choice) Dyad {
	d := Dyad{State: "AAA", Hub: "HUB"}
	for y := range years {
		for i := range n {
			d.Votes = append(d.Votes, RollCall{ID: string(rune('a'+i)) + date(2000+y, 1, 1).Format("2006"), Day: date(2000+y, 9, 1).AddDate(0, 0, 7*i),
				State: state(y), Hub: Yes, Totals: Totals{Yes: 70, No: 70, Abstain: 30}, Sources: []string{"library"}})
		}
	}
	return d
}

func TestLevelIsShownOnlyWithEvidence(t *testing.T) {
	nothing := fit(t, Dyad{State: "AAA", Hub: "HUB"}, over(2))
	if v := nothing.Level(23); v.OK || v.Text != NotEnough {
		t.Errorf("a dyad without observations: %+v", v)
	}
	r := fit(t, votes(3, 20, func(int) Choice { return Abstain }), over(16))
	for step, want := range map[int]string{1: Extrapolated, 11: "", 35: "", 39: "", 45: Extrapolated, 191: NotEnough} {
		if v := r.Level(step); v.Text != want || v.OK != (want == "") || want != "" && v.Why == "" {
			t.Errorf("step %d: %+v, want %q", step, v, want)
		}
	}
}

func TestDirectionMustSurvive(t *testing.T) {
	turn := func(y int) Choice {
		if y < 4 {
			return Yes
		}
		return No
	}
	s := over(5)
	d := votes(5, 20, turn)
	alone := fit(t, d, s)
	if sign, v := alone.Direction(59); sign != 0 || !strings.Contains(v.Why, "without votes") {
		t.Errorf("one channel alone gave direction %d: %+v", sign, v)
	}
	for i, position := range []Answer{With, With, With, With, Against} {
		for j := range 4 {
			d.Reactions = append(d.Reactions, Reaction{ID: string(rune('0'+i)) + string(rune('a'+j)), Day: date(2000+i, 10, 1+j), State: position, Roster: Roster{Against: 4, Neutral: 3, With: 4}, Sources: []string{"press"}})
		}
	}
	both := fit(t, d, s)
	if sign, v := both.Direction(59); sign != -1 || !v.OK {
		t.Errorf("two channels that agree: direction %d, %+v", sign, v)
	}
	if sign, v := both.Direction(3); sign != 0 || v.OK {
		t.Errorf("the first year has no year before it: %d, %+v", sign, v)
	}
	if sign, _ := both.Direction(40); sign != 0 {
		t.Error("a year without change has a direction")
	}
	for i := range d.Reactions { // the reactions now say the opposite
		d.Reactions[i].State = With
		if strings.HasPrefix(d.Reactions[i].ID, "3") {
			d.Reactions[i].State = Against
		}
	}
	if sign, v := fit(t, d, s).Direction(59); sign != 0 || v.OK {
		t.Errorf("channels that contradict each other: direction %d, %+v", sign, v)
	}
}

func TestTiltComparesOneStatesHubs(t *testing.T) {
	s := over(3)
	d := invented(11, 3, 20, func(float64) float64 { return 1 })
	with := fit(t, d, s)
	against := invented(12, 3, 20, func(float64) float64 { return -1 })
	against.Hub = "OTHER"
	other := fit(t, against, s)
	p, sign, v, err := Tilt(with, other, 35)
	if err != nil || p < .95 || sign != 1 || !v.OK {
		t.Errorf("tilt = %.3f, %d, %+v, %v", p, sign, v, err)
	}
	q, _, _, _ := Tilt(other, with, 35)
	if d := p + q - 1; d > 1e-6 || d < -1e-6 {
		t.Errorf("the two tilts sum to %g", p+q)
	}
	if half, _, verdict, _ := Tilt(with, with, 35); half < .499999 || half > .500001 || verdict.OK {
		t.Errorf("a hub against itself: %.6f, %+v", half, verdict)
	}
	alone := against
	alone.Reactions, alone.Stances, alone.Events = nil, nil, nil
	if p, sign, v, err := Tilt(with, fit(t, alone, s), 35); err != nil || p < .95 || sign != 0 || v.OK || !strings.Contains(v.Why, "relative to OTHER") {
		t.Errorf("one kind of evidence on the other hub: tilt = %.3f, %d, %+v, %v; without it nothing is left, so nothing is established", p, sign, v, err)
	}
	against.State = "BBB"
	if _, _, _, err := Tilt(with, fit(t, against, s), 35); err == nil || !strings.Contains(err.Error(), "BBB") {
		t.Errorf("two states were compared: %v", err)
	}
}
