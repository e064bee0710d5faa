package app

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"orrery/ledger"
)

// changesAtMost bounds how many revisions are looked at for a list of changes.
const changesAtMost = 1000

// act is the revisions that one person or program wrote for one reason within a minute.
type act struct {
	minute   time.Time
	who, why string
	records  []ledger.Record // newest first
	more     bool            // there are older ones that were not looked at
}

// acts groups the newest revisions after a ledger time, newest first.
func (r *reading) acts(after time.Time) ([]act, error) {
	records, err := r.app.store.Changes(r.ctx, after, changesAtMost)
	if err != nil {
		return nil, err
	}
	full := len(records) == changesAtMost
	if !r.scope.AsOf.IsZero() {
		records = slices.DeleteFunc(records, func(rec ledger.Record) bool { return rec.At.After(r.scope.AsOf) })
	}
	var out []act
	for _, rec := range records {
		minute := rec.At.UTC().Truncate(time.Minute)
		i := slices.IndexFunc(out, func(a act) bool { return a.minute.Equal(minute) && a.who == rec.Who && a.why == rec.Why })
		if i < 0 {
			out = append(out, act{minute: minute, who: rec.Who, why: rec.Why})
			i = len(out) - 1
		}
		out[i].records = append(out[i].records, rec)
	}
	if full && len(out) > 0 {
		out[len(out)-1].more = true
	}
	return out, nil
}

func (a act) trace() string {
	return traceID("changes", strconv.FormatInt(a.minute.Unix()/60, 10), a.who, a.why)
}

// row shows an act: one change in words, many by count.
func (r *reading) changeRow(a act) ChangeRow {
	row := ChangeRow{At: stamp(a.records[0].At), Who: a.who, Why: a.why, N: len(a.records), Trace: a.trace()}
	if len(a.records) == 1 {
		rec := a.records[0]
		row.What = fmt.Sprintf("%s %s: %s", kindWords(rec.Kind, 1), statusWords(rec), cut(r.label(rec), 120))
		return row
	}
	n := map[ledger.Kind]int64{}
	for _, rec := range a.records {
		n[rec.Kind]++
	}
	kinds := make([]ledger.Kind, 0, len(n))
	for k := range n {
		kinds = append(kinds, k)
	}
	slices.SortFunc(kinds, func(x, y ledger.Kind) int {
		if n[x] != n[y] {
			return int(n[y] - n[x])
		}
		return strings.Compare(string(x), string(y))
	})
	parts := make([]string, len(kinds))
	for i, k := range kinds {
		parts[i] = fmt.Sprintf("%d %s", n[k], kindWords(k, n[k]))
	}
	row.What = strings.Join(parts, ", ")
	if a.more {
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
	// The same stretch that the list of changes looked at, so that the numbers agree.
	acts, err := r.acts(time.Unix(n*60, 0).Add(-time.Millisecond))
	if err != nil {
		return opening{}, err
	}
	o := opening{figure: "Changes by " + args[1] + joined("", ": ", args[2]), rule: "Revisions written by one author for one reason within one minute, newest first, as they were written.", review: []listed{}}
	for _, a := range acts {
		if a.minute.Unix()/60 == n && a.who == args[1] && a.why == args[2] {
			for _, rec := range a.records {
				o.review = append(o.review, listed{record: rec})
			}
			if a.more {
				o.rule += fmt.Sprintf(" Only the newest %d revisions of the ledger are looked at.", changesAtMost)
			}
		}
	}
	return o, nil
}
