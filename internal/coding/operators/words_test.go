package operators

import (
	"strings"
	"testing"

	"orrery/internal/coding/lexicon"
)

func TestWordsOfTheList(t *testing.T) {
	lex := lexicon.New()
	w, err := New(lex)
	if err != nil {
		t.Fatal(err)
	}
	if got := w.Verb(lex.Find("refuse")); len(got) == 0 || got[0].Op != Refuse || got[0].Links&Inf == 0 {
		t.Errorf("refuse is %v", got)
	}
	found := false
	for _, x := range w.Verb(lex.Find("call")) {
		found = found || x.Op == Demand && len(x.Preps) == 1 && x.Preps[0] == lex.Find("for")
	}
	if !found {
		t.Error("call for is no demand")
	}
	if got := w.Noun(lex.Find("threat")); len(got) == 0 || got[0].Op != Threaten {
		t.Errorf("threat is %v", got)
	}
	if w.Verb(lexicon.Unknown) != nil {
		t.Error("the unknown word is an operator")
	}
}

func TestFaultsNameTheLine(t *testing.T) {
	for _, text := range []string{"\nverb agree", "\nadverb soon : commit inf", "\nverb agree : promise inf", "\nverb agree : commit"} {
		if _, err := parse(lexicon.New(), "x.txt", text); err == nil || !strings.HasPrefix(err.Error(), "x.txt:2: ") {
			t.Errorf("%q: %v", text, err)
		}
	}
}
