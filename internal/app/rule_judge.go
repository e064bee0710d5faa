package app

import (
	"errors"
	"slices"
	"strings"

	"orrery/casebook"
	"orrery/internal/dataset/country"
	"orrery/ledger"
)

// judgeRule refuses what cannot be answered: actors that nobody knows where they are looked for, dyads of another hub, and what the rule's
// file would be refused for. Sets of reports need not be there yet.
func (r *reading) judgeRule(rule *ledger.Rule) error {
	if err := rule.Validate(); err != nil {
		return err
	}
	bad := func(field, text, do string) error { return &Error{Code: Invalid, Field: field, Text: text, Do: do} }
	for _, d := range rule.Dyads {
		if hub, state, _ := strings.Cut(d, "/"); hub != rule.Hub || state == hub {
			return bad("dyads", quoted(d)+" is no dyad of the rule's hub "+rule.Hub, "write "+rule.Hub+"/STATE")
		}
	}
	if rule.Strata == casebook.StrataAttention && rule.AttentionFrom == "" && rule.ResponsesFrom == "" {
		return bad("strata", "strata by attention need reports a day, and the rule names no set that has them", "name one, for example attention_from: icews, or write strata: blocks")
	}
	states := r.ruleStates(rule)
	if len(states) == 0 {
		return bad("dyads", "the rule names no dyad and no casebook says which states the region has", "write dyads: ["+rule.Hub+"/STATE]")
	}
	again, _, err := rule.Again()
	if err != nil {
		return bad("replicate", err.Error(), "write codes of states and intervals such as 2015/2019")
	}
	parties := slices.Concat([]string{rule.Hub}, states, again)
	for _, s := range rule.Searched {
		parties = append(parties, s.States...)
	}
	for _, c := range []struct{ key, text, set string }{{"trigger", rule.Trigger, rule.TriggersFrom}, {"response", rule.Response, rule.ResponsesFrom}, {"unrelated", rule.Unrelated, rule.ResponsesFrom}} {
		if c.text == "" {
			continue
		}
		filter, err := casebook.ParseFilter(c.text)
		if err != nil {
			return bad(c.key, quoted(c.text)+": "+err.Error(), "register it anew from its file")
		}
		if err := r.judgeParties(c.key, c.set, slices.Concat(parties, filter.Actors())); err != nil {
			return err
		}
	}
	return nil
}

// judgeParties looks whether codes are known where a class is looked for: to the ledger, or to the table by which readers of reports find states.
func (r *reading) judgeParties(key, set string, codes []string) error {
	table, err := country.Known()
	if err != nil {
		return err
	}
	for _, code := range codes {
		if set == "" && r.actors[code] == nil {
			e := missing("actor", code, r.codes())
			e.Field = key
			return e
		}
		if set == "" || table.Code(code) == code {
			continue
		}
		e := &Error{Code: Invalid, Field: key, Text: quoted(code) + " is no state, and reports of " + set + " name states only, by ISO 3166-1 alpha-3 code",
			Do: "name states, such as DEU,FRA,POL, or take the class from the ledger's events"}
		if a := r.actors[code]; a != nil {
			if iso := table.ByName(a.Name()); iso != "" {
				e.Do = "write " + iso + ", as reports do"
			}
		}
		return e
	}
	return nil
}

// ruleSet is a set that a rule names under a key, with the days on which it is complete. Errors: NotFound, with the names that come near and how the set is imported.
func (r *reading) ruleSet(key, id string) (reportCoverage, error) {
	c, err := r.app.reportSet(r.ctx, id)
	var own *Error
	if !errors.As(err, &own) || own.Code != NotFound {
		return c, err
	}
	e := *own
	e.Field, e.Text, e.Do = key, "no set of reports "+quoted(id)+" was imported", importWords(id)
	known, err := r.app.reportSets(r.ctx)
	if err != nil {
		return c, err
	}
	if near := nearest(id, known); len(near) > 0 {
		e.Do = "did you mean " + strings.Join(near, " or ") + "? Else " + e.Do
	} else if len(known) > 0 {
		e.Do += "; there are " + strings.Join(known, ", ")
	}
	return c, &e
}

// importWords is how a set comes into the store.
func importWords(id string) string {
	if slices.Contains(publishedSets, id) {
		return "import it: orrery import " + id + " FILE"
	}
	return "import it: orrery import plain FILE, with a mapping that says set: " + id
}

// setsToCome says which sets of a rule were never imported; "" when all are there. It is no fault: data that come after a rule was registered are the
// ones on which it can be tested.
func (r *reading) setsToCome(rule *ledger.Rule) (string, error) {
	var out []string
	sets := ruleSetsOf(rule)
	for _, key := range []string{"triggers_from", "responses_from", "attention_from"} {
		if sets[key] == "" {
			continue
		}
		_, err := r.ruleSet(key, sets[key])
		var own *Error
		if errors.As(err, &own) && own.Code == NotFound {
			out = append(out, "Before it can be run: "+own.Error()+".")
		} else if err != nil {
			return "", err
		}
	}
	return strings.Join(slices.Compact(out), " "), nil
}
