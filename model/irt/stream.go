package irt

import "math"

// A stream is a sequence of random numbers that belongs to one task (an item, a path) in one sweep of one chain, so
// that it does not matter which worker does the task, nor when.
type stream struct{ state uint64 }

const (
	forItem uint64 = iota + 1
	forLoose
	forPath
	forPeriod
	forWindow
	forFlip
	forWalk
)

func newStream(seed uint64, chain, sweep int, kind uint64, index int) stream {
	return stream{mix(mix(mix(seed+kind)^uint64(chain)<<40^uint64(sweep)) ^ uint64(index)*0xd1342543de82ef95)}
}

func (s *stream) bits() uint64 {
	s.state += 0x9e3779b97f4a7c15
	return mix(s.state)
}

// uniform is in (0, 1).
func (s *stream) uniform() float64 { return (float64(int64(s.bits()>>11)) + .5) / (1 << 53) }

// normal is a standard normal number, by the polar method.
func (s *stream) normal() float64 {
	for {
		x, y := 2*s.uniform()-1, 2*s.uniform()-1
		if r := x*x + y*y; r < 1 {
			return x * math.Sqrt(-2*math.Log(r)/r)
		}
	}
}

// gamma of shape at least 1/2 and rate 1 (Marsaglia and Tsang 2000).
func (s *stream) gamma(shape float64) float64 {
	if shape < 1 {
		return s.gamma(shape+1) * math.Pow(s.uniform(), 1/shape)
	}
	d := shape - 1./3
	c := 1 / math.Sqrt(9*d)
	for {
		x := s.normal()
		v := 1 + c*x
		if v <= 0 {
			continue
		}
		v *= v * v
		if math.Log(s.uniform()) < x*x/2+d-d*v+d*math.Log(v) {
			return d * v
		}
	}
}

// take decides a proposal with this log ratio; NaN is refused.
func (s *stream) take(logRatio float64) bool { return math.Log(s.uniform()) < logRatio }
