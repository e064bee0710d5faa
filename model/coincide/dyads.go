package coincide

import (
	"math/rand/v2"
	"slices"
)

// Watch is a span of days on which a response would have been seen, in one dyad or, when Dyad is empty, in all of them.
type Watch struct {
	Dyad string `json:"dyad,omitempty"`
	Span
}

// Watching is the watch over spans of days in all dyads.
func Watching(spans ...Span) []Watch {
	out := make([]Watch, len(spans))
	for i, s := range spans {
		out[i] = Watch{Span: s}
	}
	return out
}

// A rule over several dyads is tested on their time lines laid end to end: dyad number i lives i strides later, so that no window, no
// merging of responses and no stratum reaches from one into another. A stride is longer than any history.
const (
	strideBits = 20
	stride     = 1 << strideBits
	mostDyads  = 1000
)

// civil is the real day of a day on the long line.
func civil(d Day) Day { return d - dyadOf(d)<<strideBits }

// dyadOf is the number of the dyad in which a day of the long line lies.
func dyadOf(d Day) Day { return (d + stride/2) >> strideBits }

// dyads lists the study's dyads in order: those that it declares, or those that its events and watches name.
func (s Study) dyads() []string {
	names := slices.Clone(s.Dyads)
	if len(names) == 0 {
		for _, list := range [][]Event{s.Triggers, s.Responses} {
			for _, e := range list {
				names = append(names, e.Dyad)
			}
		}
		for _, w := range s.Observed {
			if w.Dyad != "" {
				names = append(names, w.Dyad)
			}
		}
	}
	if slices.Sort(names); len(names) == 0 {
		names = []string{""}
	}
	return slices.Compact(names)
}

// lines gives each dyad its watched days on the long line.
func lines(dyads []string, observed []Watch) [][]Span {
	out := make([][]Span, len(dyads))
	for i, name := range dyads {
		for _, w := range observed {
			if w.Dyad == "" || w.Dyad == name {
				out[i] = append(out[i], Span{w.First + Day(i)*stride, w.Last + Day(i)*stride})
			}
		}
		out[i] = merge(out[i])
	}
	return out
}

// watchedIn is the days on which one dyad was watched.
func watchedIn(observed []Watch, dyad string) []Span {
	var out []Span
	for _, w := range observed {
		if w.Dyad == "" || w.Dyad == dyad {
			out = append(out, w.Span)
		}
	}
	return merge(out)
}

// allWatched is the days on which any dyad was watched.
func allWatched(observed []Watch) []Span {
	out := make([]Span, len(observed))
	for i, w := range observed {
		out[i] = w.Span
	}
	return merge(out)
}

// place draws each event's day on the long line.
func (e *engine) place(events []Event, rng *rand.Rand) []Day {
	out := drawDays(events, rng)
	for i, ev := range events {
		out[i] += e.offset(ev)
	}
	return out
}

// offset is where an event's dyad begins on the long line.
func (e *engine) offset(ev Event) Day {
	i, _ := slices.BinarySearch(e.study.Dyads, ev.Dyad)
	return Day(i) * stride
}

// civilDays are the real days, in order.
func civilDays(list []Day) []Day {
	out := make([]Day, len(list))
	for i, d := range list {
		out[i] = civil(d)
	}
	slices.Sort(out)
	return out
}
