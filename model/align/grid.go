package align

import (
	"fmt"
	"math"
)

// Grid is the set of points that the latent can take: Points of them, evenly from Lo to Hi, both included.
type Grid struct {
	Lo, Hi float64
	Points int
}

// DefaultGrid reaches four standard deviations of the world's states to each side in steps of .02, which is finer than
// any screen can show: twice as many points move a median by less than .005.
func DefaultGrid() Grid { return Grid{Lo: -4, Hi: 4, Points: 401} }

// maxPoints bounds the memory that a caller's typing error can ask for.
const maxPoints = 20001

func (g Grid) check() error {
	if !(g.Lo < g.Hi) || math.IsInf(g.Lo, 0) || math.IsInf(g.Hi, 0) || g.Points < 11 || g.Points > maxPoints {
		return fmt.Errorf("the grid of %d points from %g to %g cannot be used: give 11 to %d points and a lower end below the upper one",
			g.Points, g.Lo, g.Hi, maxPoints)
	}
	return nil
}

// step is the distance between two points.
func (g Grid) step() float64 { return (g.Hi - g.Lo) / float64(g.Points-1) }

// at is the value of point k. Both ends are exact, so a grid that is symmetric about zero stays so.
func (g Grid) at(k int) float64 {
	n := float64(g.Points - 1)
	return g.Lo*((n-float64(k))/n) + g.Hi*(float64(k)/n)
}

// values lists the points.
func (g Grid) values() []float64 {
	v := make([]float64, g.Points)
	for k := range v {
		v[k] = g.at(k)
	}
	return v
}

// coarser is the grid of every n-th point, where n divides the number of intervals.
func (g Grid) coarser(n int) Grid { return Grid{Lo: g.Lo, Hi: g.Hi, Points: (g.Points-1)/n + 1} }

// normal is the mass of N(mean, sd*sd) at each point, summing to one.
func (g Grid) normal(mean, sd float64) []float64 {
	mass := make([]float64, g.Points)
	sum := 0.0
	for k := range mass {
		z := (g.at(k) - mean) / sd
		mass[k] = math.Exp(-z * z / 2)
		sum += mass[k]
	}
	for k := range mass {
		mass[k] /= sum
	}
	return mass
}
