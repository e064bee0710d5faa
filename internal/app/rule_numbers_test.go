package app_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"orrery/internal/app"
)

// opens checks that every number of a run opens, says what it says on the page, and has as many rows as it counts.
func opens(t *testing.T, a *app.App, run app.RuleRun) {
	t.Helper()
	seen := map[string]bool{}
	count := func(name, id string, want int) {
		t.Helper()
		rows, cursor := 0, ""
		for {
			v := must(a.Trace(t.Context(), app.Scope{}, id, cursor))(t)
			if v.Total != want {
				t.Errorf("%s: %s is %d and opens to %d", run.Rule.Slug, name, want, v.Total)
			}
			rows += len(v.Rows)
			if cursor = v.Next; cursor == "" {
				break
			}
		}
		if rows != want {
			t.Errorf("%s: %s is %d and has %d rows", run.Rule.Slug, name, want, rows)
		}
	}
	for _, f := range run.Figures {
		if seen[f.Name] {
			t.Errorf("two figures %s", f.Name)
		}
		seen[f.Name] = true
		count(f.Name, f.Trace, int(f.N))
	}
	for i, c := range run.Result.Strip {
		if i%9 == 0 {
			count("strip", strings.Replace(run.Figures[0].Trace, "|triggers", "|strip/"+strconv.Itoa(c.DT), 1), c.Answered)
		}
	}
	for i, n := range run.Numbers {
		if kind, _, of := strings.Cut(n.Name, "/"); of && (kind == "lag" || kind == "strip") && i%9 > 0 {
			continue // they are alike
		}
		if seen[n.Name] || n.Label == "" || n.Text == "" {
			t.Errorf("%s: number %+v", run.Rule.Slug, n)
		}
		seen[n.Name] = true
		v := must(a.Trace(t.Context(), app.Scope{}, n.Trace, ""))(t)
		if v.Value != n.Text || len(v.Rule) < 40 {
			t.Errorf("%s: %s is %q on the page and %q opened, by %q", run.Rule.Slug, n.Name, n.Text, v.Value, v.Rule)
		}
		kind, _, _ := strings.Cut(n.Name, "/")
		if counted := map[string]bool{"in-with": true, "out-with": true, "family": true, "lag": true}; counted[kind] && n.Shown {
			want, err := strconv.Atoi(strings.ReplaceAll(n.Text, ",", ""))
			if err != nil {
				t.Fatal(err)
			}
			count(n.Name, n.Trace, want)
		}
		for _, p := range v.Parts {
			if of := must(a.Trace(t.Context(), app.Scope{}, p.Trace, ""))(t); p.Text != "" && of.Value != p.Text {
				t.Errorf("%s is part of %s as %q and opens to %q", p.Name, n.Name, p.Text, of.Value)
			}
		}
	}
	for _, c := range run.Sentence {
		if c.Trace != "" {
			must(a.Trace(t.Context(), app.Scope{}, c.Trace, ""))(t)
		}
	}
	for _, d := range run.Dropped {
		count("not used: "+d.Why, d.Trace, len(d.Refs))
	}
	for _, name := range []string{"label", "p", "q", "family", "ratio", "in-without", "out-without", "days", "covered", "swing", "latency", "published", "series-hawkes", "condition/registered", "dates"} {
		if !seen[name] {
			t.Errorf("%s: no number %s", run.Rule.Slug, name)
		}
	}
	if run.Result.P == nil {
		for _, n := range run.Numbers {
			if kind, _, _ := strings.Cut(n.Name, "/"); (kind == "p" || kind == "q" || strings.HasPrefix(kind, "p-") || kind == "power" || kind == "published") && n.Shown {
				t.Errorf("%s: %s is shown as %q in a run that was not tested", run.Rule.Slug, n.Name, n.Text)
			}
			if strings.Contains(n.Text, "ever run)") && !strings.HasPrefix(n.Name, "series-") { // the responses by themselves have their own guardrails
				t.Errorf("%s: a p stands in %s: %q", run.Rule.Slug, n.Name, n.Text)
			}
		}
	}
	if run.Sentence.String() != run.Result.Sentence {
		t.Errorf("the sentence is %q and its clauses say %q", run.Result.Sentence, run.Sentence)
	}
}

func TestEveryNumberOfTheCasebookOpens(t *testing.T) {
	w := postSoviet(t)
	for _, v := range must(w.Rules(t.Context(), app.Scope{}))(t).Rules {
		run := must(w.RunRule(t.Context(), app.RuleAsk{Slug: v.Slug, Seed: 1}))(t)
		opens(t, w.App, run)
		if len(run.Sentence) < 3 || run.Sentence[0].Trace == "" {
			t.Errorf("%s: the sentence does not open: %+v", v.Slug, run.Sentence)
		}
	}
}

func TestEveryNumberOfATestOpens(t *testing.T) {
	s := smallLedger(t)
	s.register(strings.Replace(strings.Replace(madeRule, "[AAA, CCC]", "[AAA, BBB, CCC]", 1), "lag: 1", "lag: 1\nreplicate: [BBB]", 1))
	s.clock.Advance(time.Hour)
	s.add(history("AAA")...)
	s.add(history("BBB")...)
	run := s.run("bans")
	opens(t, s.App, run)
	traced := 0
	for _, c := range run.Sentence {
		if c.Trace != "" {
			traced++
		}
	}
	if traced != 6 {
		t.Errorf("%d figures of the sentence open: %+v", traced, run.Sentence)
	}
	page := must(s.RulePage(t.Context(), app.Scope{}, "bans", run.Receipt.Key))(t)
	if page.Run == nil || page.Run.Sentence.String() != run.Sentence.String() || len(page.Run.Numbers) != len(run.Numbers) {
		t.Fatalf("the kept run differs: %+v", page.Run)
	}
	for i, n := range page.Run.Numbers {
		if n != run.Numbers[i] {
			t.Errorf("%+v when it was run, %+v from the ledger", run.Numbers[i], n)
		}
	}
}
