package app_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"orrery/internal/app"
	"orrery/ledger"
)

// byKind finds the one suggestion of a kind about an actor or with words in its label.
func find(t testing.TB, v app.DocumentView, kind, words string) app.CodedRecord {
	t.Helper()
	for _, one := range v.Records {
		if one.Record.Kind == kind && strings.Contains(one.Record.Label+string(one.Record.Body), words) {
			return one
		}
	}
	t.Fatalf("no %s with %q in %d records", kind, words, len(v.Records))
	return app.CodedRecord{}
}

func (w *world) document(hash string) app.DocumentView {
	w.t.Helper()
	return must(w.Document(w.t.Context(), app.Scope{}, hash))(w.t)
}

func TestSuggestingWritesDraftsWithTheirSentences(t *testing.T) {
	p := bulletinPlan()
	w := coderWorld(t, "t-1", p)
	doc := must(w.Read(t.Context(), app.ReadRequest{Text: bulletin, Suggest: true}))(t)
	if len(doc.Records) != 6 || doc.Head.Drafts != 6 || doc.Head.Open != 6 || doc.Head.Coded != "t-1" {
		t.Fatalf("%d records, head %+v", len(doc.Records), doc.Head)
	}
	for _, one := range doc.Records {
		s := one.Suggestion
		if one.Record.Status != "draft" || one.Record.Coder != (ledger.Coder{Kind: "dictionary", Name: "orrery", Version: "t-1"}) || len(one.Spans) != 1 || s == nil || s.Step == "" || s.Run == "" || s.Rank <= 0 {
			t.Errorf("%+v %+v", one, s)
			continue
		}
		if span := one.Spans[0]; span.Orphan || doc.Text[span.Start:span.End] != span.Exact || s.Trigger.Start < span.Start || s.Trigger.End > span.End {
			t.Errorf("span %+v, trigger %+v", span, s.Trigger)
		}
	}
	pair := find(t, doc, "episode", "Milk after drones")
	var body ledger.Episode
	if err := json.Unmarshal(pair.Record.Body, &body); err != nil {
		t.Fatal(err)
	}
	step, measure := find(t, doc, "event", "school"), find(t, doc, "event", "milk")
	if len(body.Triggers) != 1 || body.Triggers[0] != step.Record.Key || len(body.Responses) != 1 || body.Responses[0] != measure.Record.Key ||
		!slices.Equal(pair.Suggestion.Refers, []string{step.Record.Ref, measure.Record.Ref}) || pair.Suggestion.Impact != "pair" || step.Suggestion.Impact != "pair" {
		t.Errorf("the pair is %+v with %+v", body, pair.Suggestion)
	}
	if step.Record.ID != step.Record.Key {
		t.Errorf("a record without a natural key has the key %s and the id %s", step.Record.Key, step.Record.ID)
	}
	silent := find(t, doc, "stance", "MDA")
	if c := silent.Suggestion.Conflict; silent.Suggestion.Impact != "conflict" || c == nil || c.Ref != "stance:residence-drones-2025/MDA" || !strings.Contains(c.Text, "Moldova") || c.Trace == "" {
		t.Errorf("Moldova's silence: %+v", silent.Suggestion)
	}
	claim := find(t, doc, "vote-claim", "KAZ")
	if c := claim.Suggestion.Check; c == nil || c.Verdict != "agrees" || claim.Suggestion.Impact != "vote" || claim.Suggestion.Conflict != nil {
		t.Errorf("the claim on a vote: %+v", claim.Suggestion)
	}
	again := must(w.Suggest(t.Context(), doc.Head.Hash))(t)
	if !again.Again || again.Made != 0 || again.Open != 6 || p.reads != 1 {
		t.Errorf("a second time: %+v, %d reads", again, p.reads)
	}
	if report, err := w.Verify(t.Context(), nil); err != nil || len(report.Breaks) > 0 {
		t.Errorf("%v %+v", err, report.Breaks)
	}
}

// A suggestion that somebody accepted, rejected or edited is not proposed again, not even by a coder of another version; an untouched
// draft that the newer one does not make is superseded, and comes back when a third makes it again.
func TestWhatWasDecidedIsNotProposedAgain(t *testing.T) {
	w := coderWorld(t, "t-1", bulletinPlan())
	doc := must(w.Read(t.Context(), app.ReadRequest{Text: bulletin, Suggest: true}))(t)
	decide := func(ref, status string) {
		must(w.Decide(t.Context(), app.DecideRequest{Refs: []string{ref}, Status: status}))(t)
	}
	doubted, silent, claim := find(t, doc, "stance", "ARM"), find(t, doc, "stance", "MDA"), find(t, doc, "vote-claim", "KAZ")
	decide(silent.Record.Ref, "rejected")
	decide(claim.Record.Ref, "accepted")
	edited := strings.Replace(string(doubted.Record.Body), `"against"`, `"leaning-against"`, 1)
	rec := must(w.Edit(t.Context(), doubted.Record.Ref, 1, app.EditRequest{Body: json.RawMessage(edited), Status: "accepted", Who: "ben"}))(t)
	if rec.Coder.Name != "ben" || rec.Who != "ben" {
		t.Errorf("edited by %+v", rec)
	}
	fewer := bulletinPlan()
	fewer.plans = fewer.plans[3:] // no events, no pair
	second := w.as("t-2", fewer)
	got := must(second.Suggest(t.Context(), doc.Head.Hash))(t)
	if got.Made != 0 || got.Known != 3 || got.Superseded != 3 || got.Open != 0 {
		t.Errorf("the second coder: %+v", got)
	}
	for _, one := range []struct{ ref, status string }{{silent.Record.Ref, "rejected"}, {claim.Record.Ref, "accepted"}, {doubted.Record.Ref, "accepted"}} {
		if now := must(w.Record(t.Context(), app.Scope{}, one.ref))(t); now.Status != one.status {
			t.Errorf("%s is %s, want %s", one.ref, now.Status, one.status)
		}
	}
	third := w.as("t-3", bulletinPlan())
	if got := must(third.Suggest(t.Context(), doc.Head.Hash))(t); got.Made != 0 || got.Known != 6 || got.Open != 3 {
		t.Errorf("the third coder: %+v", got)
	}
	if v := w.document(doc.Head.Hash); len(v.Records) != 6 || v.Head.Coded != "t-3" {
		t.Errorf("%d records, %+v", len(v.Records), v.Head)
	}
}

// What a person coded from the same words, saying the same, is not proposed beside it; a faulty find does not take others with it.
func TestSuggestingLeavesOutWhatIsThereAndWhatIsFaulty(t *testing.T) {
	p := &planned{plans: []plan{
		{words: proof, confidence: .8, step: "stances", body: &ledger.Stance{Item: "residence-drones-2025", Actor: "ARM", Position: ledger.Against, Form: ledger.FormStatement, When: ledger.MustDate("2025-12-31"), Summary: "Other words."}},
		{words: "The others waited.", confidence: .5, step: "stances", body: &ledger.Stance{Item: "residence-drones-2025", Actor: "KAZ", Position: "hostile", Summary: "x"}},
		{words: "The others waited.", confidence: .5, step: "pairs", refers: []int{1}, triggers: 1, body: &ledger.Episode{Hub: "RUS", Targets: []string{"KAZ"}, Name: "Nothing to stand on"}},
		{words: "The others waited.", confidence: .5, step: "ties", body: &ledger.Membership{Actor: "KAZ", Organisation: "CSTO", Status: ledger.Member}},
	}}
	w := coderWorld(t, "t-1", p)
	doc := w.read(interview)
	must(w.code(doc, proof, "ARM", "against"))(t)
	got := must(w.Suggest(t.Context(), doc.Head.Hash))(t)
	if got.Made+got.Known != 2 || len(got.Refused) != 2 || !strings.Contains(strings.Join(got.Refused, "\n"), "hostile") || !strings.Contains(strings.Join(got.Refused, "\n"), "stands on another suggestion") {
		t.Errorf("%+v", got)
	}
	if v := w.document(doc.Head.Hash); len(v.Records) > 2 || v.Records[0].Record.Coder.Name != "ana" && v.Records[1].Record.Coder.Name != "ana" {
		t.Errorf("%+v", v.Records)
	}
}
