package claims_test

import (
	"fmt"
	"strings"
	"testing"

	"orrery/internal/coding/claims"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/readingtest"
	"orrery/ledger"
)

func TestWhichNumbersAreClaims(t *testing.T) {
	k, err := readingtest.Region()
	if err != nil {
		t.Fatal(err)
	}
	r, err := readingtest.New(k)
	if err != nil {
		t.Fatal(err)
	}
	x, err := claims.New(r.Lexicon, k)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"The crash led to the deaths of 38 people.":                    "38 people dead",
		"Police detained 50 citizens.":                                 "50 arrested",
		"It led to 20 deaths and the hospitalisation of three others.": "20 dead 3 injured",
		"The raid led to two deaths.":                                  "2 people dead",
		"Over 30 soldiers were killed.":                                "30 dead",
		"Thousands of refugees came.":                                  "",
		"Trade grew by 15 percent.":                                    "",
		"Five countries signed the treaty.":                            "",
		"He said it six times.":                                        "",
		"The treaty was signed 30 years ago.":                          "",
		"They pledged $2 billion in aid.":                              "2000000000 money",
		"The firm made a profit of $2 billion.":                        "",
	} {
		d := &reading.Document{Text: text, Outlet: "The Courier", Published: ledger.MustDate("2023-06-01")}
		drafts, silences := x.Drafts(r.Document(d))
		got := ""
		for _, d := range drafts {
			b := d.Body.(*ledger.Claim)
			got += fmt.Sprintf("%.0f %s %s; ", *b.Value, b.Unit, strings.TrimPrefix(d.Trace.Frame, "claims/"))
			if err := b.Validate(); err != nil || len(b.Asserts) != 1 || b.Asserts[0] != "The Courier" || !d.Span.Holds(d.Trigger) {
				t.Errorf("%q: %v, %+v", text, err, b)
			}
		}
		ok := (want == "") == (got == "")
		for _, w := range strings.Fields(want) {
			ok = ok && strings.Contains(got, w)
		}
		if !ok || len(drafts) > 1+strings.Count(want, " injured") {
			t.Errorf("%q: got %q, want %q, silences %v", text, got, want, silences)
		}
	}
}
