package app

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"orrery/internal/store"
	"orrery/ledger"
)

// trialExamples is how many of the suggestions that a rule would accept a trial shows.
const trialExamples = 10

// TryAcceptanceRule says what a rule would accept now, on or off, with the least sure examples and what people decided on such
// suggestions. Nothing is written. Errors: NotFound.
func (a *App) TryAcceptanceRule(ctx context.Context, s Scope, slug string) (AcceptanceTrial, error) {
	r, err := a.open(ctx, s)
	if err != nil {
		return AcceptanceTrial{}, err
	}
	row, err := r.acceptanceRule(slug)
	if err != nil {
		return AcceptanceTrial{}, err
	}
	past, err := r.pastDecisions()
	if err != nil {
		return AcceptanceTrial{}, err
	}
	all, err := r.waitingNow("")
	if err != nil {
		return AcceptanceTrial{}, err
	}
	chosen, err := r.matchRule(row.Noun, all)
	if err != nil {
		return AcceptanceTrial{}, err
	}
	v := AcceptanceTrial{Scope: r.scopeView(), Rule: acceptanceRow(row, past), Total: len(chosen)}
	var steps []string
	for _, w := range chosen {
		steps = append(steps, w.step)
	}
	slices.Sort(steps)
	if v.Precision, err = r.precision(past, slices.Compact(steps)); err != nil {
		return AcceptanceTrial{}, err
	}
	slices.SortStableFunc(chosen, func(a, b waiting) int { return cmp.Compare(a.confidence, b.confidence) })
	if v.Examples, err = r.queueRows(chosen[:min(trialExamples, len(chosen))]); err != nil {
		return AcceptanceTrial{}, err
	}
	v.Text = fmt.Sprintf("It would accept %s of %s that wait. Nothing was written.", Thousands(len(chosen)), Thousands(len(all)))
	if !row.Noun.On {
		v.Text += " It is switched off."
	}
	return v, nil
}

// ApplyAcceptanceRule accepts what a rule would accept now, at most 2,000 suggestions at a time; the reason of each names the rule.
// Errors: NotFound; Invalid while the rule is switched off.
func (a *App) ApplyAcceptanceRule(ctx context.Context, slug, who string) (Decision, error) {
	r, err := a.open(ctx, Scope{})
	if err != nil {
		return Decision{}, err
	}
	row, err := r.acceptanceRule(slug)
	if err != nil {
		return Decision{}, err
	}
	if !row.Noun.On {
		return Decision{}, &Error{Code: Invalid, Field: "slug", Text: "the rule " + quoted(slug) + " is switched off", Do: "look at its trial, then switch it on"}
	}
	all, err := r.waitingNow("")
	if err != nil {
		return Decision{}, err
	}
	return r.acceptBy(row.Noun, all, cmp.Or(strings.TrimSpace(who), a.who))
}

// acceptByRules applies the rules that are on to fresh suggestions of one document, and says how many records were accepted.
func (r *reading) acceptByRules(fresh []string) (int, error) {
	if len(fresh) == 0 {
		return 0, nil
	}
	rules, err := store.Rows[*ledger.AcceptanceRule](r.ctx, r.app.store, r.query())
	if err != nil {
		return 0, err
	}
	rules = slices.DeleteFunc(rules, func(row store.Row[*ledger.AcceptanceRule]) bool { return !row.Noun.On })
	if len(rules) == 0 {
		return 0, nil
	}
	slices.SortFunc(rules, func(a, b store.Row[*ledger.AcceptanceRule]) int { return strings.Compare(a.Key, b.Key) })
	n := 0
	for _, rule := range rules {
		rec, err := r.record(fresh[0])
		if err != nil {
			return n, err
		}
		all, err := r.waitingNow(documentOf(rec))
		if err != nil {
			return n, err
		}
		all = slices.DeleteFunc(all, func(w waiting) bool { return !slices.Contains(fresh, w.record.Ref()) })
		done, err := r.acceptBy(rule.Noun, all, r.app.who)
		if err != nil {
			return n, err
		}
		n += len(done.Changed)
	}
	return n, nil
}

func (r *reading) acceptBy(rule *ledger.AcceptanceRule, all []waiting, who string) (Decision, error) {
	chosen, err := r.matchRule(rule, all)
	if err != nil {
		return Decision{}, err
	}
	d := &deciding{reading: r, status: ledger.Accepted, who: who, why: ruleWhy(rule.Slug), seen: map[string]bool{}, asked: map[string]bool{}}
	slices.SortStableFunc(chosen, func(a, b waiting) int {
		return min(len(standsOn(a.record.Body)), 1) - min(len(standsOn(b.record.Body)), 1)
	}) // events first
	for _, w := range chosen {
		if len(d.changes) == mostDecided {
			break
		}
		ready, err := d.standsReady(w.record)
		if err != nil {
			return Decision{}, err
		}
		if !ready {
			continue // left for a person
		}
		var refused *Error
		if err := d.take(w.record, false); err != nil && !errors.As(err, &refused) {
			return Decision{}, err // a stance on an unknown item is left for a person
		} else if err == nil {
			d.asked[w.record.Ref()] = true
		}
	}
	return d.write()
}

// standsReady reports whether all that a record stands on is accepted, or was just taken by the same rule. A rule accepts what it names and
// nothing beside: who switched on a rule for episodes has not looked at the events.
func (d *deciding) standsReady(rec ledger.Record) (bool, error) {
	for _, key := range standsOn(rec.Body) {
		event, err := d.app.store.Get(d.ctx, ledger.KindEvent, key, d.scope.AsOf)
		switch {
		case store.IsNotFound(err):
			return false, nil
		case err != nil:
			return false, err
		case event.Status != ledger.Accepted && !(event.Status == ledger.Draft && d.asked[event.Ref()]):
			return false, nil
		}
	}
	return true, nil
}

// matchRule keeps the suggestions that a rule accepts.
func (r *reading) matchRule(rule *ledger.AcceptanceRule, all []waiting) ([]waiting, error) {
	if len(rule.Sources) > 0 {
		var hashes []string
		for _, w := range all {
			hashes = append(hashes, w.document)
		}
		if err := lookUp(r, hashes, r.documents, func(row store.Row[*ledger.Document]) *ledger.Document { return row.Noun }); err != nil {
			return nil, err
		}
	}
	var out []waiting
	for _, w := range all {
		d := r.documents[w.document]
		if among(rule.Kinds, w.record.Kind) && among(rule.Steps, w.step) && amongFrames(rule.Frames, w.frame) && w.confidence >= rule.Least &&
			among(rule.Checks, w.verdict) && (len(rule.Sources) == 0 || d != nil && slices.Contains(rule.Sources, d.Source)) {
			out = append(out, w)
		}
	}
	return out, nil
}

func among[T ~string](list []T, one T) bool { return len(list) == 0 || slices.Contains(list, one) }

func amongFrames(list []string, frame string) bool {
	return len(list) == 0 || slices.ContainsFunc(list, func(f string) bool {
		start, open := strings.CutSuffix(f, "*")
		return f == frame || open && strings.HasPrefix(frame, start)
	})
}

// suggestedKinds are the kinds that the coder makes.
func suggestedKinds() []ledger.Kind {
	return []ledger.Kind{ledger.KindEvent, ledger.KindEpisode, ledger.KindStance, ledger.KindVoteClaim, ledger.KindStatement, ledger.KindForecast, ledger.KindTie, ledger.KindMembership, ledger.KindClaim}
}

// pastDecisions are the suggestions that were accepted or rejected as they were made.
func (r *reading) pastDecisions() ([]ledger.Record, error) {
	var out []ledger.Record
	q := r.query()
	q.Kinds, q.Limit = suggestedKinds(), scanSize
	for {
		page, err := r.app.store.Review(r.ctx, q, ledger.Accepted, ledger.Rejected)
		if err != nil {
			return nil, err
		}
		for _, rec := range page.Records {
			if byCoder(rec) {
				out = append(out, rec)
			}
		}
		if page.Next == "" {
			return out, nil
		}
		q.After = page.Next
	}
}

// leastDecided is how many decisions a share needs.
const leastDecided = 20

// precision says of each step what people decided on its suggestions.
func (r *reading) precision(past []ledger.Record, steps []string) ([]StepPrecision, error) {
	all := make([]waiting, 0, len(past))
	for _, rec := range past {
		if !strings.HasPrefix(rec.Why, ruleWhy("")) {
			all = append(all, waiting{record: rec, document: documentOf(rec)})
		}
	}
	thins, err := r.thins(all)
	if err != nil {
		return nil, err
	}
	out := make([]StepPrecision, len(steps))
	for i, step := range steps {
		out[i].Step = step
		for _, w := range all {
			switch {
			case thins[w.record.Ref()].step != step:
			case w.record.Status == ledger.Accepted:
				out[i].Accepted++
			default:
				out[i].Rejected++
			}
		}
		if n := out[i].Accepted + out[i].Rejected; n >= leastDecided {
			share := float64(out[i].Accepted) / float64(n)
			low, high := wilson(out[i].Accepted, n)
			out[i].Share, out[i].Low, out[i].High = &share, &low, &high
		}
	}
	return out, nil
}

// wilson is the 95 % interval of a share of k in n, by Wilson's score.
func wilson(k, n int) (low, high float64) {
	const z = 1.959964
	p, m := float64(k)/float64(n), float64(n)
	mid := (p + z*z/(2*m)) / (1 + z*z/m)
	half := z / (1 + z*z/m) * math.Sqrt(p*(1-p)/m+z*z/(4*m*m))
	return max(0, mid-half), min(1, mid+half)
}
