package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"orrery/internal/app"
	"orrery/internal/report"
)

// importCmd has one command for each data set, because each has its own flags.
type importCmd struct {
	Unga    importUngaCmd    `cmd:"" help:"Recorded votes of the UN General Assembly: the UN Digital Library's CSV, or Voeten's CSV or tab-separated file, also packed with gzip. Importing a file again changes nothing."`
	Icews   importICEWSCmd   `cmd:"" help:"Machine-coded events of ICEWS, 1995 to 2023: the publisher's files or extracts in research use, also packed. They become reports, never events of the ledger."`
	Polecat importPOLECATCmd `cmd:"" help:"Machine-coded events of POLECAT, since 2010: the publisher's files, also packed. They become reports."`
	Gdelt   importGDELTCmd   `cmd:"" help:"Machine-coded events of GDELT 2.0: its files of every quarter of an hour. They become reports."`
	Acled   importACLEDCmd   `cmd:"" help:"Political violence and protest as ACLED codes it: the CSV that you export there. They become reports."`
	Plain   importPlainCmd   `cmd:"" help:"A table of your own, with a header. Its rows become reports."`
}

type importUngaCmd struct {
	Files      []string `arg:"" name:"file" help:"Files to import, in this order."`
	Incomplete bool     `help:"Take a file that begins with the data set and holds fewer votes than a complete one must."`
	Format
}

// importResult is what several files held.
type importResult struct {
	Imports []app.ImportReport `json:"imports"`
}

// Run imports the files one after the other; the first that fails ends it.
func (c importUngaCmd) Run(r *run) error {
	return r.ask(func(a *app.App) error { return r.importUNGA(a, c.Files, c.Incomplete, c.Format) })
}

func (r *run) importUNGA(a *app.App, files []string, incomplete bool, format Format) error {
	result := importResult{Imports: []app.ImportReport{}}
	disputed := 0
	for _, name := range files {
		file, err := importFile(name)
		if err != nil {
			return err
		}
		done, err := a.ImportUNGA(r.ctx, file, app.ImportOptions{Incomplete: incomplete, Reading: r.progress("Reading " + file.Name), Writing: r.progress("Importing " + file.Name)})
		if err == nil || done.Written > 0 || done.Stopped {
			result.Imports = append(result.Imports, done)
			disputed += done.Conflicts
			if !format.JSON {
				if err := r.show(format, done, report.Import(done)); err != nil {
					return err
				}
			}
		}
		if err != nil {
			return importFailed(r, format, result, done, err)
		}
	}
	if format.JSON {
		if err := report.JSON(r.Stdout, result); err != nil {
			return err
		}
	}
	if disputed > 0 {
		return &exit{exitConflict, fmt.Sprintf("the ledger holds %s otherwise: they stay as they are", count(disputed, "vote", "votes"))}
	}
	return nil
}

// importFailed says how far an import got that did not reach its end.
func importFailed(r *run, format Format, result importResult, done app.ImportReport, err error) error {
	if format.JSON && len(result.Imports) > 0 {
		if err := report.JSON(r.Stdout, result); err != nil {
			return err
		}
	}
	if errors.Is(err, context.Canceled) {
		if done.Written == 0 {
			return &exit{exitFailed, fmt.Sprintf("stopped; nothing of %s was written", done.File)}
		}
		return &exit{exitFailed, fmt.Sprintf("stopped; %s of %s were written and stay; import it again to go on", count(done.New.Votes, "vote", "votes"), done.File)}
	}
	if own, ok := app.Explain(err); ok && own.Code == app.Invalid && own.Field == "file" {
		return &exit{exitFaults, err.Error()}
	}
	return err
}

// importFile opens a file by its name whenever it is asked to.
func importFile(name string) (app.ImportFile, error) {
	if name == "-" {
		return app.ImportFile{}, &exit{exitUsage, "a data set is read twice, so that it cannot come from standard input; save it to a file"}
	}
	info, err := os.Stat(name)
	if err != nil {
		return app.ImportFile{}, fmt.Errorf("%s: %w", name, noFile(err))
	}
	if !info.Mode().IsRegular() {
		return app.ImportFile{}, fmt.Errorf("%s is not a file; name the file itself", name)
	}
	return app.ImportFile{Name: filepath.Base(name), Size: info.Size(), Open: func() (io.ReadCloser, error) { return os.Open(name) }}, nil
}
