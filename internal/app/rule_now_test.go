package app_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"orrery/internal/app"
	"orrery/internal/report"
	"orrery/ledger"
	"orrery/model/coincide"
)

// weakHistory are purchases with bans after some of them: enough for a label alone, and not among thirty rules.
func weakHistory() []ledger.Noun {
	var out []ledger.Noun
	n := 0
	for _, noun := range history("AAA") {
		if strings.HasPrefix(noun.NaturalKey(), "ban-") {
			if n++; n > weakBans {
				e := noun.(*ledger.Event)
				e.When = nthDay(20 + 181*n)
			}
		}
		out = append(out, noun)
	}
	return out
}

const (
	weakBans = 14
	more     = 29
)

// A rule that was run first and others after it is the best of all: its page, the list, the home count, the trace and the printed page tell the same
// new q, and a label that rests on the old one falls. What the run said when it was made is told beside it.
func TestALabelFallsWithTheFamily(t *testing.T) {
	s := smallLedger(t)
	s.register(madeRule)
	s.clock.Advance(time.Hour)
	s.add(weakHistory()...)
	was := s.run("bans")
	p, q := was.Result.P.Reported, was.Result.Corrected.Q
	if was.Result.Label != coincide.Unconfirmed || q != p || q > .001 {
		t.Fatalf("p %g, q %g, %s %+v", p, q, was.Result.Label, was.Result.Conditions)
	}
	for i := range more {
		text := strings.NewReplacer("rule: bans", fmt.Sprintf("rule: other-%d", i), "type=SANCTION", "type=MOBILIZE", "P20D", fmt.Sprintf("P%dD", 21+i)).Replace(madeRule)
		s.register(text)
		s.run(fmt.Sprintf("other-%d", i))
	}
	page := must(s.RulePage(t.Context(), app.Scope{}, "bans", was.Receipt.Key))(t)
	want := coincide.Adjust(append([]float64{p}, slices.Repeat([]float64{1}, more)...), coincide.BenjaminiYekutieli)[0]
	res := page.Run.Result
	if res.Corrected.Q != want || want <= .05 || res.Corrected.Run != 30 || res.Label != coincide.NotExcluded || page.Run.Family.Run != 30 {
		t.Fatalf("%+v in place of %g, %s", res.Corrected, want, res.Label)
	}
	words := strings.TrimPrefix(fmt.Sprintf("%.3f", want), "0")
	sentence := page.Run.Sentence.String()
	if !strings.Contains(sentence, "q "+words+" among 30 rules: coincidence not excluded.") {
		t.Errorf("%s", sentence)
	}
	notes := strings.Join(page.Run.Notes, " ")
	if !strings.Contains(notes, "among 1 rule and its label “pattern, not replicated”; now it is "+words+" among 30 rules, and the label falls to “coincidence not excluded”") {
		t.Errorf("%s", notes)
	}
	for _, c := range res.Conditions {
		if c.Code == "corrected p" && (c.OK || !strings.Contains(c.Text, "q "+words) || !strings.Contains(c.Text, "when it was run, q")) {
			t.Errorf("%+v", c)
		}
	}
	for _, cell := range res.Strip {
		if cell.DT == res.Rule.DT && cell.Label != coincide.NotExcluded {
			t.Errorf("the strip keeps %s", cell.Label)
		}
	}
	list := must(s.Rules(t.Context(), app.Scope{}))(t)
	ran := list.Rules[0].Runs[0]
	if list.Rules[0].Slug != "bans" || ran.Label != string(coincide.NotExcluded) || ran.Q == nil || *ran.Q != want || !strings.Contains(ran.PText, "(1 of 30 rules ever run)") {
		t.Errorf("%+v", ran)
	}
	printed := report.Rules(list).Data.Rows[0]
	if got := strings.Join(printed, "|"); !strings.Contains(got, "|coincidence not excluded|") || !strings.Contains(got, fmt.Sprintf("|%.6f|", want)) {
		t.Errorf("printed: %s", got)
	}
	if v := must(s.Trace(t.Context(), app.Scope{}, "rule|bans|"+was.Receipt.Key+"|q", ""))(t); !strings.HasPrefix(v.Value, words+" by Benjamini-Yekutieli (1 of 30 rules ever run)") || v.Total != 30 {
		t.Errorf("trace: %s, %d rows", v.Value, v.Total)
	}
	if v := must(s.Trace(t.Context(), app.Scope{}, "rules|"+string(coincide.NotExcluded), ""))(t); v.Total != 30 {
		t.Errorf("%d rules without a label above it", v.Total)
	}
}

// Rules that are registered and were never run stand beside the number of those that were.
func TestRulesThatWereNeverRunAreToldBesideTheFamily(t *testing.T) {
	s := smallLedger(t)
	s.register(madeRule)
	s.register(strings.Replace(strings.Replace(madeRule, "rule: bans", "rule: idle", 1), "P20D", "P25D", 1))
	s.clock.Advance(time.Hour)
	s.add(history("AAA")...)
	run := s.run("bans")
	list := must(s.Rules(t.Context(), app.Scope{}))(t)
	if run.Family.Idle != 1 || list.Idle != 1 || !strings.Contains(run.Family.Text, "1 more is registered and never run") || !strings.Contains(list.Text, "1 more is registered and never run") {
		t.Errorf("%+v %s", run.Family, list.Text)
	}
}
