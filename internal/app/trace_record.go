package app

import (
	"slices"

	"orrery/internal/store"
	"orrery/ledger"
)

// traceRecord opens one record, whatever its status: a draft can be looked at,
// it is in no figure.
func (r *reading) traceRecord(args []string) (opening, error) {
	if len(args) != 1 {
		return opening{}, noTrace(append([]string{"record"}, args...))
	}
	kind, key, err := ledger.ParseRef(args[0])
	if err != nil {
		return opening{}, malformed("id", err.Error(), "")
	}
	rec, err := r.app.store.Get(r.ctx, kind, key, r.scope.AsOf)
	if store.IsNotFound(err) {
		return opening{}, missing(string(kind), key, nil)
	}
	if err != nil {
		return opening{}, err
	}
	o := opening{figure: r.label(rec), value: string(kind), rule: "One record, with what it rests on."}
	if rec.Status != ledger.Accepted {
		o.rule = "One record that is " + string(rec.Status) + " and in no figure, with what it rests on."
	}
	o.rows.listed = []listed{{record: rec}}
	return o, nil
}

// traceStock opens the count of a kind.
func (r *reading) traceStock(args []string) (opening, error) {
	if len(args) != 1 || !ledger.Kind(args[0]).Valid() {
		return opening{}, noTrace(append([]string{"stock"}, args...))
	}
	q := store.Query{Kinds: []ledger.Kind{ledger.Kind(args[0])}, Order: store.ByDateDesc}
	set := asked(q, nil)
	set.raw = true
	return opening{figure: "Accepted records: " + kindWords(ledger.Kind(args[0]), 2), rule: "Accepted records of this kind, whatever their sources.", rows: set}, nil
}

// traceDrafts opens the records that wait for review.
func (r *reading) traceDrafts([]string) (opening, error) {
	q := r.query()
	q.Limit = scanSize
	o := opening{figure: "Drafts", rule: "Records that nobody has accepted or rejected. They are in no figure.", review: []listed{}}
	for {
		page, err := r.app.store.Review(r.ctx, q, ledger.Draft)
		if err != nil {
			return opening{}, err
		}
		for _, rec := range page.Records {
			o.review = append(o.review, listed{record: rec})
		}
		if page.Next == "" {
			return o, nil
		}
		q.After = page.Next
	}
}

// traceForecasts opens forecasts by outcome: its rows are the resolutions.
func (r *reading) traceForecasts(args []string) (opening, error) {
	if len(args) != 1 || !slices.Contains(ledger.Outcomes(), ledger.Outcome(args[0])) {
		return opening{}, noTrace(append([]string{"forecasts"}, args...))
	}
	rows, err := store.Rows[*ledger.Resolution](r.ctx, r.app.store, r.query())
	if err != nil {
		return opening{}, err
	}
	o := opening{figure: "Forecasts with outcome " + args[0], rule: "Accepted resolutions with this outcome. None is scored yet."}
	for _, row := range rows {
		if string(row.Noun.Outcome) == args[0] {
			o.rows.listed = append(o.rows.listed, listed{record: row.Record})
		}
	}
	return o, nil
}

// kindWords names records of a kind in a sentence.
func kindWords(k ledger.Kind, n int64) string {
	one, many := string(k), string(k)+"s"
	switch k {
	case ledger.KindPerson:
		one, many = "term of office", "terms of office"
	case ledger.KindItem:
		one, many = "reaction item", "reaction items"
	case ledger.KindRollCall:
		one, many = "roll call", "roll calls"
	case ledger.KindMembership:
		one, many = "membership", "memberships"
	}
	return plural(n, one, many)
}
