package forecasts_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"orrery/ledger"
)

// pieces are what texts are put together from: what opens conditions, hedges and futures, in any order.
var pieces = []string{"Norway", "the influence of France", "it", "we", "If", "had", "unless", "will", "may", "would", "could", "not", "be", "is likely to", "cannot be ruled out",
	"the risk of", "there is", "war", "join", "leave", "deepen", "slowed down", "depend on", "the outcome", "in 2027", "by May 2030", "within ten days", "said", "that", "“", "”", ",",
	".", "?", ":", "(", ")", "and", "relations between", "Sweden", "probably", "going to", "\n\n", "ü", "predicted", "who", "In 2020"}

func TestDraftsOfAnyTextAreRecordsOfIt(t *testing.T) {
	p := newPipeline(t)
	rapid.Check(t, func(rt *rapid.T) {
		text := ""
		for _, w := range rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 60).Draw(rt, "pieces") {
			text += w + " "
		}
		role := rapid.SampledFrom([]ledger.VoiceRole{"", ledger.VoiceInterviewee, ledger.VoiceInterviewer}).Draw(rt, "role")
		doc := p.read(text, role)
		drafts, _ := p.future.Drafts(doc)
		checkVerbatim(t, doc, drafts)
	})
}

func FuzzDrafts(f *testing.F) {
	f.Add("If this goes on, Norway will leave by 2027.")
	f.Add("\xff “ will ” may may not be \x00")
	p := newPipeline(f)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4096 || !utf8.ValidString(text) || text == "" {
			return
		}
		doc := p.read(text, ledger.VoiceInterviewee)
		drafts, _ := p.future.Drafts(doc)
		checkVerbatim(t, doc, drafts)
	})
}

func BenchmarkDrafts(b *testing.B) {
	p := newPipeline(b)
	doc := p.read(strings.Repeat("The foreign minister of Norway said on Monday that relations with Sweden were very warm. If this goes on, trade will double by 2030. "+
		"According to the ministry, work on the bridge may begin in 2026 if parliament agrees. The bridge has been planned for twenty years. ", 20), "")
	b.ReportAllocs()
	for b.Loop() {
		p.future.Drafts(doc)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(doc.Sentences)), "ns/sentence")
}
