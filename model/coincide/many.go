package coincide

// What a caller needs that runs many tests with a Screener: the guardrail, the correction for all of them, and the rate ratio.

// Enough says whether the p-value of a Screener's test may be shown: the guardrail of Test. triggers are those with an observed day in their
// window. Fewer responses never make it true, so a list that is too short before it is declustered needs no test.
func Enough(triggers int, c Counts, s Settings) bool {
	return triggers >= leastTriggers && c.Responses >= leastResponses && float64(1+c.Shifts)*s.Alpha >= 1
}

// Least is the smallest p that the shifts of a test allow, the rolled or the straight ones, whichever are fewer. Without a hit, whose p is 1
// however many there are, it is 1.
func (c Counts) Least() float64 { return 1 / float64(1+min(c.Shifts, c.Ahead)) }

// AdjustAmong is Adjust for m tests of which those that p leaves out gave 1. m must not be less than the length of p.
func AdjustAmong(p []float64, m int, how Correction) []float64 { return adjust(p, max(m, len(p)), how) }

// Ratio is the rate ratio of the Screener's last test, whose counts are given, with intervals of a level between 0 and 1.
func (s *Screener) Ratio(c Counts, level float64) RatioView { return s.ratios(c, level) }
