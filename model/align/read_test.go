package align

import (
	"strings"
	"testing"
)

// Three codings of one absence: missing changes nothing, abstention is neutral, and the category of its own counts only for a
// state that is known to have been there.
func TestAbsenceIsCodedThreeWays(t *testing.T) {
	s := over(2)
	vote := func(id string, state Choice, day int) RollCall {
		return RollCall{ID: id, Day: date(2000, 10, day), State: state, Hub: No, Totals: Totals{Yes: 140, No: 5, Abstain: 35, Absent: 12}}
	}
	median := func(votes ...RollCall) (m [3]float64) {
		r := fit(t, Dyad{State: "AAA", Hub: "HUB", Votes: votes}, s)
		for i := range m {
			m[i] = r.Runs[i].Points[9].Median
		}
		return m
	}
	there := median(vote("a", Abstain, 2), vote("b", Absent, 2))
	gone := median(vote("a", Abstain, 2), vote("b", Absent, 9))
	alone := median(vote("a", Abstain, 2))
	twice := median(vote("a", Abstain, 2), vote("b", Abstain, 2))
	against := median(vote("a", Abstain, 2), vote("b", Yes, 2))
	if there[AsMissing] != alone[AsMissing] || there[AsAbstention] != twice[AsAbstention] {
		t.Errorf("absent %v, left out %v, abstained %v", there, alone, twice)
	}
	if !(there[AsOwn] > against[AsOwn] && there[AsOwn] < twice[AsOwn]) {
		t.Errorf("a strategic absence gives %.3f, not between against %.3f and abstained %.3f", there[AsOwn], against[AsOwn], twice[AsOwn])
	}
	if gone[AsOwn] != alone[AsOwn] {
		t.Errorf("an absence on a day without other votes counts: %.3f, %.3f without it", gone[AsOwn], alone[AsOwn])
	}
}

func TestDropsSayWhy(t *testing.T) {
	s := over(2)
	d := Dyad{State: "AAA", Hub: "HUB", Votes: []RollCall{
		{ID: "late", Day: date(2010, 1, 1), State: Yes, Hub: Yes},
		{ID: "no side", Day: date(2000, 1, 1), State: Yes, Hub: Abstain},
		{ID: "hub away", Day: date(2000, 1, 1), State: Yes, Hub: Absent},
		{ID: "no record", Day: date(2000, 1, 1), Hub: Yes},
		{ID: "absent", Day: date(2000, 1, 1), State: Absent, Hub: Yes},
		{ID: "negative", Day: date(2000, 1, 1), State: Yes, Hub: Yes, Totals: Totals{Yes: -1}},
		{ID: "item", Day: date(2000, 1, 1), State: Yes, Hub: Yes, Item: &Item{Slope: 1, Cut1: 1, Cut2: 0}},
		{ID: "good", Day: date(2000, 1, 1), State: Yes, Hub: Yes},
	}, Stances: []Stance{{ID: "who", Day: date(2000, 1, 1), State: With, Speaker: 99}, {ID: "what", Day: date(2000, 1, 1)}},
		Reactions: []Reaction{{ID: "quiet", Day: date(2000, 1, 1), State: Silent}}, Events: []Events{{Day: date(2000, 1, 1)}}}
	r := fit(t, d, s)
	why := map[string]string{}
	for _, drop := range r.Drops {
		why[drop.ID] = drop.Why
	}
	for id, want := range map[string]string{"late": "2010-01-01, outside the span", "no side": "hub abstained", "hub away": "hub did not vote",
		"no record": "not on record", "absent": "taken as missing", "negative": "negative", "item": "out of order", "who": "speaker",
		"what": "no answer", "quiet": "taken as missing", "2000-01-01": "no reports"} {
		if !strings.Contains(why[id], want) {
			t.Errorf("%s was dropped with %q, want %q", id, why[id], want)
		}
	}
	if len(r.Drops) != 11 || len(r.Items) != 1 || r.NoMargin != 1 || r.Run().Counts[Votes] != 1 {
		t.Errorf("%d drops, %d items, %d without margin, %v", len(r.Drops), len(r.Items), r.NoMargin, r.Run().Counts)
	}
	d.Events = []Events{{Day: date(2000, 1, 1), Cooperative: 1, Stories: 2}}
	if _, err := Fit(d, s); err == nil || !strings.Contains(err.Error(), "no more stories than reports") || !strings.Contains(err.Error(), "AAA and HUB") {
		t.Errorf("more stories than reports: %v", err)
	}
}

// A margin that nobody recorded must weigh less than one that is known to have been close.
func TestUnknownMarginIsWide(t *testing.T) {
	vote := RollCall{ID: "x", Day: date(2000, 1, 15), State: Yes, Hub: Yes}
	sd := func(totals Totals) float64 {
		v := vote
		v.Totals = totals
		return fit(t, Dyad{Votes: []RollCall{v}}, over(1)).Run().Points[0].SD
	}
	known, unknown := sd(Totals{Yes: 80, No: 80, Abstain: 20}), sd(Totals{})
	if !(known < unknown && unknown < 1) {
		t.Errorf("sd %.3f with a known margin, %.3f without", known, unknown)
	}
}

func TestSettingsAreChecked(t *testing.T) {
	for name, spoil := range map[string]func(*Settings){
		"span":    func(s *Settings) { s.To = s.From.AddDate(0, 0, -1) },
		"grid":    func(s *Settings) { s.Grid.Points = 3 },
		"Step":    func(s *Settings) { s.Step = 7 },
		"coding":  func(s *Settings) { s.Coding = 9 },
		"jump":    func(s *Settings) { s.JumpRate = 1 },
		"Within":  func(s *Settings) { s.Within = 2 },
		"Drift":   func(s *Settings) { s.Drift = nil },
		"Slope":   func(s *Settings) { s.Slope = []Weighted{{-1, 1}} },
		"shorten": func(s *Settings) { s.Step = Weekly; s.To = s.From.AddDate(120, 0, 0) },
	} {
		s := over(1)
		spoil(&s)
		if _, err := Fit(Dyad{State: "AAA", Hub: "HUB"}, s); err == nil || !strings.Contains(strings.ToLower(err.Error()), strings.ToLower(name)) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// As of an earlier day nothing later is known.
func TestNothingAfterTheLastDayIsUsed(t *testing.T) {
	d := votes(4, 10, func(y int) Choice { return []Choice{Yes, Yes, No, No}[y] })
	early := over(2)
	full := fit(t, d, early)
	cut := d
	cut.Votes = d.Votes[:20]
	want := fit(t, cut, early)
	if full.Run().Points[23] != want.Run().Points[23] {
		t.Errorf("votes after the last day changed it: %+v, %+v", full.Run().Points[23], want.Run().Points[23])
	}
}

// The first-order weight of an observation must be near what leaving it out does, and one source must swing what it carries.
func TestWeightsAndSwing(t *testing.T) {
	s := over(3)
	s.Drift, s.Sharpness = s.Drift[1:2], s.Sharpness[1:2]
	d := votes(3, 10, func(y int) Choice { return []Choice{Yes, Abstain, No}[y] })
	for i := range d.Votes {
		if i >= 25 {
			d.Votes[i].Sources = []string{"gazette"}
		}
	}
	r := fit(t, d, s)
	base := r.Run().Points[35]
	for _, w := range r.Items[:5] {
		rest := d
		rest.Votes = nil
		for _, v := range d.Votes {
			if v.ID != w.ID {
				rest.Votes = append(rest.Votes, v)
			}
		}
		change := base.Mean - fit(t, rest, s).Run().Points[35].Mean
		if change*w.Weight <= 0 || change/w.Weight < .6 || change/w.Weight > 1.7 {
			t.Errorf("%s weighs %.4f but leaving it out changes %.4f", w.ID, w.Weight, change)
		}
	}
	var rest []RollCall
	for _, v := range d.Votes {
		if v.Sources[0] != r.Swing.Source {
			rest = append(rest, v)
		}
	}
	without := fit(t, Dyad{Votes: rest}, s).Run().Points[35].Median
	near(t, "swing", r.Swing.Change, base.Median-without, 1e-6)
	if r.Swing.Source == "" {
		t.Error("no source swings")
	}
}
