package align

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// Drop is an observation that was not used, and why.
type Drop struct {
	ID      string
	Channel Channel
	Why     string
}

// seen is one ordinal observation, ready to be scored.
type seen struct {
	id      string
	channel int // position in AllChannels
	day     int
	step    int
	bands   []band
	slope   float64 // fixed slope of its bands; 0: cuts are shares, stretched by the sharpness
	sources []string
	absent  bool
	wide    bool // its margin is not known
}

// count is the events of one step, added up.
type count struct {
	day, step   int
	coop, confl float64
	effective   float64
	sources     []string
	parts       []part // what was added up
}

// part is one entry of events.
type part struct {
	day                    int
	coop, confl, effective float64
	sources                []string
}

// seenAll is what one coding of absence sees of a dyad.
type seenAll struct {
	ordinal []seen // by channel, step, day, id
	events  []count
	drops   []Drop
}

// reader turns a dyad into observations.
type reader struct {
	s    Settings
	tl   timeline
	want [channels]bool
	out  seenAll
}

// read lists what the coding sees, in an order that does not depend on the order of the input, with what it drops.
func read(d Dyad, s Settings, tl timeline, coding Coding) (seenAll, error) {
	r := reader{s: s, tl: tl}
	for i, c := range AllChannels() {
		r.want[i] = len(s.Channels) == 0 || slices.Contains(s.Channels, c)
	}
	r.votes(d.Votes, coding)
	r.reactions(d.Reactions, coding)
	r.stances(d.Stances, coding)
	if err := r.eventCounts(d.Events); err != nil {
		return r.out, err
	}
	slices.SortFunc(r.out.ordinal, func(a, b seen) int {
		return cmp.Or(cmp.Compare(a.channel, b.channel), cmp.Compare(a.step, b.step), cmp.Compare(a.day, b.day),
			cmp.Compare(a.id, b.id), slices.CompareFunc(a.bands, b.bands, compareBands), slices.Compare(a.sources, b.sources))
	})
	slices.SortFunc(r.out.drops, func(a, b Drop) int {
		return cmp.Or(cmp.Compare(a.Channel, b.Channel), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Why, b.Why))
	})
	return r.out, nil
}

func compareBands(a, b band) int {
	return cmp.Or(cmp.Compare(a.lo, b.lo), cmp.Compare(a.hi, b.hi), cmp.Compare(a.weight, b.weight))
}

// add places an observation in its step, or drops it.
func (r *reader) add(o seen, why string) {
	if !r.want[o.channel] {
		return // left out by the caller: neither used nor dropped
	}
	step, inside := r.tl.step(o.day)
	if why == "" && !inside {
		why = fmt.Sprintf("dated %s, outside the span", timeOf(o.day).Format(time.DateOnly))
	}
	if why == "" && len(o.bands) == 0 {
		why = "holds no answer"
	}
	if why != "" {
		r.out.drops = append(r.out.drops, Drop{o.id, AllChannels()[o.channel], why})
		return
	}
	o.step = step
	r.out.ordinal = append(r.out.ordinal, o)
}
