package irt

import (
	"context"
	"math"
	"testing"
)

// With kept empty categories the outer cutpoints are the prior's: nothing may break, and a cutpoint that no vote holds
// from above must wander over its room, which the published step of 1/15 does slowly.
func TestKeptEmptyCategories(t *testing.T) {
	b := NewBuilder(4)
	b.Period("1", 1)
	for u := range 40 {
		for c := range 12 {
			y := 0
			if (u*7+c*5)%40 > 18 {
				y = 1 + c%3 // yes and one other category only: empty in the middle, at the end, or both
			}
			if err := b.Vote("u"+string(rune('A'+u)), "c"+string(rune('a'+c)), "", "1", y); err != nil {
				t.Fatal(err)
			}
		}
	}
	p, err := Compile(b.Table(), Rules{KeepEmpty: true})
	if err != nil {
		t.Fatal(err)
	}
	r, err := Full(context.Background(), p, FullOptions{Model: Model{BSVCompat: true}, BurnIn: 500, Sweeps: 4000})
	if err != nil {
		t.Fatal(err)
	}
	for j, it := range r.Items {
		if len(it.Cuts) != 3 || it.Cuts[0] >= it.Cuts[1] || it.Cuts[1] >= it.Cuts[2] || math.IsNaN(it.Slope) {
			t.Fatalf("%s: %+v", it.Name, it)
		}
		if j%3 == 0 && it.CutSD[2] < .4 { // categories 2 and 3 unused
			t.Errorf("%s: a cutpoint that nothing holds has sd %.2f", it.Name, it.CutSD[2])
		}
	}
}
