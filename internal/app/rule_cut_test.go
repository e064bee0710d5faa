package app_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"orrery/internal/app"
	"orrery/internal/store"
	"orrery/ledger"
)

// A run with very many cases lists the first of them, says how many there are, counts all, and gives all to whoever asks for the whole.
func TestARunWithVeryManyCases(t *testing.T) {
	s := stateLedger(t)
	s.register(strings.NewReplacer("lag: 1", "triggers_from: steps\nresponses_from: measures\nlag: 1", "replicate: [KAZ, 2000/2003]\n", "").Replace(sameRule))
	s.clock.Advance(time.Hour)
	const many = 5200
	var steps, measures []store.EventReport
	for i := range many {
		a := said{key: fmt.Sprint(i), by: "KGZ", to: "TUR", day: 1500 + i/2, kind: ledger.EventCooperate}
		steps = append(steps, a.report())
	}
	for i := range 3 {
		b := said{key: fmt.Sprint(i), by: "RUS", to: "KGZ", day: 1500 + many/2 - 40 + i*10, kind: ledger.EventSanction}
		measures = append(measures, b.report())
	}
	s.putSet("steps", "", steps)
	s.putSet("measures", "", measures)
	run := s.run("same")
	res := run.Result
	if len(res.Triggers) != 5000 || run.Cases.Triggers != many || len(run.Events) != 5003 || len(res.Responses) != 3 || res.Tally.Triggers != many {
		t.Fatalf("%d triggers, %d events, %+v, %+v", len(res.Triggers), len(run.Events), run.Cases, res.Tally)
	}
	for _, p := range res.Pairs {
		if !strings.HasSuffix(p.Trigger, "@KGZ") || len(p.Trigger) > len("4999@KGZ") || p.Trigger[:4] > "4999" {
			t.Fatalf("the pair %+v has no trigger in the list", p)
		}
	}
	if len(res.Pairs)+res.MorePairs != run.Cases.Pairs || run.Cases.Pairs <= len(res.Pairs) {
		t.Errorf("%d pairs and %d more of %d", len(res.Pairs), res.MorePairs, run.Cases.Pairs)
	}
	if notes := strings.Join(run.Notes, " "); !strings.Contains(notes, "the first 5,000 of 5,200 triggers, 3 of 3 responses") {
		t.Errorf("%q", notes)
	}
	for _, f := range run.Figures {
		if f.Name == "triggers" && f.N != many || f.Name == "pairs" && f.N != int64(run.Cases.Pairs) {
			t.Errorf("%+v", f)
		}
	}
	whole := must(s.RulePageWhole(t.Context(), app.Scope{}, "same", ""))(t).Run
	if len(whole.Result.Triggers) != many || len(whole.Events) != many+3 || strings.Contains(strings.Join(whole.Notes, " "), "first 5,000") {
		t.Errorf("the whole has %d triggers and %d events", len(whole.Result.Triggers), len(whole.Events))
	}
}
