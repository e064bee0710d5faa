package app

import (
	"cmp"
	"slices"

	"orrery/internal/store"
	"orrery/ledger"
)

// codedWith shows the records of one document with how the coder came to them, by place in the text. text, which may be empty when
// it is not at hand, tells orphaned quotes.
func (r *reading) codedWith(records []coded, runs []store.Row[*ledger.Run], text string) ([]CodedRecord, error) {
	kept, err := r.receipts(runs)
	if err != nil {
		return nil, err
	}
	plain := make([]ledger.Record, len(records))
	for i, c := range records {
		plain[i] = c.record
	}
	x, err := r.impactsOf(plain)
	if err != nil {
		return nil, err
	}
	out := make([]CodedRecord, 0, len(records))
	for _, c := range records {
		one, err := r.codedRecord(c, text)
		if err != nil {
			return nil, err
		}
		one.Suggestion = r.suggestionView(c.record, kept[c.record.Ref()], x)
		out = append(out, one)
	}
	slices.SortStableFunc(out, func(a, b CodedRecord) int {
		return cmp.Or(cmp.Compare(a.Spans[0].Start, b.Spans[0].Start), cmp.Compare(a.Spans[0].End, b.Spans[0].End), cmp.Compare(a.Record.ID, b.Record.ID))
	})
	return out, nil
}

// ownOf keeps what a coder coded by hand: a second coder is blind to all else.
func ownOf(records []coded, name string) []coded {
	return slices.DeleteFunc(slices.Clone(records), func(c coded) bool {
		return c.record.Coder.Kind != ledger.CoderPerson || c.record.Coder.Name != name
	})
}
