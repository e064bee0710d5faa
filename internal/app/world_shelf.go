package app

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// worldKey is a run that is asked for: a scope on a ledger of which the newest evidence is known.
type worldKey struct {
	lens string
	asOf int64 // milliseconds; 0: now
	head string
}

func (r *reading) worldKey() (worldKey, error) {
	head, err := r.evidenceHead()
	k := worldKey{lens: r.scope.Lens.String(), head: head}
	if !r.scope.AsOf.IsZero() {
		k.asOf = r.scope.AsOf.UnixMilli()
	}
	return k, err
}

func (k worldKey) String() string {
	return strings.Join([]string{"world", k.lens, strconv.FormatInt(k.asOf, 10), k.head}, "|")
}

// usual says whether the ledger keeps the run: all sources, as of now.
func (k worldKey) usual() bool { return k.lens == "" && k.asOf == 0 }

func (k worldKey) scope() (s Scope, err error) {
	if k.asOf != 0 {
		s.AsOf = time.UnixMilli(k.asOf).UTC()
	}
	s.Lens, err = ParseLens(k.lens)
	return s, err
}

// mostWorlds is how many runs are kept in memory; one of the whole General Assembly is some three megabytes.
const mostWorlds = 4

// worldShelf keeps the runs that were made last.
type worldShelf struct {
	mu    sync.Mutex
	order []worldKey
	runs  map[worldKey]*worldRun
}

func newWorldShelf() *worldShelf { return &worldShelf{runs: map[worldKey]*worldRun{}} }

func (s *worldShelf) get(k worldKey) *worldRun {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.runs[k]
}

func (s *worldShelf) put(k worldKey, run *worldRun) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.order = append(slices.DeleteFunc(s.order, func(o worldKey) bool { return o == k }), k)
	s.runs[k] = run
	for len(s.order) > mostWorlds {
		delete(s.runs, s.order[0])
		s.order = s.order[1:]
	}
}
