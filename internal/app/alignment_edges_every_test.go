package app_test

import (
	"fmt"
	"strings"
	"testing"

	"orrery/internal/app"
	"orrery/ledger"
)

// Every step's letter is what the page of that step says, and what its trace prints.
func TestEveryStepSaysWhetherItIsABound(t *testing.T) {
	s := smallLedger(t)
	yes, no, abstain := 3, 160, 10
	for i := range 40 { // against nearly all the world AAA votes as the hub does; then nothing is heard of it
		symbol, on := fmt.Sprintf("L%02d", i), ledger.MustDate(fmt.Sprintf("2021-%02d-%02d", 7+i%4, 2+i/4))
		s.add(&ledger.RollCall{Symbol: symbol, Title: "Question " + symbol, When: on, Yes: &yes, No: &no, Abstain: &abstain},
			&ledger.Vote{RollCall: symbol, Actor: "HUB", Choice: ledger.Yes, When: on}, &ledger.Vote{RollCall: symbol, Actor: "AAA", Choice: ledger.Yes, When: on})
	}
	s.rollCall("late", "2022-08-15", map[string]ledger.VoteChoice{"HUB": ledger.Yes, "BBB": ledger.No})
	v := must(s.Alignment(t.Context(), app.Scope{}, app.AlignOptions{Wait: true}))(t)
	bounds := 0
	for _, state := range v.States {
		if len(state.Edges) != len(v.Ends) || len(state.Levels) != len(v.Ends) {
			t.Fatalf("%s: %d letters for %d steps", state.State.Code, len(state.Edges), len(v.Ends))
		}
		for i, end := range v.Ends {
			d := s.dyad(state.State.Code, app.Scope{}, app.AlignOptions{At: end})
			if want := map[byte]string{'h': "high", 'l': "low", '.': ""}[state.Edges[i]]; d.Stand.Edge != want {
				t.Errorf("%s on %s: the letter is %c, the page says %q", state.State.Code, end, state.Edges[i], d.Stand.Edge)
			}
			if state.Edges[i] == '.' || state.Levels[i] == 'n' {
				continue
			}
			bounds++
			words := map[byte]string{'h': "at least ", 'l': "at most "}[state.Edges[i]]
			trace := must(s.Trace(t.Context(), app.Scope{}, d.Stand.Trace, ""))(t)
			if !strings.HasPrefix(trace.Value, words) || !strings.Contains(d.Sentence.String(), trace.Value) {
				t.Errorf("%s on %s: the trace prints %q, the sentence %q", state.State.Code, end, trace.Value, d.Sentence)
			}
		}
	}
	if bounds == 0 {
		t.Error("no step leans on an end of the scale: nothing was compared")
	}
}
