package align

import (
	"cmp"
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// Fit follows one dyad. The error names the dyad and says what to change; a dyad without any observation is no error and
// gives the prior.
func Fit(d Dyad, s Settings) (*Result, error) {
	f, err := newFitter(s)
	if err != nil {
		return nil, fmt.Errorf("%s and %s: %w", d.State, d.Hub, err)
	}
	return f.fit(d)
}

// FitAll follows many dyads on Settings.Workers goroutines. Results stand in the order of the dyads and do not depend on the
// number of workers. It stops at the first error and when the context ends.
func FitAll(ctx context.Context, dyads []Dyad, s Settings) ([]*Result, error) {
	workers := s.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	results, errs := make([]*Result, len(dyads)), make([]error, len(dyads))
	var next atomic.Int64
	var failed atomic.Bool
	var wg sync.WaitGroup
	for range min(workers, len(dyads)) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			var f *fitter
			for {
				i := int(next.Add(1)) - 1
				if i >= len(dyads) || failed.Load() || ctx.Err() != nil {
					return
				}
				if f == nil {
					if f, errs[i] = newFitter(s); errs[i] != nil {
						failed.Store(true)
						return
					}
				}
				if results[i], errs[i] = f.fit(dyads[i]); errs[i] != nil {
					failed.Store(true)
				}
			}
		}()
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return results, nil
}

func (f *fitter) fit(d Dyad) (*Result, error) {
	r, err := f.result(d)
	if err != nil {
		return nil, fmt.Errorf("%s and %s: %w", d.State, d.Hub, err)
	}
	return r, nil
}

func (f *fitter) result(d Dyad) (*Result, error) {
	r := &Result{State: d.State, Hub: d.Hub, Primary: f.s.Coding}
	for _, day := range f.tl.ends {
		r.Ends = append(r.Ends, timeOf(day))
	}
	f.begin(d)
	var all [3]seenAll
	var views [3]*view
	for _, coding := range Codings() { // AsMissing comes first: it has no absences, so the others build on it
		var err error
		if all[coding], err = read(d, f.s, f.tl, coding); err != nil {
			return nil, err
		}
		views[coding] = f.newView(all[coding], views[AsMissing])
	}
	f.eventTables(d, all[AsMissing], views[:])
	var kept [3][]combo
	for _, coding := range Codings() {
		if coding != AsMissing && !slices.ContainsFunc(all[coding].ordinal, func(o seen) bool { return o.absent }) {
			r.Runs[coding] = r.Runs[AsMissing] // no absences: the same run
			r.Runs[coding].Coding = coding
			kept[coding] = kept[AsMissing]
			continue
		}
		var err error
		if kept[coding], err = f.run(&r.Runs[coding], views[coding], coding); err != nil {
			return nil, err
		}
	}
	v := views[f.s.Coding]
	if err := f.leaveOut(r, d, v, kept[f.s.Coding]); err != nil {
		return nil, err
	}
	if err := f.lenses(r, d, v, all[f.s.Coding], kept[f.s.Coding]); err != nil {
		return nil, err
	}
	if err := f.because(r, v, all[f.s.Coding], kept[f.s.Coding]); err != nil {
		return nil, err
	}
	for _, coding := range Codings() {
		if coding != f.s.Coding {
			r.Runs[coding].Mass = Mass{}
		}
	}
	r.Drops = all[f.s.Coding].drops
	for i := range all[f.s.Coding].ordinal {
		if all[f.s.Coding].ordinal[i].wide {
			r.NoMargin++
		}
	}
	return r, nil
}

// run smooths one coding and fills its points. It returns the combinations of hyper-parameters that it averaged, heaviest first.
func (f *fitter) run(run *Run, v *view, coding Coding) ([]combo, error) {
	weighed, err := f.weighAll(v, -1)
	if err != nil {
		return nil, err
	}
	kept := keep(weighed)
	logZ, rise, jump, err := f.smooth(v, kept, -1, true)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(kept, func(a, b combo) int { return cmp.Compare(b.weight, a.weight) })
	*run = Run{Coding: coding, LogEvidence: logZ, Effective: v.worth, Counts: map[Channel]int{}, Hypers: f.hypers(kept, v)}
	for ch, n := range v.n {
		if n > 0 {
			run.Counts[AllChannels()[ch]] = n
		}
	}
	f.points(run, v, rise, jump)
	return kept, nil
}

// hypers names the values of the combinations.
func (f *fitter) hypers(kept []combo, v *view) []Hyper {
	out := make([]Hyper, len(kept))
	for i, c := range kept {
		out[i] = Hyper{Drift: f.s.Drift[c.drift].Value, Weight: c.weight, LogEvidence: c.evidence}
		if v.sharp() {
			out[i].Sharpness = f.s.Sharpness[c.sharp].Value
		}
		if v.events != nil {
			out[i].Slope, out[i].Offset = f.s.Slope[c.slope].Value, f.s.Offset[c.offset].Value
		}
	}
	return out
}
