package app

import (
	"strings"
	"testing"

	"orrery/model/align"
)

// A place that leans on an end of the scale is told as a bound whatever else is said of it, and what is not known is told
// without a number.
func TestABoundIsToldAsABound(t *testing.T) {
	r := &reading{}
	v := &alignRun{data: &alignData{hub: "HUB", dyads: []*dyadData{{Dyad: align.Dyad{State: "AAA"}}}}}
	change := .5
	at := func(edge string, level Ruling, sign int) string {
		s := Stand{At: "2020-01-31", Median: 3.5, Q05: 2.74, Q95: 3.97, Edge: edge, Level: level, Change: &change, Sign: sign, Direction: Ruling{Text: "not established", Why: "it is not"}}
		return r.standSentence(v, 0, s).String()
	}
	stale := Ruling{Text: align.Extrapolated, Why: "nothing was observed since 2019-01-31"}
	for _, c := range []struct{ got, want string }{
		{at("high", Ruling{OK: true, Text: align.AtLeast, Why: "nearly all is with it"}, 1), "On 31 January 2020 AAA stands with HUB: at least +2.74 (nearly all is with it). Over the year it moved towards HUB by 0.50."},
		{at("high", stale, 0), "On 31 January 2020 AAA: extrapolated (nothing was observed since 2019-01-31); the model's path is at least +2.74. Over the year: not established (it is not)."},
		{at("low", stale, 0), "On 31 January 2020 AAA: extrapolated (nothing was observed since 2019-01-31); the model's path is at most +3.97. Over the year: not established (it is not)."},
		{at("", stale, 0), "On 31 January 2020 AAA: extrapolated (nothing was observed since 2019-01-31); the model's middle is +3.50, with 90 % between +2.74 and +3.97. Over the year: not established (it is not)."},
		{at("", Ruling{OK: true}, -1), "On 31 January 2020 AAA stands with HUB: +3.50, with 90 % between +2.74 and +3.97. Over the year it moved away from HUB by 0.50."},
		{at("high", Ruling{Text: align.NotEnough, Why: "the sd is .70"}, 1), "On 31 January 2020 AAA: not enough evidence (the sd is .70). Over the year it moved towards HUB."},
	} {
		if c.got != c.want {
			t.Errorf("%s\nwant %s", c.got, c.want)
		}
	}
}

// Program and screens name a value on a boundary alike: ringAt in ui/test/standing.test.ts has the same list.
func TestABoundaryBelongsToTheNearerStretch(t *testing.T) {
	for value, want := range map[float64]string{4: "with", 1: "with", .999: "leaning-with", .33: "leaning-with", .329: "between", 0: "between", -.33: "between", -.331: "leaning-against",
		-1: "leaning-against", -1.001: "against", -3: "against", -9: "against"} {
		if got := ringOf(value, "HUB").Name; got != want {
			t.Errorf("%g is %s, want %s", value, got, want)
		}
	}
}

// Letters and words of an end of the scale come from one place.
func TestEdgeLetters(t *testing.T) {
	var letters []string
	for _, bound := range []int{1, -1, 0} {
		p := align.Point{Bound: bound}
		letters = append(letters, string(edgeMark(p))+edgeName(p))
	}
	if got := strings.Join(letters, " "); got != "hhigh llow ." {
		t.Errorf("%s", got)
	}
}
