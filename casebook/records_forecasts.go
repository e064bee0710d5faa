package casebook

import "orrery/ledger"

// forecastDrafts makes two nouns of a row: what was said, and how it came out. An
// open row has a resolution too, which carries the note.
func forecastDrafts(c *Casebook) []Draft {
	var out []Draft
	for _, r := range c.Forecasts {
		forecast := &ledger.Forecast{
			Slug: r.ForecastID, Author: r.Author, Form: ledger.Scorable, Scale: ledger.ScaleOf(r.Kind), Published: when(r.Published),
			Statement: r.Statement, Words: r.Words, Question: r.Question, Condition: r.Condition,
			Horizon: when(r.Horizon), HorizonBy: r.HorizonBy,
		}
		if r.Condition != "" {
			forecast.Form = ledger.Conditional
		}
		forecast.Probability, forecast.Text = number(r.Probability)
		out = append(out, Draft{Table: "forecasts", Line: r.Line, Evidence: cite(r.SourceIDs), Body: forecast},
			Draft{Table: "forecasts", Line: r.Line, Evidence: cite(r.ResolutionSourceIDs), Body: &ledger.Resolution{
				Forecast: r.ForecastID, Outcome: ledger.Outcome(r.Outcome), When: when(r.Resolved), Note: r.ResolutionNote,
			}})
	}
	return out
}

// addForecast leaves the outcome to FromRecords, which knows the resolutions: a
// forecast without one is open.
func (c *Casebook) addForecast(n *ledger.Forecast, sources List) {
	c.Forecasts = append(c.Forecasts, Forecast{ForecastID: n.Slug, Author: n.Author, Kind: string(n.Scale), SourceIDs: sources,
		Published: n.Published.String(), Statement: n.Statement, Words: n.Words, Probability: numberCell(n.Probability, n.Text),
		Question: n.Question, Condition: n.Condition, Horizon: n.Horizon.String(), HorizonBy: n.HorizonBy, Outcome: string(ledger.OutcomeOpen)})
}

func (f *Forecast) settle(n *ledger.Resolution, sources List) {
	f.Outcome, f.Resolved, f.ResolutionNote, f.ResolutionSourceIDs = string(n.Outcome), n.When.String(), n.Note, sources
}
