package app

import (
	"encoding/json"
	"fmt"
	"slices"

	"orrery/ledger"
	"orrery/model/coincide"
)

// beside is the family of a rule: the different rules that were ever run, this one included.
func beside(rule *ledger.Rule, runs []ruleRan) coincide.Family {
	others := familyOf(runs, rule.Hash)
	f := coincide.Family{Run: 1 + len(others), P: []float64{}, Overlap: len(others) > 0}
	for _, o := range others {
		if o.summary.P != nil && *o.summary.P > 0 && *o.summary.P <= 1 {
			f.P = append(f.P, *o.summary.P)
		}
	}
	slices.Sort(f.P) // the order in which they were run says nothing
	return f
}

// keptRule finds the run of a study, or makes and keeps it. The family is read again before a run is kept: when another process ran a rule
// meanwhile, the test is made again within the family that there is now; when it ran this one, its run is taken. Between this look and
// the writing another process may still come in; the store has no lock for that.
func (r *reading) keptRule(rule *ledger.Rule, s *ruleStudy, ask RuleAsk, stood ruleStood) (ruleRan, *rulePacked, error) {
	settings := ruleEngine(rule, ask.Seed)
	stand, err := json.Marshal(ruleSettings{Code: coincide.Version, RuleHash: rule.Hash, RuleLine: stood.Line, Engine: settings})
	if err != nil {
		return ruleRan{}, nil, err
	}
	tested, packed := "", (*rulePacked)(nil)
	for {
		runs, err := r.ruleRuns()
		if err != nil {
			return ruleRan{}, nil, err
		}
		s.Family = beside(rule, runs)
		text, err := json.Marshal(s.Study)
		if err != nil {
			return ruleRan{}, nil, err
		}
		hash := ledger.HashBytes(text)
		if ran := sameRun(runs, hash, ask.Seed, stand); ran != nil {
			packed, err := r.keptResult(*ran)
			return *ran, packed, err
		}
		if hash == tested {
			ran, err := r.keepRule(rule, s, hash, packed, stand)
			return ran, packed, err
		}
		if r.app.readOnly {
			return ruleRan{}, nil, &Error{Code: ReadOnly, Text: "the ledger is open for reading only, and a run must be counted in it", Do: "open it for writing"}
		}
		if packed, err = r.testRule(s, settings, ask, stood); err != nil {
			return ruleRan{}, nil, err
		}
		tested, r.ruled = hash, ruleBook{}
	}
}

// sameRun finds the run of the same rule, data, family and seed; nil where there is none.
func sameRun(runs []ruleRan, hash string, seed uint64, settings []byte) *ruleRan {
	for i, ran := range runs {
		if ran.row.Noun.DataHash == hash && ran.row.Noun.Seed == seed && string(ran.row.Noun.Settings) == string(settings) {
			return &runs[i]
		}
	}
	return nil
}

// testRule tests a study within its family.
func (r *reading) testRule(s *ruleStudy, settings coincide.Settings, ask RuleAsk, stood ruleStood) (*rulePacked, error) {
	result, err := coincide.TestWith(s.Study, settings, func(done, total int) error {
		if ask.Step != nil {
			ask.Step(done, total)
		}
		return r.ctx.Err()
	})
	if given := r.ctx.Err(); given != nil { // a run that nobody waits for is not kept
		return nil, given
	}
	if err != nil {
		return nil, &Error{Code: Invalid, Field: "rule", Text: "the rule cannot be run: " + err.Error(), Err: err}
	}
	if stood.Family = s.Family.Run; s.Family.Overlap {
		stood.Overlap = overlapWords
	}
	guard(result)
	oneVoice(result, stood)
	stood.Groups = groupsOf(s.Study, result)
	return &rulePacked{result, stood}, nil
}

// keptResult reads what a run keeps.
func (r *reading) keptResult(ran ruleRan) (*rulePacked, error) {
	packed, err := r.unpackRule(ran.row.Noun.ResultHash)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", ran.row.Ref(), err)
	}
	return packed, nil
}
