package reports

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"orrery/ledger"
)

func say(day ledger.Day, source, target string, kind ledger.EventType) Report {
	return Report{Day: day, Source: Party{Name: "the " + source, State: source}, Target: Party{Name: "the " + target, State: target}, Type: kind}
}

func TestDuplicates(t *testing.T) {
	list := []Report{
		say(1, "A", "B", ledger.EventAccuse),  // 0
		say(1, "B", "A", ledger.EventAccuse),  // 1: the other way round is another thing
		say(1, "A", "B", ledger.EventConsult), // 2
		say(1, "B", "A", ledger.EventConsult), // 3: talks are the same from both sides
		say(2, "A", "B", ledger.EventAccuse),  // 4: another day
		say(1, "A", "B", ledger.EventAccuse),  // 5
		say(1, "A", "", ledger.EventAccuse),   // 6
		{Day: 1, Source: Party{Name: "the A"}, Type: ledger.EventAccuse},
		{Day: 1, Source: Party{Name: "the A"}, Type: ledger.EventAccuse}, // 8: nobody accused
		{Day: 1, Source: Party{Name: "x", State: "A"}, Target: Party{Name: "y", State: "B"}, Type: ledger.EventAccuse},     // 9: same states
		{Day: 1, Source: Party{Name: "the A"}, Target: Party{Name: "the B"}, Type: ledger.EventAccuse, Within: 7},          // 10: doubtful day
		{Day: 1, Source: Party{Name: "the A"}, Target: Party{Name: "the B"}, Code: "010"},                                  // 11
		{Day: 1, Source: Party{Name: "the A"}, Target: Party{Name: "the B"}, Code: "011"},                                  // 12: untyped, other code
		{Day: 1, Source: Party{Name: "the A"}, Target: Party{Name: "the B"}, Code: "010"},                                  // 13
		{Day: 3, Source: Party{Name: "p"}, Target: Party{Name: "q"}, Type: ledger.EventSupport, Code: "057", Mutual: true}, // 14
		{Day: 3, Source: Party{Name: "q"}, Target: Party{Name: "p"}, Type: ledger.EventSupport, Code: "057", Mutual: true}, // 15: a treaty
		{Day: 3, Source: Party{Name: "p"}, Target: Party{Name: "q"}, Type: ledger.EventSupport, Code: "051"},               // 16: praise is not the treaty
	}
	show := func(groups []Group) (all []string) {
		for _, g := range groups {
			all = append(all, fmt.Sprintf("%v %s>%s %s", g.Members, g.Source, g.Target, g.Type))
		}
		return all
	}
	if diff := cmp.Diff([]string{"[0 5] the A>the B ACCUSE", "[2 3] the A>the B CONSULT", "[11 13] the A>the B ", "[14 15] p>q SUPPORT"}, show(Duplicates(list, SameName))); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"[0 5 9] A>B ACCUSE", "[2 3] A>B CONSULT"}, show(Duplicates(list, SameState))); diff != "" {
		t.Error(diff)
	}
}

func TestAttention(t *testing.T) {
	a := AttentionOf([]Report{say(1, "A", "B", ""), say(3, "B", "A", ""), say(3, "A", "A", ""), say(3, "A", "", ""), say(7, "", "", "")})
	if a.First != 1 || a.Last != 7 || fmt.Sprint(a.All) != "[{1970-01-02 1} {1970-01-04 3} {1970-01-08 1}]" {
		t.Errorf("%+v", a)
	}
	if got := fmt.Sprint(a.States["A"].Dense(0, 4), a.States["B"].Dense(1, 3), a.Dyads[Dyad{"A", "B"}].Dense(1, 3), len(a.States), len(a.Dyads)); got != "[0 1 0 3 0] [1 0 1] [1 0 1] 2 1" {
		t.Error(got)
	}
	if a.All.Dense(5, 4) != nil || AttentionOf(nil).Last != 0 {
		t.Error("nothing has days")
	}
}

// Groups part the reports that they hold, their members agree, and the order of the list changes nothing but positions. Counts of
// all days add up to the reports.
func TestLinkingAndCountingHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Report {
			states := rapid.SampledFrom([]string{"", "A", "B", "C"})
			r := say(ledger.Day(rapid.IntRange(0, 3).Draw(t, "day")), states.Draw(t, "source"), states.Draw(t, "target"),
				rapid.SampledFrom([]ledger.EventType{"", ledger.EventAid, ledger.EventConsult}).Draw(t, "type"))
			r.Mutual = rapid.Bool().Draw(t, "mutual")
			return r
		}), 0, 30).Draw(t, "list")
		seen, size := map[int]bool{}, 0
		last := -1
		for _, g := range Duplicates(list, SameState) {
			if len(g.Members) < 2 || g.Members[0] <= last {
				t.Fatalf("groups are out of order or single: %+v", g)
			}
			last = g.Members[0]
			for i, m := range g.Members {
				r := list[m]
				if seen[m] || r.Day != g.Day || r.Type != g.Type || DyadOf(r.Source.State, r.Target.State) != DyadOf(g.Source, g.Target) || i > 0 && m <= g.Members[i-1] {
					t.Fatalf("%d does not belong into %+v", m, g)
				}
				seen[m] = true
				size++
			}
		}
		reversed := make([]Report, 0, len(list))
		for i := len(list) - 1; i >= 0; i-- {
			reversed = append(reversed, list[i])
		}
		other := 0
		for _, g := range Duplicates(reversed, SameState) {
			other += len(g.Members)
		}
		if other != size {
			t.Fatalf("%d linked forwards, %d backwards", size, other)
		}
		total := 0
		for _, d := range AttentionOf(list).All {
			total += d.Reports
		}
		if total != len(list) {
			t.Fatalf("%d reports, %d counted", len(list), total)
		}
	})
}

// What Duplicates puts into one group has one link, and nothing else has it; a report that can be linked to nothing has 0.
func TestLinkOfAgreesWithDuplicates(t *testing.T) {
	names := rapid.SampledFrom([]string{"", "A", "B", "AB"})
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Report {
			r := say(ledger.Day(rapid.IntRange(-1, 1).Draw(t, "day")), names.Draw(t, "source"), names.Draw(t, "target"), rapid.SampledFrom([]ledger.EventType{"", ledger.EventAid, ledger.EventConsult}).Draw(t, "type"))
			r.Code, r.Mutual, r.Within = rapid.SampledFrom([]string{"", "010", "01"}).Draw(t, "code"), rapid.Bool().Draw(t, "mutual"), rapid.IntRange(0, 1).Draw(t, "within")
			return r
		}), 0, 40).Draw(t, "list")
		for _, same := range []Sameness{SameName, SameState} {
			group := map[int]int{} // member to group, from 1
			for i, g := range Duplicates(list, same) {
				for _, m := range g.Members {
					group[m] = i + 1
				}
			}
			for i := range list {
				for j := range i {
					one, other := LinkOf(&list[i], same), LinkOf(&list[j], same)
					if linked := one != 0 && one == other; linked != (group[i] != 0 && group[i] == group[j]) {
						t.Fatalf("%d and %d: links %d and %d, groups %v", j, i, other, one, group)
					}
				}
			}
		}
	})
}

// Links are kept in the store, so that the number of a report may never change.
func TestLinkOfStaysWhatItIs(t *testing.T) {
	r := say(16000, "A", "B", ledger.EventAccuse)
	if got := LinkOf(&r, SameName); got != 4282987578461865172 {
		t.Error(got)
	}
	if r.Within = 1; LinkOf(&r, SameName) != 0 {
		t.Error("a doubtful day is linked")
	}
}
