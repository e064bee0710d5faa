package app_test

import (
	"context"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"orrery/internal/app"
	"orrery/ledger"
)

// A run on searched days with too few triggers tells no chance of anything: not of its placebos, not at another width, not in words.
func TestARunWithTooLittleTellsNoChance(t *testing.T) {
	s := smallLedger(t)
	s.register(madeRule)
	s.clock.Advance(time.Hour)
	s.add(slices.DeleteFunc(history("AAA"), func(n ledger.Noun) bool {
		key := n.NaturalKey() // eight steps are left, with all that was said and done beside them
		return strings.HasPrefix(key, "buy-") && key > "buy-AAA-07"
	})...)
	run := s.run("bans")
	opens(t, s.App, run)
	if run.Result.P != nil || run.Result.Testing.OK || run.Result.Denominator != "searched" || run.Result.Tally.Responses < 8 || len(run.Result.Placebos) == 0 {
		t.Fatalf("%+v %+v", run.Result.Testing, run.Result.Tally)
	}
	packed, err := json.Marshal(run)
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]any
	if err := json.Unmarshal(packed, &all); err != nil {
		t.Fatal(err)
	}
	saysP := regexp.MustCompile(`\b[pq] (below )?\.\d`)
	var walk func(at string, v any)
	walk = func(at string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for key, inner := range v {
				if _, number := inner.(float64); number && !strings.HasPrefix(at, ".result.series") && at != ".result.tally" && slices.Contains([]string{"p", "q", "reported", "stratified", "circular", "adjusted", "power", "before", "after", "p_precursor"}, key) {
					t.Errorf("%s.%s is %v", at, key, inner)
				}
				walk(at+"."+key, inner)
			}
		case []any:
			for _, inner := range v {
				walk(at, inner)
			}
		case string:
			if saysP.MatchString(v) {
				t.Errorf("%s says %q", at, v)
			}
		}
	}
	series := all["numbers"].([]any) // what is said of the responses by themselves has its own guardrails
	all["numbers"] = slices.DeleteFunc(series, func(n any) bool { return strings.HasPrefix(n.(map[string]any)["name"].(string), "series-") })
	walk("", all)
	list := must(s.Rules(t.Context(), app.Scope{}))(t)
	if ran := list.Rules[0].Runs[0]; ran.P != nil || !strings.HasPrefix(ran.PText, "too few to test") {
		t.Errorf("%+v", ran)
	}
}

// A test that is given up in its midst ends at once and is not kept.
func TestATestThatIsGivenUp(t *testing.T) {
	s := smallLedger(t)
	s.register(madeRule)
	s.clock.Advance(time.Hour)
	s.add(history("AAA")...)
	ctx, giveUp := context.WithCancel(t.Context())
	defer giveUp()
	steps := 0
	_, err := s.RunRule(ctx, app.RuleAsk{Slug: "bans", Seed: 1, Step: func(done, total int) {
		if steps++; done > total || total == 0 {
			t.Errorf("step %d of %d", done, total)
		}
		if steps == 3 {
			giveUp()
		}
	}})
	if err == nil || ctx.Err() == nil || steps > 4 {
		t.Errorf("after %d steps: %v", steps, err)
	}
	if page := must(s.RulePage(t.Context(), app.Scope{}, "bans", ""))(t); page.Run != nil || len(page.Rule.Runs) != 0 {
		t.Errorf("it was kept: %+v", page.Rule.Runs)
	}
	if run := s.run("bans"); run.Family.Run != 1 || run.Family.Looks != 1 {
		t.Errorf("it was counted: %+v", run.Family)
	}
}

// A run that was made before the rule was rewritten is shown as the run of what it was.
func TestAKeptRunIsOfTheRuleAsItWas(t *testing.T) {
	s := smallLedger(t)
	s.register(madeRule)
	s.clock.Advance(time.Hour)
	s.add(history("AAA")...)
	was := s.run("bans")
	other := must(s.RunRule(t.Context(), app.RuleAsk{File: "other.yml", Text: []byte(strings.Replace(madeRule, "P20D", "P25D", 1)), Seed: 1}))(t)
	if other.Rule.Registered != "" {
		t.Errorf("%+v", other.Rule)
	}
	page := must(s.RulePage(t.Context(), app.Scope{}, "bans", was.Receipt.Key))(t)
	if page.Run.Rule.Hash != was.Rule.Hash || page.Run.Rule.Standing != "registered" || !strings.Contains(strings.Join(page.Run.Notes, " "), "2 different rules were run by now; when this run was made, 1.") {
		t.Errorf("%s %q", page.Run.Rule.Standing, page.Run.Notes)
	}
	newest := must(s.RulePage(t.Context(), app.Scope{}, "bans", ""))(t)
	if newest.Run.Receipt.Key != was.Receipt.Key || len(newest.Rule.Runs) != 1 || len(newest.Rule.Others) != 1 || newest.Rule.Others[0].Key != other.Receipt.Key {
		t.Errorf("an unregistered form answers for the rule: %+v", newest.Rule)
	}
	asked := must(s.RulePage(t.Context(), app.Scope{}, "bans", other.Receipt.Key))(t)
	if asked.Run.Rule.Hash == asked.Rule.Hash || asked.Run.Rule.Standing == "registered" || !strings.Contains(strings.Join(asked.Run.Notes, " "), "another form of the rule") {
		t.Errorf("%+v", asked.Run.Notes)
	}
	list := must(s.Rules(t.Context(), app.Scope{}))(t)
	if len(list.Rules[0].Runs) != 1 || list.Rules[0].Runs[0].Hash != list.Rules[0].Hash || !strings.Contains(list.Text, "2 different rules were ever run in this ledger, 1 of them in a form that is not registered") {
		t.Errorf("%s %+v", list.Text, list.Rules[0].Runs)
	}
	if rows := must(s.Trace(t.Context(), app.Scope{}, "rules|"+string(was.Result.Label), ""))(t); rows.Total != 1 {
		t.Errorf("%+v", rows)
	}
}

// A rule of which only another form was run was never run.
func TestARuleOfWhichOnlyAnotherFormWasRun(t *testing.T) {
	s := smallLedger(t)
	s.register(madeRule)
	s.clock.Advance(time.Hour)
	s.add(history("AAA")...)
	must(s.RunRule(t.Context(), app.RuleAsk{File: "other.yml", Text: []byte(strings.Replace(madeRule, "P20D", "P25D", 1)), Seed: 1}))(t)
	page := must(s.RulePage(t.Context(), app.Scope{}, "bans", ""))(t)
	if page.Run != nil || len(page.Rule.Runs) != 0 || len(page.Rule.Others) != 1 {
		t.Errorf("%+v", page.Rule)
	}
}
