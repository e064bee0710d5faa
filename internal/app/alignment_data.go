package app

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"orrery/ledger"
	"orrery/model/align"
)

// alignData is what the ledger holds of the states and one hub, as the model takes it.
type alignData struct {
	hub     string
	span    stretch
	dyads   []*dyadData // in the order of screens
	rolls   map[string]*ledger.RollCall
	items   map[string]*ledger.Item
	shared  bool            // the hub's votes are those that its members share
	hidden  int             // records that the lens hides
	hides   map[string]bool // their refs
	settles align.Settings
}

// dyadData is one state's observations with what is needed to open them again.
type dyadData struct {
	align.Dyad
	drops   []align.Drop      // what did not even reach the model, and why
	heads   map[string]string // reaction item → ref of the record that gives the answer; "" for none
	refs    map[string]string // statement → ref
	acts    []deed            // events, oldest first
	sources map[string]origin
	shared  *names       // of the whole run
	casts   []placedVote // in place of Votes, once the dyad is computed
}

// deed is an event between the two.
type deed struct {
	ref  string
	day  time.Time
	coop bool
}

// alignCode names what the model computes. Raise it when the same observations give
// other results: stored runs are then computed anew.
const alignCode = "align 1"

// hash names a dyad's result: it depends on nothing else than what is hashed. seen and
// drawn alike, two dyads have one result.
func (d *dyadData) hash(s align.Settings) (string, error) {
	s.Workers = 0
	text, err := json.Marshal(struct {
		Code     string
		Settings align.Settings
		Dyad     align.Dyad
		Drops    []align.Drop
	}{alignCode, s, d.Dyad, d.drops})
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:]), nil
}

// sort makes the order of observations a matter of the ledger's content alone.
func (d *dyadData) sort() {
	slices.SortFunc(d.Votes, func(a, b align.RollCall) int { return cmp.Or(a.Day.Compare(b.Day), cmp.Compare(a.ID, b.ID)) })
	slices.SortFunc(d.Reactions, func(a, b align.Reaction) int { return cmp.Or(a.Day.Compare(b.Day), cmp.Compare(a.ID, b.ID)) })
	slices.SortFunc(d.Stances, func(a, b align.Stance) int { return cmp.Or(a.Day.Compare(b.Day), cmp.Compare(a.ID, b.ID)) })
	slices.SortFunc(d.Events, func(a, b align.Events) int { return a.Day.Compare(b.Day) })
	slices.SortFunc(d.acts, func(a, b deed) int { return cmp.Or(a.day.Compare(b.day), cmp.Compare(a.ref, b.ref)) })
	slices.SortFunc(d.drops, func(a, b align.Drop) int { return cmp.Or(cmp.Compare(a.Channel, b.Channel), cmp.Compare(a.ID, b.ID)) })
}

// ref is the record behind an observation; "" where there is none.
func (d *dyadData) ref(ch align.Channel, id string) string {
	switch channelName(ch) {
	case "votes":
		return string(ledger.KindVote) + ":" + (&ledger.Vote{RollCall: id, Actor: d.State}).NaturalKey()
	case "reactions":
		return d.heads[id]
	}
	return d.refs[id]
}

// cite names what a record rests on, as the lens leaves it, and remembers it.
func (d *dyadData) cite(r *reading, rec ledger.Record) []string {
	var names []string
	for _, o := range r.originsOf(rec) {
		if r.scope.Lens.passes(o) {
			d.sources[o.key] = o
			names = append(names, o.key)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// dayOf places a date that may be rough: its last day.
func dayOf(d ledger.Date) (time.Time, bool) {
	if d.IsZero() {
		return time.Time{}, false
	}
	_, last := d.Span()
	if last == ledger.MaxDay {
		return time.Time{}, false
	}
	return last.Time(), true
}

// lensesOf are the other choices of sources under which the median is drawn: whose
// word, if it is not believed, changes the picture?
func (d *dyadData) lensesOf() {
	seen := map[string]bool{}
	for _, text := range []string{"-" + lensBased + ":" + d.Hub, "-" + lensBased + ":" + d.State, lensKind + ":" + string(ledger.SourceDataset) + "," + lensKind + ":" + string(ledger.SourceOfficial)} {
		lens, err := ParseLens(text)
		if err != nil || seen[strings.ToUpper(text)] {
			continue
		}
		seen[strings.ToUpper(text)] = true
		one := align.Lens{Name: text}
		for key, o := range d.sources {
			if !lens.passes(o) {
				one.Hidden = append(one.Hidden, key)
			}
		}
		slices.Sort(one.Hidden)
		d.Lenses = append(d.Lenses, one)
	}
}
