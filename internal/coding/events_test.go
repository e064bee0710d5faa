package coding

import (
	"slices"
	"testing"

	"orrery/internal/coding/actors"
	"orrery/ledger"
)

// TestRecipientsOfEvents: nobody agrees with themselves, and who threatens an entity threatens its state.
func TestRecipientsOfEvents(t *testing.T) {
	list := func(codes ...string) (out []actors.Ref) {
		for _, c := range codes {
			out = append(out, actors.Ref{Code: c, Name: c})
		}
		return out
	}
	for _, x := range []struct {
		by, to []actors.Ref
		kind   ledger.EventType
		want   []string
	}{
		{list("TCD"), list("TCD"), ledger.EventAgree, []string{}},
		{list("TCD"), list("TCD"), ledger.EventCoerce, []string{"TCD"}},
		{list("TCD"), list("TCD", "NER"), ledger.EventReject, []string{"NER"}},
		{list("RUS"), list("PMR"), ledger.EventThreaten, []string{"PMR", "MDA"}},
		{list("RUS"), list("PMR", "MDA"), ledger.EventThreaten, []string{"PMR", "MDA"}},
		{list("MDA"), list("PMR"), ledger.EventThreaten, []string{"PMR"}},
		{list("RUS"), list("PMR"), ledger.EventSupport, []string{"PMR"}},
	} {
		if got := keys(notSelf(x.by, withClaimant(x.by, x.to, x.kind), x.kind)); !slices.Equal(got, x.want) {
			t.Errorf("%s of %v to %v: %v, want %v", x.kind, keys(x.by), keys(x.to), got, x.want)
		}
	}
}
