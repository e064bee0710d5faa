package casebook_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"orrery/casebook"
	"orrery/ledger"
)

const setsText = `rule: notices
title: Notices after talks elsewhere
hub: RUS
trigger: type=CONSULT actor=state target=TUR
response: mode=discontinue actor=hub target=state type=SANCTION
unrelated: actor=hub target=state type=CONSULT
replicate: [2010-01/2014, KAZ, 2005/2008]
window: P30D
from: 2015
to: 2021-12-31
triggers_from: icews
responses_from: own-register
attention_from: gdelt
strata: attention
`

// The hash of a rule is its identity: what registered rules were hashed to before there were sets of reports must stay.
func TestHashesOfOlderRulesStay(t *testing.T) {
	for slug, want := range map[string]string{
		"control-other-capitals":             "a69712ac16eda6fc342064de6ea796335bae4893791b2f6f62b5425ada7b39cd",
		"energy-after-contract-or-alignment": "05747bb7b2a04e55aad1c3e1893d40207212e3593ce5aedc2b1b1cee9cad8147",
		"import-bans-after-security-step":    "a8220709130e5cef4bab074b04edd807a4279990d4c0ee453adc9f83c746dce9",
		"migrants-after-arrest-of-russians":  "5c498e84d59cb378a6197d235dc6e542a3001fd7ff3d0d3e0c22a24fb436c8e0",
		"threats-after-eu-nato-step":         "3085a030a952a086b6879acfb058dc17937406974aad183ccbd4f652896e32b7",
		"":                                   "4051a24e1245f288f18cae676c28b2ae95a280c678c6f25aa430c039ca0844b4", // with every key that there was
	} {
		text := []byte(ruleText)
		if slug != "" {
			var err error
			if text, err = os.ReadFile(filepath.Join("postsoviet", "rules", slug+".yml")); err != nil {
				t.Fatal(err)
			}
		}
		if r, faults := casebook.ReadRule("x", text); r == nil || r.Hash != want {
			t.Errorf("%s: %v %+v", slug, faults, r)
		}
	}
}

func TestARuleOnReportsIsReadIntoItsUsualForm(t *testing.T) {
	r, faults := casebook.ReadRule("notices.yml", []byte(setsText))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	const line = "After [type=CONSULT actor=state target=TUR] expect [type=SANCTION mode=discontinue actor=hub target=state] from day 0 through P30D; hub RUS; every state of the region; " +
		"from 2015 to 2021-12-31; all sources; triggers from the reports of icews; responses from the reports of own-register; attention from the reports of gdelt; strata by attention; " +
		"should not react [type=CONSULT actor=hub target=state]; again for 2005/2008, 2010-01/2014, KAZ"
	if r.Text != line {
		t.Errorf("%s\nwant\n%s", r.Text, line)
	}
	again, faults := casebook.ReadRule("notices.yml", casebook.WriteRule(r))
	if diff := cmp.Diff(r, again, cmp.Comparer(func(a, b ledger.Date) bool { return a == b }), cmp.Comparer(func(a, b ledger.Window) bool { return a == b })); diff != "" || len(faults) > 0 {
		t.Error(faults, diff)
	}
	states, intervals, err := r.Again()
	if err != nil || fmt.Sprint(states, intervals) != "[KAZ] [2005/2008 2010-01/2014]" {
		t.Error(states, intervals, err)
	}
}

func TestFaultsOfRulesOnReports(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"triggers_from: icews", "triggers_from: my set", `f.yml:11:16: "my set" cannot name a set of reports; write a name as`},
		{"triggers_from: icews", "triggers_form: icews", `f.yml:11:1: "triggers_form" is no key of a rule; write "triggers_from"`},
		{"mode=discontinue actor=hub", "actor=hub instrument=import-ban", `f.yml:5:21: reports of own-register have no instrument; say it by type, mode or context`},
		{"actor=state target=TUR", `target=state instrument!=x`, `f.yml:4:36: reports of icews have no instrument`},
		{"2010-01/2014", "2010-01/2015", `f.yml:7:13: 2010-01/2015 shares days with the rule's own, from 2015 to 2021-12-31; give days before its from or after its to`},
		{"2010-01/2014", "2010-01/..", `f.yml:7:13: "2010-01/.." is no interval of days; write its first and its last day, month or year, as 2015/2019`},
		{"2010-01/2014", "2014/2010", `is no interval of days`},
		{"2010-01/2014", "2005/2008", `f.yml:7:29: "2005/2008" is listed twice`},
		{"responses_from: own-register\nattention_from: gdelt\n", "", `f.yml:12:9: strata by attention need reports a day, and the rule names no set that has them`},
		{"strata: attention\n", "searched:\n  - by: A\n    where: there\n    from: 2015\n    to: 2016\n", `f.yml:14:1: a search log speaks of the ledger's events, and the responses come from own-register`},
		{"strata: attention\n", "sources: [a]\n", `f.yml:14:1: "sources" names sources of the ledger`},
	} {
		text := strings.Replace(setsText, c.from, c.to, 1)
		if text == setsText {
			t.Fatalf("%q is not in the text", c.from)
		}
		r, faults := casebook.ReadRule("f.yml", []byte(text))
		if said := fmt.Sprint(faults); r != nil || !strings.Contains(said, c.want) {
			t.Errorf("%s → %s: %v\nwant %s", c.from, c.to, said, c.want)
		}
	}
	n := ledger.Rule{Slug: "a", Title: "a", Hub: "RUS", Trigger: "x", Response: "x", Window: ledger.MustWindow("P1D"), From: ledger.MustDate("2010"), To: ledger.MustDate("2012"), Replicate: []string{"2012/2013"}}
	if _, err := ledger.NewRule(n); err == nil || !strings.Contains(err.Error(), "shares days") {
		t.Errorf("%v", err)
	}
}

// An act and the event that says the same belong to the same classes; matching acts allocates nothing.
func TestActsAndEventsAreMatchedAlike(t *testing.T) {
	codes := rapid.SampledFrom([]string{"", "RUS", "KGZ", "TUR"})
	rapid.Check(t, func(t *rapid.T) {
		var clauses []string
		for range rapid.IntRange(1, 3).Draw(t, "clauses") {
			terms := rapid.SampledFrom([]string{"actor=state", "target=state", "actor=state target=hub", "target=state actor!=hub,TUR", "actor=state target=TUR,hub"}).Draw(t, "parties")
			for _, f := range []struct{ name, values string }{{"type", "AID CONSULT,AGREE THREATEN"}, {"context", "military economic,cyber"}} {
				if rapid.Bool().Draw(t, f.name) {
					terms += " " + f.name + rapid.SampledFrom([]string{"=", "!="}).Draw(t, "sign") + rapid.SampledFrom(strings.Fields(f.values)).Draw(t, "values")
				}
			}
			if !strings.Contains(terms, "type=") && rapid.Bool().Draw(t, "mode") {
				terms += " mode!=arrest"
			}
			clauses = append(clauses, terms)
		}
		f, err := casebook.ParseFilter(strings.Join(clauses, " or "))
		if err != nil {
			t.Fatal(clauses, err)
		}
		a := casebook.Act{Actor: codes.Draw(t, "actor"), Target: codes.Draw(t, "target"), Type: rapid.SampledFrom([]ledger.EventType{"", "AID", "CONSULT", "THREATEN"}).Draw(t, "type"),
			Mode: rapid.SampledFrom([]string{"", "arrest"}).Draw(t, "mode"), Contexts: rapid.SampledFrom([][]string{nil, {"military"}, {"cyber", "legal"}}).Draw(t, "contexts")}
		e := &ledger.Event{Type: a.Type, Mode: a.Mode, Contexts: a.Contexts}
		if a.Actor != "" {
			e.By = []string{a.Actor}
		}
		if a.Target != "" {
			e.To = []string{a.Target}
		}
		state := rapid.SampledFrom([]string{"KGZ", "TUR"}).Draw(t, "state")
		got, want := f.MatchAct(&a, "RUS", state), f.Match(e, "RUS", state)
		if got != want {
			t.Fatalf("%s on %+v for %s: %t, as an event %t", f, a, state, got, want)
		}
		if types := f.Types(); got && types != nil && !strings.Contains(fmt.Sprint(types), string(a.Type)) {
			t.Fatalf("%s holds for %q, which is not among its types %v", f, a.Type, types)
		}
		if n := testing.AllocsPerRun(1, func() { f.MatchAct(&a, "RUS", state) }); n > 0 {
			t.Fatalf("%s allocates %g times", f, n)
		}
	})
}

// Rules with sets made by chance stay as they are when written and read, and no two different ones share a hash.
func TestRulesOnReportsRoundTrip(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	pick := func(all ...string) string { return all[rng.IntN(len(all))] }
	lines := map[string]string{}
	for range 300 {
		text := "rule: a\ntitle: a\nhub: RUS\ntrigger: actor=state\nresponse: target=state\nwindow: P3D\nfrom: 2015\nto: 2016\n" +
			pick("", "triggers_from: a\n", "triggers_from: B-2_x\n") + pick("responses_from: a\n", "responses_from: 'b'\n") + pick("", "attention_from: c\n") +
			pick("", "replicate: [2011/2012]\n", "replicate: [KGZ, 2011-03-01/2012-02]\n") + pick("", "strata: attention\n")
		r, faults := casebook.ReadRule("f", []byte(text))
		if r == nil {
			t.Fatal(text, faults)
		}
		again, faults := casebook.ReadRule("f", casebook.WriteRule(r))
		if again == nil || again.Hash != r.Hash || !cmp.Equal(again.Replicate, r.Replicate) || again.TriggersFrom != r.TriggersFrom || again.AttentionFrom != r.AttentionFrom {
			t.Fatalf("%s\n%v", casebook.WriteRule(r), faults)
		}
		if other, ok := lines[r.Hash]; ok && other != r.Text {
			t.Fatalf("one hash for\n%s\n%s", other, r.Text)
		}
		lines[r.Hash] = r.Text
	}
}
