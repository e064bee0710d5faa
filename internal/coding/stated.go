package coding

import (
	"slices"

	"orrery/internal/coding/draft"
	"orrery/ledger"
)

// alreadyStances marks verbal events without a recipient that a stance of the same actor in the same words says better: "condemned the
// attack" is an answer to the attack, and no act against anybody that the sentence names.
func alreadyStances(drafts []draft.Draft) []bool {
	out := make([]bool, len(drafts))
	for i, d := range drafts {
		e, ok := d.Body.(*ledger.Event)
		if !ok || len(e.To) > 0 || e.Type.Quad() == ledger.MaterialConflict || e.Type.Quad() == ledger.MaterialCooperation {
			continue
		}
		out[i] = slices.ContainsFunc(drafts, func(o draft.Draft) bool {
			s, ok := o.Body.(*ledger.Stance)
			return ok && o.Span.Overlaps(d.Span) && slices.Contains(e.By, s.Actor)
		})
	}
	return out
}
