package chunk

import (
	"testing"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
)

// sample is 22 tokens of newswire with three clauses.
const sample = "The/DT foreign/JJ minister/NN of/IN Peru/NNP said/VBD/say on/IN Monday/NNP that/IN his/PRP$ country/NN would/MD not/RB support/VB the/DT sanctions/NNS on/IN Cuba/NNP which/WDT Chile/NNP proposed/VBD/propose ./."

func BenchmarkChunk(b *testing.B) {
	lex := lexicon.New()
	c := New(lex)
	s := tagged(b, lex, sample)
	b.ReportAllocs()
	for b.Loop() {
		c.Chunk(s)
	}
}

// BenchmarkChunkLong is a sentence of 400 tokens, the longest that segment lets through: it must cost about 18 times the short one.
func BenchmarkChunkLong(b *testing.B) {
	lex := lexicon.New()
	c := New(lex)
	long := ""
	for range 18 {
		long += sample + " "
	}
	s := tagged(b, lex, long)
	b.ReportAllocs()
	for b.Loop() {
		c.Chunk(s)
	}
}

// FuzzChunk reads random bytes as words and tags.
func FuzzChunk(f *testing.F) {
	f.Add([]byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
	lex := lexicon.New()
	c := New(lex)
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1200 {
			return
		}
		s := &syntax.Sentence{}
		for ; len(data) >= 3; data = data[3:] {
			w := odd[int(data[0])%len(odd)]
			start := len(s.Text)
			s.Text += w + " "
			s.Tokens = append(s.Tokens, syntax.Token{Span: syntax.Span{Start: start, End: start + len(w)}, Word: lex.Find(w),
				Lemma: lex.Find(odd[int(data[1])%len(odd)]), Tag: syntax.Tag(int(data[2]) % (int(syntax.Symbol) + 1))})
		}
		s.End = len(s.Text)
		c.Chunk(s)
		sound(t, s)
	})
}
