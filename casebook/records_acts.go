package casebook

import (
	"strconv"

	"orrery/ledger"
)

func actDrafts(c *Casebook) []Draft {
	var out []Draft
	for _, r := range c.Events {
		confidence, _ := strconv.Atoi(r.Confidence) // empty: nobody judged it, which is 0 in the ledger
		out = append(out, Draft{Table: "events", Line: r.Line, Evidence: cite(r.SourceIDs), Body: &ledger.Event{
			Slug: r.EventID, When: when(r.Date), By: all(r.Actors), To: all(r.Targets), Type: ledger.EventType(r.Event), Mode: r.Mode,
			Contexts: r.Contexts, Instrument: r.Instrument, Summary: r.Summary, Credibility: ledger.Credibility(confidence),
		}})
	}
	for _, r := range c.Episodes {
		out = append(out, Draft{Table: "episodes", Line: r.Line, Evidence: cite(r.SourceIDs), Body: &ledger.Episode{
			Slug: r.EpisodeID, Hub: r.Hub, Targets: all(r.Targets), Name: r.Name, Triggers: r.TriggerIDs, Responses: r.ResponseIDs,
			OfficialReason: r.OfficialReason, ClaimedLink: r.ClaimedLink, ClaimedBy: r.ClaimedBy.String(),
		}})
	}
	return out
}

func (c *Casebook) addEvent(n *ledger.Event, sources List) {
	confidence := ""
	if n.Credibility != 0 {
		confidence = strconv.Itoa(int(n.Credibility))
	}
	c.Events = append(c.Events, Event{EventID: n.Slug, Date: n.When.String(), Actors: n.By, Targets: n.To, Event: string(n.Type), Mode: n.Mode,
		Contexts: n.Contexts, Instrument: n.Instrument, Summary: n.Summary, Confidence: confidence, SourceIDs: sources})
}

func (c *Casebook) addEpisode(n *ledger.Episode, sources List) {
	c.Episodes = append(c.Episodes, Episode{EpisodeID: n.Slug, Hub: n.Hub, Targets: n.Targets, Name: n.Name, TriggerIDs: n.Triggers, ResponseIDs: n.Responses,
		OfficialReason: n.OfficialReason, ClaimedLink: n.ClaimedLink, ClaimedBy: SplitList(n.ClaimedBy), SourceIDs: sources})
}
