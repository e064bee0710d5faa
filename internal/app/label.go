package app

import (
	"fmt"
	"strings"

	"orrery/internal/store"
	"orrery/ledger"
)

// label says a record in words, for rows, changes and hits.
func (r *reading) label(rec ledger.Record) string {
	switch b := rec.Body.(type) {
	case *ledger.Source:
		return joined(b.Publisher, ": ", b.Title)
	case *ledger.Document:
		return joined(b.Outlet, ": ", b.Title)
	case *ledger.Quote:
		return "“" + cut(b.Exact, 120) + "”"
	case *ledger.Actor:
		return b.Name()
	case *ledger.Person:
		return fmt.Sprintf("%s, %s, %s", b.Name(), b.Office, r.name(b.Actor))
	case *ledger.Membership:
		return fmt.Sprintf("%s, %s of %s%s", r.name(b.Actor), b.Status, r.name(b.Organisation), spanWords(b.From, b.To))
	case *ledger.Event:
		return b.Summary
	case *ledger.Episode:
		return b.Name
	case *ledger.Item:
		return b.Title
	case *ledger.Stance:
		return fmt.Sprintf("%s on %s, %s: %s", r.name(b.Actor), r.itemTitle(b.Item), positionWords(b.Position), b.Summary)
	case *ledger.RollCall:
		return b.Symbol + ", " + b.Title
	case *ledger.Vote:
		return fmt.Sprintf("%s: %s on %s", r.name(b.Actor), b.Choice, b.RollCall)
	case *ledger.Tie:
		return r.tieLabel(b)
	}
	return r.labelWords(rec)
}

// itemTitle is a reaction item's title, or its key where the ledger has none.
func (r *reading) itemTitle(key string) string {
	err := r.findItems([]string{key})
	if i := r.items[key]; err == nil && i != nil {
		return i.Title
	}
	return key
}

func (r *reading) findItems(keys []string) error {
	return lookUp(r, keys, r.items, func(row store.Row[*ledger.Item]) *ledger.Item { return row.Noun })
}

// labelWords labels the kinds that are words about the world.
func (r *reading) labelWords(rec ledger.Record) string {
	switch b := rec.Body.(type) {
	case *ledger.Statement:
		return r.name(b.Speaker) + ": " + b.Summary
	case *ledger.Claim:
		return b.Text
	case *ledger.VoteClaim:
		return fmt.Sprintf("%s, as a text says: %s on %s", r.name(b.Actor), b.Choice, joined(b.RollCall, ", ", b.Resolution))
	case *ledger.Forecast:
		return b.Author + ": " + b.Statement
	case *ledger.Resolution:
		return joined(b.Forecast+": "+string(b.Outcome), ", ", b.Note)
	case *ledger.Rule:
		return b.Title
	case *ledger.Run:
		return b.Model + " " + b.CodeVersion
	case *ledger.Region:
		return b.Title
	}
	return rec.Ref()
}

func (r *reading) tieLabel(t *ledger.Tie) string {
	value := "no figure"
	if t.Value != nil {
		value = strings.TrimSpace(fmt.Sprintf("%g %s", *t.Value, t.Unit))
	}
	return fmt.Sprintf("%s on %s, %s, %s: %s (%s)", r.name(t.Actor), r.name(t.Hub), t.Channel, strings.ReplaceAll(t.Measure, "_", " "), value, t.When)
}

func spanWords(from, to ledger.Date) string {
	switch {
	case from.IsZero() && to.IsZero():
		return ""
	case to.IsZero():
		return ", since " + from.String()
	case from.IsZero():
		return ", until " + to.String()
	}
	return fmt.Sprintf(", %s to %s", from, to)
}
