package app

import (
	"context"
	"slices"

	"orrery/ledger"
)

// Litmus answers one reaction item or roll call: who was expected to answer, who
// did, how, when, and on what that rests. id is an item's key or a roll call's
// symbol. Errors: NotFound with the keys that come near.
func (a *App) Litmus(ctx context.Context, s Scope, id string) (LitmusView, error) {
	r, err := a.open(ctx, s)
	if err != nil {
		return LitmusView{}, err
	}
	l, err := r.litmusOf(id)
	if err != nil {
		return LitmusView{}, err
	}
	v := LitmusView{Item: r.itemHead(l), Counts: r.underLens(l.counts()), Timings: l.timings(), Votes: l.votes(), Roster: orEmpty(l.item.Roster),
		HubVote: string(l.hubVote), Expected: []Answer{}, Others: []Answer{}}
	for _, e := range l.expected {
		v.Expected = append(v.Expected, r.answer(l, e.code, true, e.unsure))
	}
	for _, code := range l.others() {
		v.Others = append(v.Others, r.answer(l, code, false, false))
	}
	slices.SortStableFunc(v.Expected, byTime)
	slices.SortStableFunc(v.Others, byTime)
	if l.roll != nil {
		v.Official = &Totals{l.roll.Yes, l.roll.No, l.roll.Abstain}
	}
	drafts, err := r.draftsOn(l)
	if err != nil {
		return LitmusView{}, err
	}
	v.Drafts = len(drafts)
	if v.Sources, err = r.sourcesNamed(l.record); err != nil {
		return LitmusView{}, err
	}
	v.Sentence = r.litmusSentence(l, v.Drafts)
	v.Scope = r.scopeView()
	return v, nil
}

// draftsOn lists the stances on an item that wait for review.
func (r *reading) draftsOn(l *litmus) ([]ledger.Record, error) {
	if l.rollCall {
		return nil, nil
	}
	q := r.query()
	q.Kinds, q.Items = []ledger.Kind{ledger.KindStance}, []string{l.id}
	page, err := r.app.store.Review(r.ctx, q, ledger.Draft)
	return page.Records, err
}

// sourcesNamed lists the sources that a record itself cites.
func (r *reading) sourcesNamed(rec ledger.Record) ([]Named, error) {
	if err := r.cite([]ledger.Record{rec}); err != nil {
		return nil, err
	}
	out := []Named{}
	for _, e := range rec.Evidence {
		if s := r.sources[e.Source]; s != nil {
			out = append(out, Named{e.Source, s.Title})
		}
	}
	return out, nil
}

func (r *reading) itemHead(l *litmus) ItemHead {
	kind := "item"
	if l.rollCall {
		kind = "rollcall"
	}
	return ItemHead{Key: l.id, Kind: kind, Title: l.item.Title, Question: l.item.Question, T0: l.item.T0.String(), Window: l.item.Window.String(),
		Hub: r.named(l.item.Hub), With: l.item.With, Against: l.item.Against, RollCall: l.item.RollCall, Claim: l.item.Claim,
		Trace: recordTrace(l.record.Ref())}
}

// cell is one actor's cell. Actors without a record and not expected have one too.
func (l *litmus) cell(actor string) (Cell, combined) {
	c, ok := l.cells[actor]
	if !ok {
		c = combine(nil, false, l.item.T0)
	}
	return Cell{State: actor, Presence: c.presence, Position: string(c.position), Timing: l.timing(c), Vote: string(c.vote),
		Contested: c.contested, Records: len(l.replies[actor]), Sources: c.roots, Quotes: len(c.quotes), Otherwise: c.otherwise, Trace: traceID("cell", l.id, actor)}, c
}

// timing is when an answer came; what is no answer has none.
func (l *litmus) timing(c combined) Timing {
	if c.presence != Answered {
		return Untimed
	}
	return timingOf(l.item.T0, c.when, l.item.Window)
}

func (r *reading) answer(l *litmus, actor string, expected, unsure bool) Answer {
	cell, c := l.cell(actor)
	a := Answer{Cell: cell, Name: r.name(actor), Expected: expected, Unsure: unsure, When: c.when.String(), Positions: []string{}}
	if c.presence == Answered {
		a.LagMin, a.LagMax, a.Lag = lagHours(l.item.T0, c.when)
	}
	if c.head != nil {
		a.Form, a.Voice, a.Summary = c.head.form, c.head.voice, c.head.summary
	}
	if len(c.quotes) > 0 {
		a.Quote = r.quotes[c.quotes[0]].Exact
	}
	if c.contested {
		a.Positions = toStrings(c.positions)
	}
	return a
}

// countNames are the names under which cells are counted, in the order of screens.
func countNames() []struct{ name, label string } {
	return []struct{ name, label string }{
		{"with", "with the hub"}, {"leaning-with", "leaning towards the hub"}, {"neutral", "neutral"},
		{"leaning-against", "leaning against the hub"}, {"against", "against the hub"}, {"unplaced", "voted, cannot be placed"},
		{"absent", "did not vote (absent)"}, {"silent-searched", "silent: looked for, nothing found"},
		{"silent-reported", "silent: a source says so, no search logged"}, {"not-searched", "nothing in the ledger"},
	}
}

// underLens renames what is missing: the ledger may hold an answer that the lens hides.
func (r *reading) underLens(counts []Figure) []Figure {
	for i := range counts {
		if counts[i].Name == string(NotSearched) && len(r.hidden) > 0 {
			counts[i].Label = "nothing under this lens"
		}
	}
	return counts
}

// counts splits the roster into cells of one sort each: they add up to the roster.
func (l *litmus) counts() []Figure {
	out := []Figure{}
	for _, n := range countNames() {
		f := Figure{Name: n.name, Label: n.label, N: l.count(func(c combined) bool { return c.counted() == n.name }), Trace: traceID("litmus", l.id, "count", n.name)}
		if f.N > 0 || n.name != "unplaced" {
			out = append(out, f)
		}
	}
	return out
}

func (l *litmus) count(is func(combined) bool) int64 {
	var n int64
	for _, e := range l.expected {
		if is(l.cells[e.code]) {
			n++
		}
	}
	return n
}

// timings splits the expected who answered by when they did.
func (l *litmus) timings() []Figure {
	out := []Figure{}
	for _, t := range []struct {
		timing Timing
		label  string
	}{{InTime, "in time"}, {PossiblyLate, "possibly late"}, {Late, "late"}, {Before, "before"}, {Untimed, "no window or no date"}} {
		n := l.count(func(c combined) bool { return c.presence == Answered && l.timing(c) == t.timing })
		out = append(out, Figure{Name: string(t.timing), Label: t.label, N: n, Trace: traceID("litmus", l.id, "timing", string(t.timing))})
	}
	return out
}

// votes splits the roster by vote; empty where there is no roll call.
func (l *litmus) votes() []Figure {
	out := []Figure{}
	if l.roll == nil {
		return out
	}
	for _, v := range append(ledger.VoteChoices(), "") {
		name, label := string(v), string(v)
		if v == "" {
			name, label = "none", "no row in the ledger"
		}
		n := l.count(func(c combined) bool { return c.vote == v })
		out = append(out, Figure{Name: name, Label: label, N: n, Trace: traceID("litmus", l.id, "vote", name)})
	}
	return out
}

func toStrings[T ~string](values []T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}

// orEmpty keeps null out of JSON.
func orEmpty(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}
