package acled

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"strings"
	"sync"

	"orrery/internal/dataset/reports"
	"orrery/ledger"
)

// typesCSV lists ACLED's event and sub-event types, what they are in PLOVER, whether both actors do it alike, and, where there is no
// type, why not.
//
//go:embed types.csv
var typesCSV string

// meaning is what a sub-event type is in PLOVER.
type meaning struct {
	kind     ledger.EventType
	mode     string
	contexts []string
	mutual   bool
	whyNot   string
}

// meanings is the table, read once; a fault in it is a fault of the build.
var meanings = sync.OnceValues(func() (map[[2]string]meaning, error) {
	rows, err := csv.NewReader(strings.NewReader(typesCSV)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("types.csv: %w", err)
	}
	all := map[[2]string]meaning{}
	for _, row := range rows[1:] {
		m := meaning{kind: ledger.EventType(row[2]), mode: row[3], mutual: row[5] == "yes", whyNot: row[6]}
		if row[4] != "" {
			m.contexts = strings.Split(row[4], ";")
		}
		all[fold(row[0], row[1])] = m
	}
	return all, nil
})

func fold(kind, sub string) [2]string {
	return [2]string{strings.ToLower(kind), strings.ToLower(sub)}
}

// apply writes what the types mean into a report, or counts them.
func (s *scan) apply(r *reports.Report, kind, sub string) {
	r.Code, r.Label = kind, sub
	m, ok := s.meanings[fold(kind, sub)]
	switch {
	case !ok:
		s.summary.Unknown.Add("type "+kind+" / "+sub, r.Line)
	case m.kind == "":
		s.summary.Untyped.Add(kind+" / "+sub, r.Line)
	default:
		r.Type, r.Mode, r.Contexts, r.Mutual = m.kind, m.mode, m.contexts, m.mutual
	}
}
