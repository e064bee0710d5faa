package coincide

import "slices"

// Series is what is said of the responses by themselves, of all dyads together, each part only where its guardrail allows. With attention
// (Hawkes.Attention) all of it is held against what was reported: a day counts for as much as its attention is of the mean.
type Series struct {
	Bin    int       `json:"bin"`    // observed days of a bin
	Starts []Day     `json:"starts"` // first day of each bin
	Counts []int     `json:"counts"` // declustered responses
	Change Change    `json:"change"` // one change of their rate
	Trend  Trend     `json:"trend"`
	Burst  Burst     `json:"burst"`
	Hawkes HawkesFit `json:"hawkes"` // of all responses, days spread by chance within the day
}

// Trend is Laplace's statistic of declustered responses over the observed days.
type Trend struct {
	U       *float64 `json:"u,omitempty"` // above 0: denser towards the end; nil when withheld, as P
	P       *float64 `json:"p,omitempty"`
	Verdict Verdict  `json:"verdict"`
}

// Burst is the densest stretch of 30 observed days or, with attention, of as much of it as 30 mean days have.
type Burst struct {
	Days    int      `json:"days"`
	N       int      `json:"n,omitempty"` // responses in it; 0, and the next two nil, when withheld
	From    *Day     `json:"from,omitempty"`
	P       *float64 `json:"p,omitempty"` // of as many somewhere under a constant rate
	Exact   bool     `json:"exact"`
	Verdict Verdict  `json:"verdict"`
}

const burstDays = 30

// series reads the responses as a series.
func (e *engine) series() (Series, error) {
	out := Series{Bin: e.s.Bin, Starts: []Day{}, Counts: []int{}}
	if e.screen == nil {
		no := notOffered(noBaseRate)
		out.Change.Verdict, out.Trend.Verdict, out.Burst.Verdict, out.Hawkes.Verdict = no, no, no, no
		out.Change.Posterior = []float64{}
		return out, nil
	}
	f, responses := e.civil.f, civilDays(e.responseDays)
	kept := slices.Clone(e.civil.place(responses))
	var all []int
	for _, d := range responses {
		if i, ok := f.index(d); ok {
			all = append(all, i)
		}
	}
	base := e.baseline()
	time := newClock(base, f.days)
	var exposure []float64
	for from := 0; from < f.days; from += e.s.Bin {
		out.Starts, out.Counts = append(out.Starts, f.day(from)), append(out.Counts, 0)
		exposure = append(exposure, (time.at(float64(min(from+e.s.Bin, f.days)))-time.at(float64(from)))/float64(e.s.Bin))
	}
	for _, i := range kept {
		out.Counts[i/e.s.Bin]++
	}
	var err error
	if out.Hawkes, err = e.excited(all, base); err != nil {
		return out, err
	}
	out.Hawkes.Attention = base != nil
	if no := e.steady(base); !no.OK {
		out.Change, out.Trend, out.Burst = Change{Posterior: []float64{}, Verdict: no}, Trend{Verdict: no}, Burst{Days: burstDays, Verdict: no}
		return out, nil
	}
	out.Trend, out.Burst = e.trend(kept, time), e.burst(all, time)
	if len(out.Counts) < 2*leastSide {
		out.Change = Change{Posterior: []float64{}, Verdict: notOffered("%s of %s; %d are needed", amount(len(out.Counts), "bin"), amount(e.s.Bin, "day"), 2*leastSide)}
	} else if out.Change, err = CountChange(out.Counts, exposure, 1, 1); err != nil {
		return out, err
	}
	return out, nil
}

func (e *engine) trend(kept []int, time clock) Trend {
	if len(kept) < leastResponses {
		return Trend{Verdict: notOffered("%s; %d are needed", amount(len(kept), "response"), leastResponses)}
	}
	t := make([]float64, len(kept))
	for i, d := range kept {
		t[i] = time.at(float64(d) + .5)
	}
	u, p, err := Laplace(t, time.end())
	if err != nil {
		return Trend{Verdict: notOffered("%v", err)}
	}
	return Trend{U: &u, P: &p, Verdict: Verdict{OK: true}}
}

func (e *engine) burst(all []int, time clock) Burst {
	b := Burst{Days: burstDays}
	if len(all) < leastResponses || e.civil.f.days < 4*burstDays {
		b.Verdict = notOffered("%s on %s; %d responses and %d days are needed", amount(len(all), "response"), amount(e.civil.f.days, "observed day"),
			leastResponses, 4*burstDays)
		return b
	}
	from, first := 0, Day(0)
	at := e.moments(all, time)
	for i, t := range at {
		for t-at[from] >= burstDays {
			from++
		}
		if n := i - from + 1; n > b.N {
			b.N, first = n, e.civil.f.day(all[from])
		}
	}
	p, exact, err := Scan(b.N, len(all), burstDays/time.end())
	if err != nil {
		return Burst{Days: burstDays, Verdict: notOffered("%v", err)}
	}
	b.From, b.P, b.Exact, b.Verdict.OK = &first, &p, exact, true
	return b
}

// moments are the times of responses by their day numbers, in the same order. A day of much attention is long, so they are spread over it by chance.
func (e *engine) moments(all []int, time clock) []float64 {
	out := make([]float64, len(all))
	rng := stream(e.s.Seed, burstStream)
	for i, d := range all {
		if out[i] = float64(d); time.upTo != nil {
			out[i] = time.at(out[i] + rng.Float64())
		}
	}
	slices.Sort(out)
	return out
}

// excited fits the self-exciting process over the observed days. Attention shapes its baseline; without it nothing is offered, because waves
// of reporting look just like self-excitation.
func (e *engine) excited(all []int, base Baseline) (HawkesFit, error) {
	if len(all) >= leastEvents && base == nil {
		return HawkesFit{Verdict: notOffered("there is no series of attention, and without it waves of reporting look like self-excitation")}, nil
	}
	rng := stream(e.s.Seed, hawkesStream)
	t := make([]float64, len(all))
	for i, d := range all {
		t[i] = float64(d) + rng.Float64()
	}
	slices.Sort(t)
	return fitHawkes(t, float64(e.civil.f.days), base, e.s.Refits, rng, e.course)
}

// baseline is the attention of the observed days over its mean. A little is left everywhere: a quiet day is not an impossible one.
func (e *engine) baseline() Baseline {
	if e.study.Attention == nil {
		return nil
	}
	base, mean := make(Baseline, e.civil.f.days), 0.0
	for i := range base {
		base[i] = e.study.Attention.around(e.civil.f.day(i), e.s.Smooth)
		mean += base[i] / float64(len(base))
	}
	if !(mean > 0) {
		return nil
	}
	for i := range base {
		base[i] = (base[i] + .05*mean) / (1.05 * mean)
	}
	return base
}
