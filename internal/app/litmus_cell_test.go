package app

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"orrery/ledger"
)

func on(date string) ledger.Date { return ledger.MustDate(date) }

func stance(ref string, p ledger.Position, when string, roots ...string) reply {
	return reply{ref: ref, position: p, when: on(when), roots: roots}
}

func TestCombine(t *testing.T) {
	searched := stance("s", ledger.Silent, "2025-12-31", "a")
	searched.searched = true
	vote := func(choice ledger.VoteChoice, hub ledger.VoteChoice) reply {
		return reply{ref: "v", vote: choice, position: choice.Relative(hub), when: on("2025-12-30"), roots: []string{"un"}}
	}
	read := stance("coded", ledger.LeaningWith, "2025-12-30", "un")
	read.vote = ledger.Yes
	for _, c := range []struct {
		name      string
		replies   []reply
		expected  bool
		presence  Presence
		position  ledger.Position
		contested bool
		head      string
	}{
		{"nothing, expected", nil, true, NotSearched, "", false, ""},
		{"nothing, not expected", nil, false, NotExpected, "", false, ""},
		{"a reported silence", []reply{stance("s", ledger.Silent, "2025-12-31", "a")}, true, SilentReported, ledger.Silent, false, "s"},
		{"a searched silence outranks a reported one", []reply{stance("r", ledger.Silent, "2025-12-30", "a", "b"), searched}, true, SilentSearched, ledger.Silent, false, "s"},
		{"words outrank silence, however many say silent", []reply{stance("s", ledger.Silent, "2025-12-30", "a", "b", "c"), stance("w", ledger.Against, "2026-01-05", "d")}, true, Answered, ledger.Against, false, "w"},
		{"more sources win a contest", []reply{stance("x", ledger.With, "2025-12-30", "a"), stance("y", ledger.Against, "2025-12-31", "b", "c")}, true, Answered, ledger.Against, true, "y"},
		{"among equals the earliest", []reply{stance("x", ledger.With, "2025-12-31", "a"), stance("y", ledger.Against, "2025-12-30", "b")}, true, Answered, ledger.Against, true, "y"},
		{"an unknown date is not the earliest", []reply{stance("x", ledger.With, "2025-12-31", "a"), stance("a", ledger.Against, "", "b")}, true, Answered, ledger.With, true, "x"},
		{"two records of one position agree", []reply{stance("x", ledger.With, "2025-12-31", "a"), stance("y", ledger.With, "2026-01-02", "b")}, true, Answered, ledger.With, false, "x"},
		{"a vote with the hub", []reply{vote(ledger.No, ledger.No)}, true, Answered, ledger.With, false, "v"},
		{"an abstention is not absence", []reply{vote(ledger.Abstain, ledger.No)}, true, Answered, ledger.Neutral, false, "v"},
		{"absence is not an abstention", []reply{vote(ledger.Absent, ledger.No)}, true, DidNotVote, ledger.AbsentPosition, false, "v"},
		{"absence is not silence", []reply{vote(ledger.Absent, ledger.No), stance("s", ledger.Silent, "2025-12-30", "a", "b")}, true, DidNotVote, ledger.AbsentPosition, false, "v"},
		{"no position without the hub's vote", []reply{vote(ledger.Yes, ledger.Absent)}, true, Answered, "", false, "v"},
		{"words place a vote that cannot be placed", []reply{vote(ledger.Yes, ledger.Absent), stance("w", ledger.With, "2025-12-30", "a")}, true, Answered, ledger.With, false, "w"},
		{"the vote is the answer, and words against it are a contest", []reply{vote(ledger.Yes, ledger.No), stance("w", ledger.With, "2025-12-29", "a", "b")}, true, Answered, ledger.Against, true, "v"},
		{"a stance coded from the vote is its reading", []reply{{ref: "v", vote: ledger.Yes, when: on("2025-12-30"), roots: []string{"un"}}, read}, true, Answered, ledger.LeaningWith, false, "coded"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := combine(c.replies, c.expected, on("2025-12-29"))
			head := ""
			if got.head != nil {
				head = got.head.ref
			}
			if got.presence != c.presence || got.position != c.position || got.contested != c.contested || head != c.head {
				t.Errorf("got %s %q contested %t head %q, want %s %q %t %q", got.presence, got.position, got.contested, head, c.presence, c.position, c.contested, c.head)
			}
		})
	}
}

// Words and sources are those of the records that say what is shown.
func TestCombineGround(t *testing.T) {
	saying := func(r reply, quotes ...string) reply { r.quotes = quotes; return r }
	absent := reply{ref: "v", vote: ledger.Absent, position: ledger.AbsentPosition, roots: []string{"un"}}
	read := saying(stance("coded", ledger.LeaningWith, "2025-12-30", "un"), "c")
	read.vote = ledger.Yes
	for _, c := range []struct {
		name                       string
		replies                    []reply
		quotes                     string
		roots, otherwise, unspoken int
	}{
		{"a quoted silence is no word against", []reply{stance("w", ledger.Against, "2025-12-31", "a"), saying(stance("s", ledger.Silent, "2025-12-30", "b", "c"), "silence")}, "", 1, 1, 1},
		{"the head's words come first", []reply{saying(stance("x", ledger.With, "2025-12-30", "a"), "a"), saying(stance("y", ledger.With, "2025-12-31", "b", "c"), "z", "a")}, "z a", 3, 0, 0},
		{"a contest keeps its sides apart", []reply{saying(stance("x", ledger.With, "2025-12-30", "a"), "x"), saying(stance("y", ledger.Against, "2025-12-31", "b", "c"), "y"), stance("s", ledger.Silent, "", "d")}, "y", 2, 2, 1},
		{"a vote and its reading are one", []reply{saying(reply{ref: "v", vote: ledger.Yes, roots: []string{"un", "press"}}, "v"), read}, "c v", 2, 0, 0},
		{"a vote that cannot be placed says nothing else", []reply{{ref: "v", vote: ledger.Yes, roots: []string{"un"}}, saying(stance("w", ledger.With, "", "a"), "w")}, "w", 1, 0, 0},
		{"silence beside absence", []reply{absent, saying(stance("s", ledger.Silent, "", "a"), "s")}, "", 1, 1, 1},
		{"silence twice", []reply{saying(stance("s", ledger.Silent, "", "a"), "s"), saying(stance("r", ledger.Silent, "", "b"), "r")}, "r s", 2, 0, 0},
	} {
		got := combine(c.replies, true, on("2025-12-29"))
		if strings.Join(got.quotes, " ") != c.quotes || got.roots != c.roots || got.otherwise != c.otherwise || got.unspoken != c.unspoken {
			t.Errorf("%s: words %v, %d sources, %d otherwise of which %d silent", c.name, got.quotes, got.roots, got.otherwise, got.unspoken)
		}
	}
}

// The date is the earliest that a record of the shown position gives, but not one
// that certainly lies before what is answered.
func TestCombineDates(t *testing.T) {
	got := combine([]reply{
		stance("many", ledger.With, "2026-01-03", "a", "b"), stance("early", ledger.With, "2025-12-30", "c"),
		stance("before", ledger.With, "2025-11-01", "d"), stance("other", ledger.Against, "2025-12-29", "e"),
	}, true, on("2025-12-29"))
	if got.head.ref != "many" || got.when != on("2025-12-30") {
		t.Errorf("head %s, date %s", got.head.ref, got.when)
	}
}

var someReply = rapid.Custom(func(t *rapid.T) reply {
	dates := []string{"", "2025-12-28", "2025-12-30", "2025-12", "2026-01-05", "2025"}
	return reply{
		ref: rapid.StringMatching(`[a-z]{6}`).Draw(t, "ref"), position: rapid.SampledFrom(append(ledger.Positions(), "")).Draw(t, "position"),
		vote: rapid.SampledFrom(append(ledger.VoteChoices(), "", "", "")).Draw(t, "vote"), when: on(rapid.SampledFrom(dates).Draw(t, "when")),
		searched: rapid.Bool().Draw(t, "searched"), roots: rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"a", "b", "c"}), 0, 3, rapid.ID[string]).Draw(t, "roots"),
		quotes: rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"p", "q", "r"}), 0, 2, rapid.ID[string]).Draw(t, "quotes"),
	}
})

func TestCombineProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		replies := rapid.SliceOfNDistinct(someReply, 0, 6, func(r reply) string { return r.ref }).Draw(t, "replies")
		got := combine(replies, true, on("2025-12-29"))
		shuffled := slices.Clone(replies)
		rand.New(rand.NewPCG(1, uint64(len(replies)))).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		again := combine(shuffled, true, on("2025-12-29"))
		if !reflect.DeepEqual(got, again) { // it follows the pointer to the head
			t.Fatalf("the order of records matters:\n%+v\n%+v", got, again)
		}
		spoken := slices.ContainsFunc(replies, reply.placed)
		if spoken && (got.presence != Answered || !got.position.Spoken()) {
			t.Fatalf("an expressed position is lost: %+v", got)
		}
		if got.contested != (len(got.positions) > 1) || (spoken && !slices.Contains(got.positions, got.position)) {
			t.Fatalf("contested %t, positions %v, shown %s", got.contested, got.positions, got.position)
		}
		said := func(q string) bool { // by a record of the shown position, or by a vote, which has none of its own
			return slices.ContainsFunc(replies, func(r reply) bool {
				return slices.Contains(r.quotes, q) && (r.position == got.position || (r.vote != "" && r.position == "") || (r.vote == ledger.Absent && got.presence == DidNotVote))
			})
		}
		for i, q := range got.quotes {
			if !said(q) || (i < len(got.head.quotes) && q != got.head.quotes[i]) {
				t.Fatalf("%s is shown with the words %v of %+v", got.position, got.quotes, replies)
			}
		}
		if got.otherwise > len(replies)-1 && len(replies) > 0 || got.unspoken > got.otherwise || (got.contested && got.otherwise == 0) {
			t.Fatalf("%d say otherwise, %d of them silence, of %d", got.otherwise, got.unspoken, len(replies))
		}
		if (got.presence == NotSearched) != (got.head == nil) {
			t.Fatalf("%s with head %v", got.presence, got.head)
		}
		if n := slices.IndexFunc(countNames(), func(c struct{ name, label string }) bool { return c.name == got.counted() }); n < 0 {
			t.Fatalf("%q is counted nowhere", got.counted())
		}
	})
}

func TestTiming(t *testing.T) {
	for _, c := range []struct {
		t0, when, window string
		want             Timing
	}{
		{"2025-12-29", "2025-12-29", "P2D", InTime},
		{"2025-12-29", "2025-12-31", "P2D", InTime},
		{"2025-12-29", "2026-01-01", "P2D", Late},
		{"2025-12-29", "2025-12-28", "P2D", Before},
		{"2025-12-29", "2025-12", "P2D", InTime}, // December ends with the window, and an answer follows what it answers
		{"2025-12-20", "2025-12", "P2D", PossiblyLate},
		{"2025-12-29", "2025", "P2D", InTime},
		{"2025-12-29", "2026", "P2D", Late},
		{"2025-12-29", "", "P2D", Untimed},
		{"2025-12-29", "2030-01-01", "", Untimed},
		{"2025-12-29", "2025-12-01", "", Before},
		{"2025-12-29", "2025-12-29", "P0D", InTime},
		{"2025-12-29", "2025-12-30", "P0D", Late},
		{"2025-12-29T18:00:00Z", "2025-12-29", "PT24H", InTime}, // the same day, so within 24 hours of what it follows
		{"2025-12-29T18:00:00Z", "2025-12-30", "PT24H", PossiblyLate},
		{"2025-12-29T18:00:00Z", "2025-12-31", "PT24H", Late},
		{"2025-12-29T18:00:00Z", "2025-12-30T18:00:00Z", "PT24H", InTime},
		{"2025-12-29T18:00:00Z", "2025-12-30T18:00:01Z", "PT24H", Late},
		{"2025-12-29T18:00:00Z", "2025-12-29T17:59:59Z", "PT24H", Before},
		{"2025-12", "2026-01-02", "P10D", PossiblyLate},
		{"2025-12-29", "2025-12-29/..", "P2D", Untimed}, // without an end nothing can be said
	} {
		if got := timingOf(on(c.t0), on(c.when), ledger.MustWindow(c.window)); got != c.want {
			t.Errorf("t0 %s, answer %q, window %q: %s, want %s", c.t0, c.when, c.window, got, c.want)
		}
	}
}

// The words of the lag agree with the timing: what may precede t0 by its date alone follows it.
func TestLagWords(t *testing.T) {
	for _, c := range []struct {
		t0, when, words string
		low, high       float64
	}{
		{"2025-12-18", "2025-12", "between the same day and 13 days", 0, 14 * 24}, {"2025-12-29", "2025-12-29", "the same day", 0, 24},
		{"2025-12-29", "2025-12-30", "1 day", 0, 48}, {"2025-12-29", "2025-12-28", "1 day earlier", -48, 0}, {"2025-12-30", "2025-12-30/2025-12-31", "between the same day and 1 day", 0, 48},
	} {
		low, high, words := lagHours(on(c.t0), on(c.when))
		if low == nil || *low != c.low || *high != c.high || words != c.words {
			t.Errorf("%s to %s: %q, %v to %v", c.t0, c.when, words, *low, *high)
		}
	}
	if low, _, words := lagHours(on("2025-12-29"), on("")); low != nil || words != "" {
		t.Errorf("without a date: %q", words)
	}
}

// Late is never said of an answer that may be in time, nor in time of one that may be late.
func TestTimingIsCautious(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := ledger.Day(20000)
		off := rapid.IntRange(-40, 80).Draw(t, "offset")
		window := ledger.MustWindow(rapid.SampledFrom([]string{"P0D", "P2D", "P1W", "P1M", "PT24H", "PT100H"}).Draw(t, "window"))
		exact := (day + ledger.Day(off)).Date()
		sharp := timingOf(day.Date(), exact, window)
		month := on(exact.String()[:7])
		blurred := timingOf(day.Date(), month, window)
		if sharp == Before || strings.HasPrefix(window.String(), "PT") {
			return // a month can hide that an answer came before; hours are blurred already
		}
		if (sharp == InTime && blurred == Late) || (sharp == Late && blurred == InTime) {
			t.Fatalf("%s is %s, and cut to %s it is %s", exact, sharp, month, blurred)
		}
	})
}
