package align

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

// AxisError is why a distance on a one-dimensional axis was refused.
type AxisError struct {
	Hub, Rival string
	Bound      float64  // the least value that the naive difference can take, and the greatest with the sign turned
	Tied       []string // states that would tie at a bound because they lie outside the interval between the hubs
	States     int      // states compared, without the hubs
	missing    string
}

// Error says why in sentences for the reader.
func (e *AxisError) Error() string {
	if e.missing != "" {
		return fmt.Sprintf("a distance on a one-dimensional axis is refused, and %s is not on this axis", e.missing)
	}
	text := fmt.Sprintf("a distance to %s on a one-dimensional axis is refused: the axis orders states by support for one order, not by closeness to a hub", e.Hub)
	if len(e.Tied) > 0 {
		text += fmt.Sprintf("; %d of %d states (%s) lie outside the interval between %s and %s and would tie at the bound %.3f, however far out they are",
			len(e.Tied), e.States, strings.Join(e.Tied, " "), e.Hub, e.Rival, e.Bound)
	}
	return text + "; use an alignment fitted to votes relative to the hub's own (Fit)"
}

// AxisDistance refuses to compute |theta - theta[hub]| - |theta - theta[rival]| from ideal points on one axis, and always
// returns an *AxisError that holds the reason: outside the interval between the hubs the difference is constant, so states
// tie at its bound whatever they do. It exists so that whoever looks for this measure finds the reason in its place.
func AxisDistance(theta map[string]float64, hub, rival string) (map[string]float64, error) {
	e := &AxisError{Hub: hub, Rival: rival}
	for _, name := range []string{hub, rival} {
		if x, ok := theta[name]; !ok || math.IsNaN(x) {
			e.missing = name
			return nil, e
		}
	}
	lo, hi := math.Min(theta[hub], theta[rival]), math.Max(theta[hub], theta[rival])
	e.Bound = lo - hi
	for _, name := range slices.Sorted(maps.Keys(theta)) {
		if name == hub || name == rival {
			continue
		}
		e.States++
		if x := theta[name]; x <= lo || x >= hi {
			e.Tied = append(e.Tied, name)
		}
	}
	return nil, e
}
