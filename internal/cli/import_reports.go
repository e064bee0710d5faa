package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"orrery/internal/app"
	"orrery/internal/report"
	"orrery/ledger"
)

// importReportsCmd is what the commands for published data sets of reports share.
type importReportsCmd struct {
	Files []string `arg:"" name:"file" help:"Files to import, in this order."`
	From  string   `help:"Narrow the days that the files are taken to cover: the first." placeholder:"DATE"`
	To    string   `help:"The last." placeholder:"DATE"`
	Format
}

func (c importReportsCmd) run(r *run, set string) error {
	silence, err := silenceOf(c.From, c.To)
	if err != nil {
		return err
	}
	return r.with(func(a *app.App) error {
		return r.importReports(a, set, c.Files, app.ReportsOptions{Silence: silence}, c.Format)
	})
}

type importICEWSCmd struct{ importReportsCmd }

// Run imports files of ICEWS.
func (c importICEWSCmd) Run(r *run) error { return c.run(r, "icews") }

type importPOLECATCmd struct{ importReportsCmd }

// Run imports files of POLECAT.
func (c importPOLECATCmd) Run(r *run) error { return c.run(r, "polecat") }

type importGDELTCmd struct{ importReportsCmd }

// Run imports files of GDELT.
func (c importGDELTCmd) Run(r *run) error { return c.run(r, "gdelt") }

type importACLEDCmd struct{ importReportsCmd }

// Run imports files of ACLED.
func (c importACLEDCmd) Run(r *run) error { return c.run(r, "acled") }

// previewRows is how many rows --preview shows.
const previewRows = 20

type importPlainCmd struct {
	Files    []string `arg:"" name:"file" help:"Tables to import, in this order."`
	Mapping  string   `help:"File that says which column is what. Without one, columns are found by the usual names." placeholder:"MAP.yml"`
	Preview  bool     `help:"Show how the first rows would be read, and write nothing."`
	Register string   `help:"The tables are the register of this authority: a measure that is not in it was not taken. Needs --from and --to." placeholder:"WHO"`
	Complete bool     `help:"The tables record whatever happens in their scope. Needs --from and --to."`
	From     string   `help:"With --register or --complete: the first day of which that holds." placeholder:"DATE"`
	To       string   `help:"The last." placeholder:"DATE"`
	States   []string `help:"With --register or --complete: the states of which that holds, as codes with commas between. Default: all." placeholder:"CODES"`
	Format
}

// Run imports tables of one's own, or shows how they would be read.
func (c importPlainCmd) Run(r *run) error {
	mapping, err := mappingOf(c.Mapping)
	if err != nil {
		return err
	}
	if c.Preview {
		return c.preview(r, mapping)
	}
	silence, err := silenceOf(c.From, c.To)
	if err != nil {
		return err
	}
	silence.Register, silence.Complete = c.Register, c.Complete
	for _, state := range c.States {
		silence.States = append(silence.States, strings.ToUpper(strings.TrimSpace(state)))
	}
	return r.with(func(a *app.App) error {
		return r.importReports(a, "plain", c.Files, app.ReportsOptions{Mapping: mapping, Silence: silence}, c.Format)
	})
}

func (c importPlainCmd) preview(r *run, m app.TableMapping) error {
	if len(c.Files) > 1 {
		return &exit{exitUsage, "--preview shows one table; name one"}
	}
	file, err := importFile(c.Files[0])
	if err != nil {
		return err
	}
	shown, err := app.PreviewTable(r.ctx, file, m, previewRows)
	if own, ok := app.Explain(err); ok && own.Code == app.Invalid {
		return &exit{exitFaults, err.Error()}
	} else if err != nil {
		return err
	}
	if err := r.show(c.Format, shown, report.TablePreview(shown)); err != nil {
		return err
	}
	if shown.Faulty > 0 {
		return &exit{exitFaults, fmt.Sprintf("%s of those shown cannot be read", count(shown.Faulty, "row", "rows"))}
	}
	return nil
}

// mappingOf reads a mapping file; without a name it is the one that finds everything by the usual names.
func mappingOf(name string) (app.TableMapping, error) {
	if name == "" {
		return app.TableMapping{}, nil
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return app.TableMapping{}, fmt.Errorf("%s: %w", name, noFile(err))
	}
	m, err := app.ParseTableMapping(name, string(text))
	if err != nil {
		return m, &exit{exitFaults, err.Error()}
	}
	return m, nil
}

func silenceOf(from, to string) (s app.Silence, err error) {
	for to, text := range map[*ledger.Day]string{&s.From: from, &s.To: to} {
		if text == "" {
			continue
		}
		t, err := time.Parse(time.DateOnly, text)
		if err != nil {
			return s, &exit{exitUsage, fmt.Sprintf("%q is no day; write it like 2022-03-01", text)}
		}
		*to = ledger.DayOf(t)
	}
	return s, nil
}

// importReportsResult is what several files held.
type importReportsResult struct {
	Imports []app.ReportsImport `json:"imports"`
}

func (r *run) importReports(a *app.App, set string, files []string, o app.ReportsOptions, format Format) error {
	result := importReportsResult{Imports: []app.ReportsImport{}}
	var err error
	if o.Known, err = a.KnownReports(r.ctx); err != nil {
		return err
	}
	for _, name := range files {
		file, err := importFile(name)
		if err != nil {
			return err
		}
		o.Reading, o.Writing = r.progress("Reading "+file.Name), r.progress("Importing "+file.Name)
		done, err := a.ImportReports(r.ctx, set, file, o)
		if err == nil || done.Added > 0 {
			result.Imports = append(result.Imports, done)
			if !format.JSON && !format.CSV && len(files) <= fewFiles {
				if err := r.show(format, done, report.ReportsImport(done)); err != nil {
					return err
				}
			}
		}
		if err != nil {
			return r.importReportsFailed(format, result, len(files), done, err)
		}
	}
	return r.importedReports(format, result, len(files))
}

// fewFiles is how many files are each shown in full; more are shown as a table.
const fewFiles = 5

func (r *run) importedReports(format Format, result importReportsResult, files int) error {
	switch {
	case format.JSON:
		return report.JSON(r.Stdout, result)
	case format.CSV:
		return report.ReportsImports(result.Imports).Data.CSV(r.Stdout)
	case files > fewFiles:
		return r.show(format, result, report.ReportsImports(result.Imports))
	}
	return nil
}

// importReportsFailed says how far an import got that did not reach its end.
func (r *run) importReportsFailed(format Format, result importReportsResult, files int, done app.ReportsImport, err error) error {
	if len(result.Imports) > 0 {
		if err := r.importedReports(format, result, files); err != nil {
			return err
		}
	}
	if errors.Is(err, context.Canceled) {
		if done.Added == 0 {
			return &exit{exitFailed, fmt.Sprintf("stopped; nothing of %s was written", done.File)}
		}
		return &exit{exitFailed, fmt.Sprintf("stopped; %s of %s were written and stay; import it again to go on", count(done.Added, "report", "reports"), done.File)}
	}
	if own, ok := app.Explain(err); ok && own.Code == app.Invalid && own.Field == "file" {
		return &exit{exitFaults, err.Error()}
	}
	return err
}
