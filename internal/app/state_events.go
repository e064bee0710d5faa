package app

import (
	"context"
	"strconv"

	"orrery/internal/store"
	"orrery/ledger"
)

// StateEvents is one lane of a state's events: direction is "given" or "received".
func (a *App) StateEvents(ctx context.Context, s Scope, code, direction, cursor string) (EventLane, error) {
	if direction != "given" && direction != "received" {
		return EventLane{}, malformed("direction", "there is no lane "+quoted(direction), "use given or received")
	}
	r, err := a.open(ctx, s)
	if err != nil {
		return EventLane{}, err
	}
	actor, err := r.state(code)
	if err != nil {
		return EventLane{}, err
	}
	return r.eventLane(actor.Code, direction, cursor)
}

// eventLane counts a lane by year in the store and reads one page of it. Under a
// lens the store cannot count, and the whole lane is read a stretch at a time.
func (r *reading) eventLane(code, direction, cursor string) (EventLane, error) {
	set := laneOf(code, direction)
	lane := EventLane{Years: []YearCount{}, Events: []EventMark{}}
	years, err := r.years(set)
	if err != nil {
		return EventLane{}, err
	}
	for _, t := range years {
		lane.Total += t.N
		if year, err := strconv.Atoi(t.Name); err == nil {
			lane.Years = append(lane.Years, YearCount{Year: year, N: t.N, Trace: traceID("state", code, direction, t.Name)})
		}
	}
	page, next, err := r.page(set, cursor, pageSize)
	if err != nil {
		return EventLane{}, err
	}
	for _, l := range page {
		lane.Events = append(lane.Events, eventMark(l.record, l.record.Body.(*ledger.Event)))
	}
	lane.Next = next
	return lane, nil
}

// years counts a set by the year in which its records begin, in order.
func (r *reading) years(set rowset) ([]store.Tally, error) {
	if r.whole(set) {
		q := *set.query
		q.AsOf = r.scope.AsOf
		return r.app.store.Count(r.ctx, q, "year")
	}
	all, err := r.all(set)
	if err != nil {
		return nil, err
	}
	return talliesOf(all), nil
}

func eventMark(rec ledger.Record, e *ledger.Event) EventMark {
	return EventMark{Key: rec.Key, When: e.When.String(), By: orEmpty(e.By), To: orEmpty(e.To), Type: string(e.Type), Mode: e.Mode, Quad: int(e.Type.Quad()),
		Contexts: orEmpty(e.Contexts), Instrument: e.Instrument, Summary: e.Summary, Credibility: int(e.Credibility), Trace: recordTrace(rec.Ref())}
}
