package app

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"orrery/casebook"
	"orrery/internal/store"
	"orrery/ledger"
)

// CheckRule says what a rule's file would be, and writes nothing. Faults are its answer and no error. file is named in them.
func (a *App) CheckRule(ctx context.Context, file string, text []byte) (RuleCheck, error) {
	v := RuleCheck{Faults: []ledger.Fault{}}
	rule, err := readRule(file, text)
	if own, ok := Explain(err); ok && own.Code == Invalid {
		v.Faults, v.Note = own.List, "The rule cannot be registered as it is written."
		return v, nil
	} else if err != nil {
		return v, err
	}
	r, err := a.open(ctx, Scope{})
	if err != nil {
		return v, err
	}
	if err := r.judgeRule(rule); err != nil {
		own, ok := Explain(err)
		if !ok {
			return v, err
		}
		for _, f := range own.List {
			v.Faults = append(v.Faults, ledger.Fault{Field: placeOf(filepath.Base(file), string(text), f), Problem: f.Problem, Do: f.Do})
		}
		if len(own.List) == 0 {
			f := ledger.Fault{Field: own.Field, Problem: own.Text, Do: own.Do}
			f.Field = placeOf(filepath.Base(file), string(text), f)
			v.Faults = append(v.Faults, f)
		}
		v.Note = "The rule cannot be registered in this ledger."
		return v, nil
	}
	_, view, err := r.asked(RuleAsk{File: file, Text: text})
	if err != nil {
		return v, err
	}
	v.Rule = &view
	if v.Note, err = r.registering(rule); err != nil {
		return v, err
	}
	registered := r.app.now()
	if view.Registered != "" {
		if registered, err = time.Parse(time.RFC3339, view.Registered); err != nil {
			return v, err
		}
	}
	more, err := r.beforehand(rule, registered)
	v.Note = joined(v.Note, " ", more)
	return v, err
}

// beforehand is what somebody should know of a rule before it is run.
func (r *reading) beforehand(rule *ledger.Rule, registered time.Time) (string, error) {
	come, err := r.setsToCome(rule)
	if err != nil {
		return "", err
	}
	both, err := bothClasses(rule)
	if err != nil {
		return "", err
	}
	why, err := r.foreseen(rule, registered)
	if len(why) > 0 {
		both = joined(both, " ", "Its runs would be exploratory: "+strings.Join(why, "; ")+".")
	}
	return joined(come, " ", both), err
}

// registering says what registering a rule would do.
func (r *reading) registering(rule *ledger.Rule) (string, error) {
	all, err := store.Rows[*ledger.Rule](r.ctx, r.app.store, store.Query{})
	if err != nil {
		return "", err
	}
	taken := map[string]bool{}
	for _, row := range all {
		taken[row.Key] = true
		if casebook.RuleHash(row.Noun) == rule.Hash {
			return "The rule is registered already, as " + row.Key + "; nothing would be written.", nil
		}
	}
	if !taken[rule.Slug] {
		return "It would be registered as " + rule.Slug + ".", nil
	}
	for n := 2; ; n++ {
		if slug := fmt.Sprintf("%s.%d", rule.Slug, n); !taken[slug] {
			return rule.Slug + " says something else and stays as it is; this one would be registered as its fork " + slug + ".", nil
		}
	}
}

// placeOf finds the line of a rule's file that a fault of the ledger speaks of: the word in quotation marks, or its key.
func placeOf(file, text string, e ledger.Fault) string {
	word := ""
	if _, rest, ok := strings.Cut(e.Problem, `"`); ok {
		word, _, _ = strings.Cut(rest, `"`)
	}
	for i, line := range strings.Split(text, "\n") {
		at := -1
		if word != "" {
			at = strings.Index(line, word)
		} else if strings.HasPrefix(line, e.Field+":") {
			at = 0
		}
		if at >= 0 && !strings.HasPrefix(strings.TrimSpace(line), "#") {
			return fmt.Sprintf("%s:%d:%d", file, i+1, len([]rune(line[:at]))+1)
		}
	}
	return file + ":1:1"
}
