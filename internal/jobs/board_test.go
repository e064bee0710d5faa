package jobs

import (
	"context"
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// held is work that waits until it is let go, and counts how often it ran.
type held struct {
	runs atomic.Int32
	open chan struct{}
	in   chan struct{}
	err  error
}

func hold(err error) *held {
	return &held{open: make(chan struct{}), in: make(chan struct{}, 100), err: err}
}

func (h *held) work(ctx context.Context, report func(Progress)) error {
	h.runs.Add(1)
	h.in <- struct{}{}
	report(Progress{"half way", 1, 2})
	select {
	case <-h.open:
		return h.err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// until waits for what another goroutine will bring about.
func until(t *testing.T, what string, is func() bool) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); !is(); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("waited in vain: %s", what)
		}
	}
}

func TestWorkRunsOnceHoweverManyAsk(t *testing.T) {
	b, h := New(2, time.Now), hold(nil)
	defer b.Close()
	var wg sync.WaitGroup
	var seen atomic.Int32
	for range 20 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := b.Wait(t.Context(), Task{Key: "a", What: "a thing", Work: h.work}, func(p Progress) {
				if p == (Progress{"half way", 1, 2}) {
					seen.Add(1)
				}
			}); err != nil {
				t.Error(err)
			}
		}()
	}
	until(t, "everybody sees the progress", func() bool { return seen.Load() >= 20 })
	if p, ok := b.Running("a"); !ok || p.Done != 1 {
		t.Errorf("running: %+v %v", p, ok)
	}
	close(h.open)
	wg.Wait()
	if h.runs.Load() != 1 {
		t.Errorf("ran %d times", h.runs.Load())
	}
	if _, ok := b.Running("a"); ok {
		t.Error("still on the board after its end")
	}
}

func TestAnErrorIsKeptUntilSomebodyAsks(t *testing.T) {
	b, broken := New(1, time.Now), errors.New("broken")
	defer b.Close()
	fails := func(context.Context, func(Progress)) error { return broken }
	if _, err := b.Start(Task{Key: "a", What: "a", Work: fails}); err != nil {
		t.Fatal(err)
	}
	until(t, "its end", func() bool { _, ok := b.Running("a"); return !ok })
	b.Later(Task{Key: "a", Work: func(context.Context, func(Progress)) error {
		t.Error("tried again behind the back of who asks")
		return nil
	}})
	if _, err := b.Start(Task{Key: "a", What: "a", Work: fails}); !errors.Is(err, broken) {
		t.Errorf("the error told is %v", err)
	}
	fine := func(context.Context, func(Progress)) error { return nil }
	if err := b.Wait(t.Context(), Task{Key: "a", What: "a", Work: fine}, nil); err != nil {
		t.Errorf("tried anew: %v", err)
	}
	if err := b.Wait(t.Context(), Task{Key: "b", What: "b", Work: fails}, nil); !errors.Is(err, broken) {
		t.Errorf("who waits is told %v", err)
	}
	if err := b.Wait(t.Context(), Task{Key: "b", What: "b", Work: fine}, nil); err != nil {
		t.Errorf("told twice: %v", err)
	}
}

func TestCancelStopsWhatRunsAndWhatWaits(t *testing.T) {
	b, first, second := New(1, time.Now), hold(nil), hold(nil)
	defer b.Close()
	ends := make(chan error, 2)
	go func() { ends <- b.Wait(t.Context(), Task{Key: "first", What: "", Work: first.work}, nil) }()
	<-first.in
	go func() { ends <- b.Wait(t.Context(), Task{Key: "second", What: "", Work: second.work}, nil) }()
	until(t, "the second waits", func() bool { _, ok := b.Running("second"); return ok })
	b.Stop("second")
	if err := <-ends; !errors.Is(err, context.Canceled) || second.runs.Load() != 0 {
		t.Errorf("waiting work: %v, ran %d times", err, second.runs.Load())
	}
	b.Stop("first")
	if err := <-ends; !errors.Is(err, context.Canceled) {
		t.Errorf("running work: %v", err)
	}
	b.Stop("nobody")
	again := hold(nil)
	close(again.open)
	if err := b.Wait(t.Context(), Task{Key: "first", What: "", Work: again.work}, nil); err != nil || again.runs.Load() != 1 {
		t.Errorf("after a stop: %v, ran %d times", err, again.runs.Load())
	}
}

func TestWantedWorkGoesFirst(t *testing.T) {
	b, first := New(2, time.Now), hold(nil)
	defer b.Close()
	var mu sync.Mutex
	var order []string
	note := func(name string) Work {
		return func(context.Context, func(Progress)) error {
			mu.Lock()
			defer mu.Unlock()
			order = append(order, name)
			return nil
		}
	}
	b.Later(Task{Key: "bulk", What: "", Work: first.work})
	<-first.in
	b.Later(Task{Key: "x", What: "", Work: note("x")}) // a slot is free, but nobody waits for it
	b.Later(Task{Key: "y", What: "", Work: note("y")})
	b.Later(Task{Key: "z", What: "", Work: note("z")})
	if err := b.Wait(t.Context(), Task{Key: "wanted", What: "", Work: note("wanted")}, nil); err != nil {
		t.Fatal(err)
	}
	if err := b.Wait(t.Context(), Task{Key: "z", What: "", Work: note("another z")}, nil); err != nil {
		t.Fatal(err)
	}
	close(first.open)
	if err := b.Wait(t.Context(), Task{Key: "y", What: "", Work: note("y")}, nil); err != nil {
		t.Fatal(err)
	}
	mu.Lock()
	defer mu.Unlock()
	if got := strings.Join(order[:2], " "); got != "wanted z" {
		t.Errorf("order %q", order)
	}
}

func TestCloseWaitsAndRefuses(t *testing.T) {
	b := New(1, time.Now)
	var ended atomic.Bool
	in := make(chan struct{})
	if _, err := b.Start(Task{Key: "a", Work: func(ctx context.Context, _ func(Progress)) error {
		close(in)
		<-ctx.Done()
		time.Sleep(20 * time.Millisecond)
		ended.Store(true)
		return ctx.Err()
	}}); err != nil {
		t.Fatal(err)
	}
	<-in
	b.Later(Task{Key: "b", Work: func(context.Context, func(Progress)) error { t.Error("began while closing"); return nil }})
	b.Close()
	if !ended.Load() {
		t.Error("Close came back before the work")
	}
	if _, err := b.Start(Task{Key: "c", Work: func(context.Context, func(Progress)) error { return nil }}); !errors.Is(err, ErrClosed) {
		t.Errorf("after Close: %v", err)
	}
	b.Close()
}

func TestWhoStopsWaitingLeavesTheWork(t *testing.T) {
	b, h := New(1, time.Now), hold(nil)
	defer b.Close()
	ctx, cancel := context.WithCancel(t.Context())
	go func() { <-h.in; cancel() }()
	if err := b.Wait(ctx, Task{Key: "a", What: "", Work: h.work}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if _, ok := b.Running("a"); !ok {
		t.Error("the work ended with who waited for it")
	}
	close(h.open)
}

func TestAFaultIsAnError(t *testing.T) {
	b := New(1, time.Now)
	defer b.Close()
	var nothing []int
	err := b.Wait(t.Context(), Task{Key: "a", Work: func(context.Context, func(Progress)) error { nothing[0]++; return nil }}, nil)
	if err == nil || !strings.Contains(err.Error(), "index out of range") {
		t.Errorf("%v", err)
	}
}
