package cli

import (
	"fmt"
	"path/filepath"

	"orrery/internal/app"
	"orrery/internal/report"
)

// fetchDataverseCmd is what the commands for data sets on a Dataverse share.
type fetchDataverseCmd struct {
	Year   []int    `help:"Files of these years." placeholder:"YEARS"`
	File   []string `help:"Files whose name matches, as in *2014*." placeholder:"NAME"`
	All    bool     `help:"Every file that holds a table."`
	To     string   `help:"Folder to keep the files in. Default: downloads, in the folder of the ledger." placeholder:"DIR"`
	Site   string   `help:"The Dataverse, should the data set have moved." placeholder:"URL"`
	DOI    string   `name:"doi" help:"Another data set in the same form, such as that of the weeks." placeholder:"DOI"`
	Import bool     `help:"Import the files when they are there."`
	Format
}

func (c fetchDataverseCmd) run(r *run, set string, fetch func(a *app.App, q app.DataverseFetch) (app.ReportsFetch, error)) error {
	if c.To == "" {
		c.To = filepath.Join(r.place.Data, "downloads", set)
	}
	return r.with(func(a *app.App) error {
		done, err := fetch(a, app.DataverseFetch{Folder: c.To, Years: c.Year, Names: c.File, All: c.All, Site: c.Site, DOI: c.DOI, Progress: r.downloading})
		return r.fetchedReports(a, done, err, c.Import, c.Format)
	})
}

type fetchICEWSCmd struct{ fetchDataverseCmd }

// Run brings files of ICEWS.
func (c fetchICEWSCmd) Run(r *run) error {
	return c.run(r, "icews", func(a *app.App, q app.DataverseFetch) (app.ReportsFetch, error) { return a.FetchICEWS(r.ctx, q) })
}

type fetchPOLECATCmd struct{ fetchDataverseCmd }

// Run brings files of POLECAT.
func (c fetchPOLECATCmd) Run(r *run) error {
	return c.run(r, "polecat", func(a *app.App, q app.DataverseFetch) (app.ReportsFetch, error) { return a.FetchPOLECAT(r.ctx, q) })
}

type fetchGDELTCmd struct {
	From   string `help:"The first day." placeholder:"DATE" required:""`
	To     string `help:"The last day." placeholder:"DATE" required:""`
	Into   string `help:"Folder to keep the files in. Default: downloads, in the folder of the ledger." placeholder:"DIR"`
	List   string `help:"Address of the list of files, should it have moved." placeholder:"URL"`
	Import bool   `help:"Import the files when they are there."`
	Format
}

// Run brings the files of some days.
func (c fetchGDELTCmd) Run(r *run) error {
	days, err := silenceOf(c.From, c.To)
	if err != nil {
		return err
	}
	if c.Into == "" {
		c.Into = filepath.Join(r.place.Data, "downloads", "gdelt")
	}
	return r.with(func(a *app.App) error {
		done, err := a.FetchGDELT(r.ctx, app.GDELTFetch{Folder: c.Into, From: days.From, To: days.To, List: c.List, Progress: r.downloading})
		return r.fetchedReports(a, done, err, c.Import, c.Format)
	})
}

type fetchACLEDCmd struct{}

// Run says what to do.
func (fetchACLEDCmd) Run(r *run) error {
	return r.with(func(a *app.App) error { return a.FetchACLED() })
}

func (r *run) downloading(name string) func(done, total int64) {
	return r.progress("Downloading " + name)
}

// fetchedReports shows what was brought, also when something could not be had, and imports it where that was asked for.
func (r *run) fetchedReports(a *app.App, done app.ReportsFetch, failed error, take bool, format Format) error {
	page := report.FetchedReports(done)
	if failed != nil {
		if len(done.Files) > 0 {
			fmt.Fprintln(r.Stderr, page.Sentence)
		}
		return failed
	}
	if !take || len(done.Files) == 0 {
		return r.show(format, done, page)
	}
	fmt.Fprintln(r.Stderr, page.Sentence)
	files := make([]string, 0, len(done.Files))
	for _, f := range done.Files {
		files = append(files, f.File)
	}
	return r.importReports(a, done.Dataset, files, app.ReportsOptions{}, format)
}
