package app

import (
	"cmp"
	"slices"
	"strings"

	"orrery/internal/store"
	"orrery/ledger"
)

// lanes draws one pair of lanes a target, in the order of the region's states, then
// of other targets by code. An episode with several targets is in the lanes of each.
func (r *reading) lanes(p *pressure) []PressureLane {
	out := []PressureLane{}
	for _, target := range r.targets(p) {
		lane := PressureLane{Target: r.named(target), Triggers: []PressureMark{}, Responses: []PressureMark{}, Arcs: []Arc{}}
		for _, e := range p.episodes {
			if !slices.Contains(e.Noun.Targets, target) {
				continue
			}
			paired := shapeOf(e.Noun) == shapePair
			for _, row := range p.byDate(e.Noun.Triggers) {
				lane.Triggers = append(lane.Triggers, PressureMark{eventMark(row.Record, row.Noun), e.Key, paired})
			}
			for _, row := range p.byDate(e.Noun.Responses) {
				lane.Responses = append(lane.Responses, PressureMark{eventMark(row.Record, row.Noun), e.Key, paired})
			}
			lane.Arcs = append(lane.Arcs, p.arcs(e)...)
		}
		out = append(out, lane)
	}
	return out
}

func (r *reading) targets(p *pressure) []string {
	if p.target != "" {
		return []string{p.target}
	}
	place := map[string]int{}
	for i, code := range r.region.States {
		place[code] = i - len(r.region.States)
	}
	var codes []string
	for _, e := range p.episodes {
		codes = append(codes, e.Noun.Targets...)
	}
	slices.SortFunc(codes, func(a, b string) int { return cmp.Or(cmp.Compare(place[a], place[b]), cmp.Compare(a, b)) })
	return slices.Compact(codes)
}

// arcs joins each response of an episode to the latest trigger that does not
// certainly come after it, or to the first trigger where all do. An arc says that
// the episode sets the two side by side, not that one caused the other.
func (p *pressure) arcs(e store.Row[*ledger.Episode]) []Arc {
	triggers := p.byDate(e.Noun.Triggers)
	out := []Arc{}
	if len(triggers) == 0 {
		return out
	}
	grade, _ := e.Noun.Link()
	for _, response := range p.byDate(e.Noun.Responses) {
		from := triggers[0]
		for _, t := range triggers {
			if response.Noun.When.Before(t.Noun.When) != ledger.Certainly {
				from = t
			}
		}
		lag := ledger.Lag(from.Noun.When, response.Noun.When)
		out = append(out, Arc{Episode: e.Key, Trigger: from.Key, Response: response.Key, LagMin: lag.Min, LagMax: lag.Max, Known: lag.Known,
			Lag: lag.String(), Link: string(grade), Trace: recordTrace(e.Ref())})
	}
	return out
}

// claimants puts a list of the tables into words.
func claimants(list string) string {
	names := strings.Split(list, ";")
	for i, n := range names {
		names[i] = strings.TrimSpace(n)
	}
	last := len(names) - 1
	return joined(strings.Join(names[:last], ", "), " and ", names[last])
}

// episodeRow shows an episode. Its lag is from the first trigger to the first response.
func (r *reading) episodeRow(p *pressure, e store.Row[*ledger.Episode]) EpisodeRow {
	grade, words := e.Noun.Link()
	row := EpisodeRow{Key: e.Key, Name: e.Noun.Name, Targets: r.namedAll(e.Noun.Targets), Triggers: []EventMark{}, Responses: []EventMark{}, Shape: shapeOf(e.Noun),
		OfficialReason: e.Noun.OfficialReason, Link: string(grade), LinkText: words, ClaimedBy: claimants(e.Noun.ClaimedBy), Missing: p.missing(e.Noun), Trace: recordTrace(e.Ref())}
	triggers, responses := p.byDate(e.Noun.Triggers), p.byDate(e.Noun.Responses)
	for _, t := range triggers {
		row.Triggers = append(row.Triggers, eventMark(t.Record, t.Noun))
	}
	for _, t := range responses {
		row.Responses = append(row.Responses, eventMark(t.Record, t.Noun))
	}
	if len(triggers) > 0 && len(responses) > 0 {
		row.Lag = ledger.Lag(triggers[0].Noun.When, responses[0].Noun.When).String()
	}
	return row
}
