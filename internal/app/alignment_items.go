package app

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"orrery/ledger"
	"orrery/model/align"
)

// itemsShown is how many observations a dyad's page lists; because opens them all.
const itemsShown = 40

// sightings are a dyad's observations by channel and id, to show what the model names
// by its id alone.
type sightings struct {
	votes     map[string]*placedVote
	reactions map[string]*align.Reaction
	stances   map[string]*align.Stance
}

func (d *dyadData) sightings() sightings {
	s := sightings{map[string]*placedVote{}, map[string]*align.Reaction{}, map[string]*align.Stance{}}
	for i := range d.casts {
		s.votes[d.casts[i].symbol] = &d.casts[i]
	}
	for i := range d.Reactions {
		s.reactions[d.Reactions[i].ID] = &d.Reactions[i]
	}
	for i := range d.Stances {
		s.stances[d.Stances[i].ID] = &d.Stances[i]
	}
	return s
}

// itemWeight shows one observation with its weight for a step.
func (r *reading) itemWeight(v *alignRun, c chosen, i int, s sightings, w align.Weight) ItemWeight {
	d := v.data.dyads[i]
	out := ItemWeight{Key: w.ID, When: day(w.Day), Weight: round3(w.Weight), Margin: true}
	switch channelName(w.Channel) {
	case "votes":
		out.Kind, out.Trace = "vote", recordTrace(d.ref(w.Channel, w.ID))
		if roll := v.data.rolls[w.ID]; roll != nil {
			out.Title = roll.Title
		}
		if one := s.votes[w.ID]; one != nil {
			out.Hub, out.State, out.Margin = choiceWords(one.hub), choiceWords(one.state), one.knownMargin
			out.Position = positionOf(align.Relative(one.state, one.hub))
			if one.state == align.Absent {
				out.Position = ledger.AbsentPosition
			}
		}
	case "reactions":
		out.Kind, out.Trace = "reaction", traceID("cell", w.ID, d.State)
		if item := v.data.items[w.ID]; item != nil {
			out.Title = item.Title
		}
		if one := s.reactions[w.ID]; one != nil {
			out.Position, out.Margin = positionOf(one.State), one.Roster != align.Roster{}
			out.State = positionWords(out.Position)
		}
	case "events":
		out.Kind = "events"
		acts := d.actsOf(w.Day)
		out.Title = fmt.Sprintf("%d %s in %s", len(acts), plural(len(acts), "event", "events"), w.Day.Format("January 2006"))
		out.Trace = v.trace(c, d.State, len(v.results[i].Ends)-1, "counts", "events")
		if len(acts) == 1 {
			out.Trace = recordTrace(acts[0].ref)
		}
	default:
		out.Kind, out.Trace, out.Title = "statement", recordTrace(d.ref(w.Channel, w.ID)), strings.Replace(string(w.Channel), "stances", "statement", 1)
		if one := s.stances[w.ID]; one != nil {
			out.Position = positionOf(one.State)
			out.State = positionWords(out.Position)
		}
	}
	return out
}

// actsOf are the events of the month that a day falls in.
func (d *dyadData) actsOf(at time.Time) []deed {
	var out []deed
	for _, a := range d.acts {
		if a.day.Year() == at.Year() && a.day.Month() == at.Month() {
			out = append(out, a)
		}
	}
	return out
}

// divergent are the roll calls and items on which the state went against the hub, those
// first that pulled most at their own step: the ones that the path least expected.
func (r *reading) divergent(v *alignRun, c chosen, i int, s sightings, all []align.Weight) []ItemWeight {
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, func(a, b align.Weight) int {
		switch {
		case a.Local < b.Local:
			return -1
		case a.Local > b.Local:
			return 1
		}
		return 0
	})
	out := []ItemWeight{}
	for _, w := range sorted {
		if len(out) == itemsShown || w.Local >= 0 {
			break
		}
		if one := r.itemWeight(v, c, i, s, w); one.Position == ledger.Against || one.Position == ledger.LeaningAgainst {
			out = append(out, one)
		}
	}
	return out
}

// dropped are the observations of one reason that were not used.
type dropped struct {
	channel, why string
	refs         []string
}

// drops groups what was not used, before the model and by it, in a fixed order.
func (v *alignRun) drops(i int) []dropped {
	d := v.data.dyads[i]
	var out []dropped
	add := func(ch align.Channel, why string, refs ...string) {
		if strings.HasPrefix(why, "dated ") && strings.HasSuffix(why, ", outside the span") {
			why = "outside the span"
		}
		name := channelName(ch)
		at := slices.IndexFunc(out, func(o dropped) bool { return o.channel == name && o.why == why })
		if at < 0 {
			at = len(out)
			out = append(out, dropped{channel: name, why: why})
		}
		out[at].refs = append(out[at].refs, refs...)
	}
	for _, one := range v.results[i].Drops {
		if one.Channel != align.EventShares {
			add(one.Channel, one.Why, d.ref(one.Channel, one.ID))
			continue
		}
		at, err := time.Parse(time.DateOnly, one.ID)
		if err != nil {
			continue
		}
		for _, act := range d.actsOf(at) {
			add(one.Channel, one.Why, act.ref)
		}
	}
	used := map[string]bool{}
	for _, ch := range v.data.settles.Channels {
		used[channelName(ch)] = true
	}
	for _, one := range d.drops {
		switch {
		case !used[channelName(one.Channel)]: // left out by choice, not dropped
		case one.Channel == align.EventShares:
			add(one.Channel, one.Why, string(ledger.KindEvent)+":"+one.ID)
		default:
			add(one.Channel, one.Why, d.ref(one.Channel, one.ID))
		}
	}
	return out
}
