package casebook

import (
	"fmt"
	"strconv"
	"unicode/utf8"

	"orrery/ledger"
)

// The ways to divide the observed days of a rule's test.
const (
	StrataBlocks    = "blocks"
	StrataAttention = "attention"
)

// ReadRule reads a rule's file (docs/formats/rules.md). Filters come in their usual form,
// Text and Hash are set. file is named in faults; with faults the rule is nil.
func ReadRule(file string, text []byte) (*ledger.Rule, []Fault) {
	if !utf8.Valid(text) {
		return nil, []Fault{{File: file, Line: 1, Column: 1, Problem: "the file is not UTF-8", Do: "save it as UTF-8"}}
	}
	p := &ruleReader{ruleLines: readRuleLines(file, string(text)), rule: &ledger.Rule{Strata: StrataBlocks}}
	seen := map[string]ruleEntry{}
	for _, e := range p.entries {
		if seen[e.key.text].key.text != "" {
			p.fault(e.key, fmt.Sprintf("%q stands here a second time", e.key.text), "take one away")
			continue
		}
		seen[e.key.text] = e
		p.read(e)
	}
	for _, key := range []string{"rule", "title", "hub", "trigger", "response", "window", "from", "to"} {
		if seen[key].key.text == "" {
			p.fault(ruleValue{line: 1, column: 1}, fmt.Sprintf("the key %q is missing", key), "add it; docs/formats/rules.md shows a whole rule")
		}
	}
	if p.sets(seen); len(p.faults) > 0 {
		return nil, p.faults
	}
	settleRule(p.rule)
	if err := p.rule.Validate(); err != nil {
		for _, f := range ledger.FaultsOf(err) {
			p.fault(ruleValue{line: 1, column: 1}, f.Field+" "+f.Problem, f.Do)
		}
		return nil, p.faults
	}
	return p.rule, nil
}

type ruleReader struct {
	*ruleLines
	rule *ledger.Rule
}

// read takes one key into the rule.
func (p *ruleReader) read(e ruleEntry) {
	r := p.rule
	lists := map[string]*[]string{"dyads": &r.Dyads, "sources": &r.Sources, "replicate": &r.Replicate}
	if into := lists[e.key.text]; into != nil {
		p.list(e, into)
		return
	}
	if e.key.text == "searched" {
		p.searches(e)
		return
	}
	if e.list != nil || e.items != nil {
		p.fault(e.key, fmt.Sprintf("%q is a list", e.key.text), "write one value")
		return
	}
	texts := map[string]*string{"rule": &r.Slug, "title": &r.Title, "hub": &r.Hub, "strata": &r.Strata, "fork_of": &r.ForkOf, "exploratory": &r.Exploratory,
		"triggers_from": &r.TriggersFrom, "responses_from": &r.ResponsesFrom, "attention_from": &r.AttentionFrom}
	filters := map[string]*string{"trigger": &r.Trigger, "response": &r.Response, "unrelated": &r.Unrelated}
	dates := map[string]*ledger.Date{"from": &r.From, "to": &r.To}
	switch key := e.key.text; {
	case e.value.text == "":
		p.fault(e.value, fmt.Sprintf("%q has no value", key), "write one after the colon, or take the line away")
	case texts[key] != nil:
		*texts[key] = e.value.text
		p.text(e)
	case filters[key] != nil:
		*filters[key] = p.filter(e.value)
	case dates[key] != nil:
		*dates[key] = p.date(e.value)
	case key == "lag":
		n, err := strconv.Atoi(e.value.text)
		if err != nil || n < 0 || n > 3660 {
			p.fault(e.value, fmt.Sprintf("%q is no number of days", e.value.text), "write the days from a step to the first day on which a response counts, 0 to 3660")
		}
		r.LagDays = n
	case key == "window":
		w, err := ledger.ParseWindow(e.value.text)
		unit := e.value.text[len(e.value.text)-1]
		if err != nil || unit != 'D' && unit != 'W' || w.Until(0) > 3660 {
			p.fault(e.value, fmt.Sprintf("%q is no window in days or weeks", e.value.text), "write P30D or P4W, at most ten years")
		}
		r.Window = w
	default:
		do := "take it away"
		if near := nearest(key, ruleKeys()); near != "" {
			do = fmt.Sprintf("write %q", near)
		}
		p.fault(e.key, fmt.Sprintf("%q is no key of a rule", key), do)
	}
}

func ruleKeys() []string {
	return []string{"rule", "title", "hub", "trigger", "response", "unrelated", "dyads", "replicate", "lag", "window", "from", "to", "sources",
		"triggers_from", "responses_from", "attention_from", "strata", "searched", "exploratory", "fork_of"}
}

// text judges a value of free text.
func (p *ruleReader) text(e ruleEntry) {
	switch v := e.value.text; e.key.text {
	case "rule", "fork_of":
		if !isSlug(v) {
			p.fault(e.value, fmt.Sprintf("%q is no identifier", v), "use letters, digits, dots and dashes")
		}
	case "hub":
		if !isCode(v) {
			p.fault(e.value, fmt.Sprintf("%q is no code", v), "write a code in capitals such as RUS")
		}
	case "triggers_from", "responses_from", "attention_from":
		if !isSet(v) {
			p.fault(e.value, fmt.Sprintf("%q cannot name a set of reports", v), "write a name as `orrery datasets` lists it, such as icews")
		}
	case "strata":
		if v != StrataBlocks && v != StrataAttention {
			p.fault(e.value, fmt.Sprintf("%q divides nothing", v), "write blocks or attention")
		}
	}
}

func (p *ruleReader) filter(v ruleValue) string {
	f, err := ParseFilter(v.text)
	if e, ok := err.(*FilterError); ok { //nolint:errorlint // ParseFilter wraps nothing
		v.column += e.Column - 1
		p.fault(v, e.Problem, e.Do)
	}
	return f.String()
}

func (p *ruleReader) date(v ruleValue) ledger.Date {
	d, err := ledger.ParseDate(v.text)
	if err != nil || d.IsZero() {
		p.fault(v, fmt.Sprintf("%q is no date", v.text), "write 2020-01-31, 2020-01 or 2020")
	}
	return d
}
