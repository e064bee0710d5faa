package app

import (
	"slices"
	"strconv"
	"time"

	"orrery/internal/store"
	"orrery/ledger"
)

// stretch is the days that an alignment covers. It is the same for every hub, lens and
// choice of evidence, so that they can be laid over each other.
type stretch struct {
	from, to ledger.Day
	newest   ledger.Date // of the votes, stances and statements of the whole ledger
}

// spoken are the kinds of record in which an actor takes a position.
var spoken = []ledger.Kind{ledger.KindVote, ledger.KindStance, ledger.KindStatement}

// stretch begins with the first year in which at least half of the region's states are
// on record, and ends with the month of the newest vote, stance or statement; where
// that month is not over, with that day. Beyond it there would be nothing but
// extrapolation. ok is false when there is nothing to follow.
func (r *reading) stretch() (s stretch, ok bool, err error) {
	first, found, err := r.firstYear()
	if err != nil || !found {
		return s, false, err
	}
	today := r.today()
	for _, kind := range spoken {
		page, err := r.app.store.Accepted(r.ctx, store.Query{AsOf: r.scope.AsOf, Kinds: []ledger.Kind{kind}, Order: store.ByDateDesc, To: today, Limit: 1})
		if err != nil {
			return s, false, err
		}
		for _, rec := range page.Records {
			if when := rec.Body.Facets().When; !when.IsZero() && when.Compare(s.newest) > 0 {
				s.newest = when
			}
		}
	}
	if s.newest.IsZero() {
		return s, false, nil
	}
	s.from = ledger.DayOf(time.Date(first, 1, 1, 0, 0, 0, 0, time.UTC))
	_, last := s.newest.Span()
	s.to = ledger.DayOf(time.Date(last.Time().Year(), last.Time().Month()+1, 0, 0, 0, 0, 0, time.UTC))
	if s.to > today {
		s.to = min(last, today)
	}
	return s, s.to > s.from, nil
}

// today is the day up to which there can be evidence: that of the scope's ledger time, or of
// the clock when the answer began.
func (r *reading) today() ledger.Day {
	if r.day == 0 {
		r.day = ledger.DayOf(r.moment())
	}
	return r.day
}

func (r *reading) firstYear() (int, bool, error) {
	on := map[int]int{}
	for _, state := range r.region.States {
		q := store.Query{AsOf: r.scope.AsOf, Kinds: spoken, Party: []store.PartyIs{{Roles: []ledger.Role{ledger.RoleBy}, Keys: []string{state}}}}
		years, err := r.app.store.Count(r.ctx, q, "year")
		if err != nil {
			return 0, false, err
		}
		for _, y := range years {
			if n, err := strconv.Atoi(y.Name); err == nil {
				on[n]++
			}
		}
	}
	var enough []int
	for year, n := range on {
		if 2*n >= len(r.region.States) {
			enough = append(enough, year)
		}
	}
	if len(enough) == 0 {
		return 0, false, nil
	}
	return slices.Min(enough), true, nil
}
