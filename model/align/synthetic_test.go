package align

import (
	"fmt"
	"math"
	"math/rand/v2"
	"time"

	"orrery/internal/testkit"
)

func date(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

// invented is a dyad of known truth: votes of the autumn, reactions, statements and monthly events over some years.
func invented(seed uint64, years, votesPerYear int, truth func(year float64) float64) Dyad {
	rng := testkit.Rand(seed)
	d := Dyad{State: "AAA", Hub: "HUB"}
	for y := range years {
		for v := range votesPerYear {
			day := date(2000+y, 10, 1).AddDate(0, 0, rng.IntN(80))
			against, abstain := .2+.7*rng.Float64(), .02+.2*rng.Float64()
			m := Totals{No: int(180 * against), Abstain: int(180 * (1 - against) * abstain)}
			m.Yes = 180 - m.No - m.Abstain
			vote := RollCall{ID: fmt.Sprintf("R/%d/%d", y, v), Day: day, Hub: Yes, Totals: m, Sources: []string{"library"}}
			lo, hi := m.margin(Yes).cuts()
			score := truth(float64(y)+.8) + rng.NormFloat64()
			switch {
			case score < lo*math.Sqrt2:
				vote.State = No
			case score < hi*math.Sqrt2:
				vote.State = Abstain
			default:
				vote.State = Yes
			}
			if rng.IntN(12) == 0 {
				vote.State = Absent
			}
			d.Votes = append(d.Votes, vote)
		}
		d.Reactions = append(d.Reactions, Reaction{ID: fmt.Sprintf("item-%d", y), Day: date(2000+y, 3, 1+rng.IntN(28)), Searched: true,
			State: answer(rng, truth(float64(y)+.2)), Roster: Roster{Against: 2, Neutral: 3, With: 4, Silent: 2}, Sources: []string{fmt.Sprintf("paper-%d", y%3)}})
		d.Stances = append(d.Stances, Stance{ID: fmt.Sprintf("said-%d", y), Day: date(2000+y, 6, 1+rng.IntN(28)), State: answer(rng, truth(float64(y)+.5)), Speaker: Speaker(y % int(speakers)), Sources: []string{"ministry"}})
		for m := range 12 {
			stories := 1 + rng.IntN(12)
			e := Events{Day: date(2000+y, time.Month(m+1), 28), Stories: stories, Sources: []string{"wire"}}
			p := 1 / (1 + math.Exp(-(.4 + .8*truth(float64(y)+float64(m)/12))))
			for range stories {
				copies := 1 + rng.IntN(3)
				if rng.Float64() < p {
					e.Cooperative += copies
				} else {
					e.Conflictual += copies
				}
			}
			d.Events = append(d.Events, e)
		}
	}
	return d
}

func answer(rng *rand.Rand, a float64) Answer {
	switch x := a + rng.NormFloat64(); {
	case rng.IntN(6) == 0:
		return Silent
	case x < -.5:
		return Against
	case x < .5:
		return Neutral
	}
	return With
}

func over(years int) Settings {
	return Defaults(date(2000, 1, 1), date(2000+years, 1, 1).AddDate(0, 0, -1))
}
