package casebook

import (
	"bytes"
	"os"
	"regexp"
	"slices"
	"testing"

	"orrery/ledger"
)

// usualFile is a rule with every key in its usual form. The form on the screens writes keys in its order, and a test there reads it, too.
const usualFile = "testdata/usual.yml"

func TestTheUsualFormHasEveryKeyInOrder(t *testing.T) {
	window, err := ledger.ParseWindow("P30D")
	if err != nil {
		t.Fatal(err)
	}
	text := WriteRule(&ledger.Rule{Slug: "usual", Title: "Every key, in order", Hub: "AAA", Trigger: "type=AGREE actor=state", Response: "actor=hub target=state", Unrelated: "type=CONSULT actor=hub target=state",
		Dyads: []string{"AAA/BBB"}, Replicate: []string{"CCC"}, LagDays: 1, Window: window, From: ledger.MustDate("2001"), To: ledger.MustDate("2010"), Sources: []string{"one"},
		TriggersFrom: "one-set", ResponsesFrom: "another-set", AttentionFrom: "a-third", Strata: StrataBlocks,
		Searched:    []ledger.RuleSearch{{By: "Ana", Where: "the register", From: ledger.MustDate("2001"), To: ledger.MustDate("2010"), States: []string{"BBB"}}},
		Exploratory: "made to show keys", ForkOf: "older"})
	var keys []string
	for _, m := range regexp.MustCompile(`(?m)^([a-z_]+):`).FindAllSubmatch(text, -1) {
		keys = append(keys, string(m[1]))
	}
	if !slices.Equal(keys, ruleKeys()) {
		t.Errorf("the keys are written as %v, and read as %v", keys, ruleKeys())
	}
	if *update {
		if err := os.WriteFile(usualFile, text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if kept, err := os.ReadFile(usualFile); err != nil || !bytes.Equal(kept, text) {
		t.Errorf("%s (%v) is not what is written now: run go test ./casebook -update and look at ui/src/screens/ruleform/lines.ts", usualFile, err)
	}
}
