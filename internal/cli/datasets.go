package cli

import (
	"fmt"

	"orrery/internal/app"
	"orrery/internal/report"
)

// datasetsCmd lists what was imported beside the ledger, or takes it away.
type datasetsCmd struct {
	List datasetsListCmd `cmd:"" default:"withargs" help:"List the data sets that were imported, with the days that they cover and what their silence means."`
	Drop datasetsDropCmd `cmd:"" help:"Take a data set away, with all its reports. The ledger stays as it is, and so does the history of what was imported."`
}

type datasetsListCmd struct{ Format }

// Run lists the data sets.
func (c datasetsListCmd) Run(r *run) error {
	return r.with(func(a *app.App) error {
		list, err := a.DataSets(r.ctx, app.Scope{})
		if err != nil {
			return err
		}
		return r.show(c.Format, list, report.DataSets(list))
	})
}

type datasetsDropCmd struct {
	Set string `arg:"" help:"Id of the set, as the list has it."`
	Yes bool   `help:"Do it. Without this, the command only says what it would take away."`
}

// Run takes a set away.
func (c datasetsDropCmd) Run(r *run) error {
	return r.with(func(a *app.App) error {
		if !c.Yes {
			list, err := a.DataSets(r.ctx, app.Scope{})
			if err != nil {
				return err
			}
			for _, s := range list.Sets {
				if s.ID == c.Set {
					return &exit{exitUsage, fmt.Sprintf("%s has %s of %s; nothing was taken away. Say it with --yes: orrery datasets drop %s --yes", c.Set,
						count(s.Reports, "report", "reports"), count(s.FileCount, "file", "files"), c.Set)}
				}
			}
		}
		n, err := a.DropDataSet(r.ctx, c.Set)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(r.Stdout, "Took %s away: %s. The ledger is as it was.\n", c.Set, count(n, "report", "reports"))
		return err
	})
}
