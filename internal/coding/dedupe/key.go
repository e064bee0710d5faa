package dedupe

import (
	"fmt"
	"slices"
	"strings"

	"orrery/internal/coding/actors"
	"orrery/internal/coding/draft"
	"orrery/ledger"
)

// key is what two drafts share when they tell the same thing, dates left aside; "" for a draft that is never merged.
func key(d *draft.Draft) string {
	switch b := d.Body.(type) {
	case *ledger.Event:
		// The instrument and the exact words of unknown parties tell two bans on one day apart.
		return fold("event", string(b.Type), b.Mode, b.Instrument, set(b.By), set(b.To), names(d.By), names(d.To))
	case *ledger.Stance:
		return fold("stance", b.Item, b.Actor, string(b.Position), b.Voice) // two who speak for one state answered twice
	case *ledger.VoteClaim:
		words := b.RollCall
		if words == "" {
			words = b.Resolution
		}
		return fold("vote", words, b.Actor, string(b.Choice))
	case *ledger.Tie:
		return fold("tie", b.Actor, b.Hub, string(b.Channel), b.Measure, number(b.Value), b.Unit)
	case *ledger.Membership:
		return fold("membership", b.Actor, b.Organisation, string(b.Status))
	case *ledger.Claim:
		if b.Value == nil {
			return ""
		}
		// Who says so is part of it: two who give the same number are two claims.
		return fold("claim", number(b.Value), b.Unit, d.Trace.Frame, set(b.Asserts))
	case *ledger.Episode:
		return fold("episode", b.Hub, set(b.Targets), b.Name)
	}
	return ""
}

func number(v *float64) string {
	if v == nil {
		return "none"
	}
	return fmt.Sprintf("%g", *v)
}

// names is the parties that have no code, by name.
func names(refs []actors.Ref) string {
	var out []string
	for _, r := range refs {
		if r.Code == "" {
			out = append(out, r.Name)
		}
	}
	return set(out)
}

func set(list []string) string {
	sorted := slices.Clone(list)
	slices.Sort(sorted)
	return strings.Join(slices.Compact(sorted), ";")
}

func fold(parts ...string) string { return strings.ToLower(strings.Join(parts, "\x1f")) }
