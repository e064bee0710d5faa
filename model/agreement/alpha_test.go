package agreement

import (
	"math"
	"math/rand/v2"
	"testing"
)

const gap = Missing

// byCoder turns rows of coders into units.
func byCoder(rows ...[]int) [][]int {
	units := make([][]int, len(rows[0]))
	for _, row := range rows {
		for u, v := range row {
			units[u] = append(units[u], v)
		}
	}
	return units
}

// The examples of Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011): section A, two observers and two values; section B,
// two observers and five values; section C, four observers with missing values, under two metrics.
func TestPublishedExamples(t *testing.T) {
	two := byCoder([]int{0, 1, 0, 0, 0, 0, 0, 0, 1, 0}, []int{1, 1, 1, 0, 0, 1, 0, 0, 0, 0})
	five := byCoder([]int{0, 0, 1, 1, 3, 2, 2, 2, 4, 3, 3, 0}, []int{1, 0, 1, 1, 1, 2, 2, 2, 4, 3, 3, 3})
	four := byCoder(
		[]int{1, 2, 3, 3, 2, 1, 4, 1, 2, gap, gap, gap},
		[]int{1, 2, 3, 3, 2, 2, 4, 1, 2, 5, gap, 3},
		[]int{gap, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, gap},
		[]int{1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, gap})
	for _, c := range []struct {
		name   string
		units  [][]int
		metric Metric
		want   float64
	}{{"A", two, Nominal, .095}, {"B", five, Nominal, .692}, {"C nominal", four, Nominal, .743}, {"C ordinal", four, Ordinal, .815}} {
		if got := Alpha(c.units, c.metric); math.Abs(got-c.want) > .0005 {
			t.Errorf("%s: alpha %.4f, want %.3f", c.name, got, c.want)
		}
	}
}

func TestEdges(t *testing.T) {
	if a := Alpha(byCoder([]int{0, 1, 2}, []int{0, 1, 2}), Nominal); a != 1 {
		t.Errorf("full agreement: %v", a)
	}
	for name, units := range map[string][][]int{"none": nil, "one coder": {{1}, {2}}, "all missing": {{gap, gap}}, "no variation": byCoder([]int{1, 1}, []int{1, 1})} {
		if a := Alpha(units, Nominal); !math.IsNaN(a) {
			t.Errorf("%s: alpha %v, want none", name, a)
		}
		if _, _, ok := Interval(units, Nominal, 100, 1); ok {
			t.Errorf("%s: an interval of nothing", name)
		}
	}
	// Alpha of ordinal values knows their order and nothing else of them: values that are left out in between change nothing.
	a := Alpha(byCoder([]int{0, 1, 2, 2, 0}, []int{0, 2, 2, 1, 0}), Ordinal)
	if b := Alpha(byCoder([]int{0, 5, 9, 9, 0}, []int{0, 9, 9, 5, 0}), Ordinal); math.Abs(a-b) > 1e-12 {
		t.Errorf("ordinal %v and %v", a, b)
	}
}

// By its definition, alpha is about 0 when the values of two coders are independent.
func TestChanceGivesNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	units := make([][]int, 4000)
	for i := range units {
		units[i] = []int{r.IntN(4), r.IntN(4)}
	}
	for _, m := range []Metric{Nominal, Ordinal} {
		if a := Alpha(units, m); math.Abs(a) > .05 {
			t.Errorf("%s: alpha of chance is %v", m, a)
		}
	}
}

// The interval covers the alpha of the population in about 95 of 100 samples: here at least 88, with 100 samples of 60 units.
func TestTheIntervalCovers(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 9))
	draw := func(n int) [][]int {
		units := make([][]int, n)
		for i := range units {
			a := r.IntN(3)
			b := a
			if r.Float64() < .3 {
				b = r.IntN(3)
			}
			units[i] = []int{a, b}
		}
		return units
	}
	truth := Alpha(draw(200_000), Nominal)
	covered := 0
	for i := range 100 {
		low, high, ok := Interval(draw(60), Nominal, 400, uint64(i))
		if ok && low <= truth && truth <= high {
			covered++
		}
	}
	if covered < 88 {
		t.Errorf("covers %.3f in %d of 100 samples", truth, covered)
	}
	units := draw(50)
	l1, h1, _ := Interval(units, Nominal, 200, 5)
	if l2, h2, _ := Interval(units, Nominal, 200, 5); l1 != l2 || h1 != h2 || l1 >= h1 {
		t.Errorf("one seed gives %v–%v and %v–%v", l1, h1, l2, h2)
	}
}
