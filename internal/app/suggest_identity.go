package app

import (
	"encoding/json"
	"fmt"
	"slices"

	"orrery/ledger"
)

// identity names what a suggestion says of which words, so that it is proposed once: kind, span, and the body without its summary
// and without the keys of records that it stands on, of which it has the identities in place.
func identity(body ledger.Noun, start, end int, refers []string) (string, error) {
	said, err := saying(body)
	if err != nil {
		return "", err
	}
	packed, err := json.Marshal(refers)
	if err != nil {
		return "", err
	}
	return ledger.HashBytes(fmt.Appendf(nil, "%s\n%d-%d\n%s\n%s", body.Kind(), start, end, said, packed)), nil
}

// saying is what a body says, in bytes to compare.
func saying(body ledger.Noun) (string, error) {
	packed, err := json.Marshal(body)
	if err != nil {
		return "", err
	}
	var fields map[string]any
	if err := json.Unmarshal(packed, &fields); err != nil {
		return "", err
	}
	for _, field := range []string{"summary", "triggers", "responses"} {
		delete(fields, field)
	}
	packed, err = json.Marshal(fields) // its keys are sorted
	return string(packed), err
}

// standsOn are the keys of the records that a body stands on.
func standsOn(body ledger.Noun) []string {
	if e, ok := body.(*ledger.Episode); ok {
		return slices.Concat(e.Triggers, e.Responses)
	}
	return nil
}

// byCoder reports whether the coder made a record, and nobody changed what it says since.
func byCoder(rec ledger.Record) bool {
	return rec.Coder.Kind == ledger.CoderDictionary && rec.Coder.Name == coderName
}

// identities are those of what the coder made in a document and nobody edited, by ref.
func identities(records []coded) (map[string]string, error) {
	out, byKey := map[string]string{}, map[string]string{}
	for _, round := range []bool{false, true} { // what stands on others comes second
		for _, c := range records {
			on := standsOn(c.record.Body)
			if !byCoder(c.record) || len(c.quotes) == 0 || (len(on) > 0) != round {
				continue
			}
			refers := make([]string, len(on))
			for i, key := range on {
				refers[i] = byKey[key]
			}
			id, err := identity(c.record.Body, c.quotes[0].Noun.Start, c.quotes[0].Noun.End, refers)
			if err != nil {
				return nil, err
			}
			out[c.record.Ref()], byKey[c.record.Key] = id, id
		}
	}
	return out, nil
}
