package casebook_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"orrery/casebook"
	"orrery/ledger"
)

const ruleText = `# a comment
rule: bans
title: "Bans: after a step"
hub: RUS
trigger: target=USA,TUR context=military actor=state
response: actor=hub   target=state instrument=sanitary-ban or instrument=import-ban actor=hub target=state
unrelated: 'actor=hub target=state type=CONSULT'
dyads: [RUS/KGZ, RUS/ARM]
lag: 1
window: P30D
from: 2019
to: 2021-12-31 # the end
searched:
  - by: Ana
    where: "the agency's own register"
    from: 2019-01-01
    to: 2020-12-31
    states: [KGZ, ARM]
`

func TestARuleIsReadIntoItsUsualForm(t *testing.T) {
	r, faults := casebook.ReadRule("bans.yml", []byte(ruleText))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	const line = "After [context=military actor=state target=TUR,USA] expect [instrument=import-ban actor=hub target=state or instrument=sanitary-ban actor=hub target=state] " +
		"from day 1 through P30D; hub RUS; dyads RUS/ARM, RUS/KGZ; from 2019 to 2021-12-31; all sources; strata by blocks; should not react [type=CONSULT actor=hub target=state]; no replication; " +
		`searched 2019-01-01 to 2020-12-31 by "Ana" in "the agency's own register" for ARM, KGZ`
	if r.Text != line || r.Hash != casebook.RuleHash(r) || len(r.Hash) != 64 {
		t.Errorf("line:\n%s\nwant\n%s\nhash %s", r.Text, line, r.Hash)
	}
	again, faults := casebook.ReadRule("bans.yml", casebook.WriteRule(r))
	if diff := cmp.Diff(r, again, cmp.Comparer(func(a, b ledger.Date) bool { return a == b }), cmp.Comparer(func(a, b ledger.Window) bool { return a == b })); diff != "" || len(faults) > 0 {
		t.Error(faults, diff)
	}
	title := *r
	title.Title, title.Slug, title.ForkOf = "other words", "other", "bans"
	if casebook.RuleHash(&title) != r.Hash {
		t.Error("words beside the test change the hash")
	}
	for what, edit := range map[string]func(*ledger.Rule){
		"window":           func(r *ledger.Rule) { r.Window = ledger.MustWindow("P29D") },
		"lag":              func(r *ledger.Rule) { r.LagDays++ },
		"days":             func(r *ledger.Rule) { r.To = ledger.MustDate("2022") },
		"class":            func(r *ledger.Rule) { r.Response = "actor=hub target=state" },
		"placebo":          func(r *ledger.Rule) { r.Unrelated = "" },
		"search":           func(r *ledger.Rule) { r.Searched = nil },
		"dyads":            func(r *ledger.Rule) { r.Dyads = r.Dyads[:1] },
		"sources":          func(r *ledger.Rule) { r.Sources = []string{"a"} },
		"strata":           func(r *ledger.Rule) { r.Strata = casebook.StrataAttention },
		"set of triggers":  func(r *ledger.Rule) { r.TriggersFrom = "icews" },
		"set of responses": func(r *ledger.Rule) { r.ResponsesFrom = "icews" },
		"set of attention": func(r *ledger.Rule) { r.AttentionFrom = "icews" },
		"interval":         func(r *ledger.Rule) { r.Replicate = []string{"2010/2014"} },
	} {
		other := *r
		if edit(&other); casebook.RuleHash(&other) == r.Hash {
			t.Errorf("another %s leaves the hash as it was", what)
		}
	}
}

func TestRuleFaultsSayWhereAndWhat(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"context=military", "context=militry", `bans.yml:5:33: "militry" is not a PLOVER context; write "military"`},
		{" actor=state\n", "\n", `bans.yml:5:41: the clause does not say where the state of the dyad stands; add actor=state or target=state`},
		{"target=USA,TUR", "target=usa", `bans.yml:5:17: "usa" is no actor; write hub, state, or a code in capitals such as TUR`},
		{"type=CONSULT", "type=CONSULTS", `bans.yml:7:41: "CONSULTS" is not a PLOVER event type; write "CONSULT"`},
		{"type=CONSULT", "type=CONSULT mode=expel", `is not a mode of the event types of its clause`},
		{"type=CONSULT", "kind=CONSULT", `"kind" is no field of an event`},
		{"window: P30D", "window: P1M", `bans.yml:10:9: "P1M" is no window in days or weeks; write P30D or P4W, at most ten years`},
		{"RUS/ARM", "ARM", `bans.yml:8:18: "ARM" is no dyad; write hub and state as RUS/KGZ`},
		{"lag: 1", "lag: -1", `bans.yml:9:6: "-1" is no number of days`},
		{"hub: RUS\n", "", `bans.yml:1:1: the key "hub" is missing`},
		{"hub: RUS", "hubb: RUS", `bans.yml:4:1: "hubb" is no key of a rule; write "hub"`},
		{"hub: RUS", "hub RUS", `bans.yml:4:1: the line is not "key: value"`},
		{"    to: 2020-12-31\n", "", "the search does not say who looked, where and for which days"},
		{"lag: 1", "hub: RUS", `bans.yml:9:1: "hub" stands here a second time; take one away`},
		{"to: 2020-12-31", "to: 2018-12-31", "lies before"},
	} {
		text := strings.Replace(ruleText, c.from, c.to, 1)
		if text == ruleText {
			t.Fatalf("%q is not in the text", c.from)
		}
		r, faults := casebook.ReadRule("bans.yml", []byte(text))
		said := fmt.Sprint(faults)
		if r != nil || !strings.Contains(said, c.want) {
			t.Errorf("%s → %s: %v\nwant %s", c.from, c.to, said, c.want)
		}
	}
}

// The page that describes the format shows rules that can be read.
func TestTheFormatPageShowsARule(t *testing.T) {
	page, err := os.ReadFile("../docs/formats/rules.md")
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.Split(string(page), "```yaml\n")[1:]
	if len(parts) != 3 {
		t.Fatalf("%d rules", len(parts))
	}
	for i, part := range parts {
		text, _, _ := strings.Cut(part, "```")
		r, faults := casebook.ReadRule("rules.md", []byte(text))
		if len(faults) > 0 || i == 0 && (len(r.Searched) != 1 || len(r.Dyads) != 2) || i == 1 && (r.ResponsesFrom == "" || len(r.Replicate) != 2) {
			t.Errorf("%+v %v", r, faults)
		}
	}
}

func TestFilterMatches(t *testing.T) {
	e := &ledger.Event{By: []string{"KGZ", "TJK"}, To: []string{"TUR"}, Type: ledger.EventCooperate, Contexts: []string{"military", "economic"}, Instrument: "arms-purchase"}
	for _, c := range []struct {
		filter, state string
		want          bool
	}{
		{"actor=state target=TUR", "KGZ", true},
		{"actor=state target=TUR", "ARM", false},
		{"actor=state target=TUR context=military type!=AID", "TJK", true},
		{"actor=state target=TUR context!=economic", "KGZ", false},
		{"actor=state target=hub or actor=state instrument=arms-purchase", "KGZ", true},
		{"actor=state target=hub", "KGZ", false},
	} {
		f, err := casebook.ParseFilter(c.filter)
		if err != nil {
			t.Fatal(err)
		}
		if got := f.Match(e, "RUS", c.state); got != c.want {
			t.Errorf("%s for %s: %t", c.filter, c.state, got)
		}
	}
}

// TestFiltersRoundTrip makes filters by chance: written, read and written again they stay,
// and the order in which they were written does not matter.
func TestFiltersRoundTrip(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	pick := func(all ...string) string { return all[rng.IntN(len(all))] }
	for range 500 {
		var clauses []string
		for range 1 + rng.IntN(3) {
			terms := []string{pick("actor", "target") + "=state"}
			for _, add := range []string{"context=" + pick("military", "economic,cyber"), "instrument" + pick("=", "!=") + pick("a-b", "b,a,a"), "type!=" + pick("AID", "CONSULT,AGREE")} {
				if rng.IntN(2) == 0 {
					terms = append(terms, add)
				}
			}
			rng.Shuffle(len(terms), func(i, j int) { terms[i], terms[j] = terms[j], terms[i] })
			clauses = append(clauses, strings.Join(terms, pick(" ", "  ")))
		}
		f, err := casebook.ParseFilter(strings.Join(clauses, " or "))
		if err != nil {
			t.Fatal(clauses, err)
		}
		slices.Reverse(clauses)
		back, err := casebook.ParseFilter(strings.Join(clauses, " or "))
		again, err2 := casebook.ParseFilter(f.String())
		if err != nil || err2 != nil || !cmp.Equal(f, again) || !cmp.Equal(f, back) {
			t.Fatalf("%v: %s, %s, %s", clauses, f, again, back)
		}
	}
}

func FuzzRule(f *testing.F) {
	f.Add(ruleText)
	f.Add(setsText)
	f.Add("searched:\n  - by: 'a''b'\n")
	f.Add("rule: \"\\u00e9\"\ndyads: [,]\n  - x: y\n")
	f.Fuzz(func(t *testing.T, text string) {
		r, faults := casebook.ReadRule("f", []byte(text))
		if (r == nil) != (len(faults) > 0) {
			t.Fatalf("rule %v with faults %v", r, faults)
		}
		if r == nil {
			return
		}
		again, faults := casebook.ReadRule("f", casebook.WriteRule(r))
		if again == nil || again.Text != r.Text || again.Hash != r.Hash || again.Title != r.Title {
			t.Fatalf("%s\n%v", casebook.WriteRule(r), faults)
		}
	})
}
