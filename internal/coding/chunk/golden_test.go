package chunk

import (
	"flag"
	"os"
	"strings"
	"testing"

	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/segment"
	"orrery/internal/coding/syntax"
	"orrery/internal/coding/tag"
	"orrery/internal/coding/token"
)

var update = flag.Bool("update", false, "write the readings of today into testdata")

// pipeline is the steps before and with this one.
type pipeline struct {
	tokens *token.Tokenizer
	tagger *tag.Tagger
	c      *Chunker
}

func newPipeline(t testing.TB) pipeline {
	t.Helper()
	lex := lexicon.New()
	tagger, err := tag.New(lex)
	if err != nil {
		t.Fatal(err)
	}
	c := New(lex)
	return pipeline{token.New(lex), tagger, c}
}

// read tokenises, tags and chunks a text.
func (p pipeline) read(t testing.TB, text string, heading bool) []syntax.Sentence {
	t.Helper()
	sentences := segment.Sentences(text, nil, nil)
	for i := range sentences {
		s := &sentences[i]
		s.Heading = heading
		p.tokens.Tokens(s)
		p.tagger.Tag(s)
		p.c.Chunk(s)
		sound(t, s)
	}
	return sentences
}

// TestGolden compares the readings of own sentences (news, analysis, interviews, and headings marked #) with those looked through by hand.
func TestGolden(t *testing.T) {
	in, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	p := newPipeline(t)
	var out strings.Builder
	for line := range strings.Lines(string(in)) {
		text, heading := strings.CutPrefix(strings.TrimSpace(line), "# ")
		for _, s := range p.read(t, text, heading) {
			out.WriteString(s.Words() + "\n" + String(&s) + "\n")
		}
	}
	const name = "testdata/readings.golden"
	if *update {
		if err := os.WriteFile(name, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got := out.String(); got != string(want) {
		g, w := strings.Split(got, "\n\n"), strings.Split(string(want), "\n\n")
		for i := range min(len(g), len(w)) {
			if g[i] != w[i] {
				t.Errorf("now:\n%s\nwas:\n%s", g[i], w[i])
			}
		}
		if len(g) != len(w) {
			t.Errorf("%d readings, %d expected", len(g), len(w))
		}
	}
}
