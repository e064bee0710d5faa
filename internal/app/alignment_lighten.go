package app

import (
	"slices"

	"orrery/ledger"
	"orrery/model/align"
)

// settle makes a run take as little memory as it can without saying less, once its dyads
// are computed: it stays in memory for as long as it is looked at.
func (v *alignRun) settle() {
	for i, d := range v.data.dyads {
		d.settle()
		lighten(v.results[i], d)
	}
}

// placedVote is a vote as it is shown once the model has read it.
type placedVote struct {
	symbol      string
	sources     []string
	day         ledger.Day
	state, hub  align.Choice
	knownMargin bool
}

func (d *dyadData) settle() {
	d.casts = make([]placedVote, len(d.Votes))
	for i, v := range d.Votes {
		d.casts[i] = placedVote{v.ID, v.Sources, ledger.DayOf(v.Day), v.State, v.Hub, v.Totals != align.Totals{}}
	}
	d.Votes = nil
}

// lighten keeps only the last step's distribution, which tells two hubs apart, lets
// observations share their names with the dyad's, and makes paths one that are equal under two
// readings of absence.
func lighten(res *align.Result, d *dyadData) {
	steps := res.Run().Mass.Steps
	if len(steps) > 1 && steps[0] == nil {
		return // it is light already, and others may be reading it
	}
	for t := range len(steps) - 1 {
		steps[t] = nil
	}
	for i := range res.Runs {
		points := slices.Clone(res.Runs[i].Points)
		for k := range i {
			if slices.Equal(points, res.Runs[k].Points) {
				points = res.Runs[k].Points
			}
		}
		res.Runs[i].Points = slices.Clip(points)
	}
	known, channels := d.sightings(), align.AllChannels()
	share := func(id string, sources []string, ch align.Channel) (string, []string, align.Channel) {
		if n := slices.Index(channels, ch); n >= 0 {
			ch = channels[n]
		}
		if one := known.votes[id]; one != nil && channelName(ch) == "votes" {
			return one.symbol, one.sources, ch
		}
		if one := known.reactions[id]; one != nil && channelName(ch) == "reactions" {
			return one.ID, one.Sources, ch
		}
		return id, sources, ch
	}
	items, drops := make([]align.Weight, len(res.Items)), make([]align.Drop, len(res.Drops))
	for i, w := range res.Items {
		w.ID, w.Sources, w.Channel = share(w.ID, w.Sources, w.Channel)
		items[i] = w
	}
	reasons := map[string]string{}
	for i, x := range res.Drops {
		x.ID, _, x.Channel = share(x.ID, nil, x.Channel)
		if why, ok := reasons[x.Why]; ok {
			x.Why = why
		}
		reasons[x.Why] = x.Why
		drops[i] = x
	}
	res.Items, res.Drops = items, drops
}

// names shares texts that come again thousands of times.
type names struct {
	sources map[string][]string
}

// list returns one list for equal lists.
func (n *names) list(texts []string) []string {
	key := ""
	for _, t := range texts {
		key += t + "\x00"
	}
	if had, ok := n.sources[key]; ok {
		return had
	}
	if n.sources == nil {
		n.sources = map[string][]string{}
	}
	n.sources[key] = slices.Clip(texts)
	return texts
}
