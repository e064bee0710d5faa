package claims

import (
	"fmt"
	"strconv"
	"strings"

	"orrery/internal/coding/draft"
	"orrery/internal/coding/numbers"
	"orrery/internal/coding/parties"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/realis"
	"orrery/ledger"
)

// Drafts makes a claim of each number of people or money that somebody may contest. Silences say which numbers were left.
func (x *Reader) Drafts(r *reading.Reading) ([]draft.Draft, []draft.Silence) {
	var out []draft.Draft
	var silent []draft.Silence
	for i := range r.Sentences {
		s := &r.Sentences[i]
		for k := range s.Numbers {
			n := &s.Numbers[k]
			class, why := x.classOf(s, n)
			if class == "" {
				if why == "" {
					continue
				}
				silent = append(silent, draft.Silence{Sentence: i, Step: "claims", Reason: fmt.Sprintf("“%s” %s.", n.Of(s.Text), why)})
				continue
			}
			out = append(out, claim(r, i, n, class))
		}
	}
	return out, silent
}

// classOf says what a number counts; "" and why it is no claim; no reason for numbers that are far from one.
func (x *Reader) classOf(s *reading.Sentence, n *numbers.Found) (class, why string) {
	if n.Value <= 0 || n.Unit == "percent" {
		return "", ""
	}
	if c := x.of(s, n.From); c != "" {
		class = c
	} else if n.Casualty != "" {
		class = n.Casualty
	} else {
		class = x.beside(s, n.From, n.To)
	}
	switch {
	case class != "" && n.Bound == numbers.About && !digits(s, n):
		return "", "is no number that one could contest: dozens, thousands"
	case class == "":
		return "", "" // two sides, six times: most numbers
	case did(class) == "":
		return "", "counts something that no claim is made of"
	case (class == "money") != money(n.Unit):
		return "", "does not fit the words beside it"
	case class != "money" && n.Casualty == "" && !people(n.Unit) && x.at(s, max(0, n.To-1)) == "":
		return "", "does not count people"
	}
	c := parties.Clause(s, n.From)
	if x := parties.Realis(s, c); x.Has(realis.Conditional) || x.Has(realis.Question) || x.Has(realis.Counterfactual) || c >= 0 && s.Clauses[c].Question {
		return "", "is asked or stands under a condition"
	}
	return class, ""
}

func claim(r *reading.Reading, i int, n *numbers.Found, class string) draft.Draft {
	s := &r.Sentences[i]
	voice := parties.Voice(r, i, n.Span)
	value, unit := n.Value, n.Unit
	if class != "money" && (unit == "" || unit == "deaths" || unit == "dead" || unit == "detentions" || unit == "others" || unit == "arrests") {
		unit = "people"
	}
	body := &ledger.Claim{Value: &value, Unit: unit, When: parties.Day(s, n.From)}
	body.Text = fmt.Sprintf("%s%s %s %s.", bound(n.Bound), strconv.FormatFloat(value, 'f', -1, 64), unit, did(class))
	if voice.Name != "" {
		body.Asserts = []string{voice.Name}
	}
	d := draft.Draft{Kind: ledger.KindClaim, Body: body, Span: s.Span, Trigger: n.Span, Voice: voice, Confidence: .7,
		Trace: draft.Trace{Step: "claims", Frame: "claims/" + class}}
	if parties.Realis(s, parties.Clause(s, n.From)).Has(realis.Historical) {
		d.Confidence = .45
		d.Trace.Filters = append(d.Trace.Filters, "told of years before: less likely to be contested")
	}
	return d
}

func digits(s *reading.Sentence, n *numbers.Found) bool {
	return strings.ContainsAny(n.Of(s.Text), "0123456789")
}

func bound(b numbers.Bound) string {
	switch b {
	case numbers.AtLeast:
		return "At least "
	case numbers.AtMost:
		return "At most "
	case numbers.About:
		return "About "
	}
	return ""
}
