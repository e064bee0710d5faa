package app_test

import (
	"strings"
	"testing"
	"time"

	"orrery/internal/app"
	"orrery/internal/store"
	"orrery/ledger"
)

const selfRule = `rule: self
title: Measures after measures
hub: RUS
trigger: type=SANCTION actor=hub target=state
response: type=SANCTION,THREATEN actor=hub target=state
dyads: [RUS/KGZ]
lag: 0
window: P12D
from: 2004
to: 2015
`

// What belongs to both classes is a trigger and no response: neither an event of the ledger nor a report answers itself, nor a report that may be about
// the same thing. What belongs to the other class only is still one.
func TestNothingAnswersItself(t *testing.T) {
	var events []ledger.Noun
	var list []store.EventReport
	for i := range 20 {
		own := said{key: "own-" + string(rune('a'+i)), by: "RUS", to: "KGZ", day: 1600 + 150*i, kind: ledger.EventSanction}
		events, list = append(events, own.event()), append(list, own.report())
	}
	other := said{key: "threat", by: "RUS", to: "KGZ", day: 1605, kind: ledger.EventThreaten}
	events, list = append(events, other.event()), append(list, other.report())
	linked := said{key: "aa-linked", by: "RUS", to: "KGZ", day: 1600, kind: ledger.EventThreaten}.report()
	list[0].Link, linked.Link = 77, 77
	list = append(list, linked)

	fromEvents, fromReports := stateLedger(t), stateLedger(t)
	searched := strings.Replace(selfRule, "from: 2004", "searched:\n  - by: Ana\n    where: the register\n    from: 2000-01-01\n    to: 2015-12-31\nfrom: 2004", 1)
	inReports := selfRule + "triggers_from: own\nresponses_from: own\n"
	const warned = "One event can belong to both classes of this rule"
	if got := fromEvents.enter(searched); !strings.Contains(got.Note, warned) {
		t.Errorf("registered without a word: %s", got.Note)
	}
	if got := must(fromReports.CheckRule(t.Context(), "self.yml", []byte(inReports)))(t); !strings.Contains(got.Note, warned) {
		t.Errorf("checked without a word: %s", got.Note)
	}
	if got := must(fromReports.CheckRule(t.Context(), "self.yml", []byte(strings.Replace(inReports, "SANCTION,THREATEN", "THREATEN", 1))))(t); strings.Contains(got.Note, warned) {
		t.Errorf("classes apart: %s", got.Note)
	}
	fromReports.enter(inReports)
	fromEvents.add(events...)
	fromReports.clock.Advance(time.Hour)
	fromReports.putSet("own", "register", list)
	for name, run := range map[string]app.RuleRun{"events": fromEvents.ran("self"), "reports": fromReports.ran("self")} {
		tally := run.Result.Tally
		if tally.Triggers != 20 || tally.Reported != 1 || tally.Answered != 1 || len(run.Result.Pairs) != 1 || run.Result.Pairs[0].Trigger == run.Result.Pairs[0].Response {
			t.Errorf("%s: %+v %+v", name, tally, run.Result.Pairs)
		}
		dropped := 0
		for _, d := range run.Dropped {
			if d.Why == "it is itself a step of the rule" {
				dropped = len(d.Refs)
			}
		}
		if dropped != 20 {
			t.Errorf("%s: %d dropped: %+v", name, dropped, run.Dropped)
		}
	}
}
