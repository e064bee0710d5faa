package actors_test

import (
	"os"
	"strings"
	"testing"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/lexicon"
	"orrery/ledger"
)

// TestMentions reads the table of sentences. The steps before actors are others' and learn: a sentence in fifty may differ by a tag of
// theirs; more is a fault of this package.
func TestMentions(t *testing.T) {
	table, err := os.ReadFile("testdata/mentions.txt")
	if err != nil {
		t.Fatal(err)
	}
	b := newBench(t)
	all, wrong := 0, 0
	var say []string
	lines := strings.Split(string(table), "\n")
	for i := 0; i+1 < len(lines); i++ {
		date, text, ok := strings.Cut(lines[i], "| ")
		if !ok || lines[i][0] == '#' || lines[i][0] == '\t' {
			continue
		}
		all++
		want := strings.TrimSpace(lines[i+1])
		if got := writeAll(text, b.read(text, strings.TrimSpace(date))); got != want {
			wrong++
			say = append(say, text+"\ngot  "+got+"\nwant "+want)
		}
	}
	if all < 150 {
		t.Errorf("%d sentences in the table, at least 150 expected", all)
	}
	if wrong*50 > all {
		t.Errorf("%d of %d sentences differ:\n%s", wrong, all, strings.Join(say, "\n"))
	}
	t.Logf("%d sentences, %d differ\n%s", all, wrong, strings.Join(say, "\n"))
}

func TestDatesDecideWhoHoldsAnOffice(t *testing.T) {
	b := newBench(t)
	for _, c := range []struct{ day, text, want string }{
		{"2018-06-01", "Tokayev spoke.", "Tokayev=KAZ.ELI:tokayev!"},
		{"2019-06-01", "Tokayev spoke.", "Tokayev=KAZ.GOV:tokayev"},
		{"2020-06-01", "Merkel spoke.", "Merkel=DEU.GOV:merkel"},
		{"2023-06-01", "Merkel spoke.", "Merkel=DEU.ELI:merkel!"},
		{"2010-06-01", "The Kazakh president spoke.", "Kazakh president=KAZ.GOV:nazarbayev"},
		{"2020-06-01", "The Kazakh president spoke.", "Kazakh president=KAZ.GOV:tokayev"},
		{"2010-06-01", "Poland and the Baltic states spoke.", "Poland=POL; Baltic states=EST+LVA+LTU"},
		{"2007-06-01", "All CIS members signed it.", "CIS members=BLR+RUS+ARM+KAZ+KGZ+MDA+TJK+UZB+AZE+GEO"},
	} {
		if got := writeAll(c.text, b.read(c.text, c.day)); got != c.want {
			t.Errorf("%s %s\ngot  %s\nwant %s", c.day, c.text, got, c.want)
		}
	}
}

func TestWeIsTheSpeakersState(t *testing.T) {
	b := newBench(t)
	text := "Marat Osmonov, a Kyrgyz expert, answers. We trust our parliament and our country."
	at := strings.Index(text, "We")
	m := b.actors.NewMemory(ledger.Date{}, []ledger.Turn{{Speaker: "Osmonov", Start: at, End: len(text)}})
	b.actors.Mentions(b.sentence(text, 0, at-1), m)
	s := b.sentence(text, at, len(text))
	s.Turn = 0
	got := writeAll(text, b.actors.Mentions(s, m))
	want := "We=KGZ.EDU; ~our=KGZ.EDU; parliament=KGZ.LEG; our country=KGZ"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestWithoutARegionNamesAreKnownAllTheSame(t *testing.T) {
	if _, err := actors.New(lexicon.New(), nil); err != nil {
		t.Fatal(err)
	}
}
