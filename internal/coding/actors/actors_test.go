package actors_test

import (
	"fmt"
	"strings"
	"testing"

	"orrery/casebook"
	"orrery/casebook/postsoviet"
	"orrery/internal/coding/actors"
	"orrery/internal/coding/chunk"
	"orrery/internal/coding/knowledge"
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/syntax"
	"orrery/internal/coding/tag"
	"orrery/internal/coding/token"
	"orrery/ledger"
)

// bench holds what the tests of this package share: the steps before actors, and actors with the embedded casebook.
type bench struct {
	cut    *token.Tokenizer
	tagger *tag.Tagger
	chunk  *chunk.Chunker
	actors *actors.Reader
}

func newBench(t testing.TB) *bench {
	t.Helper()
	cb, _, err := casebook.Read(postsoviet.Files)
	if err != nil {
		t.Fatal(err)
	}
	drafts, err := casebook.Records(cb)
	if err != nil {
		t.Fatal(err)
	}
	k := &knowledge.Region{}
	for _, d := range drafts {
		k.Add(d.Body)
	}
	lex := lexicon.New()
	b := &bench{cut: token.New(lex)}
	if b.tagger, err = tag.New(lex); err != nil {
		t.Fatal(err)
	}
	b.chunk = chunk.New(lex)
	if b.actors, err = actors.New(lex, k); err != nil {
		t.Fatal(err)
	}
	return b
}

// sentence reads all steps before actors into one sentence, text[from:to].
func (b *bench) sentence(text string, from, to int) *syntax.Sentence {
	s := &syntax.Sentence{Span: syntax.Span{Start: from, End: to}, Text: text, Turn: -1}
	b.cut.Tokens(s)
	b.tagger.Tag(s)
	b.chunk.Chunk(s)
	return s
}

// read finds the mentions of sentences that are divided by " / ".
func (b *bench) read(text, published string) []actors.Mention {
	day, err := ledger.ParseDate(published)
	if err != nil {
		panic(err)
	}
	m := b.actors.NewMemory(day, nil)
	var out []actors.Mention
	at := 0
	for part := range strings.SplitSeq(text, " / ") {
		out = append(out, b.actors.Mentions(b.sentence(text, at, at+len(part)), m)...)
		at += len(part) + 3
	}
	return out
}

// write is a mention in short: its words, = and its actors (code, sector, slug, office mark); ~ for a mention that is no head, @ for a place.
func write(text string, m actors.Mention) string {
	var refs []string
	for _, r := range m.Refs {
		w := r.Code
		if r.Code == "" {
			w = "?"
		}
		if r.Sector != "" {
			w += "." + r.Sector
		}
		if r.Person != "" {
			w += ":" + r.Person
		}
		if r.Former {
			w += "!"
		}
		refs = append(refs, w)
	}
	mark := ""
	if !m.Head {
		mark = "~"
	}
	if m.Place {
		mark += "@"
	}
	return fmt.Sprintf("%s%s=%s", mark, m.Of(text), strings.Join(refs, "+"))
}

func writeAll(text string, all []actors.Mention) string {
	var out []string
	for _, m := range all {
		out = append(out, write(text, m))
	}
	return strings.Join(out, "; ")
}
