package app

import (
	"context"
	"fmt"
	"runtime/debug"
	"time"

	"orrery/internal/jobs"
	"orrery/ledger"
)

// alignKey is the run that answers a question.
func (r *reading) alignKey(hub string, c chosen) (alignKey, error) {
	head, err := r.evidenceHead()
	k := alignKey{hub: hub, lens: r.scope.Lens.String(), head: head, chosen: c, day: r.today(), stored: r.usual(hub, c)}
	if !r.scope.AsOf.IsZero() {
		k.asOf = r.scope.AsOf.UnixMilli()
	}
	return k, err
}

// evidenceHead is the hash of the newest revision that is not a run: storing what was
// computed must not make it out of date.
// Within one answer it stays the same, so that runs of two hubs can be laid over each other.
func (r *reading) evidenceHead() (string, error) {
	if r.head == nil {
		head, err := r.lookForHead()
		if err != nil {
			return "", err
		}
		r.head = &head
	}
	return *r.head, nil
}

func (r *reading) lookForHead() (string, error) {
	for _, limit := range []int{1, 64, 1000} {
		newest, err := r.app.store.Changes(r.ctx, time.Time{}, r.scope.AsOf, limit)
		if err != nil {
			return "", err
		}
		for _, rec := range newest {
			if rec.Kind != ledger.KindRun {
				return rec.Hash, nil
			}
		}
		if len(newest) == 0 {
			return "", nil
		}
		if len(newest) < limit || limit == 1000 {
			return newest[0].Hash, nil
		}
	}
	return "", nil
}

// soon is how long a question waits before it is told to ask again: nobody should see
// a flash of it where the answer is nearly there.
const soon = 60 * time.Millisecond

// alignRun finds the run or starts it. pending is set while it is being computed;
// with o.Wait it is not, and the run is there.
func (r *reading) alignRun(k alignKey, o AlignOptions) (run *alignRun, pending *Pending, err error) {
	if run = r.app.aligns.get(k); run != nil {
		return run, nil, nil
	}
	name := r.name(k.hub)
	what := "gathering the evidence on " + name
	ctx, cancel := r.ctx, func() {}
	tell := o.Progress
	last := jobs.Progress{What: what}
	if wait := soon; !o.Wait {
		if o.hurry {
			wait = time.Millisecond
		}
		ctx, cancel = context.WithTimeout(r.ctx, wait)
	}
	defer cancel()
	err = r.app.jobs.Wait(ctx, r.app.alignTask(k, what, name), func(p jobs.Progress) {
		last = p
		if tell != nil {
			tell(*pendingOf(p))
		}
	})
	if run = r.app.aligns.get(k); run != nil {
		return run, nil, nil
	}
	if err != nil && !o.Wait && r.ctx.Err() == nil && ctx.Err() != nil {
		return nil, pendingOf(last), nil
	}
	if err == nil {
		err = fmt.Errorf("the alignment with %s was computed and is gone", name)
	}
	return nil, nil, err
}

// alignLater has a run computed when nothing else is.
func (r *reading) alignLater(k alignKey) {
	if r.app.aligns.get(k) == nil {
		r.app.jobs.Later(r.app.alignTask(k, "waiting for the other computations", r.name(k.hub)))
	}
}

// alignTask is the computation as the board takes it. What the ledger does not keep is for
// whoever asks for it.
func (a *App) alignTask(k alignKey, what, name string) jobs.Task {
	return jobs.Task{Key: k.String(), What: what, Work: a.alignWork(k, name), Loose: !k.stored}
}

// alignWork is the computation of a run: gather, look whether it is known, fit what is
// new, keep it.
func (a *App) alignWork(k alignKey, name string) jobs.Work {
	return func(ctx context.Context, report func(jobs.Progress)) error {
		if a.aligns.get(k) != nil {
			return nil
		}
		scope := Scope{Hub: k.hub}
		if k.asOf != 0 {
			scope.AsOf = time.UnixMilli(k.asOf).UTC()
		}
		var err error
		if scope.Lens, err = ParseLens(k.lens); err != nil {
			return err
		}
		r, err := a.open(ctx, scope)
		if err != nil {
			return err
		}
		r.day = k.day
		report(jobs.Progress{What: "gathering the evidence on " + name})
		run, err := r.gatherRun(k.chosen)
		if err != nil {
			return err
		}
		if run.failed == "" {
			if err := r.fillRun(k, run, name, report); err != nil {
				return err
			}
		}
		a.aligns.put(k, run)
		debug.FreeOSMemory() // a run takes ten times what it leaves, and the program may idle for days
		return nil
	}
}
