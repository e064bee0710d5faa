package coincide

import (
	"fmt"
	"math"
)

// PublishedTest is event coincidence analysis as published and as R's CoinCalc computes it. It is here to be compared with.
type PublishedTest struct {
	Name        string  `json:"name"`
	PPrecursor  float64 `json:"p_precursor"`
	PTrigger    float64 `json:"p_trigger"`
	Warning     string  `json:"warning"`
	Probability float64 `json:"probability"` // chance of a hit that it takes for a response
}

// PublishedWarning is why the published test's p is never the one reported.
const PublishedWarning = "for comparison only: this test takes triggers as Poisson and both rates as constant; with a shared cycle of attention it rejects " +
	"about three times in ten at a nominal 5 %"

// Published computes that test for triggers and responses on T days,
//
//	P(K) = C(n, K) q^K (1-q)^(n-K),   q = 1 - (1 - w / (T - tau))^triggers,
//
// its tail at K being the precursor's p; for the trigger's p responses and triggers change places. w is the width in days: DT + 1
// when inclusive, and DT alone as in CoinCalc's CC.eca.es, whose window then holds a day more than its null allows for.
// References: Donges et al. 2016, Siegmund et al. 2017.
func Published(days, tau, dt, triggers, answered, responses, hits int, inclusive bool) (PublishedTest, error) {
	width := dt
	if inclusive {
		width++
	}
	if days <= tau || width < 0 || width > days-tau || triggers < 0 || answered > triggers || responses < 0 || hits > responses {
		return PublishedTest{}, fmt.Errorf("the published test does not fit %d triggers (%d answered) and %d responses (%d hits) on %d days with lag %d and width %d",
			triggers, answered, responses, hits, days, tau, width)
	}
	miss := math.Log1p(-float64(width) / float64(days-tau))
	q := -math.Expm1(float64(triggers) * miss)
	return PublishedTest{
		Name: "event coincidence analysis as published (CoinCalc)", Probability: q, Warning: PublishedWarning,
		PPrecursor: AtLeast(hits, responses, q), PTrigger: AtLeast(answered, triggers, -math.Expm1(float64(responses)*miss)),
	}, nil
}
