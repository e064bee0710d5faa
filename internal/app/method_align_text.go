package app

import (
	"iter"
	"maps"
)

func mapKeys(m map[string]int) iter.Seq[string] { return maps.Keys(m) }

func alignSays() []MethodPart {
	return []MethodPart{
		{"What is measured", []string{
			"One number for each state, hub and month: how near the state stands to the hub. Zero is the place of a typical state of the world, one is a standard deviation of the world's states nearer to the hub.",
			"It is not a distance on one axis of world politics. Most states of a region can lie outside the interval between two hubs on such an axis, where the difference of distances is the same for all of them; Orrery refuses to compute it."}, []string{}},
		{"How it moves", []string{"It walks in small steps, with rare jumps. Before anything was seen it is a typical state's."},
			[]string{"a[0] ~ N(0, 1)", "a[t] | a[t−1] ~ (1 − π) N(a[t−1], q Δt) + π N(a[t−1], qJ)"}},
		{"Recorded votes", []string{
			"Each roll call is read beside the hub's own vote: the same vote is with, an abstention neutral, the opposite vote against. Its thresholds follow from how the whole world divided, so that a vote with nearly everybody says nearly nothing. Where the hub abstained or was absent, no vote was the hub's, and the roll call is dropped.",
			hubRule, "A roll call of which the totals are not known carries a wide prior on them."},
			[]string{"P(against) = Φ(k1 − λa),  P(neutral) = Φ(k2 − λa) − Φ(k1 − λa),  P(with) = 1 − Φ(k2 − λa)", "k1 = √(1 + λ²) Φ⁻¹(p against),  k2 = √(1 + λ²) Φ⁻¹(p against + p neutral)"}},
		{"Reaction items", []string{
			"An answer to a reaction item counts as a vote would, with the division of the item's own roster in place of the world's. Leaning counts as this or its neighbour. Nobody's search is no observation; an answer on which accepted records disagree is dropped; an item that is a roll call counts once, as the vote."}, []string{}},
		{"Statements", []string{
			"An accepted statement of the state, or of a person in its office on that day, about the hub: five answers from hostile to supportive, at fixed cuts, weighed by who spoke."},
			[]string{"cuts −1.5, −.5, .5, 1.5;  slopes 1, 1, 1, .5, .25"}},
		{"Events", []string{
			"The share of cooperative events of a month can show change and never a level. " + "It is off unless asked for: " + whyNoEvents + "."},
			[]string{"C ~ BetaBinomial(n effective, logistic(b0 + b1 a), φ)", "n effective = n / (1 + (m − 1) ρ), m reports a story"}},
		{"Absence", []string{
			"States stay away for reasons. All results are computed three times: absence as missing, as an abstention, and as an answer of its own between against and neutral where the state is known to have been there. Silence on an item counts as such an answer only where somebody logged a search."}, []string{}},
		{"How it is computed", []string{
			"On a grid of points, forward and backward through time, which is exact for any likelihood: nothing is drawn at random. What is not known of the model's own numbers is averaged by evidence, so that the intervals carry it.",
			"The weight of an observation is how far the mean of a step moves when it counts once more. The contribution of a kind of evidence is the median less the median without it. The swing is the single source whose loss moves the last median most."}, []string{}},
	}
}

func alignGuardrails() []MethodRow {
	return []MethodRow{
		{"level", "sd at most .6, something seen within six months", "Otherwise “not enough evidence” or “extrapolated”, hatched."},
		{"bound", "more than 5 % of the distribution within .1 of the end of the scale", "The number is then a bound: at least, or at most."},
		{"direction", "probability at least .90; the sign survives each reading of absence and leaving out each kind of evidence", "Otherwise “direction not established”. With one kind of evidence only there never is a direction."},
		{"closer to", "the same rule for the difference of two hubs, taken as independent", "Otherwise “direction not established”."},
		{"distance on one axis", "never", "Refused: states outside the interval between two hubs would all tie."},
	}
}

func alignLimits() []string {
	return []string{
		"The scale ends at ±4. A state that nearly always votes with the hub on lopsided items is held back there: read it as “as close as this can tell”.",
		"Votes of one autumn share causes; they are taken as independent given the alignment.",
		"All items of a dyad are equally sharp. One on which alignment plays no part still pulls towards the middle of its margin.",
		"A roster of the region is not the world: reaction items put zero at the roster's typical state, so votes and reactions can disagree in level. Leaving out a kind of evidence shows it.",
		"With less than some hundred votes the three readings of absence can differ by more than one unit; no direction survives that.",
		"A derived vote of an organisation takes its members in the ledger for the organisation.",
		"Answers without a date, or with a rough one, are placed on the day of their item.",
	}
}
