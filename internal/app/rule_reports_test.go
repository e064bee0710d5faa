package app_test

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"orrery/internal/app"
	"orrery/internal/dataset/plain"
	"orrery/internal/testkit"
	"orrery/ledger"
	"orrery/model/coincide"
)

// bring imports a plain table.
func (w *world) bring(name string, table []byte, mapping string, s app.Silence) {
	w.t.Helper()
	m, err := plain.ParseMapping("mapping.yml", mapping)
	if err != nil {
		w.t.Fatal(err)
	}
	f := app.ImportFile{Name: name, Size: int64(len(table)), Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(table)), nil }}
	must(w.ImportReports(w.t.Context(), "plain", f, app.ReportsOptions{Mapping: m, Silence: s}))(w.t)
}

// madeUp imports the made-up register as what it is.
func (w *world) madeUp() {
	w.t.Helper()
	w.bring("made-up.csv", testkit.MadeUpRegister(), testkit.MadeUpMapping, madeUpSilence())
}

func madeUpSilence() app.Silence {
	first, _ := ledger.MustDate(testkit.MadeUpFrom).Span()
	last, _ := ledger.MustDate(testkit.MadeUpTo).Span()
	return app.Silence{Register: "Made-up agency", From: first, To: last, States: testkit.MadeUpStates()}
}

func (w *world) enter(text string) app.Registration {
	w.t.Helper()
	r := must(w.RegisterRule(w.t.Context(), "made-up.yml", []byte(text)))(w.t)
	w.clock.Advance(time.Hour)
	return r
}

func (w *world) ran(slug string) app.RuleRun {
	w.t.Helper()
	return must(w.RunRule(w.t.Context(), app.RuleAsk{Slug: slug, Seed: 1}))(w.t)
}

func failed(res *coincide.Result) []string {
	out := []string{}
	for _, c := range res.Conditions {
		if !c.OK {
			out = append(out, c.Code)
		}
	}
	return out
}

// Registered before the register was imported, a true pattern is a system, one whose placebo reacts is none, and too few are too few.
func TestPlantedRulesOfARegister(t *testing.T) {
	w := empty(t)
	for _, text := range []string{testkit.MadeUpPlanted, testkit.MadeUpSeasonal, testkit.MadeUpThin} {
		if got := w.enter(text); !strings.Contains(got.Note, `no set of reports "made-up" was imported`) || got.Rule.Standing != "registered" {
			t.Errorf("%s %s", got.Note, got.Rule.Standing)
		}
	}
	w.madeUp()
	planted := w.ran("planted")
	res := planted.Result
	if res.Label != coincide.System || planted.Rule.Standing != "registered" || res.Denominator != coincide.Register || len(res.Replications) != 2 || !res.Replications[0].OK || !res.Replications[1].OK {
		t.Errorf("planted: %s, %s %v, %+v\n%+v", res.Label, planted.Rule.Standing, planted.Rule.Why, res.Conditions, res.Replications)
	}
	if res.Tally.Triggers < 70 || res.Tally.Days != 2*3652 || res.Swing == nil || !strings.HasPrefix(res.Swing.Source, "Made-up ") {
		t.Errorf("planted: %+v %+v", res.Tally, res.Swing)
	}
	seasonal := w.ran("seasonal").Result
	if got := failed(seasonal); seasonal.Label != coincide.NotExcluded || !slices.Equal(got, []string{coincide.UnrelatedClass}) || seasonal.P.Reported > .001 {
		t.Errorf("seasonal: %s %v %+v", seasonal.Label, got, seasonal.Placebos)
	}
	thin := w.ran("thin").Result
	if thin.P != nil || thin.Testing.OK || thin.Label != coincide.NotExcluded || !strings.Contains(thin.Sentence, coincide.TooFew) || thin.Tally.Triggers == 0 {
		t.Errorf("thin: %s %+v", thin.Sentence, thin.Testing)
	}
}

// Whoever registers after the import may have looked; whoever does not register has.
func TestARuleRegisteredAfterTheImport(t *testing.T) {
	w := empty(t)
	w.madeUp()
	w.clock.Advance(time.Hour)
	unregistered := must(w.RunRule(t.Context(), app.RuleAsk{File: "planted.yml", Text: []byte(testkit.MadeUpPlanted), Seed: 1}))(t)
	if unregistered.Rule.Standing != "exploratory" || unregistered.Result.Label != coincide.NotExcluded || unregistered.Result.P.Reported > .001 {
		t.Errorf("%s %s", unregistered.Rule.Standing, unregistered.Result.Label)
	}
	w.enter(testkit.MadeUpPlanted)
	late := w.ran("planted")
	if why := strings.Join(late.Rule.Why, " "); late.Rule.Standing != "exploratory" || late.Result.Label != coincide.NotExcluded ||
		!strings.Contains(why, "reports were imported before the rule was registered") {
		t.Errorf("%s %s %s", late.Rule.Standing, late.Result.Label, why)
	}
	for _, r := range late.Result.Replications {
		if r.OK || !strings.Contains(r.Why, "before the rule was registered") {
			t.Errorf("%+v", r)
		}
	}
	// the same file again does not make it newer
	w.madeUp()
	if again := w.ran("planted"); again.Rule.Standing != "exploratory" {
		t.Errorf("%s after the import was repeated", again.Rule.Standing)
	}
}

// A rule of days that come after it was registered is honest, whatever was imported before; what is tried again on those older days is not.
func TestARuleOfDaysToCome(t *testing.T) {
	w := empty(t)
	older, newer := cut(testkit.MadeUpRegister(), "2010-01-01")
	s := madeUpSilence()
	last, _ := ledger.MustDate("2009-12-31").Span()
	s.To = last
	w.bring("older.csv", older, testkit.MadeUpMapping, s)
	w.clock.Advance(time.Hour)
	w.enter(testkit.MadeUpPlanted)
	s = madeUpSilence()
	s.From = last + 1
	w.bring("newer.csv", newer, testkit.MadeUpMapping, s)
	run := w.ran("planted")
	if run.Rule.Standing != "registered" || run.Result.Label != coincide.System {
		t.Errorf("%s %v %s %+v", run.Rule.Standing, run.Rule.Why, run.Result.Label, run.Result.Conditions)
	}
	for _, r := range run.Result.Replications {
		if r.OK == (r.Kind == coincide.DisjointPeriod) {
			t.Errorf("%+v", r)
		}
	}
}

// cut parts a register by day.
func cut(table []byte, day string) (before, after []byte) {
	for i, line := range bytes.SplitAfter(table, []byte("\n")) {
		fields := bytes.Split(line, []byte(","))
		if i == 0 || len(fields) > 1 && string(fields[1]) < day {
			before = append(before, line...)
		}
		if i == 0 || len(fields) > 1 && string(fields[1]) >= day {
			after = append(after, line...)
		}
	}
	return before, after
}
