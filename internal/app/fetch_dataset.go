package app

import (
	"context"
	"errors"
	"html"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"orrery/internal/dataset"
	"orrery/internal/dataset/unga"
	"orrery/internal/fetch"
)

// Downloader is a Fetcher that also brings files too large to hold in memory. *fetch.Client is the guarded one.
type Downloader interface {
	Fetcher
	Open(ctx context.Context, ask fetch.Ask) (*fetch.Stream, error)
}

// FetchRequest asks for the newest file of a published data set.
type FetchRequest struct {
	Folder   string // where the file is kept, with its checksum beside it; made when missing
	Page     string // the publisher's page that links the file; default: the descriptor's
	Progress func(done, total int64)
}

// FetchReport says what was brought.
type FetchReport struct {
	Dataset   string `json:"dataset"`
	File      string `json:"file" doc:"Path of the file"`
	URL       string `json:"url" doc:"Where it came from"`
	Page      string `json:"page" doc:"The publisher's page that links it"`
	Bytes     int64  `json:"bytes"`
	SHA256    string `json:"sha256"`
	Retrieved string `json:"retrieved"`
	Resumed   int64  `json:"resumed" doc:"Bytes that an earlier download had brought"`
	Unchanged bool   `json:"unchanged" doc:"The file at hand is the newest: nothing was downloaded"`
	Licence   string `json:"licence"`
	Citation  string `json:"citation"`
}

// ungaMost is the largest file of roll calls that is downloaded, in bytes: about four times what there is.
const ungaMost = 1500 << 20

// FetchUNGA brings the newest recorded votes of the General Assembly from the UN Digital Library into a folder: the first CSV
// file that the data set's page links. A download that broke off goes on where it stopped, as long as the file is
// still the same; a file that is at hand is downloaded again only when the publisher has another. Nothing is imported.
// Errors are the fetch package's, or Unreachable when the page or the file is not what it should be.
func (a *App) FetchUNGA(ctx context.Context, q FetchRequest) (FetchReport, error) {
	source, err := unga.Source()
	if err != nil {
		return FetchReport{}, err
	}
	if q.Page == "" {
		q.Page = source.Page
	}
	from, err := a.downloader(q.Page)
	if err != nil {
		return FetchReport{}, err
	}
	report := FetchReport{Dataset: source.ID, Page: q.Page, Licence: source.Licence, Citation: source.Citation}
	if report.URL, err = linkedCSV(ctx, from, q.Page, source); err != nil {
		return report, err
	}
	if err := os.MkdirAll(q.Folder, 0o700); err != nil {
		return report, err
	}
	d := &download{from: from, now: a.now, url: report.URL, file: filepath.Join(q.Folder, source.ID+".csv"), most: ungaMost, progress: q.Progress}
	if err := d.run(ctx); err != nil {
		return report, d.kept(err)
	}
	report.File, report.Bytes, report.SHA256, report.Retrieved = d.file, d.note.Bytes, d.note.SHA256, d.note.Retrieved
	report.Resumed, report.Unchanged = d.resumed, d.unchanged
	return report, nil
}

// linkedCSV is the address of the first CSV file that a record's page links.
func linkedCSV(ctx context.Context, from Fetcher, page string, source dataset.Source) (string, error) {
	got, err := from.Get(ctx, page)
	if err != nil {
		return "", err
	}
	base, err := url.Parse(got.FinalURL)
	if err != nil {
		return "", err
	}
	asked, err := url.Parse(page)
	if err != nil {
		return "", err
	}
	record := path.Base(strings.TrimSuffix(asked.Path, "/"))
	link := regexp.MustCompile(`/record/` + regexp.QuoteMeta(record) + `/files/[^"'<>\s]+\.csv`).FindString(string(got.Body))
	if link == "" {
		return "", &Error{Code: Unreachable, Field: "url", Text: page + " links no CSV file of " + source.Title + ": the page was changed, or the site wants to see a browser first",
			Do: "open it in a browser, download the CSV file and run `orrery import " + source.ID + " FILE`"}
	}
	to, err := base.Parse(html.UnescapeString(link))
	if err != nil {
		return "", &Error{Code: Unreachable, Field: "url", Text: page + " links a file whose address cannot be read: " + link, Do: "download it in a browser", Err: err}
	}
	return to.String(), nil
}

// kept says that the part that has arrived is used by the next attempt.
func (d *download) kept(err error) error {
	info, stat := os.Stat(d.part())
	var failure *fetch.Failure
	if stat != nil || info.Size() == 0 || !errors.As(err, &failure) {
		return err
	}
	return &Error{Code: Unreachable, Field: "url", Text: strings.TrimSuffix(err.Error(), "."), Do: "what has arrived is kept, and the same command goes on from there", Err: err}
}
