package app_test

import (
	"strconv"
	"strings"
	"testing"

	"orrery/internal/app"
)

func counts(figures []app.Figure) map[string]int64 {
	out := map[string]int64{}
	for _, f := range figures {
		if f.N > 0 {
			out[f.Name] = f.N
		}
	}
	return out
}

func same(a, b map[string]int64) bool {
	if len(a) != len(b) {
		return false
	}
	for k, v := range a {
		if b[k] != v {
			return false
		}
	}
	return true
}

func TestResidenceAttack(t *testing.T) {
	w := postSoviet(t)
	v := must(w.Litmus(t.Context(), app.Scope{}, "residence-drones-2025"))(t)
	if got := counts(v.Counts); !same(got, map[string]int64{"with": 5, "leaning-with": 1, "against": 1, "silent-reported": 2}) {
		t.Errorf("counts: %v", got)
	}
	if got := counts(v.Timings); !same(got, map[string]int64{"in-time": 7}) {
		t.Errorf("timings: %v", got)
	}
	want := "Reported drone attack on the Russian president's residence in Novgorod region: of the 9 states expected to answer, 5 sided with Moscow, " +
		"1 leaned towards Moscow, 1 stood against Moscow and 2 are reported silent (nobody logged a search). All 7 answers came in time (within 2 days). " +
		"7 more answered without being expected to. None of these answers opens to a sentence in a stored document: they rest on cited sources."
	if got := v.Sentence.String(); got != want {
		t.Errorf("sentence:\n%s\nwant\n%s", got, want)
	}
	for _, a := range v.Expected {
		switch {
		case a.State == "TJK" && (a.Presence != app.Answered || a.Timing != app.InTime || a.Sources < 2 || a.LagMin == nil):
			t.Errorf("Tajikistan: %+v", a)
		case a.State == "AZE" && (a.Presence != app.SilentReported || a.Position != "silent" || a.Timing != app.Untimed):
			t.Errorf("Azerbaijan: %+v", a)
		case a.State == "RUS":
			t.Error("the hub is expected to answer itself")
		}
	}
}

func TestRollCallKeepsAbstainAndAbsentApart(t *testing.T) {
	w := postSoviet(t)
	v := must(w.Litmus(t.Context(), app.Scope{}, "A/RES/ES-11/1"))(t)
	if got := counts(v.Votes); !same(got, map[string]int64{"yes": 6, "no": 1, "abstain": 4, "absent": 3}) {
		t.Errorf("votes: %v", got)
	}
	if got := counts(v.Counts); !same(got, map[string]int64{"with": 1, "neutral": 4, "against": 6, "absent": 3}) {
		t.Errorf("counts: %v", got)
	}
	want := "A/RES/ES-11/1, Aggression against Ukraine (2022-03-02): Moscow voted no. Of the 14 states expected to vote, 6 voted yes, 1 voted no as Moscow did, " +
		"4 abstained and 3 were absent (which is not an abstention). Over all members: 141 yes, 5 no, 35 abstaining. " +
		"Each answer rests on a recorded vote."
	if got := v.Sentence.String(); got != want {
		t.Errorf("sentence:\n%s\nwant\n%s", got, want)
	}
	if v.HubVote != "no" || v.Official == nil || *v.Official.Yes != 141 {
		t.Errorf("hub %q, totals %+v", v.HubVote, v.Official)
	}
	item := must(w.Litmus(t.Context(), app.Scope{}, "aggression-vote-2022"))(t)
	if !same(counts(item.Counts), counts(v.Counts)) || !same(counts(item.Votes), counts(v.Votes)) {
		t.Errorf("the item counts %v and the roll call that it is %v", counts(item.Counts), counts(v.Counts))
	}
	// Another hub: the United States voted yes.
	usa := must(w.Litmus(t.Context(), app.Scope{Hub: "USA"}, "A/RES/ES-11/1"))(t)
	if got := counts(usa.Counts); !same(got, map[string]int64{"with": 6, "neutral": 4, "against": 1, "absent": 3}) || !strings.Contains(usa.Sentence.String(), "Washington voted yes") {
		t.Errorf("relative to the United States: %v, %s", got, usa.Sentence)
	}
	// A hub that has no vote on it places nobody.
	none := must(w.Litmus(t.Context(), app.Scope{Hub: "EU"}, "A/RES/ES-11/1"))(t)
	if got := counts(none.Counts); !same(got, map[string]int64{"unplaced": 11, "absent": 3}) {
		t.Errorf("relative to nobody: %v", got)
	}
}

// On every item and roll call the counts add up to the roster and the timings to
// those who answered, under every lens.
func TestCountsAddUp(t *testing.T) {
	w := postSoviet(t)
	vocabulary := must(w.Vocabulary(t.Context(), app.Scope{}))(t)
	var ids []string
	for _, i := range vocabulary.Items {
		ids = append(ids, i.Key)
	}
	for i, r := range vocabulary.RollCalls {
		if i%5 == 0 {
			ids = append(ids, r.Code)
		}
	}
	if len(ids) < 80 {
		t.Fatalf("only %d items and roll calls", len(ids))
	}
	for _, lens := range []string{"", "-based:RUS", "kind:wire,lang:en"} {
		scope := must(app.ParseScope("", lens, ""))(t)
		for _, id := range ids {
			v := must(w.Litmus(t.Context(), scope, id))(t)
			var total, answered, timed, votes int64
			for _, f := range v.Counts {
				total += f.N
			}
			for _, f := range v.Timings {
				timed += f.N
			}
			for _, f := range v.Votes {
				votes += f.N
			}
			for _, a := range v.Expected {
				if a.Presence == app.Answered {
					answered++
				}
				if a.State == v.Item.Hub.Code {
					t.Errorf("%s: the hub is expected", id)
				}
			}
			if int(total) != len(v.Expected) || timed != answered || (len(v.Votes) > 0 && int(votes) != len(v.Expected)) {
				t.Errorf("%s under %q: counts %d, votes %d, roster %d; timings %d, answered %d", id, lens, total, votes, len(v.Expected), timed, answered)
			}
		}
	}
}

func TestMatrixAgreesWithItems(t *testing.T) {
	w := postSoviet(t)
	m := must(w.LitmusMatrix(t.Context(), app.Scope{}))(t)
	if len(m.Rows) != 52 || len(m.States) != 14 {
		t.Fatalf("%d items, %d states", len(m.Rows), len(m.States))
	}
	for i, row := range m.Rows {
		if i > 0 && row.Item.T0 > m.Rows[i-1].Item.T0 {
			t.Errorf("%s stands after %s", row.Item.Key, m.Rows[i-1].Item.Key)
		}
		v := must(w.Litmus(t.Context(), app.Scope{}, row.Item.Key))(t)
		cells := map[string]app.Cell{}
		for _, a := range append(v.Expected, v.Others...) {
			cells[a.State] = a.Cell
		}
		for j, c := range row.Cells {
			if c.State != m.States[j].Code {
				t.Fatalf("%s: cell %d is of %s, the column of %s", row.Item.Key, j, c.State, m.States[j].Code)
			}
			if one, ok := cells[c.State]; ok && one != c {
				t.Errorf("%s, %s: matrix %+v, item %+v", row.Item.Key, c.State, c, one)
			} else if !ok && c.Presence != app.NotExpected {
				t.Errorf("%s, %s: matrix %+v, item nothing", row.Item.Key, c.State, c)
			}
		}
	}
}

func TestUnknownItemNamesNearOnes(t *testing.T) {
	_, err := postSoviet(t).Litmus(t.Context(), app.Scope{}, "residence-drone-2025")
	if e, ok := app.Explain(err); !ok || e.Code != app.NotFound || !strings.Contains(e.Error(), "residence-drones-2025") {
		t.Errorf("%v", err)
	}
}

func TestLensHidesRecordsAndSaysSo(t *testing.T) {
	w := postSoviet(t)
	scope := must(app.ParseScope("", "source:b-seed-000", ""))(t)
	v := must(w.Litmus(t.Context(), scope, "residence-drones-2025"))(t)
	if got := counts(v.Counts); !same(got, map[string]int64{"with": 1, "silent-reported": 2, "not-searched": 6}) {
		t.Errorf("as one source has it: %v", got)
	}
	// That source counts Moldova as silent, so it is no ground for what the president said.
	for _, a := range append(v.Expected, v.Others...) {
		if a.State == "MDA" && a.Presence == app.Answered {
			t.Errorf("the source that counts Moldova as silent makes it answer: %+v", a.Cell)
		}
	}
	if v.Scope.Hidden == 0 || v.Scope.Lens != "source:b-seed-000" || !strings.Contains(v.Sentence.String(), "The source lens hides") {
		t.Errorf("%+v %s", v.Scope, v.Sentence)
	}
}

// Silence outside the roster is no answer that nobody expected.
func TestOthersWhoAnswered(t *testing.T) {
	w := postSoviet(t)
	silent := 0
	for _, row := range must(w.LitmusMatrix(t.Context(), app.Scope{}))(t).Rows {
		v := must(w.Litmus(t.Context(), app.Scope{}, row.Item.Key))(t)
		answered := 0
		for _, a := range v.Others {
			if a.Presence == app.Answered {
				answered++
			} else {
				silent++
			}
		}
		for _, c := range v.Sentence {
			if strings.HasSuffix(c.Trace, "|others") && c.Text != strconv.Itoa(answered) {
				t.Errorf("%s: %d of the others answered: %s", row.Item.Key, answered, v.Sentence)
			}
		}
		if got := must(w.Trace(t.Context(), app.Scope{}, "litmus|"+row.Item.Key+"|others", ""))(t); got.Total != answered {
			t.Errorf("%s: %d rows of %d others who answered", row.Item.Key, got.Total, answered)
		}
	}
	if silent == 0 {
		t.Error("no item has a silent actor outside its roster, so that this shows nothing")
	}
}
