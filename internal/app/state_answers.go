package app

import (
	"iter"
	"maps"

	"orrery/internal/store"
	"orrery/ledger"
)

// votesOf is the lane of a state's votes.
func (r *reading) votesOf(code string) ([]VoteMark, error) {
	votes, err := lensed[*ledger.Vote](r, r.laneQuery(code, "votes"))
	if err != nil {
		return nil, err
	}
	return r.voteMarks(votes)
}

// voteMarks shows votes with their roll call's title and the hub's own vote.
func (r *reading) voteMarks(votes []store.Row[*ledger.Vote]) ([]VoteMark, error) {
	symbols, own := make([]string, len(votes)), make([]string, len(votes))
	for i, v := range votes {
		symbols[i] = v.Noun.RollCall
		own[i] = (&ledger.Vote{RollCall: v.Noun.RollCall, Actor: r.hub}).NaturalKey()
	}
	rolls := map[string]*ledger.RollCall{}
	if err := lookUp(r, symbols, rolls, func(row store.Row[*ledger.RollCall]) *ledger.RollCall { return row.Noun }); err != nil {
		return nil, err
	}
	if err := lookUp(r, own, r.votes, func(row store.Row[*ledger.Vote]) *store.Row[*ledger.Vote] { return &row }); err != nil {
		return nil, err
	}
	marks := make([]VoteMark, 0, len(votes))
	for i, v := range votes {
		m := VoteMark{RollCall: v.Noun.RollCall, When: v.Noun.When.String(), Vote: string(v.Noun.Choice), Trace: recordTrace(v.Ref())}
		if roll := rolls[v.Noun.RollCall]; roll != nil {
			m.Title = roll.Title
		}
		hub := ledger.VoteChoice("")
		if h := r.votes[own[i]]; h != nil {
			hub = h.Noun.Choice
		}
		m.HubVote, m.Position = string(hub), string(v.Noun.Choice.Relative(hub))
		marks = append(marks, m)
	}
	return marks, nil
}

// stancesOf is the lane of a state's stances, each by itself: cells are the litmus's.
func (r *reading) stancesOf(code string) ([]StanceMark, error) {
	stances, err := lensed[*ledger.Stance](r, r.laneQuery(code, "stances"))
	if err != nil {
		return nil, err
	}
	keys := make([]string, len(stances))
	for i, s := range stances {
		keys[i] = s.Noun.Item
	}
	items := map[string]*ledger.Item{}
	if err := lookUp(r, keys, items, func(row store.Row[*ledger.Item]) *ledger.Item { return row.Noun }); err != nil {
		return nil, err
	}
	marks := make([]StanceMark, 0, len(stances))
	for _, s := range stances {
		m := StanceMark{Item: s.Noun.Item, When: s.Noun.When.String(), Position: string(s.Noun.Position), Form: string(s.Noun.Form),
			Voice: s.Noun.Voice, Summary: s.Noun.Summary, Trace: recordTrace(s.Ref())}
		if i := items[s.Noun.Item]; i != nil {
			m.Title, m.Hub = i.Title, i.Hub
		}
		marks = append(marks, m)
	}
	return marks, nil
}

// forecastRecords finds the forecasts about an actor: those that list it, and those
// whose words name it by its English name.
func (r *reading) forecastRecords(code string) ([]store.Row[*ledger.Forecast], error) {
	q := store.Query{Party: []store.PartyIs{{Roles: []ledger.Role{ledger.RoleTo}, Keys: []string{code}}}}
	listed, err := lensed[*ledger.Forecast](r, q)
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	for _, f := range listed {
		known[f.Key] = true
	}
	var keys []string
	search := store.SearchQuery{Words: `"` + r.name(code) + `"`, Kinds: []ledger.Kind{ledger.KindForecast}, AsOf: r.scope.AsOf, Limit: 100}
	for {
		hits, err := r.app.store.Search(r.ctx, search)
		if err != nil {
			return nil, err
		}
		for _, h := range hits {
			if !known[h.Key] {
				known[h.Key] = true
				keys = append(keys, h.Key)
			}
		}
		if len(hits) < search.Limit {
			break
		}
		search.Skip += len(hits)
	}
	for len(keys) > 0 {
		n := min(len(keys), keysAtOnce)
		more, err := lensed[*ledger.Forecast](r, store.Query{Keys: keys[:n]})
		if err != nil {
			return nil, err
		}
		listed, keys = append(listed, more...), keys[n:]
	}
	return listed, nil
}

func (r *reading) forecastsOf(code string) ([]ForecastRow, error) {
	forecasts, err := r.forecastRecords(code)
	if err != nil {
		return nil, err
	}
	keys := make([]string, len(forecasts))
	for i, f := range forecasts {
		keys[i] = f.Key
	}
	outcomes := map[string]*ledger.Resolution{}
	if err := lookUp(r, keys, outcomes, func(row store.Row[*ledger.Resolution]) *ledger.Resolution { return row.Noun }); err != nil {
		return nil, err
	}
	rows := []ForecastRow{}
	for _, f := range forecasts {
		row := ForecastRow{Key: f.Key, Author: r.name(f.Noun.Author), Published: f.Noun.Published.String(), Statement: f.Noun.Statement, Question: f.Noun.Question,
			Probability: f.Noun.Probability, Horizon: f.Noun.Horizon.String(), Form: string(f.Noun.Form), Trace: recordTrace(f.Ref())}
		if o := outcomes[f.Key]; o != nil {
			row.Outcome = string(o.Outcome)
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func valuesOf(m map[string]string) iter.Seq[string] { return maps.Values(m) }
