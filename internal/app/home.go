package app

import (
	"context"
	"time"

	"orrery/internal/store"
	"orrery/ledger"
)

// stockKinds are the kinds that the home screen counts, in its order.
func stockKinds() []ledger.Kind {
	return []ledger.Kind{ledger.KindEvent, ledger.KindEpisode, ledger.KindItem, ledger.KindStance, ledger.KindRollCall, ledger.KindVote, ledger.KindTie,
		ledger.KindForecast, ledger.KindResolution, ledger.KindStatement, ledger.KindClaim, ledger.KindMembership, ledger.KindPerson, ledger.KindActor,
		ledger.KindSource, ledger.KindDocument, ledger.KindQuote}
}

// Home is the first screen: what the ledger holds, what each question can say today,
// and what changed after a ledger time (zero: the last thirty days). It counts the
// whole stock, so the lens does not apply but to the first card.
func (a *App) Home(ctx context.Context, s Scope, since time.Time) (HomeView, error) {
	r, err := a.open(ctx, s)
	if err != nil {
		return HomeView{}, err
	}
	if since.IsZero() {
		since = r.moment().AddDate(0, 0, -30)
	}
	v := HomeView{Region: r.region.Title, Regions: r.regions, Hub: r.named(r.hub), States: r.namedAll(r.region.States), Item: r.region.Item,
		Since: stamp(since), Changes: []ChangeRow{}, Stock: []Figure{}}
	if v.Regions == nil {
		v.Regions = []Named{}
	}
	stock, err := a.store.Inventory(ctx, s.AsOf)
	if err != nil {
		return HomeView{}, err
	}
	counts := map[ledger.Kind]int64{}
	for _, one := range stock {
		switch one.Status {
		case ledger.Accepted:
			counts[one.Kind] = one.N
		case ledger.Draft:
			v.Drafts += one.N
		}
	}
	for _, kind := range stockKinds() {
		v.Stock = append(v.Stock, Figure{Name: string(kind), Label: kindWords(kind, counts[kind]), N: counts[kind], Trace: traceID("stock", string(kind))})
	}
	if v.Span, err = r.span(); err != nil {
		return HomeView{}, err
	}
	if v.Cards, err = r.cards(counts); err != nil {
		return HomeView{}, err
	}
	acts, err := r.acts(since)
	if err != nil {
		return HomeView{}, err
	}
	newest, err := a.store.Changes(ctx, since, s.AsOf, 0)
	if err != nil {
		return HomeView{}, err
	}
	for _, act := range acts {
		v.Changes = append(v.Changes, r.changeRow(act, newest))
	}
	none, bare, err := r.noRegion()
	if err != nil {
		return HomeView{}, err
	}
	if v.Sentence = homeSentence(v, counts); bare {
		v.Sentence = (&telling{}).say(none).out
	}
	v.Scope = r.scopeView()
	return v, nil
}

// moment is the ledger time that is asked about.
func (r *reading) moment() time.Time {
	if r.scope.AsOf.IsZero() {
		return r.app.now()
	}
	return r.scope.AsOf
}

// span is the first and last date of what happened: events, votes and stances.
func (r *reading) span() ([]string, error) {
	span := []string{}
	for _, order := range []store.Order{store.ByDate, store.ByDateDesc} {
		var best ledger.Date
		for _, kind := range []ledger.Kind{ledger.KindEvent, ledger.KindVote, ledger.KindStance} {
			page, err := r.app.store.Accepted(r.ctx, store.Query{AsOf: r.scope.AsOf, Kinds: []ledger.Kind{kind}, Order: order, Limit: 1})
			if err != nil {
				return nil, err
			}
			for _, rec := range page.Records {
				when := rec.Body.Facets().When
				if best.IsZero() || (when.Compare(best) < 0) == (order == store.ByDate) {
					best = when
				}
			}
		}
		if best.IsZero() {
			return []string{}, nil
		}
		span = append(span, best.String())
	}
	return span, nil
}

func homeSentence(v HomeView, counts map[ledger.Kind]int64) Sentence {
	t := &telling{}
	of := func(kind ledger.Kind) part {
		return part{n: counts[kind], trace: traceID("stock", string(kind)), after: " " + kindWords(kind, counts[kind])}
	}
	t.say("On " + v.Region + " the ledger holds ").list([]part{of(ledger.KindEvent), of(ledger.KindEpisode), of(ledger.KindItem), of(ledger.KindStance),
		of(ledger.KindVote), of(ledger.KindTie), of(ledger.KindForecast)})
	t.say(", from ").count(counts[ledger.KindSource], traceID("stock", string(ledger.KindSource))).say(" " + kindWords(ledger.KindSource, counts[ledger.KindSource]) + ".")
	if len(v.Span) == 2 {
		t.say(" The first of its events, votes and stances is dated " + v.Span[0] + ", the last " + v.Span[1] + ".")
	}
	if n := counts[ledger.KindDocument]; n > 0 {
		t.say(" ").count(n, traceID("stock", string(ledger.KindDocument))).say(plural(n, " document was", " documents were") + " read into it.")
	}
	if v.Drafts > 0 {
		t.say(" ").count(v.Drafts, traceID("drafts")).say(plural(v.Drafts, " draft waits", " drafts wait") + " for review.")
	}
	return t.out
}
