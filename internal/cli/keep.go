package cli

import (
	"fmt"
	"os"

	"orrery/internal/app"
	"orrery/internal/report"
)

type verifyCmd struct{ Format }

// Run verifies the ledger.
func (c verifyCmd) Run(r *run) error {
	return r.with(func(a *app.App) error {
		found, err := a.Verify(r.ctx, r.progress("Verifying"))
		if err != nil {
			return err
		}
		view := report.VerifyView(found)
		if err := r.show(c.Format, view, report.Verify(view)); err != nil {
			return err
		}
		if n := len(view.Breaks); n > 0 {
			return &exit{exitFaults, fmt.Sprintf("the ledger is broken in %s; restore a backup from before (`orrery restore FILE --force`; a copy is taken first), or report it", count(n, "place", "places"))}
		}
		return nil
	})
}

type backupCmd struct {
	File string `arg:"" help:"File to write; - for standard output."`
}

// Run writes the backup.
func (c backupCmd) Run(r *run) error {
	return r.with(func(a *app.App) error {
		if c.File == "-" {
			return a.Backup(r.ctx, r.Stdout)
		}
		if err := replaceWith(c.File, func(f *os.File) error { return a.Backup(r.ctx, f) }); err != nil {
			return err
		}
		info, err := os.Stat(c.File)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(r.Stdout, "%s holds the whole ledger (%s).\n", c.File, count(info.Size(), "byte", "bytes"))
		return err
	})
}

type restoreCmd struct {
	File  string `arg:"" help:"Backup to restore."`
	Force bool   `help:"Replace a ledger that holds something else. A copy of it is taken first."`
}

// Run restores the backup.
func (c restoreCmd) Run(r *run) error {
	note, err := r.Restore(r.ctx, r.place, c.File, c.Force)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(r.Stdout, note)
	return err
}
