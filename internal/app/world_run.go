package app

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"time"

	"orrery/internal/jobs"
	"orrery/model/irt"
)

// worldCode names what is computed. Raise it when the same votes give other results: stored runs are then made anew.
const worldCode = "world 2"

// worldModel is how the ledger names the run.
const worldModel = "irt"

// worldRun is the world's ideal points, computed. Its exported fields are what the ledger keeps.
type worldRun struct {
	Units     []string
	Years     []int
	Points    []worldPoint // by year, then unit
	Slopes    map[string]float64
	Drops     []worldDrop
	Anchor    string
	Votes     int64 // that took a side or abstained
	Used      int64 // that count
	Calls     int
	Undated   int64
	WalkVar   float64
	Rounds    int
	Converged bool

	hash, ref, version string
	newest             string
	hidden             int
	seq                int64 // of the newest revision when the votes began to be read
	at                 time.Time
	unkept             string // why the ledger does not keep it though it should; "" otherwise
	failed             string // why there is nothing; "" when there is
}

// worldPoint is where a unit stands in a year; both are places in the run's lists.
type worldPoint struct {
	Unit, Year, Votes int
	Median, Q05, Q95  float64
	SD                float64
}

// worldDrop is roll calls that say nothing to the model, for one reason.
type worldDrop struct {
	Why   string
	Calls []string
}

// computeWorld estimates. It leaves a processor to whoever looks at the screens meanwhile.
func computeWorld(ctx context.Context, b *ballots, run *worldRun) error {
	table := b.table()
	run.Units, run.Votes, run.Calls = b.units, int64(len(b.votes)), len(b.calls)
	for _, p := range table.Periods {
		run.Years = append(run.Years, int(p.Time))
	}
	res, err := estimateWorld(ctx, table, run.Anchor)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil { // votes that allow no estimate are an answer, not a failure
		run.failed = err.Error()
	} else {
		run.fill(res)
	}
	return nil
}

func estimateWorld(ctx context.Context, table *irt.Table, anchor string) (*irt.Result, error) {
	problem, err := irt.Compile(table, irt.Rules{})
	if err != nil {
		return nil, err
	}
	return irt.Fast(ctx, problem, irt.FastOptions{Model: irt.Model{Positive: []string{anchor}}, Workers: max(1, runtime.GOMAXPROCS(0)/2)})
}

// fill copies what the ledger keeps of a result.
func (v *worldRun) fill(res *irt.Result) {
	for _, p := range res.Points {
		v.Used += int64(p.Votes)
		v.Points = append(v.Points, worldPoint{p.Unit, p.Period, p.Votes, p.Q50, p.Q05, p.Q95, p.SD})
	}
	v.Slopes = map[string]float64{}
	for _, i := range res.Items {
		v.Slopes[i.Name] = i.Slope
	}
	v.drop(res.Dropped)
	v.WalkVar, v.Rounds, v.Converged = res.WalkVar, res.Run.Rounds, res.Run.Converged
}

// drop groups the dropped roll calls by reason, most first.
func (v *worldRun) drop(list []irt.Dropped) {
	for _, d := range list {
		why, _, _ := strings.Cut(d.Reason, ":") // what follows are the numbers of one roll call
		i := slices.IndexFunc(v.Drops, func(have worldDrop) bool { return have.Why == why })
		if i < 0 {
			i = len(v.Drops)
			v.Drops = append(v.Drops, worldDrop{Why: why})
		}
		v.Drops[i].Calls = append(v.Drops[i].Calls, d.Call)
	}
	slices.SortStableFunc(v.Drops, func(a, b worldDrop) int { return len(b.Calls) - len(a.Calls) })
}

// worldRun finds the run or starts it. pending is set while it is being computed; with wait it is not.
func (r *reading) worldRun(wait bool, tell func(Pending)) (*worldRun, *Pending, error) {
	k, err := r.worldKey()
	if err != nil {
		return nil, nil, err
	}
	if run := r.app.worlds.get(k); run != nil {
		return run, nil, nil
	}
	ctx, cancel := r.ctx, func() {}
	if !wait {
		ctx, cancel = context.WithTimeout(r.ctx, soon)
	}
	defer cancel()
	last := jobs.Progress{What: "gathering votes"}
	err = r.app.jobs.Wait(ctx, jobs.Task{Key: k.String(), What: last.What, Work: r.app.worldWork(k), Loose: !k.usual()}, func(p jobs.Progress) {
		last = p
		if tell != nil {
			tell(*pendingOf(p))
		}
	})
	if run := r.app.worlds.get(k); run != nil {
		return run, nil, nil
	}
	if err != nil && !wait && r.ctx.Err() == nil && ctx.Err() != nil {
		return nil, pendingOf(last), nil
	}
	if err == nil {
		err = errors.New("the world's ideal points were computed and are gone")
	}
	return nil, nil, err
}

// worldWork is the computation: look whether the ledger has it, gather, look again, estimate, keep.
func (a *App) worldWork(k worldKey) jobs.Work {
	return func(ctx context.Context, report func(jobs.Progress)) error {
		if a.worlds.get(k) != nil {
			return nil
		}
		s, err := k.scope()
		if err != nil {
			return err
		}
		r, err := a.open(ctx, s)
		if err != nil {
			return err
		}
		run, err := r.makeWorld(k, report)
		if err != nil {
			return fmt.Errorf("the world's ideal points: %w", err)
		}
		a.worlds.put(k, run)
		return nil
	}
}

func (r *reading) makeWorld(k worldKey, report func(jobs.Progress)) (*worldRun, error) {
	if k.usual() {
		same := func(s worldSettings, _ string) (bool, error) {
			changed, err := r.votesSince(s.Seq)
			return !changed, err
		}
		if run, err := r.storedWorld(same); err != nil || run != nil {
			return run, err
		}
	}
	seq, _, err := r.app.Head(r.ctx)
	if err != nil {
		return nil, err
	}
	b, err := r.gatherBallots(report)
	if err != nil {
		return nil, err
	}
	run := &worldRun{version: r.app.version, seq: seq, hidden: b.hidden, Undated: b.undated, newest: b.newest.String()}
	if len(b.votes) == 0 {
		run.failed = "the ledger holds no recorded vote"
		return run, nil
	}
	run.Anchor = r.anchor(b)
	run.hash = b.hash(run.Anchor)
	if k.usual() {
		if have, err := r.storedWorld(func(_ worldSettings, hash string) (bool, error) { return hash == run.hash, nil }); err != nil || have != nil {
			return have, err
		}
	}
	report(jobs.Progress{What: "placing " + counted(len(b.units), "state", "states") + " by " + counted(len(b.votes), "vote", "votes")})
	if err := computeWorld(r.ctx, b, run); err != nil {
		return nil, err
	}
	run.at = r.app.now().UTC()
	if k.usual() && run.failed == "" && !r.app.readOnly {
		if err := r.storeWorld(run); err != nil {
			run.unkept = err.Error() // it is computed, and stands without its place in the ledger
		}
	}
	return run, nil
}
