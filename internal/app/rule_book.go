package app

import (
	"encoding/json"

	"orrery/internal/store"
	"orrery/ledger"
)

// ruleBook is what one question has read of all rules and runs: a page of them asks for each.
type ruleBook struct {
	read  bool // runs were
	runs  []ruleRan
	rules []store.Row[*ledger.Rule] // nil: not read
}

// ruleRan is a run that the ledger keeps.
type ruleRan struct {
	row      store.Row[*ledger.Run]
	settings ruleSettings
	summary  ruleSummary
}

// ruleRuns are the runs of all rules, the newest first. They are read as of now also when
// a question looks back: a test that was run cannot be made unrun.
func (r *reading) ruleRuns() ([]ruleRan, error) {
	if r.ruled.read {
		return r.ruled.runs, nil
	}
	rows, err := store.Rows[*ledger.Run](r.ctx, r.app.store, store.Query{Order: store.ByLedgerDesc})
	if err != nil {
		return nil, err
	}
	var out []ruleRan
	for _, row := range rows {
		ran := ruleRan{row: row}
		if row.Noun.Model == ruleModel && json.Unmarshal(row.Noun.Settings, &ran.settings) == nil && json.Unmarshal(row.Noun.Diagnostics, &ran.summary) == nil {
			out = append(out, ran)
		}
	}
	countFamilies(out)
	r.ruled.read, r.ruled.runs = true, out
	return out, nil
}

// countFamilies counts the different rules that were run until each run, the newest first, for those that were kept before the number was.
func countFamilies(runs []ruleRan) {
	seen := map[string]bool{}
	for end := len(runs) - 1; end >= 0; {
		from := end // runs of one moment count in each other's family
		for ; from >= 0 && runs[from].row.At.Equal(runs[end].row.At); from-- {
			seen[runs[from].settings.RuleHash] = true
		}
		for ; end > from; end-- {
			if runs[end].summary.Family == 0 {
				runs[end].summary.Family = len(seen)
			}
		}
	}
}

// allRules are the rules as they stand now, also when a question looks back: what was seen cannot be unseen.
func (r *reading) allRules() ([]store.Row[*ledger.Rule], error) {
	if r.ruled.rules != nil {
		return r.ruled.rules, nil
	}
	rows, err := store.Rows[*ledger.Rule](r.ctx, r.app.store, store.Query{})
	r.ruled.rules = rows
	return rows, err
}
