package app

import (
	"context"

	"orrery/internal/store"
	"orrery/ledger"
	"orrery/model/coincide"
)

// gridRead sorts reports as they come.
type gridRead struct {
	*grid
	at    map[ledger.EventType]int
	acts  map[gridPair]*gridActs
	links map[int64]bool // of the day
	day   ledger.Day
	total int64
	tell  func(done, total int64)
}

func (r *gridRead) take(ctx context.Context, s *store.Sighting) error {
	if r.seen.Read%8192 == 0 {
		if err := ctx.Err(); err != nil {
			return err
		}
		if r.tell != nil {
			r.tell(int64(r.seen.Read), r.total)
		}
	}
	r.seen.Read++
	r.attend(s.Day)
	if s.Day != r.day {
		r.day = s.Day
		clear(r.links)
	}
	kind, typed := r.at[s.Type]
	switch {
	case s.Source == "" || s.Target == "":
		r.seen.NoState++
		return nil
	case s.Source == s.Target:
		r.seen.Within++
		return nil
	case !typed:
		r.seen.NoType++
		return nil
	case s.Within > 0:
		r.seen.Unsure++
		return nil
	}
	r.seen.Used++
	r.last = max(r.last, s.Day)
	pair := gridPair{s.Source, s.Target}
	acts := r.acts[pair]
	if acts == nil {
		acts = &gridActs{}
		r.acts[pair] = acts
	}
	if s.Link != 0 && r.links[s.Link] {
		r.seen.Again++ // a meeting that both sides are said to have asked for is one report, but an act of each
	} else {
		acts.reports++
		r.links[s.Link] = true
	}
	if days := acts.days[kind]; len(days) == 0 || days[len(days)-1] != coincide.Day(s.Day) { // days rise
		acts.days[kind] = append(days, coincide.Day(s.Day))
	}
	return nil
}

// attend counts a report for attention.
func (r *gridRead) attend(d ledger.Day) {
	if r.perDay == nil {
		r.perDay = &coincide.Attention{From: coincide.Day(d)}
	}
	for int(coincide.Day(d)-r.perDay.From) >= len(r.perDay.Reports) {
		r.perDay.Reports = append(r.perDay.Reports, 0)
	}
	r.perDay.Reports[coincide.Day(d)-r.perDay.From]++
}
