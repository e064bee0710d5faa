package irt

import (
	"context"
	"testing"
)

// The benchmarks are the speeds of docs/methods/idealpoints.md; TestValidity has the accuracies:
//
//	go test -run '^$' -bench . ./model/irt
//
// They need the published data and skip without it. Time of processors stands beside time on the clock, as the machine
// may be shared.

func BenchmarkFast(b *testing.B) {
	p := compileUNGA(b, Rules{})
	for name, m := range map[string]Model{"published": reported, "proper": {Positive: []string{"2"}}} {
		b.Run(name, func(b *testing.B) {
			from := processor()
			for range b.N {
				if _, err := Fast(context.Background(), p, FastOptions{Model: m}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric((processor()-from).Seconds()/float64(b.N), "cpu-s/op")
		})
	}
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
			from := processor()
			for range b.N {
				c.step()
			}
			b.ReportMetric((processor()-from).Seconds()*1e3/float64(b.N), "cpu-ms/op")
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(p.nVote), "ns/vote")
		})
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
