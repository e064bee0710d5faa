package casebook

import (
	"fmt"
	"slices"
	"strings"

	"orrery/ledger"
)

// list reads codes, dyads or keys of sources.
func (p *ruleReader) list(e ruleEntry, into *[]string) {
	if e.list == nil {
		p.fault(e.key, fmt.Sprintf("%q is not a list", e.key.text), "write [one, another]")
		return
	}
	for _, v := range e.list {
		hub, state, pair := strings.Cut(v.text, "/")
		switch {
		case e.key.text == "dyads" && (!pair || !isCode(hub) || !isCode(state)):
			p.fault(v, fmt.Sprintf("%q is no dyad", v.text), "write hub and state as RUS/KGZ")
		case e.key.text == "replicate" && pair:
			v.text = p.interval(v)
		case (e.key.text == "replicate" || e.key.text == "states") && !isCode(v.text):
			p.fault(v, fmt.Sprintf("%q is no code of a state", v.text), "write it in capitals, such as KGZ")
		}
		if slices.Contains(*into, v.text) {
			p.fault(v, fmt.Sprintf("%q is listed twice", v.text), "take one away")
		}
		*into = append(*into, v.text)
	}
}

// searches reads the search log.
func (p *ruleReader) searches(e ruleEntry) {
	if e.items == nil {
		p.fault(e.key, "\"searched\" is not a list of searches", "write lines such as \"  - by: who looked\"")
	}
	for _, item := range e.items {
		var s ledger.RuleSearch
		for _, f := range item {
			switch f.key.text {
			case "by":
				s.By = f.value.text
			case "where":
				s.Where = f.value.text
			case "from":
				s.From = p.date(f.value)
			case "to":
				s.To = p.date(f.value)
			case "states":
				p.list(f, &s.States)
			default:
				p.fault(f.key, fmt.Sprintf("%q is no key of a search", f.key.text), "write by, where, from, to or states")
			}
		}
		if s.By == "" || s.Where == "" || s.From.IsZero() || s.To.IsZero() {
			p.fault(item[0].key, "the search does not say who looked, where and for which days", "give by, where, from and to")
		}
		p.rule.Searched = append(p.rule.Searched, s)
	}
}
