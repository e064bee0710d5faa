package ledger

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func ptr[T any](v T) *T { return &v }

// validNouns is one valid example of every kind. The tests below lean on it being
// complete: a new kind without an example fails TestEveryKindHasAnExample.
func validNouns(t *testing.T) map[Kind]Noun {
	t.Helper()
	const text = "Kazakhstan spoke. Armenia stayed silent."
	q, err := NewQuote(strings.Repeat("a", 64), text, 0, 17, Voice{Name: "A", Role: VoiceOutlet})
	if err != nil {
		t.Fatal(err)
	}
	return map[Kind]Noun{
		KindSource:         &Source{Key: "b-one", Title: "A report", Type: SourceWire, Grade: "B"},
		KindDocument:       &Document{Hash: HashBytes([]byte(text)), TextHash: HashBytes([]byte(text)), TextBytes: len(text), Blocks: []Block{{"paragraph", 0, 17}}},
		KindQuote:          q,
		KindActor:          &Actor{Code: "KAZ", Type: ActorState, Names: map[string]string{"en": "Kazakhstan"}},
		KindPerson:         &Person{Slug: "tokayev", Names: map[string]string{"en": "Kassym-Jomart Tokayev"}, Actor: "KAZ", Office: "head of state", From: MustDate("2019-03-20")},
		KindMembership:     &Membership{Actor: "KAZ", Organisation: "EAEU", Status: Member, From: MustDate("2015-01-01")},
		KindEvent:          &Event{When: MustDate("2022-06-17"), By: []string{"KAZ"}, To: []string{"RUS"}, Type: "REJECT", Mode: "change", Contexts: []string{"territory"}, Summary: "Says that it will not recognise the entities.", Credibility: 1},
		KindEpisode:        &Episode{Slug: "ep", Hub: "RUS", Targets: []string{"KAZ"}, Name: "Pipeline stops", Responses: []string{"e1"}, ClaimedLink: "suspected: set side by side"},
		KindItem:           &Item{Slug: "residence", Title: "Reported attack", Question: "Who sided?", T0: MustDate("2025-12-29"), Hub: "RUS"},
		KindStance:         &Stance{Item: "residence", Actor: "KAZ", Position: With, Form: FormStatement, Summary: "Condemned it."},
		KindRollCall:       &RollCall{Symbol: "A/RES/1", When: MustDate("2022-03-02"), Yes: ptr(141)},
		KindVote:           &Vote{RollCall: "A/RES/1", Actor: "KAZ", Choice: Abstain, When: MustDate("2022-03-02")},
		KindStatement:      &Statement{Speaker: "rubev", Concept: "language", Polarity: ptr(-2), Summary: "Sees pressure on the language."},
		KindTie:            &Tie{Actor: "TJK", Hub: "RUS", Channel: ChannelRemittances, Measure: "remittances_gdp", Value: ptr(45.0), Unit: "percent", When: MustDate("2024")},
		KindClaim:          &Claim{Text: "Thirty-eight people died.", Value: ptr(38.0), Unit: "persons", Standing: ClaimConfirmed},
		KindForecast:       &Forecast{Author: "rubev", Form: Scorable, Scale: ScaleExpert, Statement: "It will stay.", Question: "Is it a member?", Horizon: MustDate("2026-12-31"), Probability: ptr(.9)},
		KindResolution:     &Resolution{Forecast: "f1", Outcome: OutcomeYes, When: MustDate("2026-12-31")},
		KindRule:           &Rule{Slug: "r", Title: "Bans", Hub: "RUS", Trigger: "type=AGREE", Response: "type=SANCTION", Window: mustWindow(t, "P30D")},
		KindRun:            &Run{Model: "align", CodeVersion: "0.1.0", DataHash: "h"},
		KindRegion:         &Region{Name: "here", Title: "the region", Hub: "RUS", States: []string{"KAZ"}},
		KindAcceptanceRule: &AcceptanceRule{Slug: "votes-that-agree", Title: "Votes that agree with the roll call", Kinds: []Kind{KindVoteClaim}, Checks: []string{"agrees"}, Least: .8, On: true, SwitchedBy: "ana", SwitchedAt: MustDate("2026-01-10")},
		KindVoteClaim:      &VoteClaim{RollCall: "A/RES/1", Resolution: "the resolution on the withdrawal", Actor: "KAZ", Choice: Abstain, Summary: "Says that Kazakhstan abstained."},
	}
}

func mustWindow(t *testing.T, s string) Window {
	t.Helper()
	w, err := ParseWindow(s)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestEveryKindHasAnExample(t *testing.T) {
	examples := validNouns(t)
	for k, n := range examples {
		if n.Kind() != k {
			t.Errorf("example of %s says it is a %s", k, n.Kind())
		}
		if err := n.Validate(); err != nil {
			t.Errorf("%s: %v", k, err)
		}
	}
	for _, k := range []Kind{KindSource, KindDocument, KindQuote, KindActor, KindPerson, KindMembership, KindEvent, KindEpisode, KindItem, KindStance, KindRollCall, KindVote, KindStatement, KindTie, KindClaim, KindForecast, KindResolution, KindRule, KindRun, KindRegion, KindVoteClaim} {
		if examples[k] == nil || !k.Valid() {
			t.Errorf("kind %s has no example or is not known", k)
		}
	}
}

func TestNounsSurviveJSON(t *testing.T) {
	for k, n := range validNouns(t) {
		b, err := json.Marshal(n)
		if err != nil {
			t.Fatalf("%s: %v", k, err)
		}
		back, err := DecodeNoun(k, b)
		if err != nil {
			t.Fatalf("%s: %v", k, err)
		}
		if d := cmp.Diff(n, back, cmp.Comparer(func(a, b Date) bool { return a == b }), cmp.Comparer(func(a, b Window) bool { return a == b })); d != "" {
			t.Errorf("%s changed in JSON:\n%s", k, d)
		}
	}
	if _, err := DecodeNoun("comet", []byte("{}")); err == nil {
		t.Error("an unknown kind was decoded")
	}
}

func TestConstructorsNameEveryFault(t *testing.T) {
	cases := []struct {
		name   string
		noun   Noun
		fields []string
	}{
		{"source", &Source{Grade: "G"}, []string{"key", "title", "grade"}},
		{"event", &Event{Type: "SANCTION", Mode: "demo", Contexts: []string{"weather"}, Credibility: 7}, []string{"by", "to", "mode", "contexts", "summary", "credibility"}},
		{"event type", &Event{Type: "FIGHT", When: MustDate("2020"), By: []string{"A"}, Summary: "x"}, []string{"type"}},
		{"stance", &Stance{Position: "maybe"}, []string{"item", "actor", "position", "summary"}},
		{"vote", &Vote{Choice: "present"}, []string{"rollcall", "actor", "when", "vote"}},
		{"acceptance rule", &AcceptanceRule{Slug: "All of it", Kinds: []Kind{"weather"}, Checks: []string{"maybe"}, Least: 2, On: true}, []string{"slug", "title", "kinds", "least", "checks", "switched_by", "switched_at"}},
		{"acceptance rule that narrows nothing", &AcceptanceRule{Slug: "all", Title: "All"}, []string{"least"}},
		{"vote claim", &VoteClaim{Choice: "present"}, []string{"resolution", "actor", "vote", "summary"}},
		{"membership reversed", &Membership{Actor: "A", Organisation: "B", Status: Member, From: MustDate("2020"), To: MustDate("2019-12")}, []string{"to"}},
		{"statement", &Statement{Speaker: "a", Summary: "b", Polarity: ptr(3)}, []string{"polarity"}},
		{"tie", &Tie{Actor: "A", Hub: "B", Channel: "love", Measure: "m", Value: ptr(1.0)}, []string{"channel", "unit"}},
		{"forecast", &Forecast{Author: "a", Statement: "s", Form: Scorable, Probability: ptr(1.2)}, []string{"question", "horizon", "probability"}},
		{"episode", &Episode{Hub: "A", Name: "n", ClaimedLink: "proved: x"}, []string{"targets", "triggers", "claimed_link"}},
		{"rule", &Rule{Slug: "s", Title: "t", Hub: "h", Trigger: "a", Response: "b", LagDays: -1}, []string{"lag_days", "window"}},
		{"document", &Document{Hash: "x", TextBytes: 5, Blocks: []Block{{"paragraph", 0, 9}}}, []string{"hash", "blocks"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, f := range FaultsOf(c.noun.Validate()) {
				got = append(got, f.Field)
				if f.Problem == "" || f.Do == "" {
					t.Errorf("fault of %s does not say what to do", f.Field)
				}
			}
			for _, want := range c.fields {
				if !slices.Contains(got, want) {
					t.Errorf("fault of %q is not named; named are %v", want, got)
				}
			}
		})
	}
}

func TestUnknownStaysUnknown(t *testing.T) {
	for _, c := range []struct {
		digit Credibility
		known bool
	}{{0, false}, {1, true}, {5, true}, {6, false}} {
		if c.digit.Known() != c.known {
			t.Errorf("credibility %d known = %v", c.digit, c.digit.Known())
		}
	}
	b, _ := json.Marshal(&RollCall{Symbol: "A", When: MustDate("2020")})
	if strings.Contains(string(b), `"yes"`) {
		t.Errorf("unknown totals became figures: %s", b)
	}
}

func TestVoteRelativeToHub(t *testing.T) {
	for _, c := range []struct {
		vote, hub VoteChoice
		want      Position
	}{
		{Yes, Yes, With}, {No, No, With}, {Yes, No, Against}, {No, Yes, Against},
		{Abstain, No, Neutral}, {Abstain, Yes, Neutral}, {Abstain, Abstain, With}, {Yes, Abstain, Neutral},
		{Absent, No, AbsentPosition}, {Absent, Absent, AbsentPosition}, {Yes, Absent, ""}, {Yes, "", ""},
	} {
		if got := c.vote.Relative(c.hub); got != c.want {
			t.Errorf("%s beside a hub that votes %s: %q, want %q", c.vote, c.hub, got, c.want)
		}
	}
}

func TestMembershipHoldsOn(t *testing.T) {
	m := Membership{From: MustDate("1994-03"), To: MustDate("2009-08-18")}
	for _, c := range []struct {
		day  string
		want Certainty
	}{{"1993", Never}, {"1994-03-10", Possibly}, {"1994-04-01", Certainly}, {"2009-08-18", Certainly}, {"2009-08-19", Never}, {"2009", Possibly}} {
		if got := m.HoldsOn(MustDate(c.day)); got != c.want {
			t.Errorf("on %s: %v, want %v", c.day, got, c.want)
		}
	}
	open := Membership{From: MustDate("2000")}
	if open.HoldsOn(MustDate("2020-05-05")) != Certainly {
		t.Error("a membership without an end has ended")
	}
}
