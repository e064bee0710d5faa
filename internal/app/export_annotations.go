package app

import (
	"io"
	"unicode/utf8"

	"orrery/ledger"
)

// The shapes of the W3C Web Annotation Data Model (2017-02-23) that the export uses. Positions count Unicode code points of the text
// as Orrery keeps it; the quote and its surroundings find the words in any other copy.
type (
	annotationPage struct {
		Context []any        `json:"@context"`
		Type    string       `json:"type"`
		Items   []annotation `json:"items"`
	}
	annotation struct {
		ID         string           `json:"id"`
		Type       string           `json:"type"`
		Motivation string           `json:"motivation"`
		Created    string           `json:"created"`
		Creator    annotationAgent  `json:"creator"`
		Body       []annotationBody `json:"body"`
		Target     annotationTarget `json:"target"`
		Status     string           `json:"orrery:status"`
		Decision   string           `json:"orrery:decision"`
		Record     ledger.Noun      `json:"orrery:record"`
	}
	annotationAgent struct {
		Type string `json:"type"`
		Name string `json:"name"`
	}
	annotationBody struct {
		Type    string `json:"type"`
		Purpose string `json:"purpose"`
		Format  string `json:"format"`
		Value   string `json:"value"`
	}
	annotationTarget struct {
		Source   string           `json:"source"`
		Selector []map[string]any `json:"selector"`
		State    map[string]any   `json:"state"`
	}
)

// writeAnnotations writes one page of Web Annotations: one for each record and quote.
func (r *reading) writeAnnotations(all []decidedRecord, w io.Writer) error {
	page := annotationPage{Context: []any{"http://www.w3.org/ns/anno.jsonld", map[string]string{"orrery": "urn:orrery:ns#"}}, Type: "AnnotationPage", Items: []annotation{}}
	texts := map[string]string{}
	for _, one := range all {
		text, ok := texts[one.document.TextHash]
		if !ok {
			var err error
			if text, err = r.app.store.Text(r.ctx, one.document.TextHash); err != nil {
				return err
			}
			texts = map[string]string{one.document.TextHash: text} // they come document by document
		}
		for _, q := range one.quotes {
			page.Items = append(page.Items, r.annotation(one, q.Noun, q.Key, text))
		}
	}
	return writeJSON(w, page)
}

func (r *reading) annotation(one decidedRecord, q *ledger.Quote, key, text string) annotation {
	a := annotation{ID: "urn:orrery:" + one.record.Ref() + ":" + key, Type: "Annotation", Motivation: "classifying", Created: stamp(one.record.At), Creator: annotationAgent{"Person", one.record.Who},
		Body:   []annotationBody{{"TextualBody", "describing", "text/plain", r.label(one.record)}, {"TextualBody", "tagging", "text/plain", string(one.record.Kind)}},
		Target: annotationTarget{Source: one.document.URL, State: map[string]any{"type": "TimeState", "sourceDate": one.document.Retrieved.String()}},
		Status: string(one.record.Status), Decision: one.decision, Record: one.record.Body}
	if a.Target.Source == "" {
		a.Target.Source = "urn:sha256:" + one.document.Hash
	}
	a.Target.Selector = []map[string]any{{"type": "TextQuoteSelector", "exact": q.Exact, "prefix": q.Prefix, "suffix": q.Suffix}}
	if q.Matches(text) {
		start := utf8.RuneCountInString(text[:q.Start])
		a.Target.Selector = append(a.Target.Selector, map[string]any{"type": "TextPositionSelector", "start": start, "end": start + utf8.RuneCountInString(q.Exact)})
	}
	return a
}
