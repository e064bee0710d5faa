package app

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"orrery/internal/dataset"
)

// ReportsFetch is what was downloaded of a data set of reports, or, when nothing was chosen, what there is.
type ReportsFetch struct {
	Dataset  string          `json:"dataset"`
	Listing  string          `json:"listing" doc:"Address of the publisher's list of files"`
	Offered  []OfferedFile   `json:"offered" doc:"The publisher's files, when none was chosen"`
	Files    []FetchedReport `json:"files" doc:"In the order of the list"`
	Lacking  []string        `json:"lacking" doc:"What was asked for and the publisher's list does not have"`
	Licence  string          `json:"licence"`
	Citation string          `json:"citation"`
}

// OfferedFile is one file of a publisher's list.
type OfferedFile struct {
	Name  string `json:"name"`
	Bytes int64  `json:"bytes"`
	MD5   string `json:"md5" doc:"Empty: the publisher gives none that can be held against the download"`
}

// FetchedReport is one file that is at hand now.
type FetchedReport struct {
	File      string `json:"file" doc:"Path of the file"`
	URL       string `json:"url"`
	Bytes     int64  `json:"bytes"`
	SHA256    string `json:"sha256"`
	MD5       string `json:"md5" doc:"The publisher's, which the file has; empty: there was none to hold it against"`
	Retrieved string `json:"retrieved"`
	Resumed   int64  `json:"resumed" doc:"Bytes that an earlier download had brought"`
	Unchanged bool   `json:"unchanged" doc:"The file at hand is the publisher's: nothing was downloaded"`
}

// offered is a file to download.
type offered struct {
	OfferedFile
	url string
}

// reportsMost is the largest file of reports that is downloaded, in bytes.
const reportsMost = 4 << 30

// archiveMedia are the media types of packed and of tab-separated files.
var archiveMedia = []string{"application/zip", "application/x-zip", "application/x-zip-compressed", "application/gzip", "application/x-gzip", "text/tab-separated-values", "text/tsv"}

// fetchAll brings files one after the other. What is at hand with the publisher's MD5 is left alone without asking; the first that cannot be had
// ends it, and those before it are in the view.
func (a *App) fetchAll(ctx context.Context, from Downloader, v *ReportsFetch, folder string, list []offered, progress func(name string) func(done, total int64)) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	for _, one := range list {
		d := &download{from: from, now: a.now, url: one.url, file: filepath.Join(folder, one.Name), most: reportsMost, md5: one.MD5, media: archiveMedia}
		if progress != nil {
			d.progress = progress(one.Name)
		}
		if err := d.run(ctx); err != nil {
			return d.kept(err)
		}
		v.Files = append(v.Files, FetchedReport{File: d.file, URL: one.url, Bytes: d.note.Bytes, SHA256: d.note.SHA256, MD5: d.note.MD5, Retrieved: d.note.Retrieved, Resumed: d.resumed, Unchanged: d.unchanged})
	}
	return nil
}

// downloader is the way to the network; page is where a person finds the files without it.
func (a *App) downloader(page string) (Downloader, error) {
	from, ok := a.fetch.(Downloader)
	if !ok {
		return nil, &Error{Code: Unreachable, Field: "url", Text: "this program was started without a way to the network", Do: "download the files from " + page + " and import them"}
	}
	return from, nil
}

func newReportsFetch(source dataset.Source, listing string) ReportsFetch {
	return ReportsFetch{Dataset: source.ID, Listing: listing, Offered: []OfferedFile{}, Files: []FetchedReport{}, Lacking: []string{}, Licence: source.Licence, Citation: source.Citation}
}

// safeName is whether a publisher's name of a file can be one in our folder.
func safeName(name string) bool {
	return name != "" && len(name) <= 200 && !strings.HasPrefix(name, ".") && !strings.ContainsAny(name, "/\\:\x00") && !slices.Contains([]string{".part", ".json", ".wrong"}, filepath.Ext(name))
}
