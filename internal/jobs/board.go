package jobs

import (
	"context"
	"errors"
	"sync"
	"time"
)

// ErrClosed is returned for work that is wanted after Close.
var ErrClosed = errors.New("the program is ending and begins no more work")

// Progress is how far a piece of work is.
type Progress struct {
	What  string // in words
	Done  int
	Total int // 0: not known yet
}

// Work is a long computation. It returns soon after ctx ends, and calls report whenever it got further; report may be
// called from any goroutine of it.
type Work func(ctx context.Context, report func(Progress)) error

// Task is work that is asked for.
type Task struct {
	Key   string // of equal keys one runs
	What  string // what it is until it reports itself
	Work  Work
	Loose bool // it is for whoever asks only: stop it when nobody asks any more
}

// Board runs work, each key once at a time (one that was stopped may still be ending beside its successor). Its methods
// may be called from any goroutine.
type Board struct {
	slots  int
	now    func() time.Time
	mu     sync.Mutex
	jobs   map[string]*job
	queue  []*job // waiting, the next one first
	active int
	closed bool
	wg     sync.WaitGroup
}

// New makes a board that runs at most slots pieces of work at a time (at least one). now tells what was abandoned.
func New(slots int, now func() time.Time) *Board {
	return &Board{slots: max(slots, 1), now: now, jobs: map[string]*job{}}
}

// Start asks for work that somebody is waiting for, and returns at once with how far it is. Work of that key that
// already runs is not begun again; work that waits is moved to the front. When the last such work failed, its error is
// returned, once, and nothing is begun: the next call tries anew.
func (b *Board) Start(t Task) (Progress, error) {
	_, p, err := b.start(t, true, false)
	return p, err
}

// Later asks for work that nobody waits for yet: it runs when nothing else does, after what was asked for before. It does
// nothing when such work is there already or failed.
func (b *Board) Later(t Task) {
	_, _, _ = b.start(t, false, false) // the error can only be that of work that failed or of the end, which nobody asked for
}

// Wait is Start, and then waits for the end of the work and returns its error. progress, which may be nil, is called
// with each step, not later than the end. When ctx ends first, Wait returns its error and the work goes on; loose
// work is stopped when nobody asks for it again within ten seconds.
func (b *Board) Wait(ctx context.Context, t Task, progress func(Progress)) error {
	j, p, err := b.start(t, true, true)
	if err != nil {
		return err
	}
	defer b.left(j)
	for {
		if progress != nil {
			progress(p)
		}
		b.mu.Lock()
		changed := j.changed
		b.mu.Unlock()
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-j.done:
			b.mu.Lock()
			defer b.mu.Unlock()
			if b.jobs[t.Key] == j { // the error is told now
				delete(b.jobs, t.Key)
			}
			return j.err
		case <-changed:
			b.mu.Lock()
			p = j.progress
			b.mu.Unlock()
		}
	}
}

// Running returns how far the work of a key is; false when none runs or waits.
func (b *Board) Running(key string) (Progress, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	j := b.jobs[key]
	if j == nil || j.ended() {
		return Progress{}, false
	}
	return j.progress, true
}

// Stop asks the work of a key to end, or takes it from those that wait; nothing happens when there is none. It does not wait for the end.
func (b *Board) Stop(key string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if j := b.jobs[key]; j != nil {
		b.stop(j)
	}
}

// Close stops all work, waits for its end and refuses what is asked for later. It may be called more than once.
func (b *Board) Close() {
	b.mu.Lock()
	b.closed = true
	for _, j := range b.jobs {
		b.stop(j)
	}
	b.mu.Unlock()
	b.wg.Wait()
}
