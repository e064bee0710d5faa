package ties_test

import (
	"fmt"
	"strings"
	"testing"

	"orrery/internal/coding/reading"
	"orrery/internal/coding/readingtest"
	"orrery/internal/coding/ties"
	"orrery/ledger"
)

func TestTiesAndMemberships(t *testing.T) {
	k, err := readingtest.Region()
	if err != nil {
		t.Fatal(err)
	}
	r, err := readingtest.New(k)
	if err != nil {
		t.Fatal(err)
	}
	x, err := ties.New(r.Lexicon, k)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"Moldova is wholly dependent on Russia for gas.":                                "MDA RUS energy",
		"Tajikistan depends on Russia to ship its cotton to the sea.":                   "TJK RUS transit",
		"Kyrgyzstan relies on Russia for its security.":                                 "KGZ RUS arms",
		"Russia is the largest trading partner of Belarus.":                             "BLR RUS trade",
		"Remittances from Russia make up 30 percent of the GDP of Tajikistan.":          "TJK RUS remittances 30 percent",
		"Russia has a military base in Armenia.":                                        "ARM RUS bases",
		"Russia remains an important trading partner for several former Soviet states.": "several former Soviet states RUS trade",
		"China is Kazakhstan's largest trading partner.":                                "KAZ CHN trade",
		"Ukraine and Moldova were granted EU candidate status in June 2022.":            "UKR EU candidate agrees; MDA EU candidate agrees",
		"If Moldova depended on Russia for gas, it would pay more.":                     "",
		"Success depends on the weather.":                                               "",
		"Armenia and Belarus, both CSTO members, sent troops.":                          "ARM CSTO member agrees; BLR CSTO member agrees",
		"Armenia is a member of the EAEU.":                                              "ARM EAEU member agrees",
		"Georgia left the CIS in 2009.":                                                 "GEO CIS withdrawn agrees",
		"Armenia wants to join the European Union.":                                     "",
		"He is a member of parliament.":                                                 "",
		"Georgia is not a CIS member.":                                                  "",
		"Officials from Belarus and Turkmenistan, a CIS observer, spoke.":               "TKM CIS observer",
		"Georgia, a former CIS member, signed the treaty.":                              "",
		"Armenia froze its participation in the CSTO.":                                  "ARM CSTO suspended",
	} {
		d := &reading.Document{Text: text, Published: ledger.MustDate("2023-06-01")}
		drafts, silences := x.Drafts(r.Document(d))
		var got []string
		for _, d := range drafts {
			switch b := d.Body.(type) {
			case *ledger.Tie:
				line := fmt.Sprintf("%s %s %s", b.Actor, b.Hub, b.Channel)
				if b.Value != nil {
					line += fmt.Sprintf(" %g %s", *b.Value, b.Unit)
				}
				got = append(got, line)
			case *ledger.Membership:
				line := fmt.Sprintf("%s %s %s", b.Actor, b.Organisation, b.Status)
				if d.Check.Verdict == "agrees" {
					line += " agrees"
				}
				got = append(got, line)
			}
			if err := d.Body.Validate(); err != nil {
				t.Errorf("%q: %v", text, err)
			}
			if !d.Span.Holds(d.Trigger) {
				t.Errorf("%q: %v does not hold %v", text, d.Span, d.Trigger)
			}
		}
		if got := strings.Join(got, "; "); got != want {
			t.Errorf("%q\n got  %q\n want %q\n silences %v", text, got, want, silences)
		}
	}
}
