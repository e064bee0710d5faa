package irt

import (
	"context"
	"math"
	"runtime"
	"testing"
	"time"
)

// The benchmarks are the figures of docs/methods/idealpoints.md:
//
//	go test -run '^$' -bench . -benchtime 1x -timeout 60m ./model/irt
//
// They need the published data and skip without it. Full takes minutes.

func (l likeness) report(b *testing.B) {
	for name, v := range map[string]float64{"pearson": l.pearson, "within": l.within, "within-country": l.country, "d1": l.d1, "rmse": l.rmse, "sd-ratio": l.sd, "inside90": l.inside} {
		b.ReportMetric(v, name)
	}
}

func (r Run) report(b *testing.B) {
	b.ReportMetric(r.WorstRHat, "worst-R-hat")
	b.ReportMetric(r.LowestESS, "lowest-ESS")
}

func fitUNGA(b *testing.B, rules Rules, run func(*Problem) (*Result, error)) *Result {
	p, err := Compile(unga(b), rules)
	if err != nil {
		b.Fatal(err)
	}
	pub := ungaPublished(b)
	var r *Result
	b.ResetTimer()
	for range b.N {
		if r, err = run(p); err != nil {
			b.Fatal(err)
		}
	}
	b.StopTimer()
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m) // what is alive: the table, the problem, the published series and the result
	b.ReportMetric(float64(m.HeapAlloc)/1e6, "live-MB")
	runtime.KeepAlive(p)
	l := compare(r, pub)
	l.report(b)
	b.Log(l)
	return r
}

func BenchmarkUNGAFast(b *testing.B) {
	fitUNGA(b, Rules{}, func(p *Problem) (*Result, error) {
		return Fast(context.Background(), p, FastOptions{Model: Model{BSVCompat: true, Positive: []string{"2"}}})
	})
}

func BenchmarkUNGAFull(b *testing.B) {
	r := fitUNGA(b, Rules{KeepEmpty: true}, func(p *Problem) (*Result, error) {
		return Full(context.Background(), p, FullOptions{Model: Model{BSVCompat: true, Positive: []string{"2"}}, BurnIn: 400, Sweeps: 1600, Seed: 1})
	})
	r.Run.report(b)
}

func BenchmarkUNGAProperWalk(b *testing.B) {
	r := fitUNGA(b, Rules{}, func(p *Problem) (*Result, error) {
		return Full(context.Background(), p, FullOptions{Model: Model{Positive: []string{"2"}}, BurnIn: 150, Sweeps: 350, Seed: 1})
	})
	r.Run.report(b)
	b.ReportMetric(r.WalkVar, "walk-variance")
}

func BenchmarkSweep(b *testing.B) {
	p, err := Compile(unga(b), Rules{})
	if err != nil {
		b.Fatal(err)
	}
	for name, m := range map[string]Model{"published": {BSVCompat: true}, "proper": {}} {
		b.Run(name, func(b *testing.B) {
			m, _ := m.check(p)
			o := FullOptions{Model: m, Start: StartVotes}
			c := newChain(p, &m, 1, 0, 1, beginning(p, &o)(0))
			defer c.pool.close()
			b.ReportAllocs()
			b.ResetTimer()
			for range b.N {
				c.step()
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(p.nVote), "ns/vote")
		})
	}
}

func BenchmarkCourtTenSeeds(b *testing.B) {
	tab, m, scores := court(b)
	p, err := Compile(tab, Rules{})
	if err != nil {
		b.Fatal(err)
	}
	lowest := 1.0
	for range b.N {
		for seed := range uint64(10) {
			r, err := Full(context.Background(), p, FullOptions{Model: m, Seed: seed, BurnIn: 100, Sweeps: 400})
			if err != nil {
				b.Fatal(err)
			}
			like, _ := likeMartinQuinn(r, scores)
			lowest = math.Min(lowest, like)
			b.Logf("seed %d: r %.5f with Martin-Quinn, worst R-hat %.3f", seed, like, r.Run.WorstRHat)
		}
	}
	b.ReportMetric(lowest, "lowest-r")
}

func BenchmarkCoverage(b *testing.B) {
	for range b.N {
		full, se, _ := cover(b, 60, func(p *Problem) (*Result, error) {
			return Full(context.Background(), p, FullOptions{Model: simulated, Seed: 3, BurnIn: 100, Sweeps: 400})
		})
		fast, seFast, _ := cover(b, 60, func(p *Problem) (*Result, error) {
			return Fast(context.Background(), p, FastOptions{Model: simulated})
		})
		b.Logf("90 %% intervals hold %.3f ± %.3f (Full), %.3f ± %.3f (Fast)", full, se, fast, seFast)
		b.ReportMetric(full, "full")
		b.ReportMetric(fast, "fast")
	}
}

// One session of about 80 roll calls of 190 states, then one roll call alone.
func BenchmarkUpdate(b *testing.B) {
	tab := unga(b)
	old, fresh := later(tab, len(tab.Periods)-1)
	p, err := Compile(old, Rules{})
	if err != nil {
		b.Fatal(err)
	}
	fitted, err := Fast(context.Background(), p, FastOptions{Model: Model{BSVCompat: true}})
	if err != nil {
		b.Fatal(err)
	}
	one := *fresh
	one.Unit, one.Call, one.Category = nil, nil, nil
	for v, c := range fresh.Call {
		if c == 0 {
			one.Unit, one.Call, one.Category = append(one.Unit, fresh.Unit[v]), append(one.Call, c), append(one.Category, fresh.Category[v])
		}
	}
	for name, t := range map[string]*Table{"session": fresh, "one": &one} {
		b.Run(name, func(b *testing.B) {
			for range b.N {
				if _, err := Update(fitted, t, Rules{}, UpdateOptions{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Short runs that a plain go test can afford: far enough to notice a change for the worse.
func TestAgainstPublishedSeries(t *testing.T) {
	p, err := Compile(unga(t), Rules{})
	if err != nil {
		t.Fatal(err)
	}
	if p.nVote != 797473 || p.nCell != 10469 || p.nItem != 4784 || len(p.Dropped) != 0 {
		t.Errorf("%d votes, %d cells, %d items, %d dropped", p.nVote, p.nCell, p.nItem, len(p.Dropped))
	}
	from := time.Now()
	r, err := Fast(context.Background(), p, FastOptions{Model: Model{BSVCompat: true, Positive: []string{"2"}}})
	if err != nil {
		t.Fatal(err)
	}
	l := compare(r, ungaPublished(t))
	t.Logf("Fast in %.1f s: %v", time.Since(from).Seconds(), l)
	if l.pearson < .952 || l.within < .984 || l.country < .892 || l.d1 < .863 {
		t.Error("the best of the fast peers is better")
	}
}

func TestAgainstMartinQuinn(t *testing.T) {
	tab, m, scores := court(t)
	p, err := Compile(tab, Rules{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := Full(context.Background(), p, FullOptions{Model: m, Seed: 1, BurnIn: 50, Sweeps: 150})
	if err != nil {
		t.Fatal(err)
	}
	like, n := likeMartinQuinn(r, scores)
	t.Logf("correlation with Martin-Quinn over %d terms of justices: %.5f", n, like)
	if like < .99 {
		t.Error("below .99")
	}
}
