package app_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"orrery/internal/app"
	"orrery/internal/coding"
	"orrery/internal/coding/actors"
	"orrery/internal/coding/draft"
	"orrery/internal/coding/knowledge"
	sense "orrery/internal/coding/reading"
	"orrery/internal/coding/syntax"
	"orrery/internal/store/sqlstore"
	"orrery/internal/testkit"
	"orrery/ledger"
)

// plan is what a coder of a test makes of one sentence.
type plan struct {
	words      string // the sentence
	body       ledger.Noun
	confidence float64
	step       string
	check      *draft.Check
	refers     []int // of the plan
	triggers   int
}

// planned is a coder that finds what a test planned, and cuts sentences at full stops. It stands in for the real one, so that what becomes
// of drafts is tested by itself.
type planned struct {
	plans []plan
	reads int
}

func (p *planned) Code(ctx context.Context, d *sense.Document, _ coding.Options) (*coding.Result, error) {
	p.reads++
	out := &coding.Result{Reading: &sense.Reading{Document: d}}
	at := 0
	for _, part := range strings.SplitAfter(d.Text, ".") {
		if words := strings.TrimSpace(part); words != "" {
			start := at + strings.Index(part, words)
			out.Reading.Sentences = append(out.Reading.Sentences, sense.Sentence{Sentence: &syntax.Sentence{Span: syntax.Span{Start: start, End: start + len(words)}, Text: d.Text, Turn: -1}})
		}
		at += len(part)
	}
	place := map[int]int{}
	for i, one := range p.plans {
		start := strings.Index(d.Text, one.words)
		if start < 0 {
			continue
		}
		span := syntax.Span{Start: start, End: start + len(one.words)}
		place[i] = len(out.Drafts)
		made := draft.Draft{Kind: one.body.Kind(), Body: one.body, Span: span, Trigger: syntax.Span{Start: start, End: start + 3}, Confidence: one.confidence, Check: one.check, Triggers: one.triggers,
			By: []actors.Ref{{Code: "ARM", Name: "Armenia"}}, Trace: draft.Trace{Step: one.step, Frame: one.step + "-1", Filters: []string{"told as a fact"}}}
		for _, j := range one.refers {
			made.Refers = append(made.Refers, place[j])
		}
		out.Drafts = append(out.Drafts, made)
	}
	return out, ctx.Err()
}

// coderWorld is a ledger with the embedded casebook and a coder of the test's own.
func coderWorld(t testing.TB, version string, p *planned) *world {
	t.Helper()
	from, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "ledger.db")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return reopen(t, path, version, p)
}

// reopen opens a ledger with a coder of the test's own; an earlier one on it must be closed.
func reopen(t testing.TB, path, version string, p *planned) *world {
	t.Helper()
	clock := testkit.NewClock(t0.Add(time.Hour))
	db, err := sqlstore.Open(t.Context(), sqlstore.Config{DSN: path, Now: clock.Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	w := &world{App: app.New(app.Config{Store: db, Now: clock.Now, Version: "test", Who: "ana",
		Coding: app.Coding{Version: version, New: func(*knowledge.Region) (app.Coder, error) { return p, nil }}}), t: t, db: db, clock: clock}
	t.Cleanup(w.Close)
	return w
}

// as is the same ledger with another version of the coder.
func (w *world) as(version string, p *planned) *world {
	a := app.New(app.Config{Store: w.db, Now: w.clock.Now, Version: "test", Who: "ana", Coding: app.Coding{Version: version, New: func(*knowledge.Region) (app.Coder, error) { return p, nil }}})
	w.t.Cleanup(a.Close)
	return &world{App: a, t: w.t, db: w.db, clock: w.clock}
}

const bulletin = `The embargo and the dates. Kyrgyzstan announced a drone school with Ankara. Within ten days Moscow closed the border to Kyrgyz milk. Moldova remained silent on the residence. Armenia said that it saw no proof. Kazakhstan voted for nothing at all.
`

const (
	school  = "Kyrgyzstan announced a drone school with Ankara."
	milk    = "Within ten days Moscow closed the border to Kyrgyz milk."
	silence = "Moldova remained silent on the residence."
	doubt   = "Armenia said that it saw no proof."
	ballot  = "Kazakhstan voted for nothing at all."
)

func bulletinPlan() *planned {
	return &planned{plans: []plan{
		{words: school, confidence: .8, step: "predicates", body: &ledger.Event{By: []string{"KGZ"}, To: []string{"TUR"}, Type: "AGREE", Summary: "Kyrgyzstan announces a school for drones."}},
		{words: milk, confidence: .7, step: "predicates", body: &ledger.Event{By: []string{"RUS"}, To: []string{"KGZ"}, Type: "SANCTION", Summary: "Russia stops milk from Kyrgyzstan."}},
		{words: milk, confidence: .6, step: "pairs", refers: []int{0, 1}, triggers: 1, body: &ledger.Episode{Hub: "RUS", Targets: []string{"KGZ"}, Name: "Milk after drones", ClaimedLink: "asserted: within ten days", ClaimedBy: "the text"}},
		{words: silence, confidence: .9, step: "stances", body: &ledger.Stance{Item: "residence-drones-2025", Actor: "MDA", Position: ledger.Silent, Form: ledger.FormAbsence, Summary: "Said nothing."}},
		{words: doubt, confidence: .85, step: "stances", body: &ledger.Stance{Item: "residence-drones-2025", Actor: "ARM", Position: ledger.Against, Form: ledger.FormStatement, Summary: "Saw no proof."}},
		{words: ballot, confidence: .95, step: "votes", check: &draft.Check{Verdict: draft.Agrees, With: "vote:A/RES/ES-11/1/KAZ", Text: "The roll call has Kazakhstan abstain."},
			body: &ledger.VoteClaim{RollCall: "A/RES/ES-11/1", Resolution: "the resolution", Actor: "KAZ", Choice: ledger.Abstain, Summary: "Kazakhstan abstained."}},
	}}
}

// everyKind plans a suggestion of every kind that the coder makes.
func everyKind() *planned {
	p := bulletinPlan()
	seven, down := 7.0, -2
	p.plans = append(p.plans,
		plan{words: doubt, confidence: .6, step: "statements", body: &ledger.Statement{Speaker: "ARM", About: []string{"RUS"}, Concept: "proof of the attack", Polarity: &down, Summary: "Doubts it."}},
		plan{words: ballot, confidence: .6, step: "forecasts", body: &ledger.Forecast{Author: "nobody", Form: ledger.TooVague, Statement: "It may go on.", About: []string{"KAZ"}}},
		plan{words: ballot, confidence: .6, step: "ties", body: &ledger.Tie{Actor: "KAZ", Hub: "RUS", Channel: ledger.ChannelTrade, Measure: "share of milk", Value: &seven, Unit: "percent", When: ledger.MustDate("2025")}},
		plan{words: ballot, confidence: .6, step: "ties", body: &ledger.Membership{Actor: "KAZ", Organisation: "OTS", Status: ledger.Candidate, From: ledger.MustDate("2025-12-01")}},
		plan{words: ballot, confidence: .6, step: "claims", body: &ledger.Claim{Text: "Seven boats were lost.", Value: &seven, Unit: "boats"}},
		plan{words: ballot, confidence: .6, step: "predicates", body: &ledger.Event{By: []string{"RUS"}, To: []string{"KAZ"}, Type: "THREATEN", When: ledger.MustDate("2025-12-30"), Instrument: "milk-ban", Summary: "Russia threatens Kazakhstan with a ban on milk."}},
		plan{words: ballot, confidence: .6, step: "stances", body: &ledger.Stance{Item: "residence-drones-2025", Actor: "KAZ", Position: ledger.Against, Form: ledger.FormStatement, When: ledger.MustDate("2025-12-30"), Summary: "Doubted it."}})
	return p
}
