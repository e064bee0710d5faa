package coincide

import (
	"errors"
	"math"
)

// Counts is one test in numbers, exact p-values below 1e-40 given as 1e-40: the union of the windows, the declustered responses, and the p-values. P is the largest of
// Stratified, Circular and Straight (and Rotated) and the only one to be reported as the test's; Plain takes the rate as constant and stands beside them.
type Counts struct {
	Days       int     `json:"days"`       // observed days T
	Covered    int     `json:"covered"`    // observed days in a window, c
	Responses  int     `json:"responses"`  // declustered responses on observed days, n
	Hits       int     `json:"hits"`       // of them in a window, K
	Plain      float64 `json:"p_plain"`    // P(K or more), Hypergeometric(T, c, n)
	Stratified float64 `json:"p_strata"`   // the same with responses shuffled within strata
	Circular   float64 `json:"p_circular"` // share of shifts with K or more
	Shifts     int     `json:"shifts"`     // how many shifts there were
	Straight   float64 `json:"p_straight"` // share of shifts along the calendar, without rolling round, with as large a share of hits
	Ahead      int     `json:"ahead"`      // how many of these there were; 0 without a hit, where Straight is 1 without them
	Rotated    float64 `json:"p_rotated"`  // of several dyads: responses of all dyads roll together within strata; 0 for one dyad
	P          float64 `json:"p"`          // the largest of them without Plain
}

// Screener runs many tests over one set of observed days. It keeps its memory between tests, so that a grid of millions allocates
// nothing; one goroutine may use it at a time. Call Windows, then Against as often as there are response classes.
type Screener struct {
	f         *frame
	gap       int
	least     int
	runs      []run
	covered   []bool
	coveredIn []int // covered days by stratum
	total     int   // covered days

	kept   []Day
	at     []int
	strata []Stratum
	conv   convolver
	shift  shifter
	ahead  straight
	roll   *rotation // nil for one dyad
}

// NewScreener prepares for tests on the observed days. attention may be nil when Settings.Strata is ByBlocks.
func NewScreener(observed []Span, attention *Attention, s Settings) (*Screener, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	if err := checkObserved(observed); err != nil {
		return nil, err
	}
	if s.Strata == ByAttention && attention == nil {
		return nil, errors.New("strata by attention need the reports a day: give them, or use strata by blocks of days")
	}
	return newScreener(newFrame([][]Span{observed}, attention, s), s), nil
}

func newScreener(f *frame, s Settings) *Screener {
	screen := &Screener{f: f, gap: s.Decluster, least: s.MinShift, covered: make([]bool, f.days), coveredIn: make([]int, len(f.sizes)),
		strata: make([]Stratum, len(f.sizes))}
	if len(f.lines) > 1 {
		screen.roll = newRotation(f)
	}
	return screen
}

// Windows covers the days [b+lo, b+hi] after each trigger b. Triggers must ascend; those far from every observed day cover none.
func (s *Screener) Windows(triggers []Day, lo, hi int) {
	for _, r := range s.runs {
		clear(s.covered[r.first : r.last+1])
	}
	s.runs = s.f.windows(s.runs[:0], triggers, lo, hi)
	clear(s.coveredIn)
	s.total = 0
	for _, r := range s.runs {
		for i := r.first; i <= r.last; i++ {
			s.covered[i] = true
			s.coveredIn[s.f.stratum[i]]++
		}
		s.total += r.last - r.first + 1
	}
}

// Against tests responses, which must ascend, against the windows. They are declustered first, then those on days that were not
// observed are dropped.
func (s *Screener) Against(responses []Day) Counts { return s.count(s.place(responses)) }

// place declusters responses and numbers their days.
func (s *Screener) place(responses []Day) []int {
	s.kept = Decluster(s.kept[:0], responses, s.gap)
	s.at = s.at[:0]
	for _, d := range s.kept {
		if i, ok := s.f.index(d); ok {
			s.at = append(s.at, i)
		}
	}
	return s.at
}

// count tests responses by their day numbers, which must ascend without repeats.
func (s *Screener) count(at []int) Counts {
	c := s.tally(at)
	c.Circular, c.Shifts = 1, max(0, s.f.longest()-2*s.least+1)
	c.Plain, c.Stratified, c.Straight = 1, 1, 1
	if c.Hits > 0 {
		c.Plain = math.Max(HypergeometricTail(c.Hits, c.Days, c.Covered, c.Responses), 1e-40)
		c.Stratified = s.conv.quickTail(c.Hits, s.strata)
		if c.Shifts > 0 {
			c.Circular, c.Shifts = s.shift.p(s.f.lines, s.runs, at, s.least)
			s.ahead.count(s.f, s.runs, at)
			c.Straight, c.Ahead = s.ahead.p(s.f, s.least, c.Hits, c.Responses)
		}
	}
	if s.roll != nil {
		s.roll.load(s.f, s.covered, at)
		c.Rotated = s.roll.conv.upper(c.Hits)
	}
	c.P = max(c.Stratified, c.Circular, c.Straight, c.Rotated)
	return c
}

// tally counts responses and hits, in all and by stratum.
func (s *Screener) tally(at []int) Counts {
	c := Counts{Days: s.f.days, Covered: s.total, Responses: len(at)}
	for i, size := range s.f.sizes {
		s.strata[i] = Stratum{Days: size, Covered: s.coveredIn[i]}
	}
	for _, i := range at {
		s.strata[s.f.stratum[i]].N++
		if s.covered[i] {
			c.Hits++
		}
	}
	return c
}
