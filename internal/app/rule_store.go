package app

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"

	"orrery/internal/store"
	"orrery/ledger"
	"orrery/model/coincide"
)

// rulePacked is what is kept of a run beside the ledger: its result, and what the ledger may not be able to say of it later.
type rulePacked struct {
	*coincide.Result
	Stood ruleStood `json:"stood"`
}

// ruleStood is how things stood when a run was made.
type ruleStood struct {
	File       string                `json:"file"` // the rule's, in its usual form
	Line       string                `json:"line"`
	Hash       string                `json:"hash"`
	Registered string                `json:"registered"`
	By         string                `json:"by"`
	Standing   string                `json:"standing"`
	Why        []string              `json:"why"`
	Family     int                   `json:"family"` // different rules ever run, this one included
	Overlap    string                `json:"overlap"`
	Words      string                `json:"words"` // how the days without a response are known
	Notes      []string              `json:"notes"`
	Drops      map[string][]string   `json:"drops"`
	Observed   []RuleObserved        `json:"observed"` // nil: of a run that was kept before stretches were
	was        ruleWas               // before within; never kept
	Groups     map[string][]ruleCase `json:"groups"` // what placebos, replications and the swing were run on, by the name of their number
}

// ruleCase is an event or a report of a run's side: its id in the study.
type ruleCase struct {
	ID      string `json:"id"`
	Dyad    string `json:"dyad"`
	Trigger bool   `json:"trigger,omitempty"`
}

// ruleSummary is what a list of runs needs, kept in the run's record.
type ruleSummary struct {
	Label       string   `json:"label"`
	P           *float64 `json:"p,omitempty"`
	Q           *float64 `json:"q,omitempty"`   // within the family of then
	Why         string   `json:"why,omitempty"` // there is no p
	Standing    string   `json:"standing,omitempty"`
	Denominator string   `json:"denominator,omitempty"`
	Family      int      `json:"family,omitempty"`
	Triggers    int      `json:"triggers"`
	Hits        int      `json:"hits"`
}

func (p *rulePacked) summary() ruleSummary {
	sum := ruleSummary{Label: string(p.Label), Standing: p.Stood.Standing, Denominator: string(p.Denominator), Family: p.Stood.Family,
		Triggers: len(p.Triggers), Hits: p.Tally.Hits}
	if p.P != nil {
		sum.P = &p.P.Reported
		if p.Corrected != nil {
			sum.Q = &p.Corrected.Q
		}
	} else {
		sum.Why = withheld(p.Testing)
	}
	return sum
}

// keepRule writes a run into the ledger.
func (r *reading) keepRule(rule *ledger.Rule, s *ruleStudy, hash string, packed *rulePacked, settings json.RawMessage) (ruleRan, error) {
	text, err := json.Marshal(packed)
	if err != nil {
		return ruleRan{}, err
	}
	if len(text) > largestRule {
		return ruleRan{}, &Error{Code: Invalid, Field: "rule", Text: fmt.Sprintf("the run has so many cases that its result takes %d MiB, and at most %d are kept", len(text)>>20, largestRule>>20),
			Do: "narrow the classes by mode or context, name fewer dyads, or take a shorter time"}
	}
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	if _, err := z.Write(text); err != nil {
		return ruleRan{}, err
	}
	if err := z.Close(); err != nil {
		return ruleRan{}, err
	}
	ran := ruleRan{summary: packed.summary()}
	diagnostics, err := json.Marshal(ran.summary)
	if err != nil {
		return ran, err
	}
	run := ledger.Run{Model: ruleModel, CodeVersion: r.app.version, Rule: rule.Slug, Settings: settings, Hub: rule.Hub, Seed: packed.Settings.Seed,
		DataHash: hash, DataAsOf: s.newest(), Diagnostics: diagnostics}
	rec, err := r.app.store.PutRun(r.ctx, r.app.who, run, zipped.Bytes())
	if err != nil {
		return ran, fmt.Errorf("keeping the run of %s: %w", rule.Slug, err)
	}
	noun, ok := rec.Body.(*ledger.Run)
	if !ok {
		return ran, fmt.Errorf("%s is no run", rec.Ref())
	}
	ran.row = store.Row[*ledger.Run]{Record: rec, Noun: noun}
	return ran, json.Unmarshal(settings, &ran.settings)
}

// newest is the day of the study's last event or report.
func (s *ruleStudy) newest() ledger.Date {
	if s.last == ledger.MinDay {
		return ledger.Date{}
	}
	return s.last.Date()
}

// largestRule is more than any run of ours takes unpacked.
const largestRule = 256 << 20

func (r *reading) unpackRule(hash string) (*rulePacked, error) {
	zipped, err := r.app.store.Snapshot(r.ctx, hash)
	if err != nil {
		return nil, err
	}
	z, err := gzip.NewReader(bytes.NewReader(zipped))
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(io.LimitReader(z, largestRule))
	if err != nil {
		return nil, err
	}
	packed := rulePacked{Result: &coincide.Result{}}
	return &packed, json.Unmarshal(text, &packed)
}
