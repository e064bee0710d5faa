package app

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"orrery/internal/store"
	"orrery/ledger"
	"orrery/model/coincide"
)

// gridTypes is how many types of act there are.
const gridTypes = 16

// gridPair is who acts towards whom.
type gridPair struct{ by, to string }

// gridActs are the days on which one state is reported to do something to another, by type. A day counts once for a type, however
// many reports it has, so that linked duplicates count once.
type gridActs struct {
	days    [gridTypes][]coincide.Day
	reports int // linked ones once
}

// gridDyad is a hub that may answer a state.
type gridDyad struct {
	hub, state     string
	reports        int
	steps, answers *gridActs // of the state to the hub, of the hub to the state
	watch          int       // number of its observed days
}

// grid is a set of reports made ready for its tests.
type grid struct {
	gridSettings
	types   [gridTypes]ledger.EventType
	dyads   []gridDyad
	all     int // directed dyads that the set has
	watches [][]coincide.Span
	seen    GridReports
	perDay  *coincide.Attention // every report of the set
	last    ledger.Day
	cover   reportCoverage
	hash    string
	names   func(string) Named
}

// gatherGrid reads the set once.
func (r *reading) gatherGrid(ask GridAsk, s gridSettings, cover reportCoverage) (*grid, error) {
	g := &grid{gridSettings: s, cover: cover, names: r.named}
	at := map[ledger.EventType]int{}
	for i, t := range ledger.EventTypes() {
		g.types[i], at[t.Type] = t.Type, i
	}
	read := gridRead{grid: g, at: at, acts: map[gridPair]*gridActs{}, links: map[int64]bool{}, total: cover.ReportSet.Reports, tell: ask.Reading}
	q := store.ReportQuery{Set: ask.Set, From: ask.From, To: ask.To}
	switch { // the store takes both ends or none
	case q.From == 0 && q.To != 0:
		q.From = math.MinInt32
	case q.To == 0 && q.From != 0:
		q.To = math.MaxInt32
	}
	if err := r.app.store.EachSighting(r.ctx, q, func(s *store.Sighting) error { return read.take(r.ctx, s) }); err != nil {
		return nil, err
	}
	g.choose(read.acts, ask.From, ask.To)
	if len(g.dyads) == 0 {
		return nil, &Error{Code: Invalid, Field: "set", Text: ask.Set + " has no report of one state and another on the days that it covers", Do: "widen the days, or look at the set (orrery datasets)"}
	}
	g.seal()
	return g, nil
}

// choose takes the most reported dyads, both directions of a pair counting for each.
func (g *grid) choose(acts map[gridPair]*gridActs, from, to ledger.Day) {
	none := &gridActs{}
	side := func(p gridPair) *gridActs {
		if a := acts[p]; a != nil {
			return a
		}
		return none
	}
	both := map[gridPair]bool{}
	for p := range maps.Keys(acts) {
		both[p], both[gridPair{p.to, p.by}] = true, true
	}
	g.all = len(both)
	watches := map[string]int{} // by state: the number of its observed days, -1 for none
	for _, p := range slices.SortedFunc(maps.Keys(both), func(a, b gridPair) int { return cmp.Or(cmp.Compare(a.by, b.by), cmp.Compare(a.to, b.to)) }) {
		watch, known := watches[p.to]
		if !known {
			watch = g.watch(p.to, from, to)
			watches[p.to] = watch
		}
		if watch >= 0 {
			d := gridDyad{hub: p.by, state: p.to, answers: side(p), steps: side(gridPair{p.to, p.by}), watch: watch}
			d.reports = d.answers.reports + d.steps.reports
			g.dyads = append(g.dyads, d)
		}
	}
	slices.SortStableFunc(g.dyads, func(a, b gridDyad) int { return cmp.Compare(b.reports, a.reports) })
	g.dyads = g.dyads[:min(len(g.dyads), g.Dyads)]
}

// watch numbers the observed days of what is done to a state.
func (g *grid) watch(state string, from, to ledger.Day) int {
	var spans []coincide.Span
	for _, s := range g.cover.of(state) {
		if from != 0 {
			s.First = max(s.First, from)
		}
		if to != 0 {
			s.Last = min(s.Last, to)
		}
		if s.First <= s.Last {
			spans = append(spans, coincide.Span{First: coincide.Day(s.First), Last: coincide.Day(s.Last)})
		}
	}
	if len(spans) == 0 {
		return -1
	}
	for i, known := range g.watches {
		if slices.Equal(known, spans) {
			return i
		}
	}
	g.watches = append(g.watches, spans)
	return len(g.watches) - 1
}
