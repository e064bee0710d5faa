package app

import (
	"context"
	"fmt"
	"strings"
)

// ReportsHead changes with every import of reports, with everything that is declared of them and with every set that is taken away: what Head is for
// the ledger, in which reports have no place. It costs the same however many reports and files there are.
func (a *App) ReportsHead(ctx context.Context) (string, error) {
	head, err := a.store.ReportHead(ctx)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	fmt.Fprint(&b, head.Past)
	for _, s := range head.Sets {
		fmt.Fprintf(&b, "\n%s %d", s.Set, s.Changes)
	}
	return b.String(), nil
}
