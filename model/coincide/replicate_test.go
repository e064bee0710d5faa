package coincide

import (
	"strings"
	"testing"
)

// A replication is another state, or the same one on other days; whoever shares days of a pair of states with the study is none.
func TestWhatCountsAsAReplication(t *testing.T) {
	on := func(dyad string, first, last Day) []Watch { return []Watch{{dyad, Span{first, last}}} }
	for name, c := range map[string]struct {
		study, other  []Watch
		dyads, others []string
		state         string
		want          string
	}{
		"another state, same days":            {on("", 0, 99), on("", 0, 99), nil, nil, "B", SecondState},
		"same state, same days":               {on("", 0, 99), on("", 0, 99), nil, nil, "A", ""},
		"same state, one day in common":       {on("", 0, 99), on("", 99, 200), nil, nil, "A", ""},
		"same state, other days":              {on("", 0, 99), on("", 100, 200), nil, nil, "A", DisjointPeriod},
		"same state, another hub, same days":  {on("h-a", 0, 99), on("k-a", 50, 150), []string{"h-a"}, []string{"k-a"}, "A", ""},
		"same state, another hub, other days": {on("h-a", 0, 99), on("k-a", 100, 150), []string{"h-a"}, []string{"k-a"}, "A", DisjointPeriod},
		"two states, one of them again":       {on("", 0, 99), on("", 0, 99), []string{"h-a", "h-b"}, []string{"h-b"}, "B", ""},
		"two states, one of them later":       {on("", 0, 99), on("", 100, 199), []string{"h-a", "h-b"}, []string{"h-b"}, "B", SecondState},
		"two states, a third":                 {on("", 0, 99), on("", 0, 99), []string{"h-a", "h-b"}, []string{"h-c"}, "C", SecondState},
		"watched pair by pair, crosswise": {append(on("h-a", 0, 99), on("h-b", 100, 199)...), append(on("h-a", 100, 199), on("h-b", 0, 99)...),
			[]string{"h-a", "h-b"}, []string{"h-a", "h-b"}, "A", DisjointPeriod},
	} {
		study := Study{State: "A", Denominator: Searched, Observed: c.study, Dyads: c.dyads, Family: Family{Run: 1},
			Replications: []Replication{{Name: "again", State: c.state, Denominator: Searched, Observed: c.other, Dyads: c.others}}}
		r := tested(t, study)
		if got := r.Replications[0].Kind; got != c.want || (got == "") == (r.Replications[0].Why == "") && got == "" {
			t.Errorf("%s: %q (%s), want %q", name, got, r.Replications[0].Why, c.want)
		}
	}
}

// A replication on vague dates must hold on the least favourable ones.
func TestAReplicationOnVagueDates(t *testing.T) {
	s := Defaults(7)
	s.Runs, s.Draws, s.StripTo = 10, 10, 3
	held, fell := 0, 0
	for vague := range 20 {
		study := answeredStudy()
		again := study.Replications[0].Responses
		for i := range again[:vague] {
			d := again[i].When.First
			again[i].When = Span{d - 3, d + 10}
		}
		r, err := Test(study, s)
		if err != nil {
			t.Fatal(err)
		}
		switch got := r.Replications[0]; {
		case got.OK && r.Label == System:
			held++
		case *got.Adjusted <= s.Alpha && got.Ratio.Lower > 1:
			if fell++; !strings.Contains(got.Why, "least favourable days") || r.Label != Unconfirmed {
				t.Errorf("%d vague dates: %s, %+v", vague, r.Label, got)
			}
		}
	}
	if held == 0 || fell == 0 {
		t.Errorf("of twenty replications %d held and %d fell on the least favourable days", held, fell)
	}
}

// The source whose absence is tried is left out of the replications, too.
func TestASourceThatCarriesTheReplication(t *testing.T) {
	study := answeredStudy()
	for i := range study.Responses {
		study.Responses[i].Sources = []string{"A", "B"}
	}
	for i := range study.Triggers {
		study.Triggers[i].Sources = []string{"A", "B"}
	}
	study.Triggers[0].Sources = []string{"agency"}
	for i := range study.Replications[0].Responses {
		study.Replications[0].Responses[i].Sources = []string{"agency"}
	}
	r := tested(t, study)
	if r.Label != System || r.Swing == nil || r.Swing.Source != "agency" || r.Swing.Label != Unconfirmed {
		t.Errorf("%s; without the agency %+v", r.Label, r.Swing)
	}
}
