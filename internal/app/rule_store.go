package app

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"

	"orrery/ledger"
	"orrery/model/coincide"
)

// keepRule writes a run into the ledger.
func (r *reading) keepRule(rule *ledger.Rule, s *ruleStudy, kept ruleKept, settings json.RawMessage) (ruleKept, error) {
	text, err := json.Marshal(kept.result)
	if err != nil {
		return kept, err
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := z.Write(text); err != nil {
		return kept, err
	}
	if err := z.Close(); err != nil {
		return kept, err
	}
	sum := ruleSummary{Label: string(kept.result.Label), Triggers: len(kept.result.Triggers), Hits: kept.result.Tally.Hits}
	if kept.result.P != nil {
		sum.P = &kept.result.P.Reported
	}
	diagnostics, err := json.Marshal(sum)
	if err != nil {
		return kept, err
	}
	run := ledger.Run{Model: ruleModel, CodeVersion: r.app.version, Rule: rule.Slug, Settings: settings, Hub: rule.Hub, Seed: kept.result.Settings.Seed,
		DataHash: kept.hash, DataAsOf: s.newest(), Diagnostics: diagnostics}
	if kept.rec, err = r.app.store.PutRun(r.ctx, r.app.who, run, packed.Bytes()); err != nil {
		return kept, fmt.Errorf("keeping the run of %s: %w", rule.Slug, err)
	}
	kept.run = &run
	return kept, nil
}

// newest is the date of the study's last event.
func (s *ruleStudy) newest() ledger.Date {
	var last ledger.Date
	for _, row := range s.events {
		if last.IsZero() || row.Noun.When.Compare(last) > 0 {
			last = row.Noun.When
		}
	}
	return last
}

// largestRule is more than any run of ours takes unpacked.
const largestRule = 256 << 20

func (r *reading) unpackRule(hash string) (*coincide.Result, error) {
	packed, err := r.app.store.Snapshot(r.ctx, hash)
	if err != nil {
		return nil, err
	}
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(io.LimitReader(z, largestRule))
	if err != nil {
		return nil, err
	}
	var result coincide.Result
	return &result, json.Unmarshal(text, &result)
}
