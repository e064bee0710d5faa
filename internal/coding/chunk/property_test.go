package chunk

import (
	"testing"

	"pgregory.net/rapid"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
)

// odd are words of all classes for random sentences, with texts of marks.
var odd = []string{"the", "that", "who", "if", "after", "and", "by", "of", "to", "not", "no", "longer", "is", "has", "did", "will", "said", "say", "accuse", "urge", "give", "Peru",
	"troops", "monday", "year", ",", ".", "?", "(", ")", "\"", ";", ":", "—", "out", "off", "according", "so", "as", "well", "threat", "including", "more", "than", "there", "shelling", "whose"}

func randomSentence(r *rapid.T, lex *lexicon.Lexicon, most int) *syntax.Sentence {
	s := &syntax.Sentence{Heading: rapid.Bool().Draw(r, "heading")}
	for range rapid.IntRange(0, most).Draw(r, "length") {
		w := rapid.SampledFrom(odd).Draw(r, "word")
		lemma := rapid.SampledFrom(odd).Draw(r, "lemma")
		start := len(s.Text)
		s.Text += w + " "
		s.Tokens = append(s.Tokens, syntax.Token{Span: syntax.Span{Start: start, End: start + len(w)}, Word: lex.Find(w), Lemma: lex.Find(lemma),
			Tag: syntax.Tag(rapid.IntRange(int(syntax.NoTag), int(syntax.Symbol)).Draw(r, "tag"))})
	}
	s.End = len(s.Text)
	return s
}

// TestAnyTagsGiveASoundReading: whatever the tags, indexes are in range, phrases in order and apart, clauses a forest.
func TestAnyTagsGiveASoundReading(t *testing.T) {
	lex := lexicon.New()
	c := New(lex)
	rapid.Check(t, func(r *rapid.T) {
		s := randomSentence(r, lex, 60)
		c.Chunk(s)
		sound(r, s)
		_ = String(s)
	})
}

type failer interface{ Fatalf(string, ...any) }

func sound(t failer, s *syntax.Sentence) {
	end := 0
	for i := range s.Phrases {
		p := &s.Phrases[i]
		if p.From < end || p.To <= p.From || p.To > len(s.Tokens) || p.Head < p.From || p.Head >= p.To {
			t.Fatalf("phrase %d is [%d, %d) with head %d behind %d", i, p.From, p.To, p.Head, end)
		}
		end = p.To
		for name, l := range map[string]int{"attach": p.Attach, "coord": p.Coord, "appos": p.Appos, "poss": p.Poss} {
			if l < -1 || l >= i || l >= 0 && s.Phrases[l].Kind != syntax.NP {
				t.Fatalf("phrase %d: %s is %d", i, name, l)
			}
		}
		for name, l := range map[string]int{"prep": p.Prep, "negated": p.Verb.Negated, "modal": p.Verb.Modal, "particle": p.Verb.Particle} {
			if l < -1 || l >= len(s.Tokens) {
				t.Fatalf("phrase %d: %s is %d", i, name, l)
			}
		}
	}
	if len(s.Clauses) > len(s.Phrases) {
		t.Fatalf("%d clauses of %d phrases", len(s.Clauses), len(s.Phrases))
	}
	for i := range s.Clauses {
		c := &s.Clauses[i]
		if c.Verb < 0 || c.Verb >= len(s.Phrases) || s.Phrases[c.Verb].Kind != syntax.VG {
			t.Fatalf("clause %d: verb %d", i, c.Verb)
		}
		if c.From < 0 || c.To > len(s.Tokens) || c.From >= c.To || c.Marker < -1 || c.Marker >= len(s.Tokens) {
			t.Fatalf("clause %d: tokens [%d, %d), marker %d", i, c.From, c.To, c.Marker)
		}
		if c.Complement < -1 || c.Complement >= len(s.Clauses) || c.Complement == i || c.Parent < -1 || c.Parent >= len(s.Clauses) {
			t.Fatalf("clause %d: parent %d, complement %d", i, c.Parent, c.Complement)
		}
		for _, list := range [][]int{c.Subject, c.Objects, c.Obliques, c.Agent} {
			for _, p := range list {
				if p < 0 || p >= len(s.Phrases) || s.Phrases[p].Kind != syntax.NP {
					t.Fatalf("clause %d: phrase %d is no noun phrase", i, p)
				}
			}
		}
		n := 0
		for up := c.Parent; up >= 0; up = s.Clauses[up].Parent {
			if n++; n > len(s.Clauses) {
				t.Fatalf("clause %d is above itself", i)
			}
			if o := &s.Clauses[up]; o.From > c.From || o.To < c.To {
				t.Fatalf("clause %d [%d, %d) is not within clause %d [%d, %d)", i, c.From, c.To, up, o.From, o.To)
			}
		}
	}
}
