package app

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"orrery/model/align"
)

// methodAlign is the page of the alignment model.
func (a *App) methodAlign(ctx context.Context, s Scope) (MethodView, error) {
	r, err := a.open(ctx, s)
	if err != nil {
		return MethodView{}, err
	}
	v := MethodView{Model: alignModel, Title: "Alignment: where each state stands with each hub", Says: alignSays(), Settings: []MethodRow{}, Diagnostics: []MethodRow{},
		Guardrails: alignGuardrails(), Limits: alignLimits(), Scope: r.scopeView()}
	if r.region.Name == "" {
		return v, nil
	}
	c := AlignOptions{}.chosen()
	run, pending, err := r.alignOf(r.hub, c, AlignOptions{})
	if err != nil {
		return MethodView{}, err
	}
	if v.Pending = pending; pending != nil || run.failed != "" {
		return v, nil
	}
	v.Run, v.Settings, v.Diagnostics, v.Scope.Hidden = r.runHead(run, c), alignSettings(run), r.alignDiagnostics(run), run.data.hidden
	return v, nil
}

func alignSettings(v *alignRun) []MethodRow {
	s := v.data.settles
	list := func(values []align.Weighted) string {
		out := make([]string, len(values))
		for i, w := range values {
			out[i] = fmt.Sprintf("%.3g", w.Value)
		}
		return strings.Join(out, ", ")
	}
	var channels []string
	for _, ch := range s.Channels {
		channels = append(channels, string(ch))
	}
	return []MethodRow{
		{"span", day(s.From) + " to " + day(s.To), "From 1 January of the first year in which at least half of the states are on record, to the end of the month of the newest vote, stance or statement; one span for all hubs."},
		{"step", "calendar month", "The latent moves from month to month, by as many days as lie between their ends."},
		{"grid", fmt.Sprintf("%d points from %g to %g", s.Grid.Points, s.Grid.Lo, s.Grid.Hi), "The values that the latent can take, in standard deviations of the world's states."},
		{"first step", fmt.Sprintf("normal around 0, sd %g", s.PriorSD), "Before anything was seen a state is a typical state of the world."},
		{"jumps", fmt.Sprintf("chance %g a month, variance %g", s.JumpRate, s.JumpVar), "Rare breaks that the walk alone would need years for."},
		{"drift q", list(s.Drift), "Variance of the walk in a year; each value is weighed by how well it explains what was seen."},
		{"sharpness λ", list(s.Sharpness), "How sharply roll calls and reaction items tell states apart; weighed likewise."},
		{"slope b1", list(s.Slope), "What alignment does to the odds that an event is cooperative; weighed likewise, and only where events are in."},
		{"offset b0", list(s.Offset), "Leaning of a dyad's coverage beyond its own average; weighed likewise, and only where events are in."},
		{"precision φ, within a story ρ", fmt.Sprintf("%g, %g", s.Precision, s.Within), "How much a month's mix of events can tell, and how little a second report of one story adds."},
		{"clarity of statements", strings.Trim(fmt.Sprint(s.Clarity), "[]"), "Slope of a coded statement by who spoke: the state, its leader, another office, a party, a commentator."},
		{"evidence", strings.Join(channels, ", "), "Events are off unless asked for: " + whyNoEvents + "."},
		{"absence", s.Coding.String(), "All three readings are computed; a direction must hold under each."},
		{"seed", "0", "The model draws nothing at random: one input gives one output."},
		{"code", alignCode, "Raised whenever the same observations give other results."},
	}
}

// alignDiagnostics is what a run says of itself.
func (r *reading) alignDiagnostics(v *alignRun) []MethodRow {
	last := len(v.results[0].Ends) - 1
	var sds, widths []float64
	shown, edges, unknown, jumps := 0, 0, 0, 0
	drift := map[string]int{}
	for _, res := range v.results {
		run := res.Run()
		for t, p := range run.Points {
			sds, widths = append(sds, p.SD), append(widths, p.Q95-p.Q05)
			if res.Level(t).OK {
				shown++
			}
			if p.Jump > jumpAt {
				jumps++
			}
		}
		if run.Points[last].Bound != 0 {
			edges++
		}
		unknown += res.NoMargin
		if len(run.Hypers) > 0 {
			drift[fmt.Sprintf("%g", run.Hypers[0].Drift)]++
		}
	}
	slices.Sort(sds)
	slices.Sort(widths)
	middle := func(xs []float64) string { return fmt.Sprintf("%.2f", xs[len(xs)/2]) }
	out := []MethodRow{
		{"states", fmt.Sprint(len(v.results)), "Each is followed by itself; none borrows from another."},
		{"steps", fmt.Sprint(last + 1), "Months."},
		{"posterior sd, middle of all months", middle(sds), "Above .6 a level is not shown."},
		{"width of the 90 % interval, middle", middle(widths), "Of all states and months."},
		{"months shown", fmt.Sprintf("%.0f %%", 100*float64(shown)/float64(len(sds))), "The rest is hatched where nothing was seen for six months, and has no number where the evidence is not enough."},
		{"jumps", fmt.Sprint(jumps), "Months in which a break is more probable than not."},
		{"at the end of the scale", fmt.Sprint(edges), "States whose last interval reaches ±4: a bound, not a place."},
		{"without known totals", fmt.Sprint(unknown), "Observations that carry a wide prior on how the world divided."},
		{"computed", v.at.UTC().Format(time.RFC3339), "Kept in the ledger and found again as long as the evidence is the same."},
	}
	for _, q := range slices.Sorted(mapKeys(drift)) {
		out = append(out, MethodRow{"drift " + q, fmt.Sprint(drift[q]), "States for which this variance a year explains best what was seen."})
	}
	return out
}
