package coincide

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
)

func seeded(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 0)) }

// world is an invented history without any link between triggers and responses, unless it is given one.
type world struct {
	days      int
	triggers  float64 // expected number
	responses float64
	attention string  // "", "months" (steps of 30 days), "waves" (smooth, some 60 days long)
	wave      float64 // days over which a wave of attention fades; 0: 60
	spread    float64 // standard deviation of the logarithm of attention
	cluster   bool    // responses bring Poisson(2) more within 5 days
	dyads     int     // dyads that share the attention, each with its part of the events; 0: one
	shared    bool    // all dyads see the same triggers and the same responses
	planned   bool    // both follow calendars of their own, two months long, phases unrelated
	answered  float64 // share of triggers answered within 1..10 days: the link
	spans     []Span  // observed days, unlike in how much is reported; nil: all
}

// nulls are the five histories without a link under which the reported p must keep its level.
func nulls() []struct {
	name string
	w    world
} {
	base := world{days: 1460, triggers: 25, responses: 30}
	with := func(change func(*world)) world { w := base; change(&w); return w }
	return []struct {
		name string
		w    world
	}{
		{"constant", base},
		{"attention cycle", with(func(w *world) { w.attention, w.spread = "waves", .8 })},
		{"clustering", with(func(w *world) { w.cluster = true })},
		{"attention and clustering", with(func(w *world) { w.attention, w.spread, w.cluster = "waves", .8, true })},
		{"planned steps", with(func(w *world) { w.planned = true })},
	}
}

// linked is a history in which a share of the triggers is answered.
func linked(share float64) world {
	return world{days: 1460, triggers: 25, responses: 20, answered: share}
}

// draw gives triggers and responses in order, days from 0, and the intensity of attention.
func (w world) draw(rng *rand.Rand) (triggers, responses []Day, level []float64) {
	level = w.intensity(rng)
	if w.planned {
		return w.seen(w.calendar(rng, 61, w.triggers)), w.seen(w.calendar(rng, 61, w.responses)), level
	}
	if w.dyads > 1 {
		return w.drawDyads(rng, level)
	}
	triggers, responses = w.drawOver(rng, level)
	return w.seen(triggers), w.seen(responses), level
}

// seen is the days that lie in the observed spans.
func (w world) seen(list []Day) []Day {
	if w.spans == nil {
		return list
	}
	return slices.DeleteFunc(list, func(d Day) bool {
		return !slices.ContainsFunc(w.spans, func(s Span) bool { return s.First <= d && d <= s.Last })
	})
}

// drawDyads draws each dyad by itself over the same attention, on the long line.
func (w world) drawDyads(rng *rand.Rand, level []float64) (triggers, responses []Day, _ []float64) {
	part := w
	part.triggers, part.responses = w.triggers/float64(w.dyads), w.responses/float64(w.dyads)
	b, a := part.drawOver(rng, level)
	for i := range w.dyads {
		if i > 0 && !w.shared {
			b, a = part.drawOver(rng, level)
		}
		for _, d := range b {
			triggers = append(triggers, d+Day(i)*stride)
		}
		for _, d := range a {
			responses = append(responses, d+Day(i)*stride)
		}
	}
	return triggers, responses, level
}

// drawOver draws the events of one dyad.
func (w world) drawOver(rng *rand.Rand, level []float64) (triggers, responses []Day) {
	triggers = pick(rng, level, poissonDraw(w.triggers, rng))
	expected := w.responses
	if w.cluster {
		expected /= 3
	}
	responses = pick(rng, level, poissonDraw(expected, rng))
	if w.cluster {
		for _, d := range slices.Clone(responses) {
			for range poissonDraw(2, rng) {
				responses = append(responses, d+Day(1+rng.IntN(5)))
			}
		}
	}
	for _, b := range triggers {
		if rng.Float64() < w.answered {
			responses = append(responses, b+Day(1+rng.IntN(10)))
		}
	}
	slices.Sort(responses)
	return triggers, responses
}

// watched is the observed days of each dyad.
func (w world) watched() [][]Span {
	if w.spans != nil {
		return [][]Span{w.spans}
	}
	out := make([][]Span, max(w.dyads, 1))
	for i := range out {
		out[i] = []Span{{Day(i) * stride, Day(i)*stride + Day(w.days-1)}}
	}
	return out
}

// intensity is attention a day, mean about 1.
func (w world) intensity(rng *rand.Rand) []float64 {
	level := make([]float64, w.days)
	at, keep := rng.NormFloat64(), 1.0
	switch w.attention {
	case "waves":
		keep = math.Exp(-1 / cmp.Or(w.wave, 60))
	case "months":
		keep = 0
	}
	for d := range level {
		if w.attention == "waves" || w.attention == "months" && d%30 == 0 {
			at = keep*at + math.Sqrt(1-keep*keep)*rng.NormFloat64()
		}
		level[d] = math.Exp(w.spread * at)
		for i, s := range w.spans {
			if Day(d) >= s.First && Day(d) <= s.Last {
				level[d] *= float64(1 + 2*i%3) // 1, 3 and 2 times as much is reported
			}
		}
	}
	return level
}

// calendar gives dates every so many days, 2 days early or late, a random phase, as many at each date as makes the number.
func (w world) calendar(rng *rand.Rand, period int, number float64) []Day {
	phase := rng.IntN(period)
	var out []Day
	share := number / (float64(w.days) / float64(period))
	for d := phase; d < w.days; d += period {
		for range poissonDraw(share, rng) {
			if x := d + rng.IntN(5) - 2; x >= 0 && x < w.days {
				out = append(out, Day(x))
			}
		}
	}
	slices.Sort(out)
	return out
}

// pick draws days with chances in proportion to a level, in order.
func pick(rng *rand.Rand, level []float64, n int) []Day {
	sums := make([]float64, len(level))
	total := 0.0
	for i, v := range level {
		total += v
		sums[i] = total
	}
	out := make([]Day, n)
	for i := range out {
		at, _ := slices.BinarySearch(sums, rng.Float64()*total)
		out[i] = Day(min(at, len(level)-1))
	}
	slices.Sort(out)
	return out
}
