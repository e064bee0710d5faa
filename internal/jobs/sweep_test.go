package jobs

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"time"
)

// hand is a clock that a test moves.
type hand struct{ ms atomic.Int64 }

func (h *hand) now() time.Time          { return time.UnixMilli(h.ms.Load()) }
func (h *hand) forward(d time.Duration) { h.ms.Add(d.Milliseconds()) }

func nothing(context.Context, func(Progress)) error { return nil }

func start(t *testing.T, b *Board, task Task) {
	t.Helper()
	if _, err := b.Start(task); err != nil {
		t.Fatal(err)
	}
}

func there(b *Board, key string) bool { _, ok := b.Running(key); return ok }

func TestWaitingWorkThatNobodyAsksForIsDropped(t *testing.T) {
	clock, first, waited := &hand{}, hold(nil), hold(nil)
	b := New(1, clock.now)
	defer b.Close()
	start(t, b, Task{Key: "first", Work: first.work})
	<-first.in
	for _, key := range []string{"left", "asked"} {
		start(t, b, Task{Key: key, Work: hold(nil).work, Loose: true})
	}
	start(t, b, Task{Key: "kept", Work: nothing})
	end := make(chan error, 1)
	go func() { end <- b.Wait(t.Context(), Task{Key: "waited", Work: waited.work, Loose: true}, nil) }()
	until(t, "somebody waits", func() bool { return there(b, "waited") })
	clock.forward(8 * time.Second)
	start(t, b, Task{Key: "asked", Loose: true})
	clock.forward(8 * time.Second)
	b.Later(Task{Key: "other", Work: nothing})
	if there(b, "left") || !there(b, "asked") || !there(b, "kept") || !there(b, "waited") || !there(b, "first") {
		t.Errorf("left %v, asked %v, kept %v, waited %v, first %v", there(b, "left"), there(b, "asked"), there(b, "kept"), there(b, "waited"), there(b, "first"))
	}
	clock.forward(11 * time.Minute)
	b.Later(Task{Key: "other", Work: nothing})
	if there(b, "asked") || there(b, "kept") || !there(b, "waited") || !there(b, "first") {
		t.Errorf("much later: asked %v, kept %v, waited %v, first %v", there(b, "asked"), there(b, "kept"), there(b, "waited"), there(b, "first"))
	}
	close(first.open)
	close(waited.open)
	if err := <-end; err != nil {
		t.Errorf("who waits is told %v", err)
	}
}

func TestRunningWorkThatNobodyAsksForIsStopped(t *testing.T) {
	for _, loose := range []bool{true, false} {
		clock := &hand{}
		b := New(1, clock.now)
		step, in := make(chan struct{}), make(chan struct{})
		ended := make(chan error, 1)
		start(t, b, Task{Key: "a", Loose: loose, Work: func(ctx context.Context, report func(Progress)) error {
			close(in)
			<-step
			report(Progress{Done: 1})
			ended <- ctx.Err()
			return ctx.Err()
		}})
		<-in
		clock.forward(11 * time.Second)
		close(step) // it gets further, which is when it is found out
		if err := <-ended; errors.Is(err, context.Canceled) != loose {
			t.Errorf("loose %v: %v", loose, err)
		}
		b.Close()
	}
}

func TestWhoAsksWhileItIsStoppedHasItDone(t *testing.T) {
	b := New(1, time.Now)
	defer b.Close()
	in, end := make(chan struct{}), make(chan struct{})
	start(t, b, Task{Key: "a", Work: func(ctx context.Context, _ func(Progress)) error {
		close(in)
		<-end // it takes its time
		return ctx.Err()
	}})
	<-in
	b.Stop("a")
	told := make(chan error, 1)
	again := hold(nil)
	close(again.open)
	go func() { told <- b.Wait(t.Context(), Task{Key: "a", Work: again.work}, nil) }()
	until(t, "it waits for its turn", func() bool {
		b.mu.Lock()
		defer b.mu.Unlock()
		return len(b.queue) == 1
	})
	close(end)
	if err := <-told; err != nil || again.runs.Load() != 1 {
		t.Errorf("told %v, ran %d times", err, again.runs.Load())
	}
}

func TestAFailureIsForgottenInTheEnd(t *testing.T) {
	clock := &hand{}
	b := New(1, clock.now)
	defer b.Close()
	start(t, b, Task{Key: "a", Work: func(context.Context, func(Progress)) error { return errors.New("broken") }})
	until(t, "its end", func() bool { return !there(b, "a") })
	clock.forward(11 * time.Minute)
	b.Later(Task{Key: "b", Work: nothing})
	if _, err := b.Start(Task{Key: "a", Work: nothing}); err != nil {
		t.Errorf("after eleven minutes: %v", err)
	}
}
