package app

import (
	"context"
	"fmt"
	"strings"
)

// ReportsHead changes with every import of reports and with every set that is taken away: what Head is for the ledger, in which reports have no place.
func (a *App) ReportsHead(ctx context.Context) (string, error) {
	sets, err := a.store.ReportSets(ctx)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, s := range sets {
		fmt.Fprintf(&b, "%s %d %d %d", s.Set, s.Reports, s.Linked, len(s.Files))
		for _, f := range s.Files {
			fmt.Fprintf(&b, " %s %d", f.Hash, f.At.UnixNano())
		}
		b.WriteByte('\n')
	}
	return b.String(), nil
}
