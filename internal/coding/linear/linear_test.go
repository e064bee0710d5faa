package linear

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

// words makes a sentence of plain tokens; those with a capital are proper nouns.
func words(text string) *syntax.Sentence {
	s := &syntax.Sentence{Span: syntax.Span{Start: 0, End: len(text)}, Text: text}
	at := 0
	for w := range strings.FieldsSeq(text) {
		start := at + strings.Index(text[at:], w)
		at = start + len(w)
		t := syntax.Token{Span: syntax.Span{Start: start, End: at}, Tag: syntax.NN}
		if w[0] >= 'A' && w[0] <= 'Z' {
			t.Tag, t.Shape = syntax.NNP, syntax.Capital
		}
		s.Tokens = append(s.Tokens, t)
	}
	return s
}

// silentWords suggest no type.
func silentWords(lexicon.ID) uint32 { return 0 }

// toy are sentences of two classes that one word tells apart.
func toy() []Example {
	lex := lexicon.New()
	var out []Example
	for _, place := range []string{"north", "south", "east", "west", "coast", "hills"} {
		for _, pair := range []struct{ word, class string }{{"bombed", "ASSAULT"}, {"visited", "CONSULT"}, {"resembles", None}} {
			s := words("Arland " + pair.word + " the " + place + " of Borland")
			out = append(out, Example{Features(nil, lex, s, nil, nil, silentWords), Class(pair.class)})
		}
	}
	return out
}

func TestTrainingTellsClassesApart(t *testing.T) {
	examples := toy()
	m := Train(examples, Training{Seed: 1})
	for _, e := range examples {
		c := m.Score(e.Features)
		best := 0
		for k := range c {
			if c[k] > c[best] {
				best = k
			}
		}
		if best != e.Class {
			t.Errorf("class %s scored as %s", Classes()[e.Class], Classes()[best])
		}
	}
	if got, p := m.Score(examples[0].Features).Best(); got != ledger.EventAssault || p < .5 {
		t.Errorf("the best type is %s with %.2f", got, p)
	}
}

func TestTrainingIsReproducible(t *testing.T) {
	var a, b bytes.Buffer
	for _, out := range []*bytes.Buffer{&a, &b} {
		if err := Train(toy(), Training{Seed: 7}).WriteTo(out, "a card"); err != nil {
			t.Fatal(err)
		}
	}
	if a.String() != b.String() {
		t.Error("the same examples and seed gave two models")
	}
	m, err := ReadModel("toy", a.String())
	if err != nil {
		t.Fatal(err)
	}
	var again bytes.Buffer
	if err := m.WriteTo(&again, "a card"); err != nil {
		t.Fatal(err)
	}
	if again.String() != a.String() {
		t.Error("a model that was read is written otherwise")
	}
}

func TestNamesAreMasked(t *testing.T) {
	lex := lexicon.New()
	known := []actors.Mention{{From: 0, To: 1, Refs: []actors.Ref{{Code: "AAA"}}}}
	one := Features(nil, lex, words("Arland bombed it"), known, nil, silentWords)
	two := Features(nil, lex, words("Borland bombed it"), known, nil, silentWords)
	if !slices.Equal(one, two) {
		t.Error("two sentences that differ in the name of a known actor have different features")
	}
	if slices.Equal(one, Features(nil, lex, words("Arland praised it"), known, nil, silentWords)) {
		t.Error("two verbs have the same features")
	}
}

func TestChancesSumToOne(t *testing.T) {
	m := Train(toy(), Training{Seed: 3})
	rapid.Check(t, func(t *rapid.T) {
		var f []Feature
		for _, x := range rapid.SliceOf(rapid.Uint32()).Draw(t, "features") {
			f = append(f, Feature(x))
		}
		sum := 0.0
		for _, p := range m.Score(f) {
			if p < 0 || p > 1 || math.IsNaN(p) {
				t.Fatalf("a chance of %v", p)
			}
			sum += p
		}
		if math.Abs(sum-1) > 1e-9 {
			t.Fatalf("the chances sum to %v", sum)
		}
	})
}

func TestCalibration(t *testing.T) {
	var list []Judged
	for i := range 400 {
		weight := float64(i%10) / 10
		list = append(list, Judged{Evidence{Type: ledger.EventAid, Weight: weight}, i%10 >= 4 && i%7 != 0})
	}
	c := Calibrate(list, 1)
	low, high := c.Confidence(Evidence{Type: ledger.EventAid, Weight: .1}), c.Confidence(Evidence{Type: ledger.EventAid, Weight: .9})
	if low >= .3 || high <= .7 {
		t.Errorf("a weak frame has %.2f, a strong one %.2f", low, high)
	}
	var out bytes.Buffer
	if err := c.WriteTo(&out, "a card"); err != nil {
		t.Fatal(err)
	}
	again, err := ReadCalibration("toy", out.String())
	if err != nil {
		t.Fatal(err)
	}
	if d := again.Confidence(list[3].Evidence) - c.Confidence(list[3].Evidence); math.Abs(d) > .01 {
		t.Errorf("after writing and reading the confidence is off by %v", d)
	}
	reasons := c.Reasons(Evidence{Type: ledger.EventAid, Weight: .9}, 3)
	if !slices.Contains(reasons, "+frame") {
		t.Errorf("the reasons of a strong frame are %q", reasons)
	}
}

func TestBrokenFilesNameTheirLine(t *testing.T) {
	for _, text := range []string{"# card\nbias 0:x\n", "\nzz 0:1\n", "000001 99:1\n"} {
		if _, err := ReadModel("file", text); err == nil || !strings.HasPrefix(err.Error(), "file:") {
			t.Errorf("%q: %v", text, err)
		}
	}
	if _, err := ReadCalibration("file", "constant\tx\n"); err == nil || !strings.HasPrefix(err.Error(), "file:1") {
		t.Errorf("a calibration without numbers: %v", err)
	}
	if _, err := ReadCalibration("file", "constant\t1\n"); err == nil {
		t.Error("a calibration that breaks off was read")
	}
}

func TestOwnModelLoads(t *testing.T) {
	m, c, err := Own()
	if err != nil {
		t.Fatal(err)
	}
	if len(m.weights) < 1000 || len(c.weights) != len(terms) {
		t.Errorf("%d features, %d terms", len(m.weights), len(c.weights))
	}
}

// What is sifted before it is looked up scores the same.
func TestSiftingChangesNoScore(t *testing.T) {
	m, _, err := Own()
	if err != nil {
		t.Fatal(err)
	}
	plain := *m
	plain.maybe = nil
	var some []Feature
	for f := range m.weights {
		some = append(some, f, f^1, f^(1<<(width-1)))
		if len(some) > 300 {
			break
		}
	}
	if a, b := m.Score(some), plain.Score(some); a != b {
		t.Errorf("%v, %v", a, b)
	}
}
