package casebook

import (
	"fmt"
	"strings"

	"orrery/ledger"
)

// isSet reports whether a text can name a set of reports, which the plain reader bounds alike.
func isSet(s string) bool {
	return len(s) <= 41 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") == "" && strings.Trim(s[:min(1, len(s))], "-_") != ""
}

// interval reads an entry of replicate with a slash, into its usual form.
func (p *ruleReader) interval(v ruleValue) string {
	d, err := ledger.ParseReplicate(v.text)
	if err != nil {
		p.fault(v, fmt.Sprintf("%q is no interval of days", v.text), "write its first and its last day, month or year, as 2015/2019")
		return v.text
	}
	return d.String()
}

// sets judges what keys say together about where classes are looked for.
func (p *ruleReader) sets(seen map[string]ruleEntry) {
	r := p.rule
	for _, c := range []struct{ class, set, from string }{{"trigger", r.TriggersFrom, "triggers_from"}, {"response", r.ResponsesFrom, "responses_from"}, {"unrelated", r.ResponsesFrom, "responses_from"}} {
		if c.set != "" {
			p.reportable(seen[c.class].value, c.set, c.from)
		}
	}
	if r.ResponsesFrom != "" && len(r.Searched) > 0 {
		p.fault(seen["searched"].key, fmt.Sprintf("a search log speaks of the ledger's events, and the responses come from %s, which says itself on which days it is complete", r.ResponsesFrom),
			"take \"searched\" away, or \"responses_from\"")
	}
	if r.TriggersFrom != "" && r.ResponsesFrom != "" && len(r.Sources) > 0 {
		p.fault(seen["sources"].key, "\"sources\" names sources of the ledger, and both classes come from sets of reports", "take it away")
	}
	if r.Strata == StrataAttention && r.AttentionFrom == "" && r.ResponsesFrom == "" {
		p.fault(seen["strata"].value, "strata by attention need reports a day, and the rule names no set that has them", "name one, for example attention_from: icews, or write strata: blocks")
	}
	if seen["from"].key.text == "" || seen["to"].key.text == "" {
		return
	}
	for _, v := range seen["replicate"].list {
		if d, err := ledger.ParseReplicate(v.text); err == nil && r.Overlaps(d) {
			p.fault(v, fmt.Sprintf("%s shares days with the rule's own, from %s to %s", d, r.From, r.To), "give days before its from or after its to")
		}
	}
}

// reportable judges a class that is looked for among reports, which have no instrument.
func (p *ruleReader) reportable(v ruleValue, set, from string) {
	at := 0
	for word := range strings.SplitSeq(v.text, " ") {
		if field, _, _ := strings.Cut(word, "="); strings.TrimSuffix(field, "!") == "instrument" {
			v.column += len([]rune(v.text[:at]))
			p.fault(v, fmt.Sprintf("reports of %s have no instrument", set), fmt.Sprintf("say it by type, mode or context, such as type=SANCTION context=economic, or take %s away", from))
			return
		}
		at += len(word) + 1
	}
}
