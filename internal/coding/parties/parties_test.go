package parties_test

import (
	"strings"
	"testing"

	"orrery/internal/coding/parties"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/readingtest"
	"orrery/ledger"
)

func read(t *testing.T) *readingtest.Reader {
	t.Helper()
	k, err := readingtest.Region()
	if err != nil {
		t.Fatal(err)
	}
	r, err := readingtest.New(k)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// token is the place of a word in the text's last sentence.
func token(s *reading.Sentence, word string) int {
	for i := range s.Tokens {
		if s.TokenText(i) == word {
			return i
		}
	}
	return -1
}

func TestWhoDoesWhatAVerbSays(t *testing.T) {
	r := read(t)
	for text, want := range map[string]string{
		"Georgia condemned the raid.":                                                        "GEO",
		"The raid was condemned by Georgia and Armenia.":                                     "GEO ARM",
		"The raid was condemned.":                                                            "",
		"Armenia, Georgia and Moldova, all three small states, condemned the raid.":          "ARM GEO MDA",
		"Officials from Armenia and Georgia condemned the raid.":                             "ARM GEO",
		"Georgia voiced support for Moscow, and Armenia, its neighbour, condemned the raid.": "ARM",
		"A friend of Georgia condemned the raid.":                                            "",
		"Several companies from Georgia condemned the raid.":                                 "",
		"The Georgian foreign minister said that he condemned the raid.":                     "GEO",
		"Armenia and Georgia said they condemned the raid.":                                  "ARM GEO",
		"Georgia's neighbour condemned the raid.":                                            "",
		"A former Georgian minister condemned the raid.":                                     "",
		"Most countries spoke of Georgia and condemned the raid.":                            "",
	} {
		d := r.Document(&reading.Document{Text: text})
		s := &d.Sentences[len(d.Sentences)-1]
		var got []string
		for _, ref := range parties.States(s, parties.Doer(s, token(s, "condemned"))) {
			got = append(got, ref.Code)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: got %v, want %s", text, got, want)
		}
	}
}

func TestTheDayOfAVerbIsThatOfItsClause(t *testing.T) {
	r := read(t)
	for text, want := range map[string]string{
		"On 4 March 2022 Georgia condemned the raid.":                                      "2022-03-04",
		"Georgia condemned the raid in May 2022.":                                          "2022-05",
		"Georgia condemned the raid; the law was signed in May 2022.":                      "",
		"Georgia condemned the raid.":                                                      "",
		"Since 2014 Georgia has condemned it.":                                             "",
		"Within ten days Georgia condemned the raid.":                                      "",
		"Armenia signed the law in May 2022, and Georgia condemned the raid in June 2023.": "2023-06",
	} {
		d := r.Document(&reading.Document{Text: text, Published: ledger.MustDate("2024-01-01")})
		s := &d.Sentences[0]
		if got := parties.Day(s, token(s, "condemned")).String(); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestWhoseWordsTheyAre(t *testing.T) {
	r := read(t)
	text := "Q: What now? A: Georgia condemned the raid."
	at := strings.Index(text, "Georgia")
	d := r.Document(&reading.Document{Text: text, Outlet: "The Courier", Turns: []ledger.Turn{{Speaker: "Host", Role: ledger.VoiceInterviewer, Start: 3, End: 12},
		{Speaker: "Guest", Role: ledger.VoiceInterviewee, Start: at, End: len(text)}}})
	last := len(d.Sentences) - 1
	if v := parties.Voice(d, last, d.Sentences[last].Span); v.Name != "Guest" || v.Role != ledger.VoiceInterviewee {
		t.Errorf("turn: %+v", v)
	}
	d = r.Document(&reading.Document{Text: "Moscow says that Georgia condemned the raid.", Outlet: "The Courier"})
	s := &d.Sentences[0]
	if v := parties.Voice(d, 0, s.Span); v.Name != "The Courier" || v.Role != ledger.VoiceOutlet {
		t.Errorf("outlet: %+v", v)
	}
	s.Said = []reading.Said{{Content: s.TokenSpan(3, len(s.Tokens)), Source: s.TokenSpan(0, 1), Speaker: 0}}
	if v := parties.Voice(d, 0, s.TokenSpan(4, 5)); v.Name != "Moscow" || v.OnBehalf != "RUS" || v.Role != ledger.VoiceQuoted {
		t.Errorf("quoted: %+v", v)
	}
}
