package actors_test

import (
	"testing"

	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

var benchText = []string{
	"Tajikistan President Emomali Rahmon condemned the drone attack on the residence of the Russian leader in a letter to the Kremlin on Wednesday.",
	"Officials from Belarus, Kazakhstan and Uzbekistan said that they would not take part in the talks, which the Turkish foreign minister had proposed in Ankara.",
	"The measure, which was adopted last year after a long debate, has not been carried out because the money for it was never found by anyone.",
	"Aslan Rubev, a Kyrgyz political scientist, told Reuters that the prices of bread and fuel rose faster in winter than the wages of most workers.",
}

func BenchmarkMentions(b *testing.B) {
	s := newBench(b)
	var all []*syntax.Sentence
	for _, t := range benchText {
		all = append(all, s.sentence(t, 0, len(t)))
	}
	day, _ := ledger.ParseDate("2025-12-31")
	b.ReportAllocs()
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		m := s.actors.NewMemory(day, nil)
		for _, x := range all {
			s.actors.Mentions(x, m)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(all)), "ns/sentence")
}
