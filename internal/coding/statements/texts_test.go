package statements_test

import (
	"strings"
	"testing"

	"orrery/ledger"
)

func TestSummariesUseNamesAndConceptsAreTopics(t *testing.T) {
	p := newPipeline(t)
	for _, e := range []struct{ text, about, concept string }{
		{"France is a reliable partner.", "France", ""},
		{"The position of Germany is absurd.", "Germany", "position of Germany"},
		{"The relationship between Norway and Sweden is very warm.", "Norway, Sweden", ""},
		{"The analyst Jan Vermeer said that Russia is an aggressive state.", "Russia", ""},
	} {
		drafts, silences := p.said.Drafts(p.read(e.text, ledger.VoiceInterviewee))
		if len(drafts) != 1 {
			t.Errorf("%s: %d drafts (%v)", e.text, len(drafts), silences)
			continue
		}
		st := drafts[0].Body.(*ledger.Statement)
		if !strings.Contains(st.Summary, " on "+e.about) {
			t.Errorf("%s\n  summary %q does not name %s", e.text, st.Summary, e.about)
		}
		for _, code := range st.About {
			if len(code) == 3 && strings.Contains(st.Summary, code) {
				t.Errorf("%s\n  summary %q holds a code", e.text, st.Summary)
			}
		}
		switch st.Concept {
		case "said", "says", "efforts", "absurd", "warm", "is":
			t.Errorf("%s\n  concept %q is not what is judged", e.text, st.Concept)
		}
		if e.concept != "" && st.Concept != e.concept {
			t.Errorf("%s\n  concept %q, want %q", e.text, st.Concept, e.concept)
		}
		t.Logf("%s: %s (%s)", e.text, st.Summary, st.Concept)
	}
}
