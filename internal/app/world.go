package app

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"time"
)

// World gives the ideal points of all who vote, by year, from all accepted votes: one general dimension, which is not a
// distance from any hub. It does not wait for the computation unless told to: Pending then says how far it is. tell, which may
// be nil, hears the steps while it waits. The run under the plain scope (all sources, now) is kept in the ledger.
func (a *App) World(ctx context.Context, s Scope, wait bool, tell func(Pending)) (WorldView, error) {
	v := WorldView{Years: []int{}, States: []WorldState{}, Dropped: []DropCount{}, Notices: []string{}}
	r, err := a.open(ctx, s)
	if err != nil {
		return v, err
	}
	run, pending, err := r.worldRun(wait, tell)
	if err != nil {
		return v, err
	}
	v.Scope = r.scopeView()
	switch {
	case pending != nil:
		v.Pending, v.Sentence = pending, pendingSentence(pending)
		return v, nil
	case run.failed != "":
		v.Sentence = (&telling{}).say("No positions can be estimated: " + run.failed + ".").out
		return v, nil
	}
	v.Scope.Hidden = run.hidden
	v.Run, v.High, v.Years = r.worldHead(run), r.named(run.Anchor), run.Years
	v.Votes, v.Calls = run.Used, int64(run.Calls-run.dropped())
	r.worldStates(&v, run)
	for i, d := range run.Drops {
		v.Dropped = append(v.Dropped, DropCount{Why: d.Why, N: int64(len(d.Calls)), Trace: traceID("world-drop", strconv.Itoa(i))})
	}
	v.Sentence, v.Notices = r.worldSentence(v, run), worldNotices(run)
	return v, nil
}

// worldHead is the receipt of the run.
func (r *reading) worldHead(run *worldRun) *RunHead {
	return &RunHead{Ref: run.ref, Model: worldModel, Version: run.version, DataHash: run.hash, DataAsOf: run.newest, At: run.at.Format(time.RFC3339), Trace: traceID("world-run"),
		Settings: fmt.Sprintf("fast approximation, a period a year, absent as missing, roll calls with at least one vote outside the largest group, positive side: %s; no randomness", run.Anchor)}
}

// worldStates lays the points out by state.
func (r *reading) worldStates(v *WorldView, run *worldRun) {
	n := len(run.Years)
	for _, code := range run.Units {
		v.States = append(v.States, WorldState{State: r.named(code), Median: make([]*float64, n), Q05: make([]*float64, n), Q95: make([]*float64, n), Votes: make([]int, n)})
	}
	last := make([]int, len(run.Units))
	for i := range last {
		last[i] = -1
	}
	for _, p := range run.Points {
		s := &v.States[p.Unit]
		s.Median[p.Year], s.Q05[p.Year], s.Q95[p.Year], s.Votes[p.Year] = four(p.Median), four(p.Q05), four(p.Q95), p.Votes
		last[p.Unit] = max(last[p.Unit], p.Year)
	}
	for u, year := range last {
		if year >= 0 {
			v.States[u].Trace = worldTrace(run.Units[u], run.Years[year])
		}
	}
	v.States = slices.DeleteFunc(v.States, func(s WorldState) bool { return s.Trace == "" })
}

func worldTrace(code string, year int) string {
	return traceID("world", code, strconv.Itoa(year))
}

// four keeps four digits: more would be noise, and four times the bytes.
func four(x float64) *float64 {
	x = math.Round(x*1e4) / 1e4
	return &x
}

// worldSentence names the ends of the last year and where the region's own states lie between them.
func (r *reading) worldSentence(v WorldView, run *worldRun) Sentence {
	t := &telling{}
	first, last := run.Years[0], run.Years[len(run.Years)-1]
	t.say(counted(len(v.States), "state stands", "states stand") + fmt.Sprintf(" on one scale made from %s recorded votes between %d and %d", Thousands(v.Votes), first, last))
	var high, low *worldPoint
	for i, p := range run.Points {
		if run.Years[p.Year] != last {
			continue
		}
		if high == nil || p.Median > high.Median {
			high = &run.Points[i]
		}
		if low == nil || p.Median < low.Median {
			low = &run.Points[i]
		}
	}
	if high == nil || high == low {
		return t.say(".").out
	}
	t.say(fmt.Sprintf(". In %d ", last)+r.called(run.Units[high.Unit])+" stood highest (").figure(signed(high.Median), worldTrace(run.Units[high.Unit], last))
	t.say(") and "+r.called(run.Units[low.Unit])+" lowest (").figure(signed(low.Median), worldTrace(run.Units[low.Unit], last))
	return t.say("). The positive side is that of " + r.called(run.Anchor) + "; a place on this scale is no distance from any hub.").out
}

// fewStates is half of the General Assembly: below it the scale is that of a selection.
const fewStates = 97

// worldNotices say what a reader must know before comparing two numbers.
func worldNotices(run *worldRun) []string {
	out := []string{"One dimension, the general one, over all subjects voted on. It is not closeness to a hub: states may lie beyond both of two hubs, and then the difference of the distances says nothing. For a hub see its alignment.",
		"Computed by the fast approximation: its intervals are too narrow (on simulated tables its 90 % intervals hold about 85 % of the true positions). orrery irt FILE --method full gives intervals to be quoted."}
	if len(run.Units) < fewStates {
		out = append(out, fmt.Sprintf("Only %d states vote in this ledger, on roll calls that were chosen for them: 0 and 1 are the mean and standard deviation of these states only, not of the world. With all roll calls (orrery import unga FILE) the scale becomes the world's.", len(run.Units)))
	}
	if few := run.selected(); len(few) > 0 {
		out = append(out, fmt.Sprintf("In %s %s fewer than half as many states have votes in this ledger as in its fullest year: they are a selection, and the ends of the scale are not those of the world.", plural(len(few), "the year", "the years"), spansOf(few)))
	}
	if thin := run.thin(); len(thin) > 0 {
		out = append(out, fmt.Sprintf("Fewer than ten roll calls stand behind %s %s: there the positions rest mostly on the years around.", plural(len(thin), "the year", "the years"), spansOf(thin)))
	}
	if run.unkept != "" {
		out = append(out, unkeptNotice(run.unkept))
	}
	if run.Undated > 0 {
		out = append(out, counted(int(run.Undated), "vote is", "votes are")+" left out because their year is not known.")
	}
	return out
}

// thin are the years with fewer than ten roll calls, judged by the state that votes most.
func (v *worldRun) thin() []int {
	most := make([]int, len(v.Years))
	for _, p := range v.Points {
		most[p.Year] = max(most[p.Year], p.Votes)
	}
	var out []int
	for i, n := range most {
		if n < 10 {
			out = append(out, v.Years[i])
		}
	}
	return out
}

// selected are the years in which fewer than half as many vote as in the fullest one.
func (v *worldRun) selected() []int {
	n := make([]int, len(v.Years))
	for _, p := range v.Points {
		n[p.Year]++
	}
	var out []int
	most := slices.Max(append(n, 0))
	for i, states := range n {
		if most >= fewStates && states*2 < most && v.Years[i] > v.Years[slices.Index(n, most)] { // early years had few members
			out = append(out, v.Years[i])
		}
	}
	return out
}

// spansOf writes sorted years shortly: 1992, 1995–1999.
func spansOf(years []int) string {
	text := ""
	for i := 0; i < len(years); i++ {
		from := years[i]
		for i+1 < len(years) && years[i+1] == years[i]+1 {
			i++
		}
		if text != "" {
			text += ", "
		}
		text += strconv.Itoa(from)
		if years[i] > from {
			text += "–" + strconv.Itoa(years[i])
		}
	}
	return text
}
