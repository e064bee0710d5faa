package app

import (
	"strings"
	"testing"

	"orrery/internal/store"
	"orrery/ledger"
)

func member(actor, org string, status ledger.MembershipStatus, from, to string) membership {
	m := &ledger.Membership{Actor: actor, Organisation: org, Status: status, From: on(from), To: on(to)}
	return store.Row[*ledger.Membership]{Record: ledger.Record{Kind: ledger.KindMembership, Key: m.NaturalKey()}, Noun: m}
}

func TestRoster(t *testing.T) {
	memberships := []membership{
		member("AAA", "ORG", ledger.Member, "1991-12-21", ""), member("BBB", "ORG", ledger.Associate, "1991-12-21", ""),
		member("CCC", "ORG", ledger.Member, "1991-12-21", "2009-08-18"), member("DDD", "ORG", ledger.Observer, "1991-12-21", ""),
		member("EEE", "ORG", ledger.Member, "2008", ""), member("HUB", "ORG", ledger.Member, "1991-12-21", ""),
		member("AAA", "SUB", ledger.Member, "2000-01-01", ""), member("EEE", "SUB", ledger.Member, "2008", ""),
	}
	for _, c := range []struct{ terms, at, want string }{
		{"", "2008-08-12", ""},
		{"ORG", "2025-12-29", "AAA BBB EEE"},
		{"ORG", "2007-01-01", "AAA BBB CCC"},
		{"ORG", "2008-06-01", "AAA BBB CCC EEE?"},
		{"ORG", "2009-08-18", "AAA BBB CCC EEE"},
		{"ORG;-AAA", "2025-12-29", "BBB EEE"},
		{"ORG;-SUB", "2025-12-29", "BBB"},
		{"ORG;-SUB", "2008-06-01", "BBB CCC EEE?"},
		{"ORG;XXX;-ORG;AAA", "2025-12-29", "AAA XXX"},
		{"HUB;AAA", "2025-12-29", "AAA"},
		{"ORG;EEE", "2008-06-01", "AAA BBB CCC EEE"}, // named outright: expected for certain
	} {
		var terms []string
		if c.terms != "" {
			terms = strings.Split(c.terms, ";")
		}
		var got []string
		for _, e := range rosterOf(terms, "HUB", "item:x", on(c.at), memberships) {
			if e.by == "" {
				t.Errorf("%s: nothing says why %s is expected", c.terms, e.code)
			}
			if e.unsure {
				e.code += "?"
			}
			got = append(got, e.code)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q on %s: %v, want %s", c.terms, c.at, got, c.want)
		}
	}
}
