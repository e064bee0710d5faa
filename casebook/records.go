package casebook

import (
	"fmt"

	"orrery/ledger"
)

// Draft is one row as a noun of the ledger, with what it rests on. It has no id,
// status or time: whoever loads it gives those.
type Draft struct {
	Key      string // natural key: the same row has the same key in every load
	Body     ledger.Noun
	Evidence []ledger.Evidence // the row's sources; for a stance on a roll call also the vote
	Table    string            // where the row stands; "" for the casebook itself
	Line     int               // 0 when the row was not read from a file
}

// Coder is who made the records of this casebook.
func (c *Casebook) Coder() ledger.Coder {
	return ledger.Coder{Kind: ledger.CoderDataset, Name: c.Manifest.Name, Version: c.Manifest.Version}
}

// Records turns every row into the noun that it is, in the order of Tables, with
// the region last. A row of forecasts.csv makes two: the forecast and its
// resolution. A casebook that Read returned makes only valid nouns with keys of
// their own; the error names the first row of another that does not.
func Records(c *Casebook) ([]Draft, error) {
	var out []Draft
	out = append(out, partyDrafts(c)...)
	out = append(out, actDrafts(c)...)
	out = append(out, answerDrafts(c)...)
	out = append(out, tieDrafts(c)...)
	out = append(out, forecastDrafts(c)...)
	out = append(out, ruleDrafts(c)...)
	out = append(out, Draft{Body: c.region()})
	seen := map[string]bool{}
	for i := range out {
		d := &out[i]
		d.Key = d.Body.NaturalKey()
		if err := d.Body.Validate(); err != nil {
			return nil, fmt.Errorf("%s.csv:%d: %w", d.Table, d.Line, err)
		}
		if ref := string(d.Body.Kind()) + ":" + d.Key; d.Key == "" || seen[ref] {
			return nil, fmt.Errorf("%s.csv:%d: the key %q is empty or taken", d.Table, d.Line, ref)
		} else {
			seen[ref] = true
		}
	}
	return out, nil
}

// cite is the evidence of a row: one entry a source, in the row's order.
func cite(sources List) []ledger.Evidence {
	out := make([]ledger.Evidence, len(sources))
	for i, s := range sources {
		out[i] = ledger.Evidence{Source: s}
	}
	return out
}

// sourcesOf is cite read backwards.
func sourcesOf(evidence []ledger.Evidence) List {
	var out List
	for _, e := range evidence {
		if e.Source != "" {
			out = append(out, e.Source)
		}
	}
	return out
}

// when reads a date that Check has accepted; anything else is the unknown date.
func when(text string) ledger.Date {
	d, err := ledger.ParseDate(text)
	if err != nil {
		return ledger.Date{}
	}
	return d
}

// all makes a slice that is [] and not null in JSON.
func all(l List) []string { return append([]string{}, l...) }

// names builds an actor's or person's names by language, without empty ones.
func names(en, ru string) map[string]string {
	out := map[string]string{"en": en}
	if ru != "" {
		out["ru"] = ru
	}
	return out
}
