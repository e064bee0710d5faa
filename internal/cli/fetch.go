package cli

import (
	"fmt"
	"path/filepath"

	"orrery/internal/app"
	"orrery/internal/report"
)

// fetchCmd has one command for each data set, because each has its own flags.
type fetchCmd struct {
	Unga    fetchUngaCmd    `cmd:"" help:"Recorded votes of the UN General Assembly from the UN Digital Library (about 360 MB). A download that broke off goes on; a file that is the newest is not downloaded again."`
	Icews   fetchICEWSCmd   `cmd:"" help:"ICEWS from Harvard Dataverse (doi:10.7910/DVN/28075), by year or name. Without a choice it lists the files."`
	Polecat fetchPOLECATCmd `cmd:"" help:"POLECAT from Harvard Dataverse (doi:10.7910/DVN/AJGVIT), by year or name. Without a choice it lists the files."`
	Gdelt   fetchGDELTCmd   `cmd:"" help:"GDELT 2.0 events of some days: 96 files a day, about 10 MB."`
	Acled   fetchACLEDCmd   `cmd:"" help:"Says how to get ACLED's data: they need an account there."`
}

type fetchUngaCmd struct {
	To         string `help:"Folder to keep the file in. Default: downloads, in the folder of the ledger." placeholder:"DIR"`
	Page       string `help:"The record's page, should it have moved." placeholder:"URL"`
	Import     bool   `help:"Import the file when it is there."`
	Incomplete bool   `help:"With --import: take a file that holds fewer votes than a complete one must."`
	Format
}

// Run brings the file.
func (c fetchUngaCmd) Run(r *run) error {
	if c.To == "" {
		c.To = filepath.Join(r.place.Data, "downloads")
	}
	work := r.with
	if c.Import {
		work = r.ask // roll calls are held against those of the casebook
	}
	return work(func(a *app.App) error {
		done, err := a.FetchUNGA(r.ctx, app.FetchRequest{Folder: c.To, Page: c.Page, Progress: r.progress("Downloading")})
		if err != nil {
			return err
		}
		if !c.Import {
			return r.show(c.Format, done, report.Fetched(done))
		}
		fmt.Fprintln(r.Stderr, report.Fetched(done).Sentence)
		return r.importUNGA(a, []string{done.File}, c.Incomplete, c.Format)
	})
}
