package report

import (
	"strings"
	"testing"

	"orrery/internal/app"
)

// The four looks of "missing" stay four, and none looks like an answer.
func TestMarksTellMissingApart(t *testing.T) {
	seen := map[string]string{}
	note := func(what, m string) {
		if before, taken := seen[m]; taken {
			t.Errorf("%s and %s have one mark, %q", before, what, m)
		}
		seen[m] = what
		if m != "" && !strings.Contains(legend, m+" ") {
			t.Errorf("the legend does not explain %q (%s)", m, what)
		}
	}
	for _, p := range []app.Presence{app.SilentSearched, app.SilentReported, app.NotSearched, app.DidNotVote, app.NotExpected} {
		note(string(p), mark(app.Cell{Presence: p, Position: "silent"}))
	}
	for _, position := range []string{"with", "leaning-with", "neutral", "leaning-against", "against"} {
		note(position, mark(app.Cell{Presence: app.Answered, Position: position}))
	}
	if got := mark(app.Cell{Presence: app.Answered, Position: "with", Contested: true}); got != "W!" {
		t.Errorf("a contested cell is marked %q, want W!", got)
	}
}

func TestLitmusPrintsEveryAnswerOnce(t *testing.T) {
	v := app.LitmusView{
		Item:     app.ItemHead{Key: "bridge-2030", Title: "A bridge falls", T0: "2030-01-02", Hub: app.Named{Code: "SRB", Name: "Serbia"}},
		Sentence: app.Sentence{{Text: "1 of 2", Trace: "x"}, {Text: " answered."}},
		Counts:   []app.Figure{{Name: "with", Label: "with Serbia", N: 1}, {Name: "not-searched", Label: "not searched", N: 1}},
		Expected: []app.Answer{
			{Cell: app.Cell{State: "MNE", Presence: app.Answered, Position: "with", Vote: "no"}, Name: "Montenegro", Expected: true},
			{Cell: app.Cell{State: "MKD", Presence: app.NotSearched}, Name: "North Macedonia", Expected: true}},
		Others: []app.Answer{{Cell: app.Cell{State: "ALB", Presence: app.Answered, Contested: true}, Name: "Albania", Positions: []string{"with", "against"}}},
		Drafts: 3,
	}
	p := Litmus(v)
	var b strings.Builder
	if err := p.Text(&b, 0); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"A bridge falls\n\n1 of 2 answered.\n", "with (no)", "not-searched", "contested: with / against", "3 stances on this item wait for review", "with Serbia   1"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("the page does not say %q:\n%s", want, b.String())
		}
	}
	if len(p.Data.Rows) != 3 {
		t.Errorf("the CSV has %d rows, want 3", len(p.Data.Rows))
	}
	for _, r := range p.Data.Rows {
		if len(r) != len(p.Data.Columns) {
			t.Errorf("a row has %d cells and there are %d columns: %q", len(r), len(p.Data.Columns), r)
		}
	}
}
