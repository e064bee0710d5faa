package irt

import (
	"context"
	"fmt"
	"math"
	"testing"
)

var none = math.NaN()

// compileUNGA also holds the sample to the counts that its makers give.
func compileUNGA(t testing.TB, rules Rules) *Problem {
	p, err := Compile(unga(t), rules)
	if err != nil {
		t.Fatal(err)
	}
	if p.nVote != 797473 || p.nCell != 10469 || p.nItem != 4784 || len(p.Dropped) != 0 {
		t.Fatalf("%d votes, %d cells, %d items, %d dropped", p.nVote, p.nCell, p.nItem, len(p.Dropped))
	}
	return p
}

// reported is the published series' model, with the United States positive.
var reported = Model{BSVCompat: true, Positive: []string{"2"}}

func (v *validity) fastUNGA() {
	p := compileUNGA(v.t, Rules{})
	r := v.timed("Fast, UNGA, 797,473 votes", 5, "emIRT 2.3 s, 164 MB; pgIRT 28 s, 346 MB", func() (*Result, error) {
		return Fast(context.Background(), p, FastOptions{Model: reported})
	})
	l := compare(r, ungaPublished(v.t))
	v.within("Fast, UNGA: pearson", l.pearson, .952, none, "emIRT .950; pgIRT .952")
	v.within("Fast, UNGA: within session", l.within, .984, none, "emIRT .984; pgIRT .979")
	v.within("Fast, UNGA: within country", l.country, .892, none, "emIRT .886; pgIRT .892")
	v.within("Fast, UNGA: first differences", l.d1, .863, none, "emIRT .783; pgIRT .863")
}

func (v *validity) publishedUNGA() {
	p := compileUNGA(v.t, Rules{KeepEmpty: true})
	r := v.timed("Full BSVCompat, UNGA, 2 × (1250 + 3750) sweeps", 120, "original 4.7 h; 1,000 draws of MCMCdynamicIRT1d 24 min", func() (*Result, error) {
		return Full(context.Background(), p, FullOptions{Model: reported, Anchors: publishedAnchors, BurnIn: 1250, Sweeps: 3750, Seed: 1})
	})
	l := compare(r, ungaPublished(v.t))
	v.within("Full BSVCompat, UNGA: pearson", l.pearson, .9995, none, "original again .9998")
	v.within("Full BSVCompat, UNGA: within session", l.within, .9998, none, "original again .9999")
	v.within("Full BSVCompat, UNGA: within country", l.country, .999, none, "original again .9994")
	v.within("Full BSVCompat, UNGA: first differences", l.d1, .993, none, "original again .997")
	v.within("Full BSVCompat, UNGA: RMSE", l.rmse, none, .03, "original again .021")
	v.within("Full BSVCompat, UNGA: ratio of posterior sd", l.sd, .95, 1.05, "emIRT .42")
	v.run("Full BSVCompat, UNGA", r)
}

// properUNGA is the default model, which is another one than the published: no goal, but Fast is held against it.
func (v *validity) properUNGA() {
	p := compileUNGA(v.t, Rules{})
	m := Model{Positive: []string{"2"}}
	full := v.timed("Full, two-way walk, UNGA, 2 × (150 + 350) sweeps", 0, "", func() (*Result, error) {
		return Full(context.Background(), p, FullOptions{Model: m, BurnIn: 150, Sweeps: 350, Seed: 1})
	})
	v.run("Full, two-way walk, UNGA", full)
	fast := v.timed("Fast, two-way walk, UNGA", 0, "", func() (*Result, error) {
		return Fast(context.Background(), p, FastOptions{Model: m})
	})
	l := compare(full, ungaPublished(v.t))
	v.line("Full, two-way walk, against the published series", l.brief(), "another model", "", "")
	l = compare(fast, full.series())
	v.line("Fast against Full, both two-way walk, UNGA", l.brief(), "printed", "", "")
}

// series is a result in the form of a published one.
func (r *Result) series() (s published) {
	for u, name := range r.problem.table.Units {
		for t, period := range r.problem.table.Periods {
			if pt, ok := r.At(u, t); ok {
				s.unit, s.session = append(s.unit, name), append(s.session, period.Name)
				s.mean, s.lo, s.hi = append(s.mean, pt.Mean), append(s.lo, pt.Q05), append(s.hi, pt.Q95)
			}
		}
	}
	return s
}

func (v *validity) court(seeds, burn, sweeps int) {
	tab, m, scores := court(v.t)
	p, err := Compile(tab, Rules{})
	if err != nil {
		v.t.Fatal(err)
	}
	lowest, worst, least := 1.0, 0.0, math.Inf(1)
	for seed := range uint64(seeds) {
		r, err := Full(context.Background(), p, FullOptions{Model: m, Seed: seed, BurnIn: burn, Sweeps: sweeps})
		if err != nil {
			v.t.Fatal(err)
		}
		like, _ := likeMartinQuinn(r, scores)
		lowest, worst, least = math.Min(lowest, like), math.Max(worst, r.Run.WorstRHat), math.Min(least, r.Run.LowestESS)
	}
	what := "Supreme Court, lowest of ten seeds"
	if seeds == 1 {
		what = "Supreme Court, one seed, a short run"
	}
	v.within(what+": r with Martin-Quinn", lowest, .99, none, "emIRT .932; naive samplers .88–.92 from most seeds")
	v.line(what+": worst R-hat, lowest ESS", fmt.Sprintf("%.3f, %.0f", worst, least), "", "", "")
}
