package app

import (
	"crypto/sha256"
	"encoding/hex"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"orrery/internal/jobs"
	"orrery/model/align"
)

// gatherRun reads what a run rests on and names it.
func (r *reading) gatherRun(c chosen) (*alignRun, error) {
	run := &alignRun{data: &alignData{hub: r.hub}, version: r.app.version}
	span, ok, err := r.stretch()
	if err != nil {
		return nil, err
	}
	if !ok {
		run.failed = "nothing in the ledger says where at least half of the states stand"
		return run, nil
	}
	if run.data, err = r.alignData(span); err != nil {
		return nil, err
	}
	run.data.settles = c.settings(span)
	for _, d := range run.data.dyads {
		h, err := d.hash(run.data.settles)
		if err != nil {
			return nil, err
		}
		run.hashes = append(run.hashes, h)
	}
	sum := sha256.Sum256([]byte(strings.Join(run.hashes, "\n")))
	run.hash = hex.EncodeToString(sum[:])
	return run, nil
}

// fillRun takes what is known of a run and computes the rest.
func (r *reading) fillRun(k alignKey, run *alignRun, name string, report func(jobs.Progress)) error {
	shelf := r.app.aligns
	run.results = make([]*align.Result, len(run.hashes))
	known := map[string]*align.Result{}
	if k.stored {
		whole, err := r.storedRun(run, known)
		if whole {
			run.settle()
		}
		if err != nil || whole {
			return err
		}
	}
	var todo []int
	for i, h := range run.hashes {
		if run.results[i] = known[h]; run.results[i] == nil {
			run.results[i] = shelf.dyad(h)
		}
		if run.results[i] == nil {
			todo = append(todo, i)
		}
	}
	total := len(run.hashes)
	progress := func(done int) {
		report(jobs.Progress{What: "computing where each state stands with " + name, Done: done, Total: total})
	}
	progress(total - len(todo))
	var next, done atomic.Int64
	var wg sync.WaitGroup
	failures := make([]error, len(todo))
	for range min(runtime.GOMAXPROCS(0), len(todo)) {
		wg.Go(func() {
			for r.ctx.Err() == nil {
				n := int(next.Add(1)) - 1
				if n >= len(todo) {
					return
				}
				i := todo[n]
				result, err := shelf.fitter.fit(run.data.dyads[i].Dyad, run.data.settles)
				if err != nil {
					failures[n] = err
					return
				}
				run.results[i] = result
				shelf.keep(run.hashes[i], result) // whoever comes after a stop goes on from here
				progress(total - len(todo) + int(done.Add(1)))
			}
		})
	}
	wg.Wait()
	if err := r.ctx.Err(); err != nil {
		return err
	}
	for _, err := range failures {
		if err != nil {
			return err
		}
	}
	run.settle()
	run.at = r.app.now().UTC()
	if k.stored && !r.app.readOnly {
		if err := r.storeRun(run); err != nil {
			run.unkept = err.Error() // it is computed, and stands without its place in the ledger
		}
	}
	return nil
}
