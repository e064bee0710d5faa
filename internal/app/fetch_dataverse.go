package app

import (
	"context"
	"encoding/json"
	"net/url"
	"path"
	"regexp"
	"strconv"
	"strings"

	"orrery/internal/dataset"
)

// Where the Dataverse is, and the identifiers of its data sets.
const (
	dataverseSite = "https://dataverse.harvard.edu"
	icewsDOI      = "doi:10.7910/DVN/28075"
	polecatDOI    = "doi:10.7910/DVN/AJGVIT"
)

// DataverseFetch chooses files of a data set on a Dataverse. With no years, names or All nothing is downloaded and the list is returned.
type DataverseFetch struct {
	Folder string   // where the files are kept, each with its checksum beside it; made when missing
	Years  []int    // files whose name has one of these as its first four digits
	Names  []string // files whose name matches one of these patterns (path.Match), as names have it
	All    bool     // every table; documents are never taken
	Site   string   // default: Harvard Dataverse
	DOI    string   // default: the data set's own
	// Progress (may be nil) is asked for a function that is called with bytes, once a file.
	Progress func(name string) func(done, total int64)
}

// listing is what the native API says of a data set, as far as it is used.
type listing struct {
	Data struct {
		LatestVersion struct {
			Files []listedFile `json:"files"`
		} `json:"latestVersion"`
	} `json:"data"`
}

type listedFile struct {
	Label      string `json:"label"`
	Restricted bool   `json:"restricted"`
	DataFile   struct {
		ID                 int64  `json:"id"`
		Filename           string `json:"filename"`
		Filesize           int64  `json:"filesize"`
		OriginalFileFormat string `json:"originalFileFormat"`
		OriginalFileName   string `json:"originalFileName"`
		OriginalFileSize   int64  `json:"originalFileSize"`
		MD5                string `json:"md5"`
		Checksum           struct {
			Type  string `json:"type"`
			Value string `json:"value"`
		} `json:"checksum"`
	} `json:"dataFile"`
}

// fetchDataverse brings the chosen files of a data set's newest version.
func (a *App) fetchDataverse(ctx context.Context, source dataset.Source, doi string, q DataverseFetch) (ReportsFetch, error) {
	if q.Site == "" {
		q.Site = dataverseSite
	}
	if q.DOI != "" {
		doi = q.DOI
	}
	v := newReportsFetch(source, q.Site+"/api/datasets/:persistentId/?persistentId="+url.QueryEscape(doi))
	from, err := a.downloader(source.Page)
	if err != nil {
		return v, err
	}
	got, err := from.Get(ctx, v.Listing)
	if err != nil {
		return v, err
	}
	var l listing
	if err := json.Unmarshal(got.Body, &l); err != nil || len(l.Data.LatestVersion.Files) == 0 {
		return v, &Error{Code: Unreachable, Field: "url", Text: v.Listing + " did not answer with a list of files: the data set was moved, or the site wants to see a browser first",
			Do: "download the files from " + source.Page + " in a browser and run `orrery import " + source.ID + " FILE`", Err: err}
	}
	all := tablesOf(q.Site, l.Data.LatestVersion.Files)
	chosen, err := q.choose(all)
	if err != nil {
		return v, err
	}
	if len(q.Years)+len(q.Names) == 0 && !q.All {
		for _, one := range all {
			v.Offered = append(v.Offered, one.OfferedFile)
		}
		return v, nil
	}
	v.Lacking = append(v.Lacking, q.lacking(chosen)...)
	if len(chosen) == 0 {
		return v, &Error{Code: NotFound, Field: "file", Text: "the data set has none of what was asked for: " + strings.Join(v.Lacking, ", "), Do: "run the command without a choice to see its files"}
	}
	return v, a.fetchAll(ctx, from, &v, q.Folder, chosen, q.Progress)
}

// tablesOf are the files that hold tables. A Dataverse turns some tables into a form of its own; for those the file as its author uploaded it is asked
// for, and the MD5, which is then that of neither, is left out (IQSS/dataverse issues 9501 and 11315).
func tablesOf(site string, files []listedFile) []offered {
	var out []offered
	for _, f := range files {
		d := f.DataFile
		one := offered{OfferedFile{Name: f.Label, Bytes: d.Filesize, MD5: strings.ToLower(d.MD5)}, site + "/api/access/datafile/" + strconv.FormatInt(d.ID, 10)}
		if one.Name == "" {
			one.Name = d.Filename
		}
		if one.MD5 == "" && strings.EqualFold(d.Checksum.Type, "MD5") {
			one.MD5 = strings.ToLower(d.Checksum.Value)
		}
		if d.OriginalFileFormat != "" {
			if one.url += "?format=original"; d.OriginalFileName != "" {
				one.Name = d.OriginalFileName
			}
			one.Bytes, one.MD5 = d.OriginalFileSize, ""
		}
		if !f.Restricted && d.ID > 0 && safeName(one.Name) && tableName.MatchString(one.Name) {
			out = append(out, one)
		}
	}
	return unlike(out)
}

var (
	tableName = regexp.MustCompile(`(?i)\.(csv|tab|tsv|txt)(\.(zip|gz))?$|events.*\.zip$`)
	firstYear = regexp.MustCompile(`\d{4}`)
)

// unlike puts the file's number before a name that the list has twice.
func unlike(list []offered) []offered {
	times := map[string]int{}
	for _, one := range list {
		times[one.Name]++
	}
	for i, one := range list {
		if times[one.Name] > 1 {
			id, _, _ := strings.Cut(path.Base(one.url), "?")
			list[i].Name = id + "-" + one.Name
		}
	}
	return list
}

func (q DataverseFetch) choose(all []offered) ([]offered, error) {
	var out []offered
	for _, one := range all {
		take := q.All
		for _, year := range q.Years {
			take = take || firstYear.FindString(one.Name) == strconv.Itoa(year)
		}
		for _, pattern := range q.Names {
			match, err := path.Match(pattern, one.Name)
			if err != nil {
				return nil, malformed("file", quoted(pattern)+" is no pattern for names", "use * for any letters, as in *2014*")
			}
			take = take || match
		}
		if take {
			out = append(out, one)
		}
	}
	return out, nil
}

// lacking are the years and patterns that no file has.
func (q DataverseFetch) lacking(chosen []offered) (out []string) {
	has := func(one DataverseFetch) bool {
		got, err := one.choose(chosen)
		return err == nil && len(got) > 0
	}
	for _, year := range q.Years {
		if !has(DataverseFetch{Years: []int{year}}) {
			out = append(out, strconv.Itoa(year))
		}
	}
	for _, name := range q.Names {
		if !has(DataverseFetch{Names: []string{name}}) {
			out = append(out, name)
		}
	}
	return out
}
