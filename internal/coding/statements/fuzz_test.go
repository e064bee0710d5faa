package statements_test

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"orrery/internal/coding/reading"
)

// words are pieces that texts are put together from: what opens and closes quotes and attributions, in any order.
var pieces = []string{"the minister", "Norway", "France's claim", "said", "told", "according to", "that", "“", "”", "\"", "'", ",", ".", "?", ":", ";", " — ", "(", ")",
	"was quoted as saying", "called", "a mistake", "very", "not", "If", "had", "would", "will", "may", "is", "are", "by", "in his view", "as he put it", "and", "but",
	"the border", "closed", "relations between", "Sweden", "should", "remind", "\n\n", " ", "…", "«", "»", "ü", "Russian language", "a", "it", "who", "warned"}

func TestSpansOfAnyTextAreWordsOfIt(t *testing.T) {
	p := newPipeline(t)
	rapid.Check(t, func(t *rapid.T) {
		text := ""
		for _, w := range rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 60).Draw(t, "pieces") {
			text += w + " "
		}
		if why := faulty(p, text); why != "" {
			t.Fatalf("%s: %q", why, text)
		}
	})
}

// faulty says what is wrong with the attributions and drafts of text, "" if nothing is.
func faulty(p *pipeline, text string) string {
	doc := p.read(text, "")
	for i := range doc.Sentences {
		for _, s := range doc.Sentences[i].Said {
			if why := faultOf(doc, &s); why != "" {
				return why
			}
		}
	}
	drafts, _ := p.said.Drafts(doc)
	for _, d := range drafts {
		if d.Body.Validate() != nil || !d.Span.Holds(d.Trigger) || d.Span.Start < 0 || d.Span.End > len(text) {
			return "a draft that is no record of the text"
		}
	}
	return ""
}

func faultOf(doc *reading.Reading, s *reading.Said) string {
	text := doc.Document.Text
	for _, x := range []struct{ from, to int }{{s.Content.Start, s.Content.End}, {s.Cue.Start, s.Cue.End}, {s.Source.Start, s.Source.End}} {
		switch {
		case x.from < 0 || x.to > len(text) || x.from >= x.to:
			return "a span outside of the text or empty"
		case !utf8.RuneStart(text[x.from]) || x.to < len(text) && !utf8.RuneStart(text[x.to]):
			return "a span cuts a character"
		}
	}
	if s.Content.Overlaps(s.Source) || s.Content.Overlaps(s.Cue) {
		return "what is said overlaps who says it"
	}
	return ""
}

func FuzzAttribute(f *testing.F) {
	f.Add("“We go,” she said. “We stay.”")
	f.Add("According to X, \"a\" and 'b': c said d")
	f.Add("\xff\xfe “ \x00 said ” the")
	p := newPipeline(f)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4096 || !utf8.ValidString(text) || text == "" {
			return
		}
		if why := faulty(p, text); why != "" {
			t.Fatalf("%s: %q", why, text)
		}
	})
}
