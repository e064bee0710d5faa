package predicates

import "testing"

// BenchmarkFind is the time of Find for one sentence of 22 tokens or so, without the steps before it.
func BenchmarkFind(b *testing.B) {
	l := newLine(b)
	all := l.read("In June the Uzbek foreign ministry delivered a note of protest to Russia over beatings of Uzbek citizens by Russian police in Moscow. " +
		"Kazakhstan and Turkey signed a treaty on trade, and the Kazakh president thanked his Turkish counterpart for the support that he had given. " +
		"The harvest was good in most of the southern regions of the country, where farmers had waited for rain since the spring.")
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		for _, x := range all {
			events, _ := l.book.Find(x.s, x.m, x.r)
			n += len(events)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(all)), "ns/sentence")
	if n == 0 {
		b.Fatal("no events")
	}
}
