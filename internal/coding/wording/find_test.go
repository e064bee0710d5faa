package wording_test

import (
	"strings"
	"testing"

	"orrery/internal/coding/readingtest"
	"orrery/internal/coding/wording"
)

const list = `# own
leave | told: leave/quit
cross | voice/express ~2 anger
quiet | not: comment
far | vote ~~9 against
any | abstain [from] voting
any | abstain
`

func find(t *testing.T, w *readingtest.Words, b *wording.Book, text string) string {
	t.Helper()
	var got []string
	for _, s := range w.Read(text) {
		for _, m := range b.Find(&s, nil) {
			word := m.Class + "=" + s.TokenSpan(m.From, m.To).Of(text)
			if m.Denied {
				word = "not " + word
			}
			got = append(got, word)
		}
	}
	return strings.Join(got, "; ")
}

func TestTurnsWithGaps(t *testing.T) {
	w, err := readingtest.NewWords()
	if err != nil {
		t.Fatal(err)
	}
	b, err := wording.Load(w.Lexicon, "own.txt", list)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"She left the club.":                                "leave=left",
		"She did not leave the club.":                       "",
		"He voiced his deep anger at it.":                   "cross=voiced his deep anger",
		"He never voiced anger.":                            "not cross=voiced anger",
		"He voiced, to nobody's surprise, anger.":           "",
		"They declined to comment on it.":                   "quiet=comment",
		"They have yet to comment.":                         "quiet=comment",
		"They commented on it.":                             "",
		"It voted in May (the 3rd) against the plan.":       "far=voted in May (the 3rd) against",
		"He voted. They were against it.":                   "",
		"It abstained from voting.":                         "any=abstained from voting",
		"It abstained.":                                     "any=abstained",
		"Refusing to abstain would be new.":                 "not any=abstain",
		"He could not come, and she abstained in the hall.": "any=abstained",
	} {
		if got := find(t, w, b, text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestFaultsNameTheLine(t *testing.T) {
	w, err := readingtest.NewWords()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"+ too early\n":  "own.txt:1",
		"\nleave\n":      "own.txt:2",
		"leave | ~2 a\n": "own.txt:1",
		"leave | a ~0 b": "own.txt:1",
		"leave | a ~3\n": "own.txt:1",
		"leave | [a] b":  "own.txt:1",
		"leave | a//b":   "own.txt:1",
		" | a":           "own.txt:1",
	} {
		if _, err := wording.Load(w.Lexicon, "own.txt", text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
}
