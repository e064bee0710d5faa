package sqlstore

import (
	"slices"
	"strconv"
	"strings"

	"orrery/internal/store"
	"orrery/ledger"
)

// statement is the text of a query, the same for both engines, and its arguments.
type statement struct {
	text string
	args []any
}

// builder writes one statement. sqlc checks the fixed statements; this one depends on which filters a caller gives.
type builder struct {
	strings.Builder
	args []any
}

func (b *builder) arg(v any) string {
	if s, ok := v.(string); ok && !isText(s) {
		v = "\uFFFD" // nothing is called that, and PostgreSQL would call the question an error
	}
	b.args = append(b.args, v)
	return "$" + strconv.Itoa(len(b.args))
}

func (b *builder) list(values []string) string {
	marks := make([]string, len(values))
	for i, v := range values {
		marks[i] = b.arg(v)
	}
	return "(" + strings.Join(marks, ", ") + ")"
}

// among is the condition that a column has one of the values.
func (b *builder) among(values []string) string {
	if len(values) == 1 {
		return "= " + b.arg(values[0])
	}
	return "IN " + b.list(values)
}

// filter is a query made ready: every default filled in, every value as it is stored.
type filter struct {
	at       int64
	kinds    []string
	keys     []string
	statuses []string
	items    []string
	party    []store.PartyIs
	from, to int64 // days; from > to: any time
	order    store.Order
	after    cursor
	limit    int
}

func filterOf(q store.Query, statuses []ledger.Status) (filter, error) {
	f := filter{at: moment(q.AsOf), kinds: texts(q.Kinds), keys: q.Keys, items: q.Items, party: slices.Clone(q.Party), statuses: texts(statuses),
		from: int64(q.From), to: int64(q.To), order: q.Order, limit: q.Limit}
	if len(f.kinds) == 0 {
		f.kinds = texts(ledger.Kinds())
	}
	if len(f.statuses) == 0 {
		f.statuses = texts(ledger.Statuses())
	}
	switch {
	case q.From == 0 && q.To == 0:
		f.from, f.to = 1, 0
	case q.To == 0:
		f.to = undated - 1
	case q.From == 0:
		f.from = int64(ledger.MinDay)
	}
	var err error
	f.after, err = cursorOf(q.After, q.Order)
	return f, err
}

func texts[T ~string](in []T) []string {
	out := make([]string, len(in))
	for i, v := range in {
		out[i] = string(v)
	}
	return out
}

// stretch is a part of the reverse index, (code, kind), that the answer is read from; the other filters are looked up
// for each row of it.
type stretch struct {
	codes, kinds []string
	roles        []string // none: any of a party's
	dates        dates
}

// dates says which records of a range of dates a stretch holds.
type dates int

const (
	anyDate   dates = iota
	shortDate       // those that began within longSpan days before the range, or in it
	longDate        // those that began earlier, from the rows under long codes
)

// maxStretches is how many stretches a page is merged from. SQLite takes 500 parts in a statement; long before that,
// sorting what matches is faster.
const maxStretches = 64

// stretches picks what to read: that of the items or of the first party, else that of all records of a kind and status.
// The filter that was picked is taken out. A page with a limit gets one stretch for each code and kind, because each is
// in the order of the page and can stop at its end.
func (f *filter) stretches() []stretch {
	all := stretch{kinds: f.kinds}
	switch {
	case len(f.items) > 0:
		all.codes, all.roles = f.items, []string{roleItem}
		f.items = nil
	case len(f.party) > 0:
		all.codes, all.roles = f.party[0].Keys, texts(f.party[0].Roles)
		f.party = f.party[1:]
	default:
		for _, s := range f.statuses {
			all.codes = append(all.codes, roleSelf+s)
		}
		all.roles = []string{roleSelf}
	}
	if len(all.codes) == 0 {
		return nil
	}
	out := []stretch{all}
	if f.limit > 0 && len(all.codes)*len(all.kinds) <= maxStretches {
		out = nil
		for _, code := range all.codes {
			for _, kind := range all.kinds {
				out = append(out, stretch{codes: []string{code}, kinds: []string{kind}, roles: all.roles})
			}
		}
	}
	if f.from > f.to {
		return out
	}
	for i := range out { // each becomes two
		out[i].dates = shortDate
		second := out[i]
		second.dates, second.codes = longDate, make([]string, len(out[i].codes))
		for j, code := range out[i].codes {
			second.codes[j] = long + code
		}
		out = append(out, second)
	}
	return out
}

// where writes the conditions on a row d of ref that belongs to a stretch.
func (b *builder) where(f *filter, d stretch) {
	b.WriteString("d.code " + b.among(d.codes) + " AND d.kind " + b.among(d.kinds))
	b.roles("d", d.roles)
	if len(f.statuses) < len(ledger.Statuses()) {
		b.WriteString(" AND d.status IN " + b.list(f.statuses))
	}
	b.WriteString(" AND d.since_ms <= " + b.arg(f.at) + " AND d.until_ms > " + b.arg(f.at))
	// An event may have happened in the range if its days overlap it. Undated records are in no range.
	switch d.dates {
	case shortDate:
		b.WriteString(" AND d.day >= " + b.arg(f.from-longSpan) + " AND d.day <= " + b.arg(min(f.to, undated-1)) + " AND d.day + d.span >= " + b.arg(f.from))
	case longDate:
		b.WriteString(" AND d.day < " + b.arg(min(f.from-longSpan, undated)) + " AND d.day + d.span >= " + b.arg(f.from))
	}
	if len(f.items) > 0 {
		b.also(f.items, []string{roleItem})
	}
	for _, p := range f.party {
		b.also(p.Keys, texts(p.Roles))
	}
}

// also asks that the record of row d refers to one of the keys too: a look-up by full key.
func (b *builder) also(keys, roles []string) {
	b.WriteString(" AND EXISTS (SELECT 1 FROM ref x WHERE x.code IN " + b.list(keys) + " AND x.kind = d.kind AND x.day = d.day AND x.seq = d.seq")
	b.roles("x", roles)
	b.WriteString(")")
}

func (b *builder) roles(row string, roles []string) {
	if len(roles) == 0 {
		b.WriteString(" AND " + row + ".role NOT IN ('" + roleSelf + "', '" + roleItem + "')")
		return
	}
	b.WriteString(" AND " + row + ".role IN " + b.list(roles))
}
