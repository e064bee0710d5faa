package casebook_test

import (
	"slices"
	"strings"
	"testing"

	"orrery/casebook"
	"orrery/casebook/postsoviet"
	"orrery/ledger"
)

func memberships(t testing.TB, cb *casebook.Casebook) []ledger.Membership {
	t.Helper()
	var out []ledger.Membership
	for _, m := range cb.Memberships {
		out = append(out, ledger.Membership{Actor: m.Actor, Organisation: m.Organisation, Status: ledger.MembershipStatus(m.Status),
			From: ledger.MustDate(m.From), To: ledger.MustDate(m.To)})
	}
	return out
}

func TestRoster(t *testing.T) {
	ms := memberships(t, mustRead(t, postsoviet.Files))
	for _, c := range []struct{ terms, t0, want string }{
		// Turkmenistan is an associate; Ukraine's part ended in 2018, Georgia's in 2009.
		{"CIS;-RUS", "2025-12-29", "ARM AZE BLR KAZ KGZ MDA TJK TKM UZB"},
		{"CIS;-RUS", "2005-05-09", "ARM AZE BLR GEO KAZ KGZ MDA TJK TKM UKR UZB"},
		{"CIS;GEO;-RUS;-MDA", "2025", "ARM AZE BLR GEO KAZ KGZ TJK TKM UZB"},
		{"-RUS;CIS", "2025", "ARM AZE BLR KAZ KGZ MDA RUS TJK TKM UZB"}, // read from left to right
		{"EAPART", "2013-11-29", "ARM AZE BLR GEO MDA UKR"},
		{"CSTO;AZE;GEO;UZB;-RUS", "1999-04-02", "ARM AZE BLR GEO KAZ KGZ TJK UZB"},
		{"CSTO", "1993-12", "ARM AZE BLR GEO KAZ KGZ RUS TJK UZB"}, // any day of a cut date
		{"EAEU", "2001", ""},
		{"", "2025", ""},
	} {
		got := casebook.Roster(casebook.SplitList(c.terms), ledger.MustDate(c.t0), ms)
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s on %s: %v, want %s", c.terms, c.t0, got, c.want)
		}
	}
}

// Ukraine spoke on these two without having been expected to side with the hub: it
// is the accused in one and at war with the host in the other.
var unasked = map[string]bool{"victory-day-2025/UKR": true, "residence-drones-2025/UKR": true}

// An item's roster was filled from the facts: every answer of a state of the region
// is by a state on it, and nobody answers for the hub.
func TestEveryStateThatAnsweredIsOnTheRoster(t *testing.T) {
	cb := mustRead(t, postsoviet.Files)
	ms, answers := memberships(t, cb), map[string][]string{}
	for _, s := range cb.Stances {
		answers[s.LitmusID] = append(answers[s.LitmusID], s.Actor)
	}
	for _, item := range cb.Litmus {
		roster := casebook.Roster(item.Roster, ledger.MustDate(item.T0), ms)
		if len(item.Roster) == 0 && item.LitmusID != "mh17-tribunal-2015" {
			t.Errorf("%s has no roster", item.LitmusID)
		}
		var missing []string
		for _, a := range roster {
			if !slices.Contains(answers[item.LitmusID], a) {
				missing = append(missing, a)
			}
		}
		t.Logf("%-36s %-4s %-6s %2d on the roster, %2d answered, no row: %s", item.LitmusID, item.Hub, item.Window, len(roster), len(roster)-len(missing), strings.Join(missing, " "))
		if len(item.Roster) == 0 {
			continue
		}
		for _, a := range answers[item.LitmusID] {
			if slices.Contains(cb.Manifest.Orrery.States, a) && !slices.Contains(roster, a) && !unasked[item.LitmusID+"/"+a] {
				t.Errorf("%s: %s answered but is not on the roster", item.LitmusID, a)
			}
		}
	}
}
