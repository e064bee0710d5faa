package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"orrery/internal/app"
	"orrery/internal/store"
	"orrery/ledger"
)

// busy is a ledger with a set of reports that is made up as it is read: between any two of 37 states thirty reports of every type, so that
// no test of a grid is withheld, on as many days as allow a thousand shifts.
type busy struct {
	store.Store
	days [][]busyReport
}

type busyReport struct {
	from, to int
	kind     ledger.EventType
}

const (
	busySet    = "generated"
	busyStates = 37
	busyDays   = gridShifts + 59 // the least shift is 30 days
	busyEach   = 30
)

func newBusy(s store.Store) *busy {
	b := &busy{Store: s, days: make([][]busyReport, busyDays)}
	rng := rand.New(rand.NewPCG(seed, 1))
	for from := range busyStates {
		for to := range busyStates {
			for _, kind := range ledger.EventTypes() {
				for range busyEach {
					if from != to {
						day := rng.IntN(busyDays)
						b.days[day] = append(b.days[day], busyReport{from, to, kind.Type})
					}
				}
			}
		}
	}
	return b
}

// ReportSets implements store.Reports.
func (b *busy) ReportSets(context.Context) ([]store.ReportSet, error) {
	n := 0
	for _, d := range b.days {
		n += len(d)
	}
	return []store.ReportSet{{Set: busySet, Reports: int64(n), First: 0, Last: busyDays - 1, Files: []store.ReportFile{
		{Set: busySet, Denominator: "data set", Covered: []store.ReportSpan{{First: 0, Last: busyDays - 1}}}}}}, nil
}

// ReportSetOf implements store.Reports.
func (b *busy) ReportSetOf(ctx context.Context, _ string) (store.ReportSet, error) {
	sets, err := b.ReportSets(ctx)
	return sets[0], err
}

// EachSighting implements store.Reports, for all reports of the set.
func (b *busy) EachSighting(_ context.Context, _ store.ReportQuery, each func(*store.Sighting) error) error {
	var s store.Sighting
	for day, list := range b.days {
		for _, r := range list {
			s.Day, s.Source, s.Target, s.Type = ledger.Day(day), state(r.from), state(r.to), r.kind
			if err := each(&s); err != nil {
				return err
			}
		}
	}
	return nil
}

func state(n int) string { return string([]byte{'X', 'A' + byte(n/26), 'A' + byte(n%26)}) }

// generated runs a grid of which every test is made.
func generated(ctx context.Context, v volume) (rows []row, err error) {
	err = empty(ctx, v, "generated.db", func(db store.Store) error {
		a := app.New(app.Config{Store: newBusy(db), Now: time.Now})
		defer a.Close()
		note("a grid of tests that all have enough …")
		took, used, peak, g, err := gridOnce(ctx, a, app.GridAsk{Set: busySet})
		if err != nil {
			return err
		}
		if g.Testable != g.Tests || g.Shifts < gridShifts {
			return fmt.Errorf("only %d of %d generated tests were made, with %d shifts", g.Testable, g.Tests, g.Shifts)
		}
		rows = []row{
			{fmt.Sprintf("grid of %d generated tests, none withheld, %d shifts each", g.Tests, g.Shifts), fmt.Sprintf("%.1f s (%s)", took.Seconds(), ofProcessor(used)), fmt.Sprintf("< %.0f s", gridTarget.Seconds()), took < gridTarget},
			{what: "  resident memory of this program, at most", measured: peak},
			{what: "  survive Benjamini-Hochberg at q 0.10 (nothing is linked)", measured: fmt.Sprint(g.Survivors[0].N)},
		}
		return nil
	})
	return rows, err
}
