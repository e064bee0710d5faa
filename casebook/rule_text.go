package casebook

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"orrery/ledger"
)

// settleRule brings lists into order and sets Text and Hash.
func settleRule(r *ledger.Rule) {
	for _, list := range []*[]string{&r.Dyads, &r.Sources, &r.Replicate} {
		slices.Sort(*list)
		if len(*list) == 0 {
			*list = nil
		}
	}
	for i := range r.Searched {
		slices.Sort(r.Searched[i].States)
	}
	slices.SortStableFunc(r.Searched, func(a, b ledger.RuleSearch) int { return cmp.Compare(searchText(a), searchText(b)) })
	r.Text = RuleLine(r)
	r.Hash = RuleHash(r)
}

// RuleLine is the rule in one line that a person can read. It holds everything that a test
// depends on, and nothing else: no title, no identifier and no history.
func RuleLine(r *ledger.Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "After [%s] expect [%s] from day %d through %s; hub %s", r.Trigger, r.Response, r.LagDays, r.Window, r.Hub)
	list := func(what, none string, values []string) {
		if len(values) == 0 {
			fmt.Fprint(&b, "; ", none)
			return
		}
		fmt.Fprint(&b, "; ", what, " ", strings.Join(values, ", "))
	}
	list("dyads", "every state of the region", r.Dyads)
	fmt.Fprintf(&b, "; from %s to %s", r.From, r.To)
	list("sources", "all sources", r.Sources)
	for _, from := range []struct{ what, set string }{{"triggers", r.TriggersFrom}, {"responses", r.ResponsesFrom}, {"attention", r.AttentionFrom}} {
		if from.set != "" { // older rules have none of them, and their lines must stay
			fmt.Fprintf(&b, "; %s from the reports of %s", from.what, from.set)
		}
	}
	fmt.Fprintf(&b, "; strata by %s", cmp.Or(r.Strata, StrataBlocks))
	if r.Unrelated != "" {
		fmt.Fprintf(&b, "; should not react [%s]", r.Unrelated)
	}
	list("again for", "no replication", r.Replicate)
	if len(r.Searched) == 0 && r.ResponsesFrom == "" {
		fmt.Fprint(&b, "; no day declared as searched")
	}
	for _, s := range r.Searched {
		fmt.Fprint(&b, "; searched ", searchText(s))
	}
	return b.String()
}

func searchText(s ledger.RuleSearch) string {
	text := fmt.Sprintf("%s to %s by %q in %q", s.From, s.To, s.By, s.Where)
	if len(s.States) > 0 {
		text += " for " + strings.Join(s.States, ", ")
	}
	return text
}

// RuleHash is the SHA-256, in hex, of what RuleLine says: two rules of one hash are one rule.
func RuleHash(r *ledger.Rule) string {
	return ledger.HashBytes([]byte("orrery rule 1\n" + RuleLine(r)))
}

// WriteRule writes a rule's file in its usual form: ReadRule reads it back.
func WriteRule(r *ledger.Rule) []byte {
	var b strings.Builder
	line := func(key, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", key, scalarText(value))
		}
	}
	list := func(key string, values []string) {
		if len(values) > 0 {
			fmt.Fprintf(&b, "%s: [%s]\n", key, strings.Join(values, ", "))
		}
	}
	line("rule", r.Slug)
	line("title", r.Title)
	line("hub", r.Hub)
	line("trigger", r.Trigger)
	line("response", r.Response)
	line("unrelated", r.Unrelated)
	list("dyads", r.Dyads)
	list("replicate", r.Replicate)
	line("lag", fmt.Sprint(r.LagDays))
	line("window", r.Window.String())
	line("from", r.From.String())
	line("to", r.To.String())
	list("sources", r.Sources)
	line("triggers_from", r.TriggersFrom)
	line("responses_from", r.ResponsesFrom)
	line("attention_from", r.AttentionFrom)
	line("strata", cmp.Or(r.Strata, StrataBlocks))
	if len(r.Searched) > 0 {
		fmt.Fprint(&b, "searched:\n")
	}
	for _, s := range r.Searched {
		fmt.Fprintf(&b, "  - by: %s\n    where: %s\n    from: %s\n    to: %s\n", scalarText(s.By), scalarText(s.Where), s.From, s.To)
		if len(s.States) > 0 {
			fmt.Fprintf(&b, "    states: [%s]\n", strings.Join(s.States, ", "))
		}
	}
	line("exploratory", r.Exploratory)
	line("fork_of", r.ForkOf)
	return []byte(b.String())
}
