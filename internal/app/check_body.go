package app

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"reflect"
	"slices"
	"strings"

	"orrery/internal/store"
	"orrery/ledger"
)

// noun reads the body of a record from a form and checks it: its fields, their
// values, and that what it refers to is in the ledger.
func (r *reading) noun(kind ledger.Kind, body json.RawMessage) (ledger.Noun, error) {
	n, err := ledger.DecodeNoun(kind, body)
	if err != nil {
		return nil, badBody(kind, body, err)
	}
	if err := unknownFields(n, body); err != nil {
		return nil, badBody(kind, body, err)
	}
	var f []ledger.Fault
	if err := n.Validate(); err != nil {
		if f = ledger.FaultsOf(err); f == nil {
			return nil, err
		}
	}
	if err := r.checkRefs(&f, n); err != nil {
		return nil, err
	}
	if len(f) > 0 {
		return nil, &ledger.Faults{Kind: kind, List: f}
	}
	return n, nil
}

// unknownFields refuses a field that the noun has not: a misspelt one would be lost.
func unknownFields(n ledger.Noun, body json.RawMessage) error {
	d := json.NewDecoder(bytes.NewReader(body))
	d.DisallowUnknownFields()
	if err := d.Decode(n); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	return nil
}

func badBody(kind ledger.Kind, body json.RawMessage, err error) error {
	field, problem := "body", strings.TrimPrefix(err.Error(), "json: ")
	var wrong *json.UnmarshalTypeError
	var date *ledger.DateError
	switch {
	case errors.As(err, &wrong) && wrong.Field != "":
		field, problem = wrong.Field, "is a "+wrong.Value+", which does not fit"
	case errors.As(err, &date):
		return &ledger.Faults{Kind: kind, List: []ledger.Fault{{Field: dateField(kind, body, date.Text), Problem: date.Problem + " in " + quoted(date.Text), Do: date.Do}}}
	}
	return &ledger.Faults{Kind: kind, List: []ledger.Fault{{Field: field, Problem: problem, Do: "send the fields of a " + string(kind)}}}
}

// dateField names the field of a noun that takes a date and holds this text; "when"
// where none does. The decoder does not say where it stood.
func dateField(kind ledger.Kind, body json.RawMessage, text string) string {
	given := map[string]any{}
	blank, err := ledger.DecodeNoun(kind, []byte("{}"))
	if err != nil || json.Unmarshal(body, &given) != nil {
		return "when"
	}
	for _, field := range reflect.VisibleFields(reflect.TypeOf(blank).Elem()) {
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if field.Type == reflect.TypeFor[ledger.Date]() && given[name] == text {
			return name
		}
	}
	return "when"
}

// checkRefs checks that actors and items are known. Speakers, authors and claimants
// are not checked: a text names people whom no list holds.
func (r *reading) checkRefs(f *[]ledger.Fault, n ledger.Noun) error {
	switch b := n.(type) {
	case *ledger.Stance:
		r.knownActor(f, "actor", b.Actor)
		return r.knownItem(f, b.Item)
	case *ledger.Event:
		r.knownActor(f, "by", b.By...)
		r.knownActor(f, "to", b.To...)
		return r.knownKey(f, "claim", ledger.KindClaim, b.Claim)
	case *ledger.Statement:
		r.knownActor(f, "about", b.About...)
		r.knownActor(f, "audience", b.Audience...)
	case *ledger.VoteClaim:
		r.knownActor(f, "actor", b.Actor)
		return r.knownKey(f, "rollcall", ledger.KindRollCall, b.RollCall)
	case *ledger.Tie:
		r.knownActor(f, "actor", b.Actor)
		r.knownActor(f, "hub", b.Hub)
	case *ledger.Forecast:
		r.knownActor(f, "about", b.About...)
	}
	return nil
}

func (r *reading) knownActor(f *[]ledger.Fault, field string, codes ...string) {
	for _, code := range codes {
		if code == "" || r.actors[code] != nil || r.given[code] {
			continue
		}
		do := "use a code of the ledger's actors"
		if near := nearest(code, r.codes()); len(near) > 0 {
			do = "did you mean " + strings.Join(near, " or ") + "?"
		} else if i := slices.IndexFunc(r.codes(), func(c string) bool { return strings.EqualFold(r.name(c), code) }); i >= 0 {
			do = "write its code, " + r.codes()[i]
		}
		*f = append(*f, ledger.Fault{Field: field, Problem: quoted(code) + " is not an actor of the ledger", Do: do})
	}
}

func (r *reading) knownItem(f *[]ledger.Fault, key string) error {
	if key == "" {
		return nil // Validate has said so
	}
	q := r.query()
	q.Keys = []string{key}
	_, err := store.One[*ledger.Item](r.ctx, r.app.store, q)
	if !store.IsNotFound(err) {
		return err
	}
	items, err := store.Rows[*ledger.Item](r.ctx, r.app.store, r.query())
	if err != nil {
		return err
	}
	known := make([]string, len(items))
	for i, row := range items {
		known[i] = row.Key
	}
	do := "pick one of the reaction items"
	if near := nearest(key, known); len(near) > 0 {
		do = "did you mean " + strings.Join(near, " or ") + "?"
	}
	*f = append(*f, ledger.Fault{Field: "item", Problem: quoted(key) + " is not a reaction item of the ledger", Do: do})
	return nil
}

func (r *reading) knownKey(f *[]ledger.Fault, field string, kind ledger.Kind, key string) error {
	if key == "" {
		return nil
	}
	_, err := r.app.store.Get(r.ctx, kind, key, r.scope.AsOf)
	if store.IsNotFound(err) {
		*f = append(*f, ledger.Fault{Field: field, Problem: quoted(key) + " is not a " + string(kind) + " of the ledger", Do: "give the key of one, or leave it empty"})
		return nil
	}
	return err
}
