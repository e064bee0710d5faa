package align

import "math"

// band is one way in which an ordinal answer can come about: its latent score falls between two cuts. The cuts are shares of the
// world turned into normal scores when slope is zero, and are then stretched by the sharpness of the items; else they
// and the slope are taken as they stand.
type band struct{ lo, hi, weight float64 }

var infinity = math.Inf(1)

// margin is how the world, or a roster, divided relative to the hub, as counts. Halves are allowed.
type margin struct{ against, neutral, with, silent float64 }

func (t Totals) margin(hub Choice) margin {
	m := margin{against: float64(t.No), neutral: float64(t.Abstain), with: float64(t.Yes), silent: float64(t.Absent)}
	if hub == No {
		m.against, m.with = m.with, m.against
	}
	return m
}

func (r Roster) margin() margin {
	lean, with := float64(r.LeaningAgainst)/2, float64(r.LeaningWith)/2
	return margin{against: float64(r.Against) + lean, neutral: float64(r.Neutral) + lean + with,
		with: float64(r.With) + with, silent: float64(r.Silent)}
}

// awayShare is the share of members that is taken as absent where absences were not counted: the usual share of
// non-voting marks in the General Assembly's records since 1992 is about a tenth.
const awayShare = .1

// cuts is the two thresholds, as normal scores, from smoothed shares.
func (m margin) cuts() (lo, hi float64) {
	n := m.against + m.neutral + m.with + 1.5
	return probit((m.against + .5) / n), probit((m.against + m.neutral + 1) / n)
}

// silence is the band of an absence between against and neutral, when absence is an answer of its own.
func (m margin) silence() (lo, hi float64) {
	if m.silent == 0 {
		m.silent = awayShare / (1 - awayShare) * (m.against + m.neutral + m.with)
	}
	n := m.against + m.neutral + m.with + m.silent + 2
	return probit((m.against + .5) / n), probit((m.against + m.silent + 1) / n)
}

// bands is the ways to the given answer; none when the answer says nothing.
func (m margin) bands(a Answer, weight float64) []band {
	lo, hi := m.cuts()
	switch a {
	case Against:
		return []band{{-infinity, lo, weight}}
	case LeaningAgainst: // against or neutral: the coder could not say which
		return []band{{-infinity, hi, weight}}
	case Neutral:
		return []band{{lo, hi, weight}}
	case LeaningWith:
		return []band{{lo, infinity, weight}}
	case With:
		return []band{{hi, infinity, weight}}
	case Silent:
		lo, hi = m.silence()
		return []band{{lo, hi, weight}}
	}
	return nil
}

// wide is the prior on a margin that nobody recorded: the share of against among those who took a side is uniform and the
// share of abstentions Beta(1/2, 2), both by quadrature. It is symmetric between the sides.
func wide(a Answer) []band {
	var all []band
	for _, side := range [5][2]float64{{.046910077, .118463443}, {.230765345, .239314335}, {.5, .284444444}, {.769234655, .239314335}, {.953089923, .118463443}} {
		for _, abstain := range [3][2]float64{{.02, .5}, {.2, .3}, {.5, .2}} {
			const members = 1e6 // shares, so smoothing must not show
			sided := members * (1 - abstain[0])
			m := margin{against: sided * side[0], neutral: members * abstain[0], with: sided * (1 - side[0])}
			all = append(all, m.bands(a, side[1]*abstain[1])...)
		}
	}
	return all
}

// stanceCuts are the fixed thresholds of coded statements: at a = 0 and slope 1 a statement is neutral with
// probability .38, leaning with .24 and outright with .07 to each side.
var stanceCuts = [6]float64{math.Inf(-1), -1.5, -.5, .5, 1.5, math.Inf(1)}

// silenceWidth is the half width, about the cut between leaning against and neutral, of a statement that was looked for and not found.
const silenceWidth = .25

// stanceBands is the ways to a coded statement through what the speaker may truly have meant.
func stanceBands(a Answer, c *Confusion) []band {
	switch {
	case a == Silent:
		return []band{{stanceCuts[2] - silenceWidth, stanceCuts[2] + silenceWidth, 1}}
	case a < Against || a > With:
		return nil
	case c == nil:
		return []band{{stanceCuts[a-1], stanceCuts[a], 1}}
	}
	var all []band
	for truth := range c {
		if p := c[truth][a-Against]; p > 0 {
			all = append(all, band{stanceCuts[truth], stanceCuts[truth+1], p})
		}
	}
	return all
}
