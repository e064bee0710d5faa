package app

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"orrery/ledger"
	"orrery/model/align"
)

// alignKey is what a run was asked for: a question under a scope, on a ledger of which
// the newest evidence is known.
type alignKey struct {
	hub, lens string
	asOf      int64 // milliseconds; 0: now
	head      string
	day       ledger.Day // today, which may be the last day covered
	stored    bool       // the ledger keeps the run
	chosen
}

func (k alignKey) String() string {
	return strings.Join([]string{"align", k.hub, k.lens, strconv.FormatInt(k.asOf, 10), k.head, k.day.String(), k.channels, k.absence}, "|")
}

// usual says whether the run is one that the ledger keeps: everything that counts, as
// of now, for a hub of the region. Whoever looks may ask about any other actor, and must not
// write by looking.
func (r *reading) usual(hub string, c chosen) bool {
	return r.scope.Lens.IsZero() && r.scope.AsOf.IsZero() && c.usual() &&
		slices.ContainsFunc(r.region.Hubs, func(h ledger.Hub) bool { return h.Actor == hub })
}

// alignRun is the dyads of one hub, computed.
type alignRun struct {
	data    *alignData
	results []*align.Result // by dyad
	hashes  []string        // by dyad
	hash    string          // of all of them
	ref     string          // run:KEY where the ledger keeps it
	unkept  string          // why the ledger does not keep it though it should; "" otherwise
	version string          // of the Orrery that computed it
	at      time.Time
	failed  string // why there is nothing: "" when there is
}

// size is about how many bytes a run takes: its paths, and its observations with their
// weights.
func (v *alignRun) size() int {
	n := 0
	for i, r := range v.results {
		n += 250*len(r.Ends) + 110*len(r.Items) + 60*(len(v.data.dyads[i].casts)+len(r.Drops))
	}
	return n
}

// Bounds of what is kept in memory. A casebook's hub takes some 3 MB, one with all roll
// calls of the General Assembly some 8.
const (
	mostRuns = 8
	mostSize = 45_000_000
	mostLone = 32
)

// alignShelf keeps the runs that were used last, and the dyads of a run that was
// stopped half way.
type alignShelf struct {
	fitter fitter
	mu     sync.Mutex
	order  []alignKey // newest use last
	runs   map[alignKey]*alignRun
	lone   map[string]*align.Result // by hash
}

func newAlignShelf(f fitter) *alignShelf {
	return &alignShelf{fitter: f, runs: map[alignKey]*alignRun{}, lone: map[string]*align.Result{}}
}

func (s *alignShelf) get(k alignKey) *alignRun {
	s.mu.Lock()
	defer s.mu.Unlock()
	run := s.runs[k]
	if run != nil {
		s.order = append(slices.DeleteFunc(s.order, func(o alignKey) bool { return o == k }), k)
	}
	return run
}

// put keeps a run and lets go of those that were used longest ago.
func (s *alignShelf) put(k alignKey, run *alignRun) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.order = append(slices.DeleteFunc(s.order, func(o alignKey) bool { return o == k }), k)
	s.runs[k] = run
	for _, h := range run.hashes {
		delete(s.lone, h)
	}
	size := 0
	for i := len(s.order) - 1; i >= 0; i-- {
		size += s.runs[s.order[i]].size()
		if n := len(s.order) - i; n > mostRuns || n > 2 && size > mostSize { // the newest two are looked at side by side
			for _, old := range s.order[:i+1] {
				delete(s.runs, old)
			}
			s.order = slices.Clone(s.order[i+1:])
			return
		}
	}
}

// dyad finds a result by its hash, in any run. It is a copy of its own as far as lighten
// goes: others may be reading the one that is found.
func (s *alignShelf) dyad(hash string) *align.Result {
	s.mu.Lock()
	defer s.mu.Unlock()
	found := s.lone[hash]
	for _, run := range s.runs {
		if i := slices.Index(run.hashes, hash); i >= 0 && found == nil {
			found = run.results[i]
		}
	}
	if found == nil {
		return nil
	}
	mine := *found
	return &mine
}

// keep holds a dyad until its run is whole.
func (s *alignShelf) keep(hash string, r *align.Result) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.lone) >= mostLone {
		clear(s.lone)
	}
	s.lone[hash] = r
}

// fitter computes one dyad; tests count the calls.
type fitter interface {
	fit(d align.Dyad, s align.Settings) (*align.Result, error)
}

type alignFitter struct{}

func (alignFitter) fit(d align.Dyad, s align.Settings) (*align.Result, error) { return align.Fit(d, s) }
