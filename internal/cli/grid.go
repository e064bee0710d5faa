package cli

import (
	"fmt"
	"time"

	"orrery/internal/app"
	"orrery/internal/report"
	"orrery/ledger"
)

type gridCmd struct {
	Set     string `arg:"" help:"Data set of reports, for example icews; orrery datasets lists them."`
	Dyads   int    `help:"Directed dyads, the most reported first. Default: as many as make a million tests." placeholder:"N"`
	Window  []int  `help:"Days after the first day on which an answer counts. Default: 7,14,30." placeholder:"DAYS"`
	From    string `help:"First day that counts." placeholder:"DAY"`
	To      string `help:"Last day that counts." placeholder:"DAY"`
	Strata  string `help:"Days among which answers are shuffled: blocks of days, or days of like attention." enum:"blocks,attention" default:"blocks"`
	Control bool   `help:"Run the grid a second time with all answers moved by half of the days, where nothing is linked: how many survive there says what the screen is worth."`
	Seed    uint64 `help:"Stands in the record; nothing here is drawn by chance." default:"1" hidden:""`
	Format
}

// Run runs a grid of tests.
func (c gridCmd) Run(r *run) error {
	ask := app.GridAsk{Set: c.Set, Windows: c.Window, Dyads: c.Dyads, Strata: c.Strata, Control: c.Control, Seed: c.Seed,
		Reading: r.progress("Reading " + c.Set), Testing: r.progress("Testing dyads")}
	for _, day := range []struct {
		flag, text string
		to         *ledger.Day
		last       bool
	}{{"--from", c.From, &ask.From, false}, {"--to", c.To, &ask.To, true}} {
		if day.text == "" {
			continue
		}
		d, err := ledger.ParseDate(day.text)
		if err != nil {
			return &exit{exitUsage, day.flag + ": " + err.Error()}
		}
		first, last := d.Span()
		if *day.to = first; day.last {
			*day.to = last
		}
	}
	return r.ask(func(a *app.App) error {
		begin := r.Now()
		v, err := a.Grid(r.ctx, ask)
		if err != nil {
			return err
		}
		defer r.took(begin, v.Tests)
		return r.show(c.Format, v, report.Grid(v))
	})
}

// took says on standard error how long the answer took: it is no part of it, so that the same question gives the same answer.
func (r *run) took(begin time.Time, tests int) {
	fmt.Fprintf(r.Stderr, "%s, answered in %.1f s\n", count(tests, "test", "tests"), r.Now().Sub(begin).Seconds())
}
