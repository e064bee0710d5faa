package app_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"orrery/internal/app"
)

// bansOf is a rule like the made one with another window.
func bansOf(days int) app.RuleAsk {
	return app.RuleAsk{File: "bans.yml", Text: []byte(strings.Replace(madeRule, "P20D", fmt.Sprintf("P%dD", days), 1)), Seed: 1}
}

// Rules that are run at the same time count each other; the same one is run once.
func TestRunsAtTheSameTime(t *testing.T) {
	s := smallLedger(t)
	s.add(history("AAA")...)
	together := func(days func(i int) int) (runs [4]app.RuleRun) {
		var all sync.WaitGroup
		for i := range runs {
			all.Go(func() {
				run, err := s.RunRule(t.Context(), bansOf(days(i)))
				if err != nil {
					t.Error(err)
					return
				}
				runs[i] = run
			})
		}
		all.Wait()
		return runs
	}
	var families []int
	for _, run := range together(func(i int) int { return 20 + i }) {
		families = append(families, run.Family.Run)
	}
	if slices.Sort(families); !slices.Equal(families, []int{1, 2, 3, 4}) {
		t.Errorf("families %v", families)
	}
	for _, run := range together(func(int) int { return 50 }) {
		if run.Family.Run != 5 || run.Family.Looks != 1 {
			t.Errorf("the same rule four times: %+v", run.Family)
		}
	}
}

// other is another program on the same ledger.
func (s small) other() *app.App {
	a := app.New(app.Config{Store: s.db, Now: s.clock.Now, Version: "test", Who: "ben"})
	s.t.Cleanup(a.Close)
	return a
}

// whenTesting runs f once, in the midst of a test.
func whenTesting(ask app.RuleAsk, f func()) app.RuleAsk {
	var once sync.Once
	ask.Step = func(int, int) { once.Do(f) }
	return ask
}

// What another program runs meanwhile is counted before a run is kept; when it is the same rule, its run is taken.
func TestAnotherProgramRunsRulesToo(t *testing.T) {
	s := smallLedger(t)
	s.add(history("AAA")...)
	b := s.other()
	run := must(s.RunRule(t.Context(), whenTesting(bansOf(20), func() { must(b.RunRule(t.Context(), bansOf(30)))(t) })))(t)
	if run.Family.Run != 2 || run.Result.Corrected.Run != 2 || run.Result.Corrected.Q <= run.Result.P.Reported {
		t.Errorf("family %d, %+v of %+v", run.Family.Run, run.Result.Corrected, run.Result.P)
	}
	var theirs app.RuleRun
	ours := must(s.RunRule(t.Context(), whenTesting(bansOf(40), func() { theirs = must(b.RunRule(t.Context(), bansOf(40)))(t) })))(t)
	if theirs.Receipt.Key == "" || ours.Receipt.Key != theirs.Receipt.Key || ours.Family.Looks != 1 {
		t.Errorf("the run is %q, theirs %q; looks %d", ours.Receipt.Key, theirs.Receipt.Key, ours.Family.Looks)
	}
}

// Whoever waits for a turn may give up, and the end of the program ends the run that goes on.
func TestWaitingForARun(t *testing.T) {
	s := smallLedger(t)
	s.add(history("AAA")...)
	a := s.other()
	_, err := a.RunRule(t.Context(), whenTesting(bansOf(20), func() {
		ctx, giveUp := context.WithTimeout(t.Context(), 20*time.Millisecond)
		defer giveUp()
		if _, err := a.RunRule(ctx, bansOf(30)); err == nil || ctx.Err() == nil {
			t.Errorf("two rules ran at a time: %v", err)
		}
	}))
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	steps := 0
	_, err = a.RunRule(t.Context(), app.RuleAsk{File: "bans.yml", Text: bansOf(40).Text, Seed: 1, Step: func(int, int) {
		if steps++; steps == 1 {
			go func() { a.Close(); close(ended) }()
		}
		if steps > 0 {
			time.Sleep(time.Millisecond)
		}
	}})
	if err == nil {
		t.Error("the run went on to its end and was kept")
	}
	<-ended
	if _, err := a.RunRule(t.Context(), bansOf(40)); err == nil {
		t.Error("a run began after the end")
	}
	if list := must(s.Rules(t.Context(), app.Scope{}))(t); list.Family != 1 {
		t.Errorf("%d rules were kept, want 1", list.Family)
	}
}
