package app

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"orrery/internal/store"
	"orrery/ledger"
)

// changesAtMost bounds how many revisions are counted for a list of changes.
const changesAtMost = 20000

// act is the revisions that one person or program wrote for one reason within a minute.
type act struct {
	store.Act
	cut bool // there may be older ones that were not counted
}

// acts groups the newest revisions after a ledger time, newest first.
func (r *reading) acts(after time.Time) ([]act, error) {
	counted, all, err := r.app.store.Acts(r.ctx, after, r.scope.AsOf, changesAtMost)
	out := make([]act, len(counted))
	for i, one := range counted {
		out[i] = act{Act: one, cut: !all && i == len(counted)-1}
	}
	return out, err
}

func (a act) trace() string {
	return traceID("changes", strconv.FormatInt(a.Minute.Unix()/60, 10), a.Who, a.Why)
}

func (a act) holds(rec ledger.Record) bool {
	return rec.At.UTC().Truncate(time.Minute).Equal(a.Minute) && rec.Who == a.Who && rec.Why == a.Why
}

// changeRow shows an act: one change in words, many by count. newest are the newest
// revisions of the ledger, in which a single one is looked for.
func (r *reading) changeRow(a act, newest []ledger.Record) ChangeRow {
	row := ChangeRow{At: stamp(a.At), Who: a.Who, Why: a.Why, N: int(a.N), Trace: a.trace()}
	if i := slices.IndexFunc(newest, a.holds); i >= 0 && a.N == 1 {
		rec := newest[i]
		row.What = fmt.Sprintf("%s %s: %s", kindWords(rec.Kind, 1), statusWords(rec), cut(r.label(rec), 120))
		return row
	}
	parts := make([]string, len(a.Kinds))
	for i, k := range a.Kinds {
		parts[i] = fmt.Sprintf("%d %s", k.N, kindWords(ledger.Kind(k.Name), k.N))
	}
	row.What = strings.Join(parts, ", ")
	if a.cut {
		row.What = "the newest of more: " + row.What
	}
	return row
}

// statusWords says what a revision did.
func statusWords(rec ledger.Record) string {
	switch {
	case rec.Status == ledger.Draft && rec.Rev == 1:
		return "drafted"
	case rec.Status == ledger.Draft:
		return "put back to draft"
	case rec.Status == ledger.Accepted && rec.Rev == 1:
		return "added"
	}
	return string(rec.Status)
}

// traceChanges opens the revisions of one act as they were written, also those that
// were revised since.
func (r *reading) traceChanges(args []string) (opening, error) {
	if len(args) != 3 {
		return opening{}, noTrace(append([]string{"changes"}, args...))
	}
	n, err := strconv.ParseInt(args[0], 10, 64)
	if err != nil {
		return opening{}, noTrace(append([]string{"changes"}, args...))
	}
	minute := time.Unix(n*60, 0)
	// The stretch that the list of changes counted, so that the numbers agree.
	acts, err := r.acts(minute.Add(-time.Millisecond))
	if err != nil {
		return opening{}, err
	}
	i := slices.IndexFunc(acts, func(a act) bool { return a.Minute.Equal(minute) && a.Who == args[1] && a.Why == args[2] })
	if i < 0 {
		return opening{}, noTrace(append([]string{"changes"}, args...))
	}
	o := opening{figure: "Changes by " + args[1] + joined("", ": ", args[2]), rule: "Revisions written by one author for one reason within one minute, newest first, as they were written.", review: []listed{}}
	until := r.scope.AsOf
	if end := minute.Add(time.Minute - time.Millisecond); !acts[i].cut && (until.IsZero() || end.Before(until)) {
		until = end
	} else if acts[i].cut {
		o.rule += fmt.Sprintf(" Only the newest %d revisions of the ledger are counted.", changesAtMost)
	}
	records, err := r.app.store.Changes(r.ctx, minute.Add(-time.Millisecond), until, changesAtMost)
	for _, rec := range records {
		if acts[i].holds(rec) {
			o.review = append(o.review, listed{record: rec})
		}
	}
	return o, err
}
