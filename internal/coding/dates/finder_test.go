package dates_test

import (
	"fmt"
	"strings"
	"testing"

	"orrery/internal/coding/dates"
	"orrery/internal/coding/lexicon"
	"orrery/internal/coding/segment"
	"orrery/internal/coding/syntax"
	"orrery/internal/coding/tag"
	"orrery/internal/coding/token"
	"orrery/ledger"
)

// reader is the part of the coder that dates need.
type reader struct {
	token *token.Tokenizer
	tag   *tag.Tagger
	dates *dates.Finder
}

func newReader(t testing.TB) *reader {
	t.Helper()
	lex := lexicon.New()
	tagger, err := tag.New(lex)
	if err != nil {
		t.Fatal(err)
	}
	return &reader{token.New(lex), tagger, dates.New(lex)}
}

func (r *reader) sentences(text string) []syntax.Sentence {
	s := segment.Sentences(text, nil, nil)
	for i := range s {
		r.token.Tokens(&s[i])
		r.tag.Tag(&s[i])
	}
	return s
}

func day(t testing.TB, text string) ledger.Date {
	t.Helper()
	d, err := ledger.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func show(text string, found []dates.Found) string {
	var parts []string
	for _, f := range found {
		s := strings.TrimSpace(fmt.Sprintf("%s %s %s %s", f.Sign, f.Of(text), f.Kind, f.When))
		if f.Lag != 0 {
			s += fmt.Sprintf(" %dh", f.Lag)
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, "; ")
}

// The day of publication is Wednesday, 19 November 2025.
var table = []struct{ text, want string }{
	{"The bridge fell on 31 December 2025.", "at 31 December 2025 exact 2025-12-31"},
	{"The bridge fell on December 31, 2024, and nobody was hurt.", "at December 31, 2024 exact 2024-12-31"},
	{"The envoys met on 3 May 2024 and signed the pact the following day.", "at 3 May 2024 exact 2024-05-03; at the following day exact 2024-05-04"},
	{"Talks opened on Tuesday and ended the same day.", "at Tuesday exact 2025-11-18; at the same day exact 2025-11-18"},
	{"Guards opened fire on 5 November and fled the next day.", "at 5 November exact 2025-11-05; at the next day exact 2025-11-06"},
	{"They left the following day.", "at the following day unresolved"},
	{"The inquiry will take six to twelve months.", "for six to twelve months unresolved 8640h"},
	{"It must be signed within ten to fourteen days.", "within ten to fourteen days unresolved 336h"},
	{"The envoys met on December 31.", "at December 31 exact 2024-12-31"},
	{"The envoys met on November 5.", "at November 5 exact 2025-11-05"},
	{"The envoys will meet on December 31.", "at December 31 exact 2025-12-31"},
	{"The envoys will meet on 3 February.", "at 3 February exact 2026-02-03"},
	{"The two sides are to meet on January 5th.", "at January 5th exact 2026-01-05"},
	{"The treaty was signed on the 5th of May 1992.", "at the 5th of May 1992 exact 1992-05-05"},
	{"The talks ran on May 5–7, 2024.", "at May 5–7, 2024 range 2024-05-05/2024-05-07"},
	{"The talks ran on May 5-7.", "at May 5-7 range 2025-05-05/2025-05-07"},
	{"There is no February 30.", "at February 30 unresolved"},
	{"Guards opened fire on Tuesday.", "at Tuesday exact 2025-11-18"},
	{"Guards opened fire on Wednesday.", "at Wednesday exact 2025-11-19"},
	{"Guards opened fire on Thursday.", "at Thursday exact 2025-11-13"},
	{"The court will rule on Thursday.", "at Thursday exact 2025-11-20"},
	{"Guards opened fire last Tuesday.", "at last Tuesday exact 2025-11-18"},
	{"Guards opened fire last Friday.", "at last Friday exact 2025-11-14"},
	{"The court meets again next Monday.", "at next Monday exact 2025-11-24"},
	{"On Monday morning, the queue was long.", "at Monday morning exact 2025-11-17"},
	{"The decree was published on Tuesday, November 11.", "at Tuesday, November 11 exact 2025-11-11"},
	{"The port was shelled yesterday.", "at yesterday exact 2025-11-18"},
	{"The port was shelled today.", "at today exact 2025-11-19"},
	{"The port reopens tomorrow.", "at tomorrow exact 2025-11-20"},
	{"The port was shelled the day before yesterday.", "at the day before yesterday exact 2025-11-17"},
	{"The port was shelled last night.", "at last night exact 2025-11-18"},
	{"The port was shelled this morning.", "at this morning exact 2025-11-19"},
	{"The ban came into force in June 2025.", "at June 2025 approximate 2025-06"},
	{"The ban came into force in March.", "at March approximate 2025-03"},
	{"The ban came into force in December.", "at December approximate 2024-12"},
	{"The ban will come into force in March.", "at March approximate 2026-03"},
	{"The ban came into force last December.", "at last December approximate 2024-12"},
	{"The ban was lifted in 2020.", "at 2020 approximate 2020"},
	{"Factories closed in the 1990s.", "at the 1990s range 199X"},
	{"Factories closed in the early 1990s.", "at the early 1990s approximate 1990-01-01/1993-05-02"},
	{"Relations cooled in early 2024.", "at early 2024 approximate 2024-01-01/2024-05-01"},
	{"Relations cooled in late 2024.", "at late 2024 approximate 2024-09-01/2024-12-31"},
	{"Relations cooled in mid-2024.", "at mid-2024 approximate 2024-05-02/2024-08-31"},
	{"Relations cooled in mid-June.", "at mid-June approximate 2025-06-11/2025-06-20"},
	{"It has been closed since 1994.", "since 1994 range 1994/.."},
	{"It has been closed since March 2022.", "since March 2022 range 2022-03/.."},
	{"The war lasted from 2014 to 2016.", "at 2014 to 2016 range 2014/2016"},
	{"Between 2014 and 2016 trade halved.", "at 2014 and 2016 range 2014/2016"},
	{"In 2014–2016 trade halved.", "at 2014–2016 range 2014/2016"},
	{"In 2014-16 trade halved.", "at 2014-16 range 2014/2016"},
	{"The survey ran from May to July 2024.", "at May to July 2024 range 2024-05/2024-07"},
	{"They must leave within ten days.", "within ten days unresolved 240h"},
	{"They must leave within 24 hours.", "within 24 hours unresolved 24h"},
	{"The siege went on for more than six months.", "for six months unresolved 4320h"},
	{"Six months later the talks broke down.", "after Six months later unresolved 4320h"},
	{"The talks broke down 24 hours after the vote.", "after 24 hours unresolved 24h"},
	{"They signed a ten-day truce.", "for ten-day unresolved 240h"},
	{"The bank was closed ten days ago.", "at ten days ago exact 2025-11-09"},
	{"The bank was closed two months ago.", "at two months ago approximate 2025-09"},
	{"The bank was closed three years ago.", "at three years ago approximate 2022"},
	{"The bank was closed two weeks ago.", "at two weeks ago approximate 2025-11-05~"},
	{"The wall was built decades ago.", "at decades ago unresolved"},
	{"The prices rose this week.", "at this week approximate 2025-11-17/2025-11-23"},
	{"The prices rose last week.", "at last week approximate 2025-11-10/2025-11-16"},
	{"The prices rose last month.", "at last month approximate 2025-10"},
	{"The prices rose last year.", "at last year approximate 2024"},
	{"The prices will rise next year.", "at next year approximate 2026"},
	{"The prices rose in the past six months.", "at the past six months range 2025-05/2025-11"},
	{"The plant will be ready by the end of 2026.", "by the end of 2026 approximate 2026-12"},
	{"The plant will be ready by the end of the year.", "by the end of the year approximate 2025-12"},
	{"The plant opens at the beginning of June 2026.", "at the beginning of June 2026 approximate 2026-06-01/2026-06-10"},
	{"The pact will be tested in the coming years.", "at the coming years unresolved"},
	{"Trade has grown in recent years.", "at recent years unresolved"},
	{"The accord dates from the spring of 2022.", "at the spring of 2022 approximate 2022-21"},
	{"Exports fell in the first quarter of 2025.", "at the first quarter of 2025 range 2025-01/2025-03"},
	{"The log of 2025-10-02 is missing.", "at 2025-10-02 exact 2025-10-02"},
	{"The order of 02.10.2025 is missing.", "at 02.10.2025 exact 2025-10-02"},
	{"The deal holds until 2030.", "until 2030 approximate 2030"},
	{"The deal was dead before 2022.", "before 2022 approximate 2022"},
	{"After 2022, nothing was left of the deal.", "after 2022 approximate 2022"},
	{"The 2022 invasion changed that.", "at 2022 approximate 2022"},
	{"The empire fell in the 19th century.", "at the 19th century range 18XX"},
	{"The two men met on Friday, 14 November.", "at Friday, 14 November exact 2025-11-14"},
	{"In May the bill may pass.", "at May approximate 2026-05"},
	{"Within 24 hours after the raid, all states spoke.", "within 24 hours unresolved 24h"},
	{"Guards recently left the post.", "at recently unresolved"},
	{"He came back a few days later.", "after a few days later unresolved"},
	{"The ship left on 12 January and came back on 3 March.", "at 12 January exact 2025-01-12; at 3 March exact 2025-03-03"},
	{"The strike of last summer was long.", "at last summer approximate 2025-22"},
	{"Both will sign the pact this Friday.", "at this Friday exact 2025-11-21"},
	// No dates.
	{"They may march on the capital.", ""},
	{"The shells killed 2020 people.", ""},
	{"The force has 1500 troops and 38 tanks.", ""},
	{"He was second to none.", ""},
	{"Ships pass twice a year.", ""},
}

func TestDatesOfSentences(t *testing.T) {
	r := newReader(t)
	published := day(t, "2025-11-19")
	for _, c := range table {
		var got []dates.Found
		for _, s := range r.sentences(c.text) {
			got = append(got, r.dates.Find(&s, published)...)
		}
		if g := show(c.text, got); g != c.want {
			t.Errorf("%s\n got  %s\n want %s", c.text, g, c.want)
		}
	}
}

func TestDatesWithoutDayOfPublication(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct{ published, text, want string }{
		{"", "He left yesterday.", "at yesterday unresolved"},
		{"", "He left on Tuesday.", "at Tuesday unresolved"},
		{"", "He left on 5 May.", "at 5 May unresolved"},
		{"", "He left on 5 May 2020.", "at 5 May 2020 exact 2020-05-05"},
		{"", "He left last year.", "at last year unresolved"},
		{"2025-11", "He left last month.", "at last month approximate 2025-10"},
		{"2025-11", "He left on Tuesday.", "at Tuesday unresolved"},
		{"2025", "He left last year.", "at last year approximate 2024"},
		{"2025", "He left in March.", "at March unresolved"},
	} {
		published := ledger.Date{}
		if c.published != "" {
			published = day(t, c.published)
		}
		s := r.sentences(c.text)
		if g := show(c.text, r.dates.Find(&s[0], published)); g != c.want {
			t.Errorf("published %q: %s\n got  %s\n want %s", c.published, c.text, g, c.want)
		}
	}
}
