package app_test

import (
	"context"
	"slices"
	"sync"
	"testing"
	"time"

	"orrery/internal/app"
	"orrery/internal/store"
	"orrery/internal/store/sqlstore"
	"orrery/ledger"
)

// busy is a store that another program writes to while votes are read.
type busy struct {
	*sqlstore.DB
	once  *sync.Once
	write func()
}

func (b busy) Accepted(ctx context.Context, q store.Query) (store.Page, error) {
	page, err := b.DB.Accepted(ctx, q)
	if slices.Equal(q.Kinds, []ledger.Kind{ledger.KindVote}) && q.Limit > 1 {
		b.once.Do(b.write)
	}
	return page, err
}

// The other program's clock is behind: by time its vote seems older than the run that does not have it.
func TestAVoteWrittenWhileTheWorldIsGatheredCounts(t *testing.T) {
	s := smallLedger(t)
	ahead := func() time.Time { return s.clock.Now().Add(time.Hour) }
	fresh := func(st store.Store) *app.App {
		a := app.New(app.Config{Store: st, Now: ahead, Version: "test", Who: "ana"})
		t.Cleanup(a.Close)
		return a
	}
	wrote := false
	first := must(fresh(busy{s.db, &sync.Once{}, func() {
		wrote = true
		s.add(&ledger.Vote{RollCall: "R18", Actor: "CCC", Choice: ledger.Yes, When: ledger.MustDate("2021-06-15")})
	}}).World(t.Context(), app.Scope{}, true, nil))(t)
	second := must(fresh(s.db).World(t.Context(), app.Scope{}, true, nil))(t)
	if !wrote || first.Run.DataHash == second.Run.DataHash || second.Votes <= first.Votes {
		t.Errorf("written: %v; %d votes and then %d, hashes %.8s and %.8s", wrote, first.Votes, second.Votes, first.Run.DataHash, second.Run.DataHash)
	}
	third := must(fresh(s.db).World(t.Context(), app.Scope{}, true, nil))(t)
	if *third.Run != *second.Run || s.runs() != 2 {
		t.Errorf("nothing is new: %+v and %+v, %d runs kept", third.Run, second.Run, s.runs())
	}
}
