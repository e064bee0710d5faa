package predicates

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/chunk"
	"orrery/internal/coding/dates"
	"orrery/internal/coding/knowledge"
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/realis"
	"orrery/internal/coding/segment"
	"orrery/internal/coding/syntax"
	"orrery/internal/coding/tag"
	"orrery/internal/coding/token"
	"orrery/ledger"
)

// line is the whole of the reader up to this package.
type line struct {
	cut    *token.Tokenizer
	tag    *tag.Tagger
	dates  *dates.Finder
	chunk  *chunk.Chunker
	actors *actors.Reader
	realis *realis.Reader
	book   *Book
}

func newLine(t testing.TB) *line {
	t.Helper()
	lex := lexicon.New()
	l := &line{cut: token.New(lex), chunk: chunk.New(lex), realis: realis.New(lex), dates: dates.New(lex)}
	var err error
	if l.actors, err = actors.New(lex, &knowledge.Region{}); err != nil {
		t.Fatal(err)
	}
	if l.book, err = New(lex); err != nil {
		t.Fatal(err)
	}
	if l.tag, err = tag.New(lex); err != nil { // last: it prepares the forms of the words that the others asked for
		t.Fatal(err)
	}
	return l
}

// read is a text's sentences with their mentions and realis.
func (l *line) read(text string) (all []read) {
	published, _ := ledger.ParseDate("2024-06-15")
	memory := l.actors.NewMemory(published, nil)
	sentences := segment.Sentences(text, nil, nil)
	for i := range sentences {
		s := &sentences[i]
		l.cut.Tokens(s)
		l.tag.Tag(s)
		l.chunk.Chunk(s)
		m := l.actors.Mentions(s, memory)
		m = l.book.Strangers(s, m)
		all = append(all, read{s, m, l.realis.Of(s, l.dates.Find(s, published), published)})
	}
	return all
}

type read struct {
	s *syntax.Sentence
	m []actors.Mention
	r []realis.Realis
}

func (x read) party(list []int) string {
	var codes []string
	for _, i := range list {
		for _, r := range x.m[i].Refs {
			c := r.Code
			if c == "" {
				c = strings.ReplaceAll(r.Name, " ", "_")
			}
			if !slices.Contains(codes, c) {
				codes = append(codes, c)
			}
		}
	}
	if len(codes) == 0 {
		return "-"
	}
	slices.Sort(codes)
	return strings.Join(codes, ",")
}

func (x read) write(e *Event) string {
	kind := string(e.Type)
	if e.Mode != "" {
		kind += "/" + e.Mode
	}
	out := x.party(e.By) + " " + kind + " " + x.party(e.To)
	for _, f := range []struct {
		on   bool
		name string
	}{{e.Negated, "negated"}, {e.Future, "future"}, {e.Hypothetical, "hypothetical"}, {e.Historical, "historical"}, {e.Claimed >= 0, "claimed"}} {
		if f.on {
			out += " " + f.name
		}
	}
	return out
}

// events of a text as its examples write them.
func (l *line) events(text string) (out []string, why []string) {
	for _, x := range l.read(text) {
		events, dropped := l.book.Find(x.s, x.m, x.r)
		for i := range events {
			out = append(out, x.write(&events[i]))
			why = append(why, fmt.Sprintf("%s by %s %v", out[len(out)-1], events[i].Frame, events[i].Operators))
		}
		for _, d := range dropped {
			why = append(why, "dropped "+d.Frame+": "+d.Reason)
		}
	}
	return out, why
}

func (l *line) shape(text string) string {
	var b strings.Builder
	for _, x := range l.read(text) {
		s := x.s
		for i := range s.Tokens {
			fmt.Fprintf(&b, "%s/%d ", s.TokenText(i), s.Tokens[i].Tag)
		}
		for i := range s.Phrases {
			p := &s.Phrases[i]
			fmt.Fprintf(&b, "\n  p%d kind %d [%s] prep %d attach %d poss %d coord %d appos %d %+v", i, p.Kind, s.TokenSpan(p.From, p.To).Of(s.Text), p.Prep, p.Attach, p.Poss, p.Coord, p.Appos, p.Verb)
		}
		for i := range s.Clauses {
			fmt.Fprintf(&b, "\n  c%d %+v", i, s.Clauses[i])
		}
		for i := range x.m {
			fmt.Fprintf(&b, "\n  m%d [%s] phrase %d head %t place %t %+v", i, x.m[i].Of(s.Text), x.m[i].Phrase, x.m[i].Head, x.m[i].Place, x.m[i].Refs)
		}
		fmt.Fprintf(&b, "\n  realis %b\n", x.r)
	}
	return b.String()
}

// Every example of the data files reads as it says.
func TestExamples(t *testing.T) {
	l := newLine(t)
	bad, reached := 0, map[string]bool{}
	for _, e := range l.book.examples {
		got, why := l.events(e.sentence)
		for _, x := range l.read(e.sentence) {
			events, _ := l.book.Find(x.s, x.m, x.r)
			for i := range events {
				reached[events[i].Frame] = true
			}
		}
		if fault := judge(e.want, got); fault != "" {
			bad++
			t.Errorf("%s %q: %s\n  %s\n%s", e.where, e.sentence, fault, strings.Join(why, "\n  "), l.shape(e.sentence))
		}
	}
	t.Logf("%d examples, %d bad", len(l.book.examples), bad)
	for i := range l.book.frames {
		if f := &l.book.frames[i]; !reached[f.id] && !f.none {
			t.Errorf("no example reaches %s %v: write one, or drop the rule", f.id, f.meaning)
		}
	}
}

// judge says what is wrong with the events found, "" if nothing is.
func judge(want string, got []string) string {
	if kind, not := strings.CutPrefix(want, "not "); not {
		for _, g := range got {
			if strings.Contains(g, " "+kind) {
				return "found " + g
			}
		}
		return ""
	}
	var wanted []string
	if want != "none" {
		for w := range strings.SplitSeq(want, ";") {
			wanted = append(wanted, strings.TrimSpace(w))
		}
	}
	slices.Sort(wanted)
	got = slices.Clone(got)
	slices.Sort(got)
	if !slices.Equal(wanted, got) {
		return fmt.Sprintf("found %q, want %q", got, wanted)
	}
	return ""
}
