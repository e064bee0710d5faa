package casebook

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"orrery/ledger"
)

// trimmed compares the records given with what their rows say when read back, so
// that a field without a column (a search log, a mirror value, a grade) is reported,
// also one that is added to a noun after this was written.
func trimmed(c *Casebook, drafts []Draft, left []LeftOut) ([]LeftOut, error) {
	away := map[ledger.Noun]bool{}
	for _, l := range left {
		away[l.Draft.Body] = true
	}
	again, err := Records(c)
	if err != nil {
		return nil, err
	}
	rows := map[string]Draft{}
	for _, d := range again {
		rows[rowKey(d)] = d
	}
	var out []LeftOut
	for _, d := range drafts {
		if away[d.Body] {
			continue
		}
		row, ok := rows[rowKey(d)]
		if !ok {
			return nil, fmt.Errorf("%s %s was given a row, but the row cannot be found", d.Body.Kind(), d.Body.NaturalKey())
		}
		given, err1 := json.Marshal(withoutKeyPart(d.Body))
		kept, err2 := json.Marshal(withoutKeyPart(row.Body))
		if err := errors.Join(err1, err2); err != nil {
			return nil, err
		}
		switch {
		case !bytes.Equal(noLists(given), noLists(kept)):
			out = append(out, LeftOut{Draft: d, Part: true, Why: "the table has no column for part of it"})
		case !slices.Equal(d.Evidence, row.Evidence):
			out = append(out, LeftOut{Draft: d, Part: true, Why: "the table can name sources, but not the quotes and notes that it also rests on"})
		}
	}
	return out, nil
}

// rowKey is the key of the row that a record becomes. It is the natural key but for
// the two kinds whose natural key is partly made from the file.
func rowKey(d Draft) string {
	parts := []string{string(d.Body.Kind())}
	switch n := d.Body.(type) {
	case *ledger.Person:
		parts = append(parts, n.Slug, n.Actor, n.Office, n.From.String())
	case *ledger.Tie:
		parts = append(parts, n.Actor, n.Hub, string(n.Channel), n.Measure, n.When.String(), n.Note, sourcesOf(d.Evidence).String())
	default:
		parts = append(parts, n.NaturalKey())
	}
	return strings.Join(parts, "\x00")
}

func withoutKeyPart(n ledger.Noun) ledger.Noun {
	switch n := n.(type) {
	case *ledger.Person:
		c := *n
		c.Term = ""
		return &c
	case *ledger.Tie:
		c := *n
		c.Row = ""
		return &c
	}
	return n
}

// noLists writes a missing list as an empty one: both say that there is nothing.
func noLists(body []byte) []byte { return bytes.ReplaceAll(body, []byte(":null"), []byte(":[]")) }
