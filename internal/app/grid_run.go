package app

import (
	"context"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"orrery/model/coincide"
)

// gridTest is one test that could be made. Those that could not are only counted: a million of either fit into some megabytes.
type gridTest struct {
	p    float64
	dyad int32
	at   uint16 // window, step and answer in one number
}

func (t gridTest) place() (window, step, answer int) {
	return int(t.at) / (gridTypes * gridTypes), int(t.at) / gridTypes % gridTypes, int(t.at) % gridTypes
}

// gridWorker is one goroutine's memory: a screener for each set of observed days.
type gridWorker struct {
	*grid
	screens map[int]*coincide.Screener
	least   float64 // the smallest p that the shifts of any test allow, so far
}

func (w *gridWorker) screen(watch int) (*coincide.Screener, error) {
	if s := w.screens[watch]; s != nil {
		return s, nil
	}
	attention := w.perDay
	if w.Engine.Strata != coincide.ByAttention {
		attention = nil
	}
	s, err := coincide.NewScreener(w.watches[watch], attention, w.Engine)
	if err != nil {
		return nil, err
	}
	w.screens[watch] = s
	return s, nil
}

// workers shares n pieces of work among all processors. What is computed does not depend on who computes it.
func (g *grid) workers(ctx context.Context, n int, tell func(done, total int64), work func(w *gridWorker, i int) error) ([]*gridWorker, error) {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var next, done atomic.Int64
	var wg sync.WaitGroup
	var telling sync.Mutex
	all := make([]*gridWorker, min(runtime.GOMAXPROCS(0), max(n, 1)))
	for k := range all {
		w := &gridWorker{grid: g, screens: map[int]*coincide.Screener{}, least: 1}
		all[k] = w
		wg.Go(func() {
			for i := next.Add(1) - 1; i < int64(n) && ctx.Err() == nil; i = next.Add(1) - 1 {
				if err := work(w, int(i)); err != nil {
					stop(err)
					return
				}
				if tell != nil {
					telling.Lock()
					tell(done.Add(1), int64(n))
					telling.Unlock()
				}
			}
		})
	}
	wg.Wait()
	return all, context.Cause(ctx)
}

// test makes every test of every dyad, in the order of dyads. As a control, all answers are rolled forward by half of the observed days, so
// that nothing is linked and everything else stays as it is.
func (g *grid) test(ctx context.Context, control bool, tell func(done, total int64)) ([]gridTest, float64, error) {
	found := make([][]gridTest, len(g.dyads))
	workers, err := g.workers(ctx, len(g.dyads), tell, func(w *gridWorker, i int) (err error) {
		found[i], err = w.dyad(i, control)
		return err
	})
	least := 1.0
	for _, w := range workers {
		least = min(least, w.least)
	}
	return slices.Concat(found...), least, err
}

// dyad makes the tests of one dyad.
func (w *gridWorker) dyad(i int, control bool) ([]gridTest, error) {
	d, out := w.dyads[i], []gridTest(nil)
	spans := w.watches[d.watch]
	days := observedDays(spans)
	answers := d.answers.days
	if control {
		for y := range answers {
			answers[y] = rolled(answers[y], spans, days/2)
		}
	}
	for x, steps := range d.steps.days {
		for k, width := range w.Windows {
			triggers, set := searchedTriggers(steps, spans, w.Lag, w.Lag+width), false
			for y := range answers {
				if !coincide.Enough(triggers, coincide.Counts{Responses: len(answers[y]), Shifts: days}, w.Engine) {
					continue // declustering makes no list longer
				}
				s, err := w.screen(d.watch)
				if err != nil {
					return nil, err
				}
				if !set {
					s.Windows(steps, w.Lag, w.Lag+width)
					set = true
				}
				c := s.Against(answers[y])
				if coincide.Enough(triggers, c, w.Engine) {
					w.least = min(w.least, c.Least())
					out = append(out, gridTest{c.P, int32(i), uint16((k*gridTypes+x)*gridTypes + y)})
				}
			}
		}
	}
	return out, nil
}

// observedDays is how many days the spans hold; they are in order and do not touch.
func observedDays(spans []coincide.Span) (n int) {
	for _, s := range spans {
		n += s.Days()
	}
	return n
}

// searchedTriggers counts the triggers whose window holds an observed day.
func searchedTriggers(triggers []coincide.Day, spans []coincide.Span, lo, hi int) (n int) {
	at := 0
	for _, b := range triggers { // they rise
		for at < len(spans) && spans[at].Last < b+coincide.Day(lo) {
			at++
		}
		if at < len(spans) && spans[at].First <= b+coincide.Day(hi) {
			n++
		}
	}
	return n
}

// rolled moves observed days forward by so many observed days, those at the end to the beginning.
func rolled(list []coincide.Day, spans []coincide.Span, by int) []coincide.Day {
	out, total := make([]coincide.Day, 0, len(list)), observedDays(spans)
	at, before := 0, 0 // the span, and the observed days before it
	for _, d := range list {
		for at < len(spans) && spans[at].Last < d {
			before += spans[at].Days()
			at++
		}
		if at == len(spans) || d < spans[at].First {
			continue
		}
		n := (before + int(d-spans[at].First) + by) % total
		for _, s := range spans {
			if n < s.Days() {
				out = append(out, s.First+coincide.Day(n))
				break
			}
			n -= s.Days()
		}
	}
	slices.Sort(out)
	return out
}
