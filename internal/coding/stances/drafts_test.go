package stances_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"orrery/internal/coding/draft"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/readingtest"
	"orrery/internal/coding/stances"
	"orrery/ledger"
)

type steps struct {
	*readingtest.Reader
	stances *stances.Reader
}

func reader(t testing.TB) *steps {
	t.Helper()
	k, err := readingtest.Region()
	if err != nil {
		t.Fatal(err)
	}
	r, err := readingtest.New(k)
	if err != nil {
		t.Fatal(err)
	}
	x, err := stances.New(r.Lexicon, k)
	if err != nil {
		t.Fatal(err)
	}
	return &steps{r, x}
}

func (x *steps) read(text, published string) (*reading.Reading, []draft.Draft, []draft.Silence) {
	d := &reading.Document{Text: text, Title: "A report", Outlet: "The Courier"}
	if published != "" {
		d.Published = ledger.MustDate(published)
	}
	r := x.Document(d)
	r.Items = x.stances.Topics(r)
	drafts, silences := x.stances.Drafts(r)
	return r, drafts, silences
}

const (
	drones   = "On Monday Moscow reported a drone attack on the president's residence in the Novgorod region. "
	invasion = "Russia's invasion of Ukraine began in February. "
)

var cases = []struct{ text, published, want string }{
	{drones + "Armenia condemned the attack.", "2025-12-31", "ARM with residence-drones-2025"},
	{drones + "Armenia did not condemn the attack.", "2025-12-31", "ARM leaning-against residence-drones-2025"},
	{drones + "Officials from Armenia, Georgia and Kazakhstan voiced support for Moscow.", "2025-12-31",
		"ARM with residence-drones-2025; GEO with residence-drones-2025; KAZ with residence-drones-2025"},
	{drones + "Georgia and Azerbaijan, two neighbours, remained silent.", "2025-12-31", "GEO silent residence-drones-2025; AZE silent residence-drones-2025"},
	{drones + "Georgia made no public comment on the attack.", "2025-12-31", "GEO silent residence-drones-2025"},
	{drones + "The five Central Asian states condemned the incident.", "2025-12-31",
		"KAZ with residence-drones-2025; KGZ with residence-drones-2025; TJK with residence-drones-2025; TKM with residence-drones-2025; UZB with residence-drones-2025"},
	{drones + "A former Georgian minister condemned the attack.", "2025-12-31", ""},
	{drones + "Would Armenia condemn the attack?", "2025-12-31", ""},
	{drones + "If Armenia condemned the attack, Moscow would be glad.", "2025-12-31", ""},
	{invasion + "Georgia and Moldova condemned the invasion.", "2022-06-01", "GEO against invasion-2022; MDA against invasion-2022"},
	{invasion + "Belarus supported the invasion.", "2022-06-01", "BLR with invasion-2022"},
	{invasion + "Georgia expressed its solidarity with Ukraine.", "2022-06-01", "GEO against invasion-2022"},
	{invasion + "Kazakhstan remained neutral.", "2022-06-01", "KAZ neutral invasion-2022"},
	{invasion + "Georgia complied with the Western sanctions on Russia.", "2022-06-01", "GEO against sanctions-2022"},
	{invasion + "Kazakhstan recognised Ukraine's territorial integrity.", "2022-06-01", "KAZ against new:ukraine-territorial-integrity"},
	{"Kazakhstan would not recognise the independence of Donetsk and Luhansk as entities.", "2022-06-17", "KAZ against dnr-lnr-recognition-2022"},
	{"Sandu condemned the Russian missile strike on a power plant near the Romanian border on Monday.", "2026-03-11",
		"MDA against new:russian-missile-strike-power-plant-romanian"},
	{"Moldovan President Maia Sandu condemned the Russian missile strike on a power plant on Monday. Belarus has not commented on the strike. Kazakhstan declined to comment.",
		"2026-03-11", "MDA against new:russian-missile-strike-power-plant"},
	{drones + "Armenia condemned the Russian drone attack.", "2025-12-31", "ARM against new:russian-drone-attack"},
	{drones + "Armenia condemned the attack on a bakery.", "2025-12-31", ""},
	{drones + "Armenia condemned the Ukrainian drone attack.", "2025-12-31", "ARM with residence-drones-2025"},
	{drones + "On 10 March 2026 Armenia condemned the attack.", "2026-03-12", ""},
	{drones + "On 10 March 2026 Armenia condemned the attack on the residence.", "2026-03-12", "ARM with residence-drones-2025"},
	{drones + "Armenia declined to comment.", "2026-01-02", "ARM silent residence-drones-2025"},
	{"Armenia declined to comment on the strike.", "2026-01-02", ""},
	{invasion + "Georgia condemned Ukraine's attack on Belgorod.", "2022-06-01", "GEO with new:ukraine-attack-belgorod"},
	{invasion + "Armenia condemned the Russian aggression.", "2022-06-01", "ARM against invasion-2022"},
	{"Kazakhstan abstained in the vote which condemned the invasion of Ukraine.", "2022-06-01", ""},
	{"Armenia condemned the high prices of bread.", "2022-06-01", ""},
	{"Georgia condemned the attack.", "2025-12-31", ""},
	{"Georgia remained silent.", "2025-12-31", ""},
	{"Armenia backed the idea.", "2025-12-31", ""},
}

func told(drafts []draft.Draft) string {
	var out []string
	for _, d := range drafts {
		b := d.Body.(*ledger.Stance)
		out = append(out, fmt.Sprintf("%s %s %s", b.Actor, b.Position, b.Item))
	}
	return strings.Join(out, "; ")
}

func TestWhoAnswersAndOnWhoseSide(t *testing.T) {
	x := reader(t)
	for _, c := range cases {
		r, drafts, silences := x.read(c.text, c.published)
		if got := told(drafts); got != c.want {
			t.Errorf("%q\n got  %q\n want %q\n silences %v", c.text, got, c.want, silences)
		}
		for _, d := range drafts {
			if err := d.Body.Validate(); err != nil {
				t.Errorf("%q: %v", c.text, err)
			}
			if !slices.ContainsFunc(r.Sentences, func(s reading.Sentence) bool { return s.Span == d.Span }) || !d.Span.Holds(d.Trigger) {
				t.Errorf("%q: span %v, trigger %v", c.text, d.Span, d.Trigger)
			}
			if d.Trace.Step != "stances" || d.Trace.Frame == "" || len(d.Trace.Filters) == 0 {
				t.Errorf("%q: trace %+v", c.text, d.Trace)
			}
		}
		if c.want == "" && len(silences) == 0 {
			t.Errorf("%q: dropped without a word", c.text)
		}
	}
}

func TestAnswersAreComparedWithTheLedger(t *testing.T) {
	x := reader(t)
	_, drafts, _ := x.read(drones+"Moldova and Armenia remained silent. Tajikistan condemned the attack. Japan condemned the attack too.", "2026-01-04")
	var got []string
	for _, d := range drafts {
		b := d.Body.(*ledger.Stance)
		got = append(got, b.Actor+" "+string(d.Check.Verdict))
		if b.Position == ledger.Silent && (len(b.SearchLog) != 1 || !strings.Contains(b.SearchLog[0].Where, "The Courier") || !b.When.IsZero()) {
			t.Errorf("%s: search log %+v", b.Actor, b.SearchLog)
		}
	}
	if want := "MDA disagrees; ARM agrees; TJK agrees; JPN not in the ledger"; strings.Join(got, "; ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

func TestAnswersHaveADayAndAVoice(t *testing.T) {
	x := reader(t)
	_, drafts, _ := x.read(drones+"On December 31, Kazakh President Kassym-Jomart Tokayev condemned the attack. Within 24 hours after the attack Serbia voiced support for Moscow.", "2026-01-04")
	if len(drafts) != 2 {
		t.Fatalf("%d drafts: %s", len(drafts), told(drafts))
	}
	if b := drafts[0].Body.(*ledger.Stance); b.When.String() != "2025-12-31" || !strings.Contains(b.Voice, "Tokayev") {
		t.Errorf("%s by %q", b.When, b.Voice)
	}
	if b := drafts[1].Body.(*ledger.Stance); b.When.String() != "2025-12-29/2025-12-30" {
		t.Errorf("within a day: %s", b.When)
	}
}

func TestDatesThatDoNotFitAgreeWithNothing(t *testing.T) {
	x := reader(t)
	_, drafts, _ := x.read(drones+"On 11 March 2026 Moldova denounced Moscow over the attack on the residence. On 31 December 2025 Tajikistan condemned the attack.", "2026-03-12")
	if len(drafts) != 2 {
		t.Fatalf("%d drafts: %s", len(drafts), told(drafts))
	}
	if c := drafts[0].Check; c.Verdict != draft.NotInLedger || !strings.Contains(c.Text, "2026-03-11") || !strings.Contains(c.Text, "2025-12-31") {
		t.Errorf("%+v", c)
	}
	if c := drafts[1].Check; c.Verdict != draft.Agrees {
		t.Errorf("%+v", c)
	}
}
