package app

import (
	"context"
	"fmt"
	"strconv"
)

// methodIRT is the page about the world's ideal points, with the numbers of the run.
func (a *App) methodIRT(ctx context.Context, s Scope) (MethodView, error) {
	r, err := a.open(ctx, s)
	if err != nil {
		return MethodView{}, err
	}
	v := MethodView{Model: "irt", Title: "The world's ideal points", Says: saysIRT(), Settings: []MethodRow{}, Diagnostics: []MethodRow{}, Guardrails: guardsIRT(), Limits: limitsIRT()}
	run, pending, err := r.worldRun(false, nil)
	if err != nil {
		return v, err
	}
	v.Scope, v.Pending = r.scopeView(), pending
	if pending != nil {
		return v, nil
	}
	if run.failed != "" {
		v.Diagnostics = append(v.Diagnostics, MethodRow{"run", "none", "No positions can be estimated: " + run.failed + "."})
		return v, nil
	}
	v.Run = r.worldHead(run)
	v.Settings = []MethodRow{
		{"method", "fast", "Normal approximations of positions and roll calls, found by Newton steps on a bound of the evidence; no randomness, hence no seed."},
		{"period", "calendar year", "A position holds for the year of the votes; between years it walks."},
		{"categories", "yes, abstain, no", "In this order. Absent is missing: it says nothing here."},
		{"positive side", run.Anchor, "The region's first hub but its own that votes; else the United States, as in the published series; else whoever votes most."},
		{"scale", "mean 0, standard deviation 1", "Over all states and years of this ledger together."},
	}
	v.Diagnostics = []MethodRow{
		{"states", strconv.Itoa(len(run.Units)), "Who votes in this ledger."},
		{"years", fmt.Sprintf("%d to %d", run.Years[0], run.Years[len(run.Years)-1]), strconv.Itoa(len(run.Years)) + " with votes."},
		{"votes", Thousands(run.Used), "That count, of " + Thousands(run.Votes) + " that took a side or abstained."},
		{"roll calls", Thousands(int64(run.Calls - run.dropped())), fmt.Sprintf("That count; %d say nothing to the model, each named on the page of the world.", run.dropped())},
		{"walk", fmt.Sprintf("%.4f", run.WalkVar), "Variance of a position's change in a year, learned from the votes; one for all states."},
		{"rounds", strconv.Itoa(run.Rounds), settledWords(run.Converged)},
		{"interval width", fmt.Sprintf("%.2f", run.width()), "Mean width of the 90 % intervals."},
	}
	return v, nil
}

func settledWords(converged bool) string {
	if converged {
		return "Rounds until no position moved further."
	}
	return "Rounds, by the method's stopping rule; positions still moved a little. See docs/methods/idealpoints.md."
}

func (v *worldRun) width() float64 {
	sum := 0.0
	for _, p := range v.Points {
		sum += p.Q95 - p.Q05
	}
	return sum / float64(max(len(v.Points), 1))
}

func saysIRT() []MethodPart {
	return []MethodPart{
		{"What is estimated", []string{"One number a state and year: where it stands on the dimension along which those who vote differ most over all subjects. Two states that vote alike stand close; a roll call on which the assembly splits along the dimension tells much, one that splits it otherwise tells little."}, []string{}},
		{"Model", []string{"State i has a position θ in year t. Roll call j has a slope β, which says how strongly it tells the two ends apart, and cutpoints g between yes, abstain and no. Φ is the normal distribution.", "From year to year a position takes a random step, whose variance is learned from the votes. Gaps widen the step; entry and exit need nothing."},
			[]string{"P(y ≤ k) = Φ(g_k − β_j θ_it)", "θ_it ~ N(θ_i,t−1, v·Δt),  first θ ~ N(0, 1)", "β ~ N(0, 1),  g ~ N(0, 9) each, in order"}},
		{"How it is run", []string{"On all accepted votes of the ledger, in the background, once for each state of the ledger; the result is kept in the ledger with the SHA-256 of the votes it rests on and is found again by it. For the full posterior, with draws and their diagnostics, use the same model on a file: orrery irt FILE --method full."}, []string{}},
		{"References", []string{"Bailey, Strezhnev and Voeten, Estimating Dynamic State Preferences from United Nations Voting Data, Journal of Conflict Resolution 61 (2017), 430–456. Martin and Quinn, Dynamic Ideal Point Estimation via Markov Chain Monte Carlo for the U.S. Supreme Court, Political Analysis 10 (2002), 134–153."}, []string{}},
	}
}

func guardsIRT() []MethodRow {
	return []MethodRow{
		{"no distance from a hub", "not offered", "The difference of two distances on one axis says nothing for a state that lies beyond both hubs: it is the same for all of them. Alignment with a hub is a model of its own."},
		{"no position without a vote", "blank", "A year in which a state cast no vote that counts has no point, though the model could carry the last one on."},
		{"a selection of states", "said above the chart", "With few states the scale is theirs and not the world's."},
		{"thin years", "named", "Years with fewer than ten roll calls rest mostly on the years around."},
	}
}

func limitsIRT() []string {
	return []string{
		"The fast approximation takes positions and roll calls for independent: its 90 % intervals hold about 85 % of the true positions in simulated tables.",
		"Which subjects are voted on changes from year to year. A state may move because the agenda moved: resolutions that are voted on again each year are not yet joined.",
		"Absence is missing here. Absence on purpose is a signal that only the alignment with a hub reads.",
		"The dimension has no name. That the United States stand at one end does not make it support for or opposition to them.",
		"Numbers of two ledgers, or of one ledger at two times, are on two scales.",
	}
}
