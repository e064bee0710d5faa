package statements_test

import (
	"strings"
	"testing"
)

const benchText = "The foreign minister of Norway said on Monday that relations with Sweden were very warm and that trade had doubled. " +
	"“Nobody is against the bridge,” he told reporters, “but it will cost us dear.” " +
	"According to the ministry, work on it may begin in 2026 if parliament agrees. " +
	"The bridge has been planned for twenty years, and three governments have fallen over it since the war. "

func BenchmarkAttribute(b *testing.B) {
	p := newPipeline(b)
	doc := p.read(strings.Repeat(benchText, 20), "")
	b.ReportAllocs()
	for b.Loop() {
		for i := range doc.Sentences {
			p.said.Attribute(doc, i)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(doc.Sentences)), "ns/sentence")
}

func BenchmarkDrafts(b *testing.B) {
	p := newPipeline(b)
	doc := p.read(strings.Repeat(benchText, 20), "")
	b.ReportAllocs()
	for b.Loop() {
		p.said.Drafts(doc)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(doc.Sentences)), "ns/sentence")
}
