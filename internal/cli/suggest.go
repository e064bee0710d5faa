package cli

import (
	"errors"

	"orrery/internal/app"
	"orrery/internal/report"
)

type suggestCmd struct {
	Documents []string `arg:"" optional:"" name:"document" help:"Hashes of documents, as orrery read prints them."`
	All       bool     `help:"Every document that this version of the coder has not read. Stop it with Ctrl+C and give the command again: it goes on where it was."`
	Format
}

// Run reads documents for suggestions.
func (c suggestCmd) Run(r *run) error {
	if c.All == (len(c.Documents) > 0) {
		return &exit{exitUsage, "name documents, or give --all"}
	}
	return r.ask(func(a *app.App) error {
		step := r.progress("Suggesting")
		reports, err := a.SuggestAll(r.ctx, c.Documents, func(done, total int) { step(int64(done), int64(total)) })
		if show := r.show(c.Format, reports, report.Suggested(reports)); show != nil || err != nil {
			return errors.Join(show, err)
		}
		for _, one := range reports {
			if one.Run == "" {
				return &exit{exitFailed, "some documents could not be read; the others were"}
			}
		}
		return nil
	})
}
