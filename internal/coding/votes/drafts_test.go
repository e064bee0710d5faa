package votes_test

import (
	"fmt"
	"strings"
	"testing"

	"orrery/internal/coding/reading"
	"orrery/internal/coding/readingtest"
	"orrery/internal/coding/votes"
	"orrery/ledger"
)

func TestWhoVotedHowOnWhat(t *testing.T) {
	k, err := readingtest.Region()
	if err != nil {
		t.Fatal(err)
	}
	r, err := readingtest.New(k)
	if err != nil {
		t.Fatal(err)
	}
	x, err := votes.New(r.Lexicon, k)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, published, want string }{
		{"Belarus voted against A/RES/ES-11/1.", "2022-06-01", "BLR no A/RES/ES-11/1 agrees"},
		{"Armenia and Kazakhstan abstained on resolution ES-11/1.", "2022-06-01", "ARM abstain A/RES/ES-11/1 agrees; KAZ abstain A/RES/ES-11/1 agrees"},
		{"Belarus voted in March against the resolution which demanded that Russia withdraw from Ukraine. They abstained (Armenia, Tajikistan) or skipped the vote (Uzbekistan).", "2022-09-01",
			"BLR no A/RES/ES-11/1 agrees; ARM abstain A/RES/ES-11/1 agrees; TJK abstain A/RES/ES-11/1 agrees; UZB absent A/RES/ES-11/1 agrees"},
		{"Belarus voted for A/RES/ES-11/1.", "2022-06-01", "BLR yes A/RES/ES-11/1 disagrees"},
		{"Serbia refused to take part in the vote on the resolution on the price of tea.", "2022-06-01", "SRB absent  none"},
		{"The Central Asian states abstained on ES-11/4, while Turkmenistan did not vote.", "2022-12-01",
			"KAZ abstain A/RES/ES-11/4 agrees; KGZ abstain A/RES/ES-11/4 agrees; TJK abstain A/RES/ES-11/4 agrees; UZB abstain A/RES/ES-11/4 agrees; TKM absent A/RES/ES-11/4 agrees"},
		{"In April Belarus voted against suspending Russia from the Human Rights Council.", "2022-06-01", "BLR no A/RES/ES-11/3 agrees"},
		{"The General Assembly adopted the resolution on the aggression against Ukraine.", "2022-06-01", ""},
		{"Armenia abstained.", "2022-06-01", ""},
		{"Armenia would have voted against the resolution on tea.", "2022-06-01", ""},
		{"Belarus voted against it.", "2022-06-01", ""},
		{"Kazakhstan abstained in the vote that regretted the invasion, Belarus voted against it; Uzbekistan did not vote.", "2022-06-01", "KAZ abstain  none; BLR no  none; UZB absent  none"},
		{"In the UN vote of 2 March 2022, which regretted the war, Belarus voted against and Armenia abstained.", "2022-06-01",
			"BLR no A/RES/ES-11/1 agrees; ARM abstain A/RES/ES-11/1 agrees"},
		{"In the General Assembly vote on 2 March 2022 Kazakhstan abstained, Belarus voted against it and Uzbekistan did not vote.", "2022-06-01",
			"KAZ abstain A/RES/ES-11/1 agrees; BLR no A/RES/ES-11/1 agrees; UZB absent A/RES/ES-11/1 agrees"},
		{"In the Security Council vote of 2 March 2022 Kazakhstan abstained.", "2022-06-01", "KAZ abstain  none"},
		{"Kazakhstan abstained in the vote on ES-11/1, which regretted the war; Belarus voted against it.", "2022-06-01", "KAZ abstain A/RES/ES-11/1 agrees; BLR no A/RES/ES-11/1 agrees"},
		{"Armenia voted for the resolution on tea; Georgia voted against it.", "2022-06-01", "ARM yes  none; GEO no  none"},
		{"Voters in Armenia voted for change.", "2022-06-01", ""},
	} {
		d := &reading.Document{Text: c.text, Published: ledger.MustDate(c.published)}
		read := r.Document(d)
		drafts, silences := x.Drafts(read)
		var got []string
		for _, d := range drafts {
			b := d.Body.(*ledger.VoteClaim)
			verdict := "none"
			if d.Check != nil {
				verdict = string(d.Check.Verdict)
			}
			got = append(got, fmt.Sprintf("%s %s %s %s", b.Actor, b.Choice, b.RollCall, verdict))
			if err := b.Validate(); err != nil {
				t.Errorf("%q: %v", c.text, err)
			}
			if !d.Span.Holds(d.Trigger) || b.Resolution == "" {
				t.Errorf("%q: %+v", c.text, d)
			}
		}
		if text := strings.Join(got, "; "); text != c.want {
			t.Errorf("%q\n got  %q\n want %q\n silences %v", c.text, text, c.want, silences)
		}
		if c.want == "" && len(silences) == 0 {
			t.Errorf("%q: dropped without a word", c.text)
		}
	}
}
