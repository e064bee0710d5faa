package dedupe_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"orrery/internal/coding/dedupe"
	"orrery/internal/coding/draft"
	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

func event(to, day string, confidence float64, at int) draft.Draft {
	return draft.Draft{Kind: ledger.KindEvent, Confidence: confidence, Span: syntax.Span{Start: at, End: at + 10},
		Body: &ledger.Event{When: date(day), By: []string{"RUS"}, To: []string{to}, Type: "SANCTION"}}
}

func date(s string) ledger.Date {
	if s == "" {
		return ledger.Date{}
	}
	return ledger.MustDate(s)
}

func TestOneEventToldTwiceIsOneDraft(t *testing.T) {
	in := []draft.Draft{event("MDA", "2013-09-11", .5, 0), event("GEO", "2013-09-11", .9, 20), event("MDA", "2013-09", .8, 40), event("MDA", "2021", .7, 60)}
	pair := draft.Draft{Kind: ledger.KindEpisode, Body: &ledger.Episode{Hub: "RUS", Targets: []string{"MDA"}, Name: "x"}, Refers: []int{0, 2, 3}, Triggers: 2}
	out := dedupe.Drafts(append(in, pair))
	if len(out) != 4 {
		t.Fatalf("%d drafts: %+v", len(out), out)
	}
	if out[1].Confidence != .8 || !slices.Equal(out[1].Also, []syntax.Span{{Start: 0, End: 10}}) || len(out[1].Trace.Filters) != 1 {
		t.Errorf("kept %+v", out[1])
	}
	if p := out[3]; !slices.Equal(p.Refers, []int{1, 2}) || p.Triggers != 1 {
		t.Errorf("refers to %v, %d triggers", p.Refers, p.Triggers)
	}
	if len(in[0].Also) != 0 || !slices.Equal(pair.Refers, []int{0, 2, 3}) {
		t.Error("the input was changed")
	}
}

func TestStatementsAndUnlikeThingsStay(t *testing.T) {
	stance := func(actor string, p ledger.Position) draft.Draft {
		return draft.Draft{Kind: ledger.KindStance, Body: &ledger.Stance{Item: "i", Actor: actor, Position: p}}
	}
	said := draft.Draft{Kind: ledger.KindStatement, Body: &ledger.Statement{Speaker: "A"}}
	in := []draft.Draft{said, said, stance("KAZ", ledger.With), stance("KAZ", ledger.Silent), stance("UZB", ledger.With), stance("KAZ", ledger.With)}
	if out := dedupe.Drafts(in); len(out) != 5 {
		t.Errorf("%d drafts", len(out))
	}
}

func TestRefersAlwaysLeadsSomewhere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 12).Draw(t, "n")
		var in []draft.Draft
		for i := range n {
			d := event(rapid.SampledFrom([]string{"MDA", "GEO"}).Draw(t, "to"), rapid.SampledFrom([]string{"", "2013", "2014"}).Draw(t, "day"),
				rapid.Float64Range(0, 1).Draw(t, "c"), i*20)
			d.Refers = rapid.SliceOfN(rapid.IntRange(0, max(0, n-1)), 0, 4).Draw(t, "refers")
			d.Triggers = rapid.IntRange(0, len(d.Refers)).Draw(t, "triggers")
			in = append(in, d)
		}
		out := dedupe.Drafts(in)
		if len(out) > len(in) {
			t.Fatal("more drafts than before")
		}
		for _, d := range out {
			if d.Triggers > len(d.Refers) {
				t.Fatal("more triggers than drafts referred to")
			}
			for _, r := range d.Refers {
				if r < 0 || r >= len(out) {
					t.Fatalf("refers to %d of %d", r, len(out))
				}
			}
		}
		if again := dedupe.Drafts(out); len(again) > len(out) {
			t.Fatal("grew when merged again")
		}
	})
}
