package app

import (
	"context"
	"sync"
)

// ruleTurns lets one rule be run at a time in a process: a run must know how many rules were run before it, and holds all cases in memory. Others wait.
type ruleTurns struct {
	turn  chan struct{} // full while a rule is run
	ended chan struct{} // closed by close
	once  sync.Once
}

func newRuleTurns() *ruleTurns {
	return &ruleTurns{turn: make(chan struct{}, 1), ended: make(chan struct{})}
}

// take waits for the turn, and ends with ctx. The context that it returns ends with close too; done must be called. Errors: ctx's own, context.Canceled after close.
func (t *ruleTurns) take(ctx context.Context) (own context.Context, done func(), err error) {
	select {
	case t.turn <- struct{}{}:
	case <-ctx.Done():
		return nil, nil, ctx.Err()
	case <-t.ended:
		return nil, nil, context.Canceled
	}
	own, cancel := context.WithCancel(ctx)
	go func() {
		select {
		case <-t.ended:
			cancel()
		case <-own.Done():
		}
	}()
	return own, func() { cancel(); <-t.turn }, nil
}

// close ends the run that goes on, waits for its end and lets no further one begin.
func (t *ruleTurns) close() {
	t.once.Do(func() {
		close(t.ended)
		t.turn <- struct{}{}
	})
}
