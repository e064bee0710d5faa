package sqlstore

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"orrery/internal/store/sqlstore/gen"
	"orrery/ledger"
)

// longSpan is the number of days beyond which a record's date counts as long: a year and a little. Long ones are
// listed again under codes that begin with long, so that asking for a range of dates need not look back for ever.
const (
	longSpan = 400
	long     = "~"
)

// Two roles beside the ledger's own.
const (
	roleSelf = "="    // code is '=' and the status: lists all records of a kind
	roleItem = "item" // code is what the record answers
)

// refsOf is every row of the reverse index that a revision has, in the order of its key and without doubles.
func refsOf(row gen.Revision, parties []ledger.Party) []gen.Ref {
	refs := make([]gen.Ref, 0, len(parties)+2)
	add := func(code, role string) {
		r := gen.Ref{Code: code, Kind: row.Kind, Day: row.DayFirst, Seq: row.Seq, Role: role, Span: row.DayLast - row.DayFirst,
			Status: row.Status, SinceMs: row.SinceMs, UntilMs: row.UntilMs}
		refs = append(refs, r)
		if r.Span > longSpan {
			r.Code = long + code
			refs = append(refs, r)
		}
	}
	add(roleSelf+row.Status, roleSelf)
	if row.Item != "" {
		add(row.Item, roleItem)
	}
	for _, p := range parties {
		add(p.Key, string(p.Role))
	}
	slices.SortFunc(refs, compareRefs)
	return slices.CompactFunc(refs, func(a, b gen.Ref) bool { return compareRefs(a, b) == 0 })
}

// compareRefs is the order of ref's primary key. Rows written in it fall on few pages.
func compareRefs(a, b gen.Ref) int {
	return cmp.Or(strings.Compare(a.Code, b.Code), strings.Compare(a.Kind, b.Kind), cmp.Compare(a.Day, b.Day), cmp.Compare(a.Seq, b.Seq), strings.Compare(a.Role, b.Role))
}

var refColumns = []string{"code", "kind", "day", "seq", "role", "span", "status", "since_ms", "until_ms"}

func refValues(r gen.Ref) []any {
	return []any{r.Code, r.Kind, r.Day, r.Seq, r.Role, r.Span, r.Status, r.SinceMs, r.UntilMs}
}

// isText says whether PostgreSQL can store, or be asked for, s.
func isText(s string) bool { return utf8.ValidString(s) && strings.IndexByte(s, 0) < 0 }

// checkKeys refuses what PostgreSQL cannot store as text, on both engines.
func checkKeys(rec ledger.Record, f ledger.Facets, parties []ledger.Party) error {
	var list []ledger.Fault
	check := func(field, s string) {
		if !isText(s) {
			list = append(list, ledger.Fault{Field: field, Problem: fmt.Sprintf("%q is not text", s), Do: "write it in UTF-8 without zero bytes"})
		}
	}
	reserved := func(field, s string) {
		if strings.HasPrefix(s, roleSelf) || strings.HasPrefix(s, long) {
			list = append(list, ledger.Fault{Field: field, Problem: fmt.Sprintf("%q begins with a sign that the index uses", s), Do: "leave the sign out"})
		}
	}
	check("key", rec.Key)
	check("who", rec.Who)
	check("why", rec.Why)
	check("item", f.Item)
	reserved("item", f.Item)
	for _, p := range parties {
		check(string(p.Role), p.Key)
		reserved(string(p.Role), p.Key)
	}
	if len(list) > 0 {
		return &ledger.Faults{Kind: rec.Kind, List: list}
	}
	return nil
}
