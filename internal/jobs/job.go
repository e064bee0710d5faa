package jobs

import (
	"context"
	"fmt"
	"runtime/debug"
	"slices"
	"time"
)

// job is one piece of work. Its fields are guarded by the board's mutex, but for done and what never changes.
type job struct {
	key      string
	work     Work
	ctx      context.Context
	cancel   context.CancelFunc
	eager    bool // somebody waits for it
	loose    bool
	running  bool
	waiting  int       // calls of Wait that have not returned
	asked    time.Time // when it was last asked for
	progress Progress
	changed  chan struct{} // closed and replaced at each step
	done     chan struct{} // closed at the end
	err      error         // valid once done is closed
}

func (j *job) ended() bool {
	select {
	case <-j.done:
		return true
	default:
		return false
	}
}

func (b *Board) start(t Task, eager, waits bool) (*job, Progress, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed {
		return nil, Progress{}, ErrClosed
	}
	now := b.now()
	j := b.jobs[t.Key]
	if j != nil && j.ended() {
		if eager {
			delete(b.jobs, t.Key)
		}
		return nil, Progress{}, j.err
	}
	if j != nil && j.ctx.Err() != nil {
		j = nil // it was stopped and is ending: who asks now wants it done
	}
	fresh := j == nil
	if fresh {
		ctx, cancel := context.WithCancel(context.Background())
		j = &job{key: t.Key, work: t.Work, ctx: ctx, cancel: cancel, loose: t.Loose, progress: Progress{What: t.What},
			changed: make(chan struct{}), done: make(chan struct{})}
		b.jobs[t.Key] = j
	}
	j.asked = now
	if waits {
		j.waiting++
	}
	b.sweep(now)
	if fresh || eager && !j.eager {
		j.eager = j.eager || eager
		if !j.running {
			b.queue = slices.DeleteFunc(b.queue, func(w *job) bool { return w == j })
			b.enqueue(j)
			b.next()
		}
	}
	return j, j.progress, nil
}

// enqueue puts wanted work before work that nobody waits for.
func (b *Board) enqueue(j *job) {
	at := len(b.queue)
	if j.eager {
		if i := slices.IndexFunc(b.queue, func(w *job) bool { return !w.eager }); i >= 0 {
			at = i
		}
	}
	b.queue = slices.Insert(b.queue, at, j)
}

// next begins what may begin.
func (b *Board) next() {
	for len(b.queue) > 0 && (b.active == 0 || b.active < b.slots && b.queue[0].eager) {
		j := b.queue[0]
		b.queue = b.queue[1:]
		b.active++
		j.running = true
		b.wg.Add(1)
		go b.run(j)
	}
}

func (b *Board) run(j *job) {
	defer b.wg.Done()
	err := safely(j.ctx, j.work, func(p Progress) {
		b.mu.Lock()
		defer b.mu.Unlock()
		if b.abandoned(j, b.now()) {
			j.cancel()
		}
		if j.progress != p && !j.ended() {
			j.progress = p
			close(j.changed)
			j.changed = make(chan struct{})
		}
	})
	b.mu.Lock()
	defer b.mu.Unlock()
	b.active--
	b.finish(j, err)
	if !b.closed {
		b.sweep(b.now())
		b.next()
	}
}

// finish ends a job. A failure stays on the board until it is told; what was stopped on purpose is no failure.
func (b *Board) finish(j *job, err error) {
	j.err = err
	if b.jobs[j.key] == j && (err == nil || j.ctx.Err() != nil) {
		delete(b.jobs, j.key)
	}
	j.cancel()
	close(j.done)
}

// stop ends a job that waits, and asks one that runs to end.
func (b *Board) stop(j *job) {
	if j.ended() {
		return
	}
	j.cancel()
	if !j.running {
		b.queue = slices.DeleteFunc(b.queue, func(w *job) bool { return w == j })
		b.finish(j, context.Canceled)
	}
}

// safely turns a fault in the work into its error: a computation must not take the program down.
func safely(ctx context.Context, work Work, report func(Progress)) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("the computation failed by a fault of Orrery's own: %v\n%s", fault, debug.Stack())
		}
	}()
	return work(ctx, report)
}
