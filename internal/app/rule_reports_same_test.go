package app_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"orrery/internal/app"
	"orrery/internal/store"
	"orrery/ledger"
	"orrery/model/coincide"
)

// said is one act that a test tells as an event or as a report.
type said struct {
	key, by, to string
	day, within int // days since 2000-01-01
	kind        ledger.EventType
	contexts    []string
}

func (s said) event() *ledger.Event {
	when := nthDay(s.day)
	if s.within > 0 {
		when = ledger.MustDate(nthDay(s.day-s.within).String() + "/" + nthDay(s.day+s.within).String())
	}
	return &ledger.Event{Slug: s.key, When: when, By: []string{s.by}, To: []string{s.to}, Type: s.kind, Contexts: s.contexts, Summary: s.key, Credibility: 1}
}

func (s said) report() store.EventReport {
	day, _ := nthDay(s.day).Span()
	return store.EventReport{Key: s.key, Day: day, Within: s.within, Source: store.ReportParty{State: s.by}, Target: store.ReportParty{State: s.to}, Type: s.kind, Contexts: s.contexts}
}

// sayings are acts of some years: steps, measures that follow some of them, talks, and measures against a state that takes no steps.
func sayings(seed uint64) []said {
	rng := rand.New(rand.NewPCG(seed, 9))
	var out []said
	add := func(day int, by, to string, kind ledger.EventType) {
		s := said{key: fmt.Sprintf("s%04d", len(out)), by: by, to: to, day: day, kind: kind}
		if rng.IntN(12) == 0 {
			s.within = 1 + rng.IntN(20)
		}
		if rng.IntN(3) == 0 {
			s.contexts = []string{"military", "economic"}[:1+rng.IntN(2)]
		}
		out = append(out, s)
	}
	for _, state := range []string{"KGZ", "UZB", "KAZ"} {
		for at := rng.IntN(80); at < 5800; at += 90 + rng.IntN(90) {
			add(at, state, "TUR", ledger.EventCooperate)
			if rng.IntN(3) > 0 {
				add(at+2+rng.IntN(10), "RUS", state, ledger.EventSanction)
			}
			add(rng.IntN(5800), "RUS", state, ledger.EventConsult)
			add(rng.IntN(5800), "RUS", state, ledger.EventThreaten)
			add(rng.IntN(5800), "RUS", "TJK", ledger.EventSanction)
		}
	}
	return out
}

// stateLedger is a ledger that knows the states of these tests.
func stateLedger(t *testing.T) small {
	t.Helper()
	s := small{empty(t)}
	s.add(&ledger.Source{Key: "record", Title: "Official record", Publisher: "Assembly", Type: ledger.SourceOfficial})
	for _, code := range []string{"RUS", "KGZ", "UZB", "KAZ", "TJK", "TUR", "EU"} {
		s.add(&ledger.Actor{Code: code, Type: ledger.ActorState, Names: map[string]string{"en": "State " + code}})
	}
	return s
}

// putSet fills a set as an import does: reports, then the note of a file, complete for some states from 2000 to 2015 where kind says so.
func (s small) putSet(set, kind string, list []store.EventReport, states ...string) {
	s.t.Helper()
	must(s.db.PutReports(s.t.Context(), set, list))(s.t)
	first, _ := ledger.MustDate("2000").Span()
	_, last := ledger.MustDate("2015").Span()
	f := store.ReportFile{Set: set, Hash: strings.Repeat("a", 63) + fmt.Sprint(len(list)%10), Name: set + ".csv", Form: "plain", At: s.clock.Now(), Who: "ana", Rows: len(list), Reports: len(list), Added: len(list),
		First: first, Last: last, Denominator: kind, States: states}
	if kind != "" {
		f.Covered = []store.ReportSpan{{First: first, Last: last}}
	}
	if err := s.db.PutReportFile(s.t.Context(), f); err != nil {
		s.t.Fatal(err)
	}
}

const sameRule = `rule: same
title: Measures after purchases
hub: RUS
trigger: type=COOPERATE actor=state target=TUR context!=economic
response: type=SANCTION actor=hub target=state or type=THREATEN context=military actor=hub target=state
unrelated: type=CONSULT actor=hub target=state
dyads: [RUS/KGZ, RUS/UZB]
replicate: [KAZ, 2000/2003]
lag: 1
window: P12D
from: 2004
to: 2015
`

const sameSearch = `searched:
  - by: Ana
    where: the register
    from: 2000-01-01
    to: 2015-12-31
    states: [KGZ, KAZ, TJK, UZB]
`

// The same acts, told as events of the ledger on searched days or as reports of a register, give the same label and numbers.
func TestEventsAndReportsGiveTheSameAnswer(t *testing.T) {
	for seed := range uint64(4) {
		all := sayings(seed)
		fromEvents, fromReports := stateLedger(t), stateLedger(t)
		fromEvents.enter(sameRule + sameSearch)
		fromReports.enter(sameRule + "triggers_from: own\nresponses_from: own\n")
		var events []ledger.Noun
		var list []store.EventReport
		for _, s := range all {
			events, list = append(events, s.event()), append(list, s.report())
		}
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		fromEvents.add(events...)
		fromReports.putSet("own", "register", list, "KGZ", "KAZ", "TJK", "UZB")
		a, b := fromEvents.ran("same"), fromReports.ran("same")
		if a.Result.P == nil || b.Result.Denominator != coincide.Register || a.Result.Denominator != coincide.Searched || a.Result.Dates.Uncertain == 0 || len(a.Result.Replications) != 2 {
			t.Fatalf("%s %s %+v", a.Sentence, b.Sentence, a.Result.Dates)
		}
		same := cmp.Diff(a.Result, b.Result, cmpopts.IgnoreFields(coincide.Result{}, "Denominator", "Conditions", "Swing", "Advice"), cmpopts.EquateNaNs())
		if same != "" || a.Rule.Standing != b.Rule.Standing || strings.Join(failed(a.Result), ",") != strings.Join(failed(b.Result), ",") || a.Receipt.DataAsOf != b.Receipt.DataAsOf {
			t.Errorf("seed %d: %s, %s, %s %s\n%s", seed, a.Rule.Standing, b.Rule.Standing, a.Receipt.DataAsOf, b.Receipt.DataAsOf, same)
		}
	}
}

// Measures of a register after steps of the ledger, and steps of a set after which the ledger's measures were searched for.
func TestTriggersAndResponsesOfDifferentPlaces(t *testing.T) {
	all := sayings(7)
	want := ""
	for _, c := range []struct{ name, keys string }{{"events and a register", "responses_from: own\n"}, {"reports and a search", "triggers_from: own\n" + sameSearch}, {"one set", "triggers_from: own\nresponses_from: own\n"}} {
		s := stateLedger(t)
		s.enter(sameRule + c.keys)
		var list []store.EventReport
		var events []ledger.Noun
		for _, act := range all {
			step := act.kind == ledger.EventCooperate
			if step == strings.Contains(c.keys, "triggers_from") || strings.Contains(c.keys, "own\nresponses") {
				list = append(list, act.report())
			} else {
				events = append(events, act.event())
			}
		}
		s.add(events...)
		s.putSet("own", "register", list, "KGZ", "KAZ", "TJK", "UZB")
		res := s.ran("same").Result
		got := fmt.Sprintf("%+v %v %v", res.Tally, res.P.Reported, res.Ratio.Lower)
		if want == "" {
			want = got
		}
		if got != want || res.Tally.Hits == 0 {
			t.Errorf("%s: %s\nwant %s", c.name, got, want)
		}
	}
}

// Without a denominator a set gives cases, no base rate, and the reason.
func TestASetWithoutADenominator(t *testing.T) {
	s := stateLedger(t)
	s.enter(sameRule + "triggers_from: own\nresponses_from: own\n")
	var list []store.EventReport
	for _, act := range sayings(3) {
		list = append(list, act.report())
	}
	s.putSet("own", "", list)
	run := s.ran("same")
	if res := run.Result; res.Denominator != coincide.NoDenominator || res.P != nil || res.Ratio.Verdict.Text != coincide.NotEstimable || res.Label != coincide.NotExcluded || res.FourFold.OutWithout.Known || len(res.Pairs) == 0 {
		t.Errorf("%s %+v", run.Sentence, res.FourFold)
	}
	if !strings.Contains(run.Denominator, "No base rate from own. A list of cases") {
		t.Error(run.Denominator)
	}
}

// Reports that share a link are one thing, the first by key; two publishers of it are two sources. Days that are not sure are spans, and keys may hold an @.
func TestHowReportsCount(t *testing.T) {
	s := stateLedger(t)
	s.enter(sameRule + "triggers_from: own\nresponses_from: own\n")
	act := func(key string, day, within int, by, to, publisher string, link int64) store.EventReport {
		r := said{key: key, by: by, to: to, day: day, within: within, kind: ledger.EventCooperate}.report()
		if by == "RUS" {
			r.Type = ledger.EventSanction
		}
		r.Publisher, r.Link = publisher, link
		return r
	}
	s.putSet("own", "register", []store.EventReport{
		act("b@own@x", 2000, 0, "KGZ", "TUR", "Courier", 5), act("c", 2000, 0, "KGZ", "TUR", "Gazette", 5), act("a", 2000, 0, "UZB", "TUR", "Gazette", 6),
		act("d", 2003, 1, "RUS", "KGZ", "", 0), act("e", 2009, 200, "RUS", "KGZ", "", 0), act("f", 1461, 3, "RUS", "UZB", "", 0),
		act("g", 2300, 0, "RUS", "KGZ", "", 5), act("h", 2305, 0, "UZB", "TUR", "", 0), act("i", 2400, 0, "RUS", "RUS", "", 0),
	}, "KGZ", "UZB")
	run := s.ran("same")
	res := run.Result
	var triggers, responses []string
	for _, c := range res.Triggers {
		triggers = append(triggers, c.ID+" "+c.Fate)
	}
	for _, c := range res.Responses {
		responses = append(responses, fmt.Sprint(c.ID, " ", c.When.Days()))
	}
	if got := strings.Join(triggers, ", "); got != "b@own@x@KGZ answered, a@UZB unanswered, h@UZB unanswered" {
		t.Error(got)
	}
	if got := strings.Join(responses, ", "); got != "d@KGZ 3, g@KGZ 1" {
		t.Error(got)
	}
	dropped := map[string]string{}
	for _, d := range run.Dropped {
		dropped[d.Why] = strings.Join(d.Refs, " ")
	}
	if diff := cmp.Diff(map[string]string{"its date is known only to more than a year": "report|own|e", "its date may lie outside the rule's days": "report|own|f"}, dropped); diff != "" {
		t.Error(diff)
	}
	if notes := strings.Join(run.Notes, " "); !strings.Contains(notes, "1 further report counts in nothing") {
		t.Error(notes)
	}
	if run.Receipt.DataAsOf != nthDay(2305).String() {
		t.Error(run.Receipt.DataAsOf)
	}
}

// What a rule on reports cannot ask is refused with what to write.
func TestRulesOnReportsThatAreRefused(t *testing.T) {
	s := stateLedger(t)
	s.putSet("own", "register", []store.EventReport{said{key: "a", by: "RUS", to: "KGZ", kind: ledger.EventAid}.report()}, "KGZ")
	sets := "triggers_from: own\nresponses_from: own\n"
	for _, c := range []struct{ from, to, want string }{
		{"target=TUR", "target=EU", `"EU" is no state, and reports of own name states only, by ISO 3166-1 alpha-3 code; name states, such as DEU,FRA,POL, or take the class from the ledger's events`},
		{"target=TUR", "target=NATO", `"NATO" is no state`},
		{"[RUS/KGZ, RUS/UZB]", "[RUS/KGZ, RUS/ABK]", `"ABK" is no state`},
		{"triggers_from: own\n", "", `the ledger has no actor "DEU"`},
	} {
		text := strings.Replace(sameRule+sets, c.from, c.to, 1)
		if strings.Contains(c.want, "DEU\"") {
			text = strings.Replace(text, "target=TUR", "target=DEU", 1)
		}
		if _, err := s.RegisterRule(t.Context(), "x.yml", []byte(text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.to, err)
		}
	}
	s.enter(strings.Replace(sameRule+sets, "target=TUR", "target=DEU", 1)) // the ledger need not know whom reports name
	s.enter(strings.Replace(sameRule+sets, "responses_from: own", "responses_from: owm", 1))
	_, err := s.RunRule(t.Context(), app.RuleAsk{Slug: "same.2", Seed: 1})
	if own, ok := app.Explain(err); !ok || own.Code != app.NotFound || own.Field != "responses_from" ||
		own.Error() != `no set of reports "owm" was imported; did you mean own? Else import it: orrery import plain FILE, with a mapping that says set: owm` {
		t.Errorf("%v", err)
	}
	s.clock.Advance(time.Minute)
	got := s.enter(strings.Replace(sameRule+sets, "triggers_from: own", "triggers_from: icews", 1))
	if !strings.Contains(got.Note, `Before it can be run: no set of reports "icews" was imported; import it: orrery import icews FILE; there are own.`) {
		t.Error(got.Note)
	}
}
