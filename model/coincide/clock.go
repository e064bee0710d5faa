package coincide

// noAttention is why a data set's responses are not read as a series: more of them may mean that more was recorded.
const noAttention = "the rule names no series of attention, and without it days on which the data set recorded more look like days on which more happened"

// clock is time as attention measures it: a day lasts as long as its attention is of the mean, so a constant share of what is reported is a
// constant rate. Without attention all days are alike. Reference: the time change of Brown et al. 2002.
type clock struct {
	upTo []float64 // the time before each observed day, and at the end; nil: all days are alike
	days int
}

func newClock(b Baseline, days int) clock {
	c := clock{days: days}
	if b == nil {
		return c
	}
	c.upTo = make([]float64, days+1)
	for i, g := range b {
		c.upTo[i+1] = c.upTo[i] + g
	}
	return c
}

// at is the time at a point of the observed days; day 0 lasts from 0 to 1.
func (c clock) at(t float64) float64 {
	if c.upTo == nil {
		return t
	}
	i := min(int(t), c.days-1)
	return c.upTo[i] + (t-float64(i))*(c.upTo[i+1]-c.upTo[i])
}

// end is all of the time.
func (c clock) end() float64 { return c.at(float64(c.days)) }

// steady says whether responses may be read as a series at all. Of a data set they may be only beside its attention, because a set records more
// in some years than in others; a register records all, and who searched declared the days.
func (e *engine) steady(b Baseline) Verdict {
	if e.study.Denominator == DataSet && b == nil {
		return notOffered(noAttention)
	}
	return Verdict{OK: true}
}
