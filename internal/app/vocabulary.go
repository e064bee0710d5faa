package app

import (
	"context"
	"slices"
	"strings"

	"orrery/internal/store"
	"orrery/ledger"
)

// Vocabulary is what forms complete from: closed lists of the ledger, and what the
// accepted records use so far.
func (a *App) Vocabulary(ctx context.Context, s Scope) (Vocabulary, error) {
	r, err := a.open(ctx, s)
	if err != nil {
		return Vocabulary{}, err
	}
	v := Vocabulary{Actors: []ActorName{}, Items: []ItemHead{}, RollCalls: []Named{}, Types: plover(), Contexts: []Named{}, Positions: toStrings(ledger.Positions()),
		Forms: toStrings(ledger.StanceForms()), Channels: toStrings(ledger.Channels()), Forecasts: toStrings(ledger.ForecastForms()),
		Claims: []Named{}, VoiceRoles: toStrings(ledger.VoiceRoles())}
	for _, code := range r.codes() {
		actor := r.actors[code]
		v.Actors = append(v.Actors, ActorName{Named: r.named(code), Type: string(actor.Type), Aliases: namesOf(actor)[1:]})
	}
	for _, c := range ledger.Contexts() {
		v.Contexts = append(v.Contexts, Named{c.Context, c.Gloss})
	}
	if err := r.vocabularyUsed(&v); err != nil {
		return Vocabulary{}, err
	}
	return v, nil
}

func plover() []TypeName {
	out := []TypeName{}
	for _, t := range ledger.EventTypes() {
		name := TypeName{Named: Named{string(t.Type), t.Gloss}, Quad: int(t.Quad), Recipient: t.RecipientRequired, Modes: []Named{}}
		for _, m := range t.Type.Modes() {
			name.Modes = append(name.Modes, Named{m.Mode, m.Gloss})
		}
		out = append(out, name)
	}
	return out
}

// vocabularyUsed adds what the records themselves use. Words are taken from at most
// a stretch of the newest records of a kind, so that a large ledger stays quick.
func (r *reading) vocabularyUsed(v *Vocabulary) error {
	q := r.query()
	q.Order = store.ByDateDesc
	items, err := store.Rows[*ledger.Item](r.ctx, r.app.store, q)
	if err != nil {
		return err
	}
	for _, i := range items {
		v.Items = append(v.Items, r.itemHead(&litmus{id: i.Key, record: i.Record, item: *i.Noun}))
	}
	rolls, err := store.Rows[*ledger.RollCall](r.ctx, r.app.store, q)
	if err != nil {
		return err
	}
	for _, roll := range rolls {
		v.RollCalls = append(v.RollCalls, Named{roll.Key, roll.Noun.Title})
	}
	claims, err := store.Rows[*ledger.Claim](r.ctx, r.app.store, q)
	if err != nil {
		return err
	}
	for _, c := range claims {
		v.Claims = append(v.Claims, Named{c.Key, cut(c.Noun.Text, 120)})
	}
	used := map[string]*[]string{}
	q.Kinds, q.Limit = []ledger.Kind{ledger.KindEvent, ledger.KindTie, ledger.KindStatement}, scanSize
	for _, kind := range q.Kinds {
		one := q
		one.Kinds = []ledger.Kind{kind}
		page, err := r.app.store.Accepted(r.ctx, one)
		if err != nil {
			return err
		}
		for _, rec := range page.Records {
			noteUse(used, rec.Body)
		}
	}
	for list, into := range map[string]*[]string{"instruments": &v.Instruments, "measures": &v.Measures, "units": &v.Units, "concepts": &v.Concepts} {
		*into = []string{}
		if words := used[list]; words != nil {
			slices.Sort(*words)
			*into = slices.Compact(*words)
		}
	}
	return nil
}

func noteUse(used map[string]*[]string, body ledger.Noun) {
	note := func(list, word string) {
		if strings.TrimSpace(word) == "" {
			return
		}
		if used[list] == nil {
			used[list] = &[]string{}
		}
		*used[list] = append(*used[list], word)
	}
	switch b := body.(type) {
	case *ledger.Event:
		note("instruments", b.Instrument)
	case *ledger.Tie:
		note("measures", b.Measure)
		note("units", b.Unit)
	case *ledger.Statement:
		note("concepts", b.Concept)
	}
}
