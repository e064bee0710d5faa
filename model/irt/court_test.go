package irt

import (
	"strconv"
	"testing"
)

// court is the table of Supreme Court votes with the priors under which the published scores were made.
func court(t testing.TB) (*Table, Model, map[[2]int]float64) {
	rows, col := shared(t, "supreme_court_votes.csv.gz")
	b := NewBuilder(2)
	for term := range 77 {
		b.Period(strconv.Itoa(term), float64(term))
	}
	for _, r := range rows {
		y := 0
		if r[col["vote"]] == "1" {
			y = 1
		}
		if err := b.Vote(r[col["justice"]], r[col["item"]], "", r[col["term"]], y); err != nil {
			t.Fatal(err)
		}
	}
	tab := b.Table()
	number1 := map[string]int{}
	for u, name := range tab.Units {
		number1[name] = u
	}
	m := Model{CutVar: 1, Absolute: true, StartMean: make([]float64, len(tab.Units)), StartVar: make([]float64, len(tab.Units)), UnitWalkVar: make([]float64, len(tab.Units))}
	rows, col = shared(t, "supreme_court_priors.csv.gz")
	for _, r := range rows {
		u, ok := number1[r[col["justice"]]]
		if !ok {
			t.Fatalf("justice %s has no votes", r[col["justice"]])
		}
		m.StartMean[u], m.StartVar[u], m.UnitWalkVar[u] = number(t, r[col["mu0"]]), number(t, r[col["s0"]]), number(t, r[col["omega2"]])
	}
	scores := map[[2]int]float64{}
	rows, col = shared(t, "supreme_court_martin_quinn.csv.gz")
	for _, r := range rows {
		scores[[2]int{number1[r[col["justice"]]], int(number(t, r[col["term"]]))}] = number(t, r[col["mq"]])
	}
	return tab, m, scores
}

func likeMartinQuinn(r *Result, scores map[[2]int]float64) (r1 float64, n int) {
	var x, y []float64
	for at, mq := range scores {
		if pt, ok := r.At(at[0], at[1]); ok {
			x, y = append(x, pt.Mean), append(y, mq)
		}
	}
	return pearson(x, y), len(x)
}
