package app

import (
	"fmt"
	"testing"
	"time"

	"orrery/model/align"
)

// codeResult is what the model gives for a fixed dyad under alignCode.
const codeResult = "-0.09±0.28 -0.24±0.32 -0.02±0.19 -0.20±0.23 -0.11±0.28 -0.25±0.31 -0.57 -0.28 -0.10 -0.25 -0.29 0.05 22"

// Runs that are kept are taken for those that the model would compute, as long as
// alignCode says that it computes the same.
func TestAlignCodeNamesWhatIsComputed(t *testing.T) {
	d := align.Dyad{State: "AAA", Hub: "HUB", Lenses: []align.Lens{{Name: "l", Hidden: []string{"s0"}}}}
	at := func(month int) time.Time { return time.Date(2020, time.Month(month), 15, 0, 0, 0, 0, time.UTC) }
	for i := range 24 {
		v := align.RollCall{ID: fmt.Sprint("R", i), Day: at(1 + i), State: []align.Choice{align.Yes, align.No, align.Abstain, align.Absent}[i*7%4], Hub: align.Yes,
			Totals: align.Totals{Yes: 40 + i, No: 60 - i, Abstain: 10}, Sources: []string{fmt.Sprint("s", i%3)}}
		if i%5 == 0 {
			v.Totals = align.Totals{}
		}
		d.Votes = append(d.Votes, v)
	}
	d.Reactions = []align.Reaction{{ID: "i", Day: at(9), State: align.LeaningWith, Roster: align.Roster{With: 3, Against: 2, Silent: 1}}, {ID: "j", Day: at(12), State: align.Silent, Searched: true}}
	d.Stances = []align.Stance{{ID: "s", Day: at(20), State: align.Against, Speaker: align.Leader}}
	d.Events = []align.Events{{Day: at(4), Cooperative: 3, Conflictual: 1, Stories: 2}, {Day: at(15), Conflictual: 2, Stories: 1}}
	r, err := align.Fit(d, align.Defaults(at(1), at(24)))
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, run := range r.Runs {
		for _, step := range []int{5, 23} {
			p := run.Points[step]
			got += fmt.Sprintf("%.2f±%.2f ", p.Median, p.SD)
		}
	}
	for _, w := range r.Without {
		got += fmt.Sprintf("%.2f ", w.Medians[23])
	}
	got += fmt.Sprintf("%.2f %.2f %d", r.Lensed[0].Medians[23], r.Swing.Change, len(r.Items))
	if got != codeResult {
		t.Errorf("the model gives\n%s\nand gave\n%s\nunder %q: raise alignCode, so that stored runs are computed anew, and put the new line here", got, codeResult, alignCode)
	}
}
