package app_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"orrery/internal/app"
	"orrery/internal/dataset/plain"
	"orrery/internal/testkit"
	"orrery/model/coincide"
)

// exploratory runs the planted rule, which must not count as a test, and returns why.
func (w *world) exploratory(what string) string {
	w.t.Helper()
	run := w.ran("planted")
	if run.Rule.Standing != "exploratory" || run.Result.Label != coincide.NotExcluded {
		w.t.Errorf("%s: %s, %s", what, run.Rule.Standing, run.Result.Label)
	}
	return strings.Join(run.Rule.Why, "; ")
}

// system runs the planted rule, which must earn its label.
func (w *world) system(what string) {
	w.t.Helper()
	if run := w.ran("planted"); run.Rule.Standing != "registered" || run.Result.Label != coincide.System {
		w.t.Errorf("%s: %s %v, %s", what, run.Rule.Standing, run.Rule.Why, run.Result.Label)
	}
}

// listed imports the made-up register as a list of cases, whose silence means nothing.
func (w *world) listed(set string) {
	w.t.Helper()
	w.bring("made-up.csv", testkit.MadeUpRegister(), strings.Replace(testkit.MadeUpMapping, testkit.MadeUpSet, set, 1), app.Silence{})
	w.clock.Advance(time.Hour)
}

// Whoever stops an import has reports to look at: to register the rule then, and finish, is to register after looking.
func TestARuleRegisteredWhileAnImportStoodStill(t *testing.T) {
	for _, drop := range []bool{false, true} {
		w := empty(t)
		var table bytes.Buffer
		table.Write(testkit.MadeUpRegister())
		for i := range 10_000 {
			fmt.Fprintf(&table, "x%d,2019-12-31,Office of BLR,BLR,Office of POL,POL,AID,Made-up Courier,Of no rule\n", i)
		}
		f := app.ImportFile{Name: "made-up.csv", Size: int64(table.Len()), Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(table.Bytes())), nil }}
		mapping := must(plain.ParseMapping("mapping.yml", testkit.MadeUpMapping))(t)
		ctx, stop := context.WithCancel(t.Context())
		got, err := w.ImportReports(ctx, "plain", f, app.ReportsOptions{Mapping: mapping, Silence: madeUpSilence(), Writing: func(int64, int64) { stop() }})
		if !errors.Is(err, context.Canceled) || !got.Stopped || got.Added != 10_000 {
			t.Fatalf("%+v %v", got, err)
		}
		if drop {
			_ = must(w.DropDataSet(t.Context(), testkit.MadeUpSet))(t)
		}
		w.clock.Advance(time.Hour)
		w.enter(testkit.MadeUpPlanted)
		_ = must(w.ImportReports(t.Context(), "plain", f, app.ReportsOptions{Mapping: mapping, Silence: madeUpSilence()}))(t)
		if why := w.exploratory("finished after the rule was registered"); !strings.Contains(why, "reports were imported before the rule was registered") {
			t.Error(why)
		}
	}
}

// The same file is no newer under another name.
func TestAFileThatWasSeenInAnotherSet(t *testing.T) {
	w := empty(t)
	w.listed("desk")
	w.enter(testkit.MadeUpPlanted)
	w.madeUp()
	if why := w.exploratory("seen in another set"); !strings.Contains(why, "reports were imported before the rule was registered") {
		t.Error(why)
	}
}

// A set that is taken away and imported again is no newer.
func TestASetThatIsDroppedAndImportedAgain(t *testing.T) {
	w := empty(t)
	w.madeUp()
	_ = must(w.DropDataSet(t.Context(), testkit.MadeUpSet))(t)
	w.clock.Advance(time.Hour)
	w.enter(testkit.MadeUpPlanted)
	w.madeUp()
	if why := w.exploratory("dropped before it was registered"); !strings.Contains(why, "reports were imported before the rule was registered") {
		t.Error(why)
	}
	// One that was honest stays so.
	w = empty(t)
	w.enter(testkit.MadeUpPlanted)
	w.madeUp()
	w.system("for the first time")
	_ = must(w.DropDataSet(t.Context(), testkit.MadeUpSet))(t)
	w.madeUp()
	w.system("dropped and imported again, all as it was")
}

// What silence means is declared before a rule is run, or the run is no test.
func TestSilenceThatIsDeclaredAfterLooking(t *testing.T) {
	late := "what silence means in made-up was declared on "
	t.Run("first a list of cases", func(t *testing.T) {
		w := empty(t)
		w.enter(testkit.MadeUpPlanted)
		w.listed(testkit.MadeUpSet)
		if run := w.ran("planted"); run.Result.Denominator != coincide.NoDenominator || run.Rule.Standing != "registered" {
			t.Errorf("%s %s", run.Result.Denominator, run.Rule.Standing)
		}
		w.clock.Advance(time.Hour)
		w.madeUp()
		if why := w.exploratory("declared after its run"); !strings.Contains(why, late) || !strings.Contains(why, ", after this rule had been run") {
			t.Error(why)
		}
	})
	t.Run("other days", func(t *testing.T) {
		w := empty(t)
		w.enter(testkit.MadeUpPlanted)
		w.madeUp()
		w.system("as it was declared")
		s := madeUpSilence()
		s.From += 400
		w.bring("made-up.csv", testkit.MadeUpRegister(), testkit.MadeUpMapping, s)
		if why := w.exploratory("with other days"); !strings.Contains(why, late) {
			t.Error(why)
		}
	})
	t.Run("other states, by way of a drop", func(t *testing.T) {
		w := empty(t)
		w.enter(testkit.MadeUpPlanted)
		w.madeUp()
		w.system("as it was declared")
		_ = must(w.DropDataSet(t.Context(), testkit.MadeUpSet))(t)
		s := madeUpSilence()
		s.States = nil
		w.bring("made-up.csv", testkit.MadeUpRegister(), testkit.MadeUpMapping, s)
		if why := w.exploratory("with other states"); !strings.Contains(why, late) {
			t.Error(why)
		}
	})
	t.Run("after a fork had been run", func(t *testing.T) {
		w := empty(t)
		w.enter(testkit.MadeUpPlanted)
		w.enter(strings.Replace(testkit.MadeUpPlanted, "P20D", "P21D", 1))
		w.listed(testkit.MadeUpSet)
		w.ran("planted.2")
		w.madeUp()
		if why := w.exploratory("declared after a fork was run"); !strings.Contains(why, "after another form of this rule, planted.2, had been run") {
			t.Error(why)
		}
	})
	t.Run("after a copy under another name had been run", func(t *testing.T) {
		w := empty(t)
		w.enter(testkit.MadeUpPlanted)
		w.listed(testkit.MadeUpSet)
		_ = must(w.RunRule(t.Context(), app.RuleAsk{File: "copy.yml", Text: []byte(strings.NewReplacer("rule: planted", "rule: copy", "P20D", "P21D").Replace(testkit.MadeUpPlanted)), Seed: 1}))(t)
		w.madeUp()
		if why := w.exploratory("declared after a copy was run"); !strings.Contains(why, "after another rule, copy, had been run") {
			t.Error(why)
		}
	})
	t.Run("of days that nobody saw", func(t *testing.T) {
		w := empty(t)
		w.enter(testkit.MadeUpPlanted)
		older, newer := cut(testkit.MadeUpRegister(), "2005-06-01")
		s := madeUpSilence()
		s.To = s.From + 100
		w.bring("older.csv", older, testkit.MadeUpMapping, s)
		w.enter(testkit.MadeUpThin)
		w.ran("thin")
		s = madeUpSilence()
		s.From = dayOf(t, "2005-06-01")
		w.bring("newer.csv", newer, testkit.MadeUpMapping, s)
		w.system("on days of which nothing was there when another rule was run")
	})
}
