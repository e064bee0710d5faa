package coding

import (
	"cmp"
	"slices"

	"orrery/internal/coding/draft"
	"orrery/internal/coding/reading"
)

// explained are the silences by sentence, with a reason for every sentence that gave nothing and of which no step said why.
func explained(r *reading.Reading, silent []draft.Silence, drafts []draft.Draft) []draft.Silence {
	spoken := make([]bool, len(r.Sentences))
	for _, d := range drafts {
		for i := max(0, r.SentenceAt(d.Span.Start)); i < len(r.Sentences) && r.Sentences[i].Start < d.Span.End; i++ {
			spoken[i] = true
		}
	}
	for _, s := range silent {
		if s.Sentence >= 0 && s.Sentence < len(spoken) {
			spoken[s.Sentence] = true
		}
	}
	for i := range r.Sentences {
		if !spoken[i] {
			silent = append(silent, draft.Silence{Sentence: i, Step: "coding", Reason: whyNothing(&r.Sentences[i])})
		}
	}
	slices.SortStableFunc(silent, func(a, b draft.Silence) int { return cmp.Compare(a.Sentence, b.Sentence) })
	return silent
}

// whyNothing names the first thing that was wanting.
func whyNothing(s *reading.Sentence) string {
	known := false
	for _, m := range s.Mentions {
		for _, ref := range m.Refs {
			known = known || ref.Code != ""
		}
	}
	switch {
	case len(s.Tokens) == 0:
		return "There are no words in it."
	case len(s.Clauses) == 0:
		return "There is no verb in it, and no noun of an act."
	case len(s.Mentions) == 0:
		return "It names no actor, and no pronoun of it could be traced to one."
	case !known:
		return "It names nobody that the casebook or the list of countries knows, and no frame matched."
	}
	return "No frame of the coder matches its verbs and nouns: it is description, opinion or background as far as the coder can tell."
}
