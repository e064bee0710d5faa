package app

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"

	"orrery/internal/dataset/unga"
	"orrery/internal/jobs"
	"orrery/internal/store"
	"orrery/ledger"
	"orrery/model/irt"
)

// ballots are all accepted votes of a ledger that took a side or abstained, by year. A million of them take some
// thirty megabytes: records are read a stretch at a time and let go.
type ballots struct {
	units   []string // codes, sorted
	calls   []ballot // by year, then symbol
	votes   []cast   // by roll call, then unit
	undated int64    // votes left out because their year is not known
	newest  ledger.Date
	hidden  int // votes that the lens hides
}

// ballot is one roll call.
type ballot struct {
	symbol string
	year   int
}

// cast is one vote: numbers of its roll call and unit, and 0 yes, 1 abstain, 2 no.
type cast struct {
	call, unit int32
	choice     int8
}

// gatherBallots reads the votes. A roll call lies in the year of the first of its votes.
func (r *reading) gatherBallots(report func(jobs.Progress)) (*ballots, error) {
	b := &ballots{}
	units, calls := map[string]int32{}, map[string]int32{}
	q := store.Query{Kinds: []ledger.Kind{ledger.KindVote}, AsOf: r.scope.AsOf, Limit: scanSize}
	lens := !r.scope.Lens.IsZero()
	total, err := r.total(rowset{query: &q, raw: true})
	if err != nil {
		return nil, err
	}
	for read := 0; ; {
		page, err := r.app.store.Accepted(r.ctx, q)
		if err != nil {
			return nil, err
		}
		if lens {
			if err := r.cite(page.Records); err != nil {
				return nil, err
			}
		}
		for _, rec := range page.Records {
			v, ok := rec.Body.(*ledger.Vote)
			if !ok || v.Choice == ledger.Absent {
				continue
			}
			if lens && !r.passes(rec) {
				b.hidden++
				continue
			}
			b.add(v, units, calls)
		}
		if read += len(page.Records); page.Next == "" {
			break
		}
		report(jobs.Progress{What: "gathering votes", Done: read, Total: int(total)})
		q.After = page.Next
	}
	b.sort()
	return b, nil
}

func (b *ballots) add(v *ledger.Vote, units, calls map[string]int32) {
	first, last := v.When.Span()
	year := first.Time().Year()
	if first == ledger.MinDay || last == ledger.MaxDay || last.Time().Year() != year {
		b.undated++
		return
	}
	u, known := units[v.Actor]
	if !known {
		u = int32(len(b.units))
		units[v.Actor] = u
		b.units = append(b.units, v.Actor)
	}
	c, known := calls[v.RollCall]
	if !known {
		c = int32(len(b.calls))
		calls[v.RollCall] = c
		b.calls = append(b.calls, ballot{v.RollCall, year})
	}
	if _, newest := b.newest.Span(); b.newest.IsZero() || last > newest {
		b.newest = v.When
	}
	b.votes = append(b.votes, cast{c, u, int8(slices.Index(worldScale, v.Choice))})
}

// worldScale is the order of the choices.
var worldScale = []ledger.VoteChoice{ledger.Yes, ledger.Abstain, ledger.No}

// sort makes the order a matter of the votes alone, not of the ledger that holds them.
func (b *ballots) sort() {
	unit := renumber(b.units, cmp.Compare[string])
	call := renumber(b.calls, func(x, y ballot) int { return cmp.Or(cmp.Compare(x.year, y.year), cmp.Compare(x.symbol, y.symbol)) })
	for i, v := range b.votes {
		b.votes[i].call, b.votes[i].unit = call[v.call], unit[v.unit]
	}
	slices.SortFunc(b.votes, func(x, y cast) int { return cmp.Or(cmp.Compare(x.call, y.call), cmp.Compare(x.unit, y.unit)) })
}

// renumber sorts a list and says where each old place has gone.
func renumber[T any](list []T, less func(a, b T) int) []int32 {
	order := make([]int32, len(list))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return less(list[a], list[b]) })
	old, to := slices.Clone(list), make([]int32, len(list))
	for place, from := range order {
		list[place], to[from] = old[from], int32(place)
	}
	return to
}

// hash names what the run rests on: every vote, and what the model is told.
func (b *ballots) hash(anchor string) string {
	sum := sha256.New()
	w := bufio.NewWriterSize(sum, 1<<16)
	fmt.Fprintf(w, "%s\npositive %s\n", worldCode, anchor)
	for _, v := range b.votes {
		c := b.calls[v.call]
		_, _ = w.WriteString(strconv.Itoa(c.year) + "|" + c.symbol + "|" + b.units[v.unit] + "|" + strconv.Itoa(int(v.choice)) + "\n") // a hash never fails
	}
	_ = w.Flush()
	return hex.EncodeToString(sum.Sum(nil))
}

// table is the votes as the model takes them.
func (b *ballots) table() *irt.Table {
	t := &irt.Table{Units: b.units, Categories: len(worldScale), Unit: make([]int32, len(b.votes)), Call: make([]int32, len(b.votes)), Category: make([]int8, len(b.votes))}
	for _, c := range b.calls {
		if n := len(t.Periods); n == 0 || t.Periods[n-1].Time != float64(c.year) {
			t.Periods = append(t.Periods, irt.Period{Name: strconv.Itoa(c.year), Time: float64(c.year)})
		}
		t.Calls = append(t.Calls, irt.RollCall{Name: c.symbol, Period: len(t.Periods) - 1})
	}
	for i, v := range b.votes {
		t.Unit[i], t.Call[i], t.Category[i] = v.unit, v.call, v.choice
	}
	return t
}

// anchor is the actor whose average position is made positive: the first of the region's hubs but its own that votes; else
// the state that the published series makes positive, where it votes; else whoever votes most.
func (r *reading) anchor(b *ballots) string {
	n := make([]int, len(b.units))
	for _, v := range b.votes {
		n[v.unit]++
	}
	var candidates []string
	for _, h := range r.region.Hubs {
		if h.Actor != r.region.Hub {
			candidates = append(candidates, h.Actor)
		}
	}
	for _, c := range append(candidates, unga.PublishedPositive) {
		if u, votes := slices.BinarySearch(b.units, c); votes && n[u] > 0 {
			return c
		}
	}
	most := 0
	for u := range n {
		if n[u] > n[most] {
			most = u
		}
	}
	return b.units[most]
}
