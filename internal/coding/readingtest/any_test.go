package readingtest_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"orrery/internal/coding/claims"
	"orrery/internal/coding/dedupe"
	"orrery/internal/coding/draft"
	"orrery/internal/coding/pairs"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/readingtest"
	"orrery/internal/coding/stances"
	"orrery/internal/coding/ties"
	"orrery/internal/coding/votes"
	"orrery/ledger"
)

// makers is every step that makes drafts of a reading without events.
type makers struct {
	*readingtest.Reader
	stances *stances.Reader
	votes   *votes.Reader
	ties    *ties.Reader
	claims  *claims.Reader
	pairs   *pairs.Reader
}

func all(t testing.TB) *makers {
	t.Helper()
	k, err := readingtest.Region()
	check(t, err)
	m := &makers{}
	m.Reader, err = readingtest.New(k)
	check(t, err)
	m.stances, err = stances.New(m.Lexicon, k)
	check(t, err)
	m.votes, err = votes.New(m.Lexicon, k)
	check(t, err)
	m.ties, err = ties.New(m.Lexicon, k)
	check(t, err)
	m.claims, err = claims.New(m.Lexicon, k)
	check(t, err)
	m.pairs, err = pairs.New(m.Lexicon, k)
	check(t, err)
	return m
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func (m *makers) drafts(r *reading.Reading) []draft.Draft {
	r.Items = m.stances.Topics(r)
	var out []draft.Draft
	for _, make := range []func(*reading.Reading) ([]draft.Draft, []draft.Silence){m.stances.Drafts, m.votes.Drafts, m.ties.Drafts, m.claims.Drafts} {
		drafts, _ := make(r)
		out = append(out, drafts...)
	}
	paired, _ := m.pairs.Drafts(r, out)
	return append(out, paired...)
}

var pieces = strings.Fields(`Armenia Georgia's Russia Russian Moscow Ukraine the a attack invasion condemned did not silent remained support voiced its voted against
	resolution abstained ( ) , , . ? “ ” ' - / A/RES/ES-11/1 68/262 and or for on of to in March 2022 after when provoked led two 38 deaths people detained percent
	$2 billion member CSTO all members joined left depends remittances from gas largest trading partner several countries é ‘ … CIS within ten days 24 hours
	refused take part vote called terrorism they he whose president Tokayev said that would if sanctions complied with recognised territorial integrity`)

func TestAnyWordsGiveSoundDrafts(t *testing.T) {
	m := all(t)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 60).Draw(t, "words")
		text := strings.Join(words, rapid.SampledFrom([]string{" ", "", "  "}).Draw(t, "gap"))
		d := &reading.Document{Text: text, Published: rapid.SampledFrom([]ledger.Date{{}, ledger.MustDate("2022-06"), ledger.MustDate("2026-01-03")}).Draw(t, "day")}
		drafts := m.drafts(m.Document(d))
		for _, one := range drafts {
			sound(t, text, one)
		}
		if merged := dedupe.Drafts(drafts); len(merged) > len(drafts) {
			t.Fatalf("%d became %d", len(drafts), len(merged))
		}
	})
}

func sound(t *rapid.T, text string, d draft.Draft) {
	if d.Span.Start < 0 || d.Span.End > len(text) || d.Span.Start >= d.Span.End || !d.Span.Holds(d.Trigger) || d.Trigger.Start >= d.Trigger.End {
		t.Fatalf("span %v, trigger %v", d.Span, d.Trigger)
	}
	if !utf8.ValidString(d.Span.Of(text)) || !utf8.ValidString(d.Trigger.Of(text)) {
		t.Fatal("cut through a character")
	}
	if d.Kind != d.Body.Kind() || d.Confidence <= 0 || d.Confidence > 1 || d.Trace.Step == "" || d.Trace.Frame == "" {
		t.Fatalf("%+v", d)
	}
	if err := d.Body.Validate(); err != nil && d.Kind != ledger.KindEpisode {
		t.Fatalf("%v: %+v", err, d.Body)
	}
}

// quiet is a sentence of 22 tokens that holds nothing for these steps.
const quiet = "The harvest in the southern valleys was poor for the third year and the farmers there asked the banks to wait. "

func BenchmarkASentenceOfNothing(b *testing.B) {
	m := all(b)
	r := m.Document(&reading.Document{Text: strings.Repeat(quiet, 100)})
	for name, step := range map[string]func(){
		"topics":  func() { m.stances.Topics(r) },
		"stances": func() { m.stances.Drafts(r) },
		"votes":   func() { m.votes.Drafts(r) },
		"ties":    func() { m.ties.Drafts(r) },
		"claims":  func() { m.claims.Drafts(r) },
		"pairs":   func() { m.pairs.Drafts(r, nil) },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				step()
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(r.Sentences)), "ns/sentence")
		})
	}
}
