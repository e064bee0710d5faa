package casebook

import (
	"strconv"

	"orrery/ledger"
)

func answerDrafts(c *Casebook) []Draft {
	var out []Draft
	for _, r := range c.Resolutions {
		out = append(out, Draft{Table: "resolutions", Line: r.Line, Evidence: cite(r.SourceIDs), Body: &ledger.RollCall{
			Symbol: r.Resolution, When: when(r.Date), Title: r.Title, Yes: total(r.Yes), No: total(r.No), Abstain: total(r.Abstain),
		}})
	}
	voted := map[string]bool{}
	for _, r := range c.Votes {
		vote := &ledger.Vote{RollCall: r.Resolution, Actor: r.Actor, Choice: ledger.VoteChoice(r.Vote), When: when(r.Date)}
		voted[vote.NaturalKey()] = true
		out = append(out, Draft{Table: "votes", Line: r.Line, Evidence: cite(r.SourceIDs), Body: vote})
	}
	calls := map[string]string{}
	for _, r := range c.Litmus {
		calls[r.LitmusID] = r.Resolution
		out = append(out, Draft{Table: "litmus", Line: r.Line, Evidence: cite(r.SourceIDs), Body: item(r)})
	}
	for _, r := range c.Stances {
		evidence := cite(r.SourceIDs)
		// A stance taken by vote, or by staying away from one, rests on that vote too.
		byVote := r.Form == string(ledger.FormVote) || r.Form == string(ledger.FormAbsence)
		if key := (&ledger.Vote{RollCall: calls[r.LitmusID], Actor: r.Actor}).NaturalKey(); byVote && voted[key] {
			evidence = append(evidence, ledger.Evidence{Vote: key})
		}
		out = append(out, Draft{Table: "stances", Line: r.Line, Evidence: evidence, Body: &ledger.Stance{
			Item: r.LitmusID, Actor: r.Actor, Position: ledger.Position(r.Stance), When: when(r.Date), Form: ledger.StanceForm(r.Form),
			Voice: r.Voice, Summary: r.Summary, Imported: true,
		}})
	}
	return out
}

func item(r Litmus) *ledger.Item {
	window, _ := ledger.ParseWindow(r.Window)
	out := &ledger.Item{Slug: r.LitmusID, Title: r.Title, Question: r.Question, T0: when(r.T0), Window: window, Roster: all(r.Roster),
		Hub: r.Hub, With: r.WithHub, Against: r.AgainstHub, RollCall: r.Resolution}
	if r.Date != r.T0 {
		out.Listed = when(r.Date)
	}
	return out
}

// total reads an official total; an empty cell is unknown and not zero.
func total(cell string) *int {
	n, err := strconv.Atoi(cell)
	if err != nil {
		return nil
	}
	return &n
}

func totalCell(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

func (c *Casebook) addRollCall(n *ledger.RollCall, sources List) {
	c.Resolutions = append(c.Resolutions, Resolution{Resolution: n.Symbol, Date: n.When.String(), Title: n.Title,
		Yes: totalCell(n.Yes), No: totalCell(n.No), Abstain: totalCell(n.Abstain), SourceIDs: sources})
}

// addVote leaves the title to FromRecords, which knows the roll calls.
func (c *Casebook) addVote(n *ledger.Vote, sources List) {
	c.Votes = append(c.Votes, Vote{Resolution: n.RollCall, Date: n.When.String(), Actor: n.Actor, Vote: string(n.Choice), SourceIDs: sources})
}

func (c *Casebook) addItem(n *ledger.Item, sources List) {
	day := n.Listed
	if day.IsZero() {
		day = n.T0
	}
	c.Litmus = append(c.Litmus, Litmus{LitmusID: n.Slug, Date: day.String(), Title: n.Title, Question: n.Question, WithHub: n.With, AgainstHub: n.Against,
		Hub: n.Hub, T0: n.T0.String(), Window: n.Window.String(), Roster: n.Roster, Resolution: n.RollCall, SourceIDs: sources})
}

func (c *Casebook) addStance(n *ledger.Stance, sources List) {
	c.Stances = append(c.Stances, Stance{LitmusID: n.Item, Actor: n.Actor, Stance: string(n.Position), Date: n.When.String(),
		Form: string(n.Form), Voice: n.Voice, Summary: n.Summary, SourceIDs: sources})
}
