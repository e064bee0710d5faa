package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"orrery/internal/store"
	"orrery/ledger"
)

// mostDecided is how many records one decision may name.
const mostDecided = 2000

// Decide accepts, rejects or puts back several records in one transaction. Who accepts an episode accepts the draft events that it
// stands on too, and the decision says so: without them it would show half of what it says. A claim on a vote stays beside the
// vote, which it never replaces. Errors: NotFound; Invalid for a document, a quote, or an episode that stands on a rejected
// event; Stale when somebody changed one of the records meanwhile.
func (a *App) Decide(ctx context.Context, req DecideRequest) (Decision, error) {
	r, err := a.open(ctx, Scope{})
	if err != nil {
		return Decision{}, err
	}
	status := ledger.Status(req.Status)
	if !slices.Contains([]ledger.Status{ledger.Accepted, ledger.Rejected, ledger.Draft}, status) {
		return Decision{}, &Error{Code: Invalid, Field: "status", Text: quoted(req.Status) + " is nothing that is decided", Do: "use accepted, rejected or draft"}
	}
	if len(req.Refs) == 0 || len(req.Refs) > mostDecided {
		return Decision{}, malformed("refs", fmt.Sprintf("a decision names 1 to %d records, not %d", mostDecided, len(req.Refs)), "name the records as kind:key")
	}
	d := &deciding{reading: r, status: status, who: cmp.Or(strings.TrimSpace(req.Who), a.who), why: req.Why, seen: map[string]bool{}, asked: map[string]bool{}}
	asked := make([]ledger.Record, len(req.Refs))
	for i, ref := range req.Refs {
		if asked[i], err = r.record(ref); err != nil {
			return Decision{}, err
		}
		d.asked[asked[i].Ref()] = true
	}
	for _, rec := range asked {
		if err := d.take(rec, false); err != nil {
			return Decision{}, err
		}
	}
	return d.write()
}

// deciding is a decision in the making.
type deciding struct {
	*reading
	status   ledger.Status // "" for one that takes another back
	who, why string
	seen     map[string]bool
	asked    map[string]bool
	before   []ledger.Record
	also     []bool
	changes  []store.Change
	same     []string
}

// take adds a record, and what it stands on.
func (d *deciding) take(rec ledger.Record, also bool) error {
	if d.seen[rec.Ref()] {
		return nil
	}
	d.seen[rec.Ref()] = true
	if rec.Kind == ledger.KindQuote || rec.Kind == ledger.KindDocument {
		return &Error{Code: Invalid, Field: "refs", Text: "a " + string(rec.Kind) + " is neither accepted nor rejected: it is what was read", Do: "decide on the records that rest on it"}
	}
	if d.status == ledger.Accepted {
		if err := d.takeGround(rec); err != nil {
			return err
		}
	}
	if rec.Status == d.status {
		d.same = append(d.same, rec.Ref())
		return nil
	}
	d.add(rec, d.status, also)
	return nil
}

func (d *deciding) add(rec ledger.Record, status ledger.Status, also bool) {
	d.before, d.also = append(d.before, rec), append(d.also, also)
	d.changes = append(d.changes, store.Change{Kind: rec.Kind, Key: rec.Key, Base: rec.Rev, Status: status, Why: d.why})
}

// takeGround takes the draft events that a record stands on, and sees that the item that it answers exists.
func (d *deciding) takeGround(rec ledger.Record) error {
	if s, ok := rec.Body.(*ledger.Stance); ok {
		if err := d.findItems([]string{s.Item}); err != nil {
			return err
		}
		if d.items[s.Item] == nil {
			return &Error{Code: Invalid, Field: "refs", Text: fmt.Sprintf("%s answers %s, which is not a reaction item of the ledger", rec.Ref(), quoted(s.Item)), Do: "edit it to name an item, or reject it"}
		}
	}
	for _, key := range standsOn(rec.Body) {
		event, err := d.app.store.Get(d.ctx, ledger.KindEvent, key, d.scope.AsOf)
		switch {
		case store.IsNotFound(err): // Pressure shows it as missing
			continue
		case err != nil:
			return err
		case d.asked[event.Ref()]: // it has its own turn
			continue
		case event.Status == ledger.Rejected:
			return &Error{Code: Invalid, Field: "refs", Text: fmt.Sprintf("%s stands on %s, which was rejected", rec.Ref(), event.Ref()), Do: "put that event back first, or reject the episode too"}
		case event.Status == ledger.Draft:
			if err := d.take(event, true); err != nil {
				return err
			}
		}
	}
	return nil
}

// write appends the decision.
func (d *deciding) write() (Decision, error) {
	v := Decision{Status: string(d.status), Who: d.who, Why: d.why, Changed: []Decided{}, Same: orEmpty(d.same)}
	if len(d.changes) == 0 {
		v.Text = "Nothing changed: " + counted(len(d.same), "record stands", "records stand") + " so already."
		return v, nil
	}
	written, err := d.app.store.Append(d.ctx, d.who, d.changes)
	if err != nil {
		return Decision{}, err
	}
	also := 0
	for i, rec := range written {
		if d.also[i] {
			also++
		}
		v.Changed = append(v.Changed, Decided{Ref: rec.Ref(), Trace: recordTrace(rec.Ref()), Kind: string(rec.Kind), Label: d.label(rec),
			From: string(d.before[i].Status), To: string(rec.Status), Rev: rec.Rev, Also: d.also[i]})
	}
	first, last := written[0], written[len(written)-1]
	v.ID, v.At = decisionID(first.Seq, len(written), first.At, last.At), stamp(last.At)
	v.Text = counted(len(written), "record", "records") + map[ledger.Status]string{ledger.Accepted: " accepted", ledger.Rejected: " rejected", ledger.Draft: " put back to draft", "": " as before"}[d.status]
	if also > 0 {
		v.Text += "; " + strconv.Itoa(also) + " of them because the episode stands on " + plural(also, "it", "them")
	}
	v.Text += "."
	return v, nil
}

// decisionID names the revisions of one write: its first place in the chain, how many they are, and between which moments.
func decisionID(seq int64, n int, first, last time.Time) string {
	parts := []string{"d"}
	for _, x := range []int64{seq, int64(n), first.UnixMilli(), last.UnixMilli()} {
		parts = append(parts, strconv.FormatInt(x, 36))
	}
	return strings.Join(parts, "-")
}

func parseDecisionID(id string) (seq, n int64, first, last time.Time, ok bool) {
	parts := strings.Split(id, "-")
	if len(parts) != 5 || parts[0] != "d" {
		return 0, 0, first, last, false
	}
	var x [4]int64
	for i, p := range parts[1:] {
		v, err := strconv.ParseInt(p, 36, 64)
		if err != nil || v < 0 {
			return 0, 0, first, last, false
		}
		x[i] = v
	}
	return x[0], x[1], time.UnixMilli(x[2]).UTC(), time.UnixMilli(x[3]).UTC(), x[1] > 0 && x[1] <= 3*mostDecided
}
