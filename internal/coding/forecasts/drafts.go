package forecasts

import (
	"fmt"
	"slices"
	"strings"

	"orrery/internal/coding/draft"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/statements"
	"orrery/ledger"
)

// step is the name of this package in traces.
const step = "forecasts"

// least is the score below which a forecast is dropped here and told as a silence.
const least = .4

// HedgeTable is what ImputedBy says of an interval that comes from the words alone.
const HedgeTable = "hedge table"

// Drafts makes the forecast drafts of r, by place, at most one a sentence, and says where words about the future gave none. Sentences
// must have their Said already. Body is a *ledger.Forecast; Confidence is the rule's plain prior 0…1, not yet calibrated.
func (r *Reader) Drafts(doc *reading.Reading) ([]draft.Draft, []draft.Silence) {
	var drafts []draft.Draft
	var silences []draft.Silence
	general := r.general(doc)
	asked := false
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		if s.Heading || len(s.Clauses) == 0 {
			continue
		}
		f, ok := r.find(s)
		if !ok {
			if c, is := r.conditionOf(s, &future{verb: -1, noun: -1, clause: -1}); is && c.counterfactual {
				silences = append(silences, draft.Silence{Sentence: i, Step: step, Frame: "counterfactual", Reason: "A condition contrary to fact, without what would have followed."})
			}
			continue
		}
		x := &weighing{r: r, doc: doc, s: s, i: i, f: f, general: general}
		why := x.weigh(&asked)
		if why == "" && x.score < least {
			why = fmt.Sprintf("Words about the future, but only %.2f sure: %s.", x.score, strings.Join(x.filters, "; "))
		}
		if why != "" {
			silences = append(silences, draft.Silence{Sentence: i, Step: step, Frame: f.rule, Reason: why})
			continue
		}
		drafts = append(drafts, x.draft())
	}
	return drafts, silences
}

// draft writes it down.
func (x *weighing) draft() draft.Draft {
	s, f := x.s, &x.f
	b := &ledger.Forecast{Author: x.speaker.Key, Form: x.form, Scale: ledger.ScaleExpert, Published: x.published}
	words := s.TokenSpan(f.from, min(f.to, f.from+6))
	b.Words = words.Of(s.Text)
	for k := range x.about {
		b.About = append(b.About, statements.Key(&x.about[k]))
	}
	if !x.horizon.IsZero() && x.form != ledger.Counterfactual {
		b.Horizon, b.HorizonBy = x.horizon, "author"
	}
	if n := f.number; n != nil && x.form != ledger.Counterfactual && !x.question {
		if low, high := n.low, n.high; n.exact() {
			b.Probability = &low
		} else { // the author's own range
			b.Low, b.High = &low, &high
		}
	} else if f.hedge != nil && x.form != ledger.Counterfactual && !x.question {
		low, high := f.hedge.low, f.hedge.high
		b.Low, b.High, b.ImputedBy = &low, &high, HedgeTable
		x.filters = append(x.filters, "interval of the phrase “"+f.hedge.source+"”")
	}
	if x.has {
		b.Condition = clip(s.TokenSpan(x.cond.from, x.cond.to).Of(s.Text), 12)
	}
	x.write(b)
	d := draft.Draft{Kind: ledger.KindForecast, Body: b, Span: s.Span, Trigger: s.TokenSpan(f.from, f.to), Voice: x.speaker.Voice, To: slices.Clone(x.about),
		Confidence: min(x.score, .95), Trace: draft.Trace{Step: step, Frame: f.rule + ":" + string(x.form), Filters: x.filters}}
	if x.speaker.Ref != nil {
		d.By = append(d.By, *x.speaker.Ref)
	}
	return d
}
