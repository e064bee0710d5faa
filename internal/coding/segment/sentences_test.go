package segment_test

import (
	"slices"
	"strings"
	"testing"

	"orrery/internal/coding/segment"
	"orrery/internal/coding/syntax"
	"orrery/ledger"
)

func words(s []syntax.Sentence) []string {
	var out []string
	for i := range s {
		out = append(out, s[i].Words())
	}
	return out
}

// Sentences are written with | between them.
var table = []string{
	"The ministry closed the road.|Nobody was told.",
	"Mr. Olsen met Gen. Berg at noon.|They shook hands.",
	"He met U.S. President Roe on Jan. 5 in St. Olaf.|She was late.",
	"The talks were held in the U.S.|The minister stayed away.",
	"E. Larsen and J. K. Holm signed.|Nobody else did.",
	"This was plan B.|The rest is known.",
	"See No. 5 of the list, Art. III and Fig. 2.|It is short.",
	"He said no.|The others said yes.",
	"It rose by 2.5 percent to 1,000.5 points.|Then it fell.",
	"Some goods, e.g. Norwegian fish, i.e. salmon, were banned.|Others were not.",
	"They came at 5 p.m. Tuesday and left at 6 a.m.|Nobody saw them.",
	"“We came.|We saw.|We left,” said Olsen.|He smiled.",
	"“Why now?” Olsen asked.|Nobody knew.",
	"\"Why now?\" asked the guard.|Nobody knew.",
	"“Why now?”|Nobody knew.",
	"(It was late.)|They left.",
	"The pact (see p. 5) is dead.|So is the plan.",
	"And then … nothing.|A long night began.",
	"He waited...|Nobody came.",
	"Was it true?|It was!|They ran.",
	"The text was changed.[12]|It was printed later.",
	"Acme Inc. of Bergen paid.|Nordic Corp. President Dahl did not.",
	"He lives in Oslo, Bergen, etc.|She does not.",
	"«It is over.|We go home,» he said.",
	"Visit www.example.org.|It is free.",
	"al-Amiri spoke first.|al-Amiri spoke last.",
	"One paragraph\n\nanother paragraph",
	"A line that was\nwrapped by hand.|A second one.",
}

func TestSentencesOfATable(t *testing.T) {
	for _, row := range table {
		want := strings.FieldsFunc(strings.ReplaceAll(row, "\n\n", "|"), func(r rune) bool { return r == '|' })
		text := strings.ReplaceAll(row, "|", " ")
		if got := words(segment.Sentences(text, nil, nil)); !slices.Equal(got, want) {
			t.Errorf("got  %q\nwant %q", got, want)
		}
	}
}

func TestHeadingsAndListsAreNotJoined(t *testing.T) {
	text := "A heading without a stop\n1. First point\n- second point\nA paragraph. Its end"
	at := func(kind, s string) ledger.Block {
		i := strings.Index(text, s)
		return ledger.Block{Kind: kind, Start: i, End: i + len(s)}
	}
	blocks := []ledger.Block{at("heading", "A heading without a stop"), at("list-item", "1. First point"), at("list-item", "- second point"), at("paragraph", "A paragraph. Its end")}
	s := segment.Sentences(text, blocks, nil)
	if got, want := words(s), []string{"A heading without a stop", "First point", "second point", "A paragraph.", "Its end"}; !slices.Equal(got, want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	if !s[0].Heading || s[1].Heading || s[4].Block != 3 {
		t.Errorf("the heading is %t, the first point is %t, the last block is %d", s[0].Heading, s[1].Heading, s[4].Block)
	}
}

func TestTurnsLeaveTheLabelOut(t *testing.T) {
	text := "Before the talk.\nBerg: Is it over?\nDr. Olsen: Exactly. It is over.\nQuite over.\n– And now?"
	var blocks []ledger.Block
	for line := range strings.SplitSeq(text, "\n") {
		i := strings.Index(text, line)
		blocks = append(blocks, ledger.Block{Kind: "paragraph", Start: i, End: i + len(line)})
	}
	from := func(s string) int { return strings.Index(text, s) }
	turns := []ledger.Turn{
		{Speaker: "Berg", Start: from("Is it"), End: from("Is it") + len("Is it over?")},
		{Speaker: "Olsen", Start: from("Exactly"), End: from("Quite over.") + len("Quite over.")},
		{Speaker: "Berg", Start: from("And now"), End: len(text)},
	}
	var got []string
	for _, s := range segment.Sentences(text, blocks, turns) {
		got = append(got, string(rune('0'+s.Turn+1))+" "+s.Words())
	}
	want := []string{"0 Before the talk.", "1 Is it over?", "2 Exactly.", "2 It is over.", "2 Quite over.", "3 And now?"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestQuotesGoOnInTheNextSentence(t *testing.T) {
	s := segment.Sentences("He said: “We came. We saw. We left.” They left. She said: “We stay. Nobody closed this quote.", nil, nil)
	var got []bool
	for i := range s {
		got = append(got, s[i].Continued != 0)
	}
	if want := []bool{false, true, true, false, false, false}; !slices.Equal(got, want) {
		t.Errorf("%q: continued %v, want %v", words(s), got, want)
	}
}

func TestMonstersAreCut(t *testing.T) {
	for _, text := range []string{strings.Repeat("word ", 5000), strings.Repeat("x", 20000), strings.Repeat("я", 20000), strings.Repeat("“a. ", 9000), strings.Repeat("...", 9000) + "a"} {
		check(t, text, nil, segment.Sentences(text, nil, nil))
	}
}

func BenchmarkSentences(b *testing.B) {
	text := strings.Repeat(strings.ReplaceAll(strings.Join(table, " "), "|", " ")+"\n", 20)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		n += len(segment.Sentences(text, nil, nil))
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "sentences/s")
}
