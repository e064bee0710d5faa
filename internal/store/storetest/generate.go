package storetest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"

	"orrery/internal/store"
	"orrery/ledger"
)

// Volume is the size of a generated ledger.
type Volume struct {
	Events    int
	Documents int // each of about 250 words
	Batch     int // events a write; 0: 5,000
	Seed      uint64
}

// Generate fills an empty ledger: actors and sources, accepted events in the order of their dates as an archive
// delivers them, and documents. progress is called after each write with what is done and what is asked; it may be nil.
func Generate(ctx context.Context, s store.Writer, v Volume, progress func(done, total int)) error {
	g := NewGenerator(v)
	if v.Batch == 0 {
		v.Batch = 5000
	}
	report := func(done int) {
		if progress != nil {
			progress(done, v.Events+v.Documents)
		}
	}
	if _, err := s.Append(ctx, "generator", g.Base()); err != nil {
		return fmt.Errorf("writing actors and sources: %w", err)
	}
	for done := 0; done < v.Events; {
		n := min(v.Batch, v.Events-done)
		if _, err := s.Append(ctx, "generator", g.Events(n)); err != nil {
			return fmt.Errorf("writing events from %d: %w", done, err)
		}
		done += n
		report(done)
	}
	for i := range v.Documents {
		doc, raw, text := g.Document()
		if _, _, err := s.PutDocument(ctx, "generator", doc, raw, text); err != nil {
			return fmt.Errorf("writing document %d: %w", i, err)
		}
		report(v.Events + i + 1)
	}
	return nil
}

// Generator makes records, the same ones for the same volume.
type Generator struct {
	volume    Volume
	rng       *rand.Rand
	words     []string
	actors    []string
	sources   []string
	events    int
	documents int
}

// firstDay and lastDay are the range of generated dates: 1992-01-01 to 2025-12-31.
const (
	firstDay ledger.Day = 8035
	lastDay  ledger.Day = 20453
)

// NewGenerator prepares a vocabulary in two scripts with the skew of real text, and actors with the skew of real
// events: one hub is in most of them.
func NewGenerator(v Volume) *Generator {
	g := &Generator{volume: v, rng: rand.New(rand.NewPCG(v.Seed, 2))}
	syllables := []string{"ka", "zo", "ri", "men", "tal", "os", "ve", "dun", "pi", "sar", "ле", "но", "ста", "при", "вод", "ма", "ки", "зор"}
	for len(g.words) < 20_000 {
		script := g.rng.IntN(4) // a quarter Cyrillic
		var b strings.Builder
		for range 2 + g.rng.IntN(3) {
			if script == 0 {
				b.WriteString(syllables[10+g.rng.IntN(8)])
			} else {
				b.WriteString(syllables[g.rng.IntN(10)])
			}
		}
		g.words = append(g.words, b.String())
	}
	g.actors = strings.Fields("RUS USA CHN UKR KAZ BLR UZB ARM AZE GEO KGZ MDA TJK TKM EST LVA LTU TUR IRN POL DEU FRA GBR IND EU NATO CIS CSTO EAEU SCO")
	for i := range 1000 {
		g.sources = append(g.sources, fmt.Sprintf("gen-source-%03d", i))
	}
	return g
}

// Actors lists the codes that events name, the most frequent first.
func (g *Generator) Actors() []string { return g.actors }

// Words lists the vocabulary, the most frequent first.
func (g *Generator) Words() []string { return g.words }

var generated = ledger.Coder{Kind: ledger.CoderDataset, Name: "generator", Version: "1"}

// Base is what events refer to: the actors and 1,000 sources.
func (g *Generator) Base() []store.Change {
	var out []store.Change
	for _, code := range g.actors {
		out = append(out, store.Change{Kind: ledger.KindActor, Status: ledger.Accepted, Coder: generated, Why: "generated",
			Body: &ledger.Actor{Code: code, Type: ledger.ActorState, Names: map[string]string{"en": "State of " + code}}})
	}
	for i, key := range g.sources {
		out = append(out, store.Change{Kind: ledger.KindSource, Status: ledger.Accepted, Coder: generated, Why: "generated",
			Body: &ledger.Source{Key: key, Title: g.sentence(6), Publisher: fmt.Sprintf("Paper %d", i%40), Type: ledger.SourceNewspaper}})
	}
	return out
}

// Events makes the next n events, each with a key, two parties and one cited source.
func (g *Generator) Events(n int) []store.Change {
	out := make([]store.Change, n)
	days := float64(lastDay - firstDay)
	for i := range out {
		when := firstDay + ledger.Day(days*float64(g.events)/float64(max(1, g.volume.Events)))
		by, to := g.actor(), g.actor()
		for to == by {
			to = g.actor()
		}
		e := &ledger.Event{Slug: fmt.Sprintf("gen-%07d", g.events), When: min(when, lastDay).Date(), By: []string{by}, To: []string{to},
			Type: "CONSULT", Summary: g.sentence(8 + g.rng.IntN(7)), Credibility: ledger.Credibility(1 + g.rng.IntN(3))}
		out[i] = store.Change{Kind: ledger.KindEvent, Body: e, Status: ledger.Accepted, Coder: generated, Why: "generated",
			Evidence: []ledger.Evidence{{Source: g.sources[g.rng.IntN(len(g.sources))]}}}
		g.events++
	}
	return out
}

// Document makes the next document: 250 words in ten paragraphs.
func (g *Generator) Document() (doc ledger.Document, raw []byte, text string) {
	var b strings.Builder
	var blocks []ledger.Block
	for i := range 10 {
		if i > 0 {
			b.WriteString("\n\n")
		}
		start := b.Len()
		b.WriteString(g.sentence(25))
		blocks = append(blocks, ledger.Block{Kind: "paragraph", Start: start, End: b.Len()})
	}
	g.documents++
	text = b.String()
	raw = []byte(fmt.Sprintf("<!-- %d -->\n%s", g.documents, text))
	published := firstDay + ledger.Day(g.rng.IntN(int(lastDay-firstDay)))
	return ledger.Document{MediaType: "text/html", Title: g.sentence(6), Outlet: "Paper", Published: published.Date(), Blocks: blocks}, raw, text
}

// skewed draws a number below n, small ones far more often.
func (g *Generator) skewed(n int) int {
	x := g.rng.Float64()
	return int(x * x * x * float64(n))
}

func (g *Generator) actor() string { return g.actors[g.skewed(len(g.actors))] }

func (g *Generator) sentence(words int) string {
	parts := make([]string, words)
	for i := range parts {
		parts[i] = g.words[g.skewed(len(g.words))]
	}
	return strings.Join(parts, " ") + "."
}
