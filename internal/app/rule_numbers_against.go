package app

import (
	"fmt"

	"orrery/model/coincide"
)

// placebos are the tests that must find nothing.
func (s *ruleSaid) placebos() []ruleNumber {
	out := []ruleNumber{}
	for _, p := range s.res.Placebos {
		var among string
		if p.P != nil && p.Adjusted != nil && *p.Adjusted > p.P.Reported {
			among = ", " + chanceWords(*p.Adjusted) + " corrected for the placebos of its kind"
		}
		name := "placebo/" + p.Kind + "/" + p.Name
		n := ruleNumber{name: name, label: "placebo: " + p.Kind + ", " + p.Name, shown: p.P != nil}
		found := fmt.Sprintf("%s of %s in a window", countText(p.Hits), ruleCount(p.Responses, "response", "responses"))
		switch {
		case p.P == nil:
			n.text = "tells nothing: " + joined(p.Verdict.Why, "", "")
		case p.Reacts:
			n.text = fmt.Sprintf("reacts, which rejects the rule: %s, p %s%s%s", found, chanceWords(p.P.Reported), among, besideP(s.stood.Family))
		default:
			n.text = fmt.Sprintf("finds nothing: %s, p %s%s%s", found, chanceWords(p.P.Reported), among, besideP(s.stood.Family))
		}
		how, rows := "The rule's own test on responses that should not react. Its rows are those responses.", func() []pointer { return s.named(name) }
		switch p.Kind {
		case coincide.NegativeLags:
			how, rows = "The rule's own test on the days before each trigger. Its rows are the responses on those days.", s.before
		case coincide.OtherStates:
			how = "The rule's own test on responses towards a state that did not trigger, on the days on which they would be known; p corrected by Benjamini and Hochberg for the states tested. Its rows are those responses."
		}
		out = append(out, n.from(how, rows))
	}
	return out
}

// replications are the rule on other data.
func (s *ruleSaid) replications() []ruleNumber {
	out := []ruleNumber{}
	for _, r := range s.res.Replications {
		name := "replication/" + r.Name
		n := ruleNumber{name: name, label: joined("replication: "+r.Name, ", ", r.Kind), shown: r.P != nil}
		text := fmt.Sprintf("%s of %s, p %s after correction%s, rate ratio at least %s", countText(r.Tally.Hits), ruleCount(r.Tally.Responses, "response", "responses"), chanceOf(r.Adjusted), besideP(s.stood.Family), boundWords(r.Ratio.Lower))
		switch {
		case r.P == nil:
			n.text = "not tested: " + r.Why
		case r.OK:
			n.text = "replicated: " + text
		default:
			n.text = "not replicated: " + joined(r.Why, "; ", text)
		}
		out = append(out, n.from("The same rule on other data, p after Holm over the replications; a p of at most .05 and a rate ratio above 1 for sure are wanted. Its rows are the triggers and responses there.",
			func() []pointer { return s.named(name) }))
	}
	return out
}

func chanceOf(p *float64) string {
	if p == nil {
		return "not known"
	}
	return chanceWords(*p)
}

// swings is the answer without the source that moves it most.
func (s *ruleSaid) swings() []ruleNumber {
	w := s.res.Swing
	n := ruleNumber{name: "swing", label: "largest change when one source is left out", text: "nothing rests on one source alone"}
	how := "The answer without what rests on one source alone, for the twelve sources with most of it; the largest change."
	if w == nil {
		return []ruleNumber{n.from(how, nil)}
	}
	n.shown = true
	n.text = fmt.Sprintf("without %s, on which %s and %s rest alone: %s, %s", s.source, ruleCount(w.Triggers, "trigger", "triggers"), ruleCount(w.Responses, "response", "responses"), w.Label, ruleCount(w.Hits, "hit", "hits"))
	if w.All != "" {
		n.text = fmt.Sprintf("all %s rest on one publisher, %s: without it nothing is left to test", w.All, s.source)
	} else if w.Before != nil && w.After != nil {
		n.text += fmt.Sprintf(", p %s in place of %s%s", chanceWords(*w.After), chanceWords(*w.Before), besideP(s.stood.Family))
	} else if w.Before != nil {
		n.text += ", too few to test"
	}
	return []ruleNumber{n.from(how+" Its rows are what rests on this source alone.", func() []pointer { return s.named("swing") })}
}

// conditions are what the label rests on.
func (s *ruleSaid) conditions() []ruleNumber {
	out := []ruleNumber{}
	for _, c := range s.res.Conditions {
		text := "not met: " + c.Text
		if c.OK {
			text = "met: " + c.Text
		}
		n := ruleNumber{name: "condition/" + c.Code, label: "condition: " + c.Code, shown: true, text: text}
		rows, parts := s.cases, []string{}
		switch c.Code {
		case "denominator":
			rows, parts = s.watched, []string{"days"}
		case "enough":
			parts = []string{"triggers", "counted"}
		case "registered":
			rows = s.registered
		case "corrected p":
			parts = []string{"q"}
		case "dates":
			rows, parts = s.rough, []string{"dates"}
		case "rate ratio":
			parts = []string{"ratio-lower"}
		case "replication":
			for _, r := range s.res.Replications {
				parts = append(parts, "replication/"+r.Name)
			}
		default:
			for _, p := range s.res.Placebos {
				if p.Kind == c.Code {
					parts = append(parts, "placebo/"+p.Kind+"/"+p.Name)
				}
			}
		}
		out = append(out, n.from("One of the conditions of the label; all stand on the page of the method.", rows, parts...))
	}
	return out
}

// registered is the rule's record, where it has one.
func (s *ruleSaid) registered() []pointer {
	if s.stood.Registered == "" {
		return nil
	}
	return []pointer{{ref: "rule:" + s.rule.Slug, label: "registered " + s.stood.Registered}}
}
