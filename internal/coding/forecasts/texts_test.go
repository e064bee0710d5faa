package forecasts_test

import (
	"testing"

	"orrery/ledger"
)

func TestStatementsAreReadableSentencesWithNames(t *testing.T) {
	p := newPipeline(t)
	for text, want := range map[string]string{
		"Kazakhstan will lose the trust of Georgia by 2027.":                   "Expects Kazakhstan to lose the trust of Georgia by 2027-12-31",
		"Armenia will skip the Victory Day parade in 2026.":                    "Expects Armenia to skip the Victory Day parade by 2026-12-31",
		"Norway will leave the alliance in 2026 if it does.":                   "Expects Norway to leave the alliance by 2026-12-31, under a condition that the text names",
		"Norway will leave the alliance in 2026 if the talks fail.":            "Expects Norway to leave the alliance by 2026-12-31, given: the talks fail",
		"Norway may leave the alliance.":                                       "Says that Norway may leave the alliance",
		"If France had sent troops, Mali would have defeated the rebels.":      "Says that Mali would have defeated the rebels, given: France had sent troops",
		"I do not believe that Norway will leave the alliance in 2026.":        "Expects Norway not to leave the alliance by 2026-12-31",
		"There is a sixty percent chance that Norway will invade Sweden.":      "Expects Norway to invade Sweden",
		"There will be no war between Norway and Sweden in 2026.":              "Expects there not to be war between Norway and Sweden by 2026-12-31",
		"The pipeline will make Norway and Sweden partners for many years.":    "Expects a change in relations of Norway and Sweden",
		"The Kazakh government will probably send tonnes of Afghan grain.":     "Expects the Kazakh government to send tonnes of Afghan grain",
		"Relations between Norway and Sweden are expected to deepen in 2026.":  "Expects relations between Norway and Sweden to deepen by 2026-12-31",
		"The odds of a coup in Norway in 2026 are one in four.":                "Expects there to be a coup in Norway by 2026-12-31",
		"By 2030 Norway will have lost its influence in Sweden.":               "Expects Norway to lose influence in Sweden by 2030-12-31",
		"Norway has a 55 percent chance of joining the Union in 2026.":         "Expects Norway to join the Union by 2026-12-31",
		"The influence of France will depend on the outcome of the elections.": "Expects the influence of France to depend on the outcome of the elections",
	} {
		drafts, silences := p.future.Drafts(p.read(text, ledger.VoiceInterviewee))
		if len(drafts) != 1 {
			t.Errorf("%s: %d drafts (%v)", text, len(drafts), silences)
			continue
		}
		f := drafts[0].Body.(*ledger.Forecast)
		if f.Statement != want {
			t.Errorf("%s\n  got  %s (%s)\n  want %s", text, f.Statement, f.Question, want)
		}
	}
}
