package report

import (
	"fmt"
	"strconv"
	"strings"

	"orrery/internal/app"
)

// FetchedReports lays out what was downloaded of a data set of reports, or what its publisher offers.
func FetchedReports(v app.ReportsFetch) Page {
	if len(v.Offered) > 0 {
		return offeredReports(v)
	}
	t := Table{Columns: columns("file", ">bytes", "publisher's md5", "sha256", "state")}
	unchanged, bytes, unverified := 0, int64(0), 0
	for _, f := range v.Files {
		state, md5 := "downloaded", "agrees"
		if f.Unchanged {
			state = "was at hand"
			unchanged++
		} else if f.Resumed > 0 {
			state = fmt.Sprintf("downloaded, after the first %d bytes", f.Resumed)
		}
		if f.MD5 == "" {
			md5 = "none"
			unverified++
		}
		bytes += f.Bytes
		t.add(f.File, strconv.FormatInt(f.Bytes, 10), md5, f.SHA256, state)
	}
	p := Page{Sentence: fmt.Sprintf("%s of %s, %d bytes, are at hand; %d were so before.", several(len(v.Files), "file"), v.Dataset, bytes, unchanged), Tables: []Table{t}, Data: t}
	if n := len(v.Lacking); n > 0 {
		p.Notes = append(p.Notes, fmt.Sprintf("The publisher's list lacks %d of what was asked for: %s.", n, some(v.Lacking)))
	}
	if unverified > 0 {
		p.Notes = append(p.Notes, "Where the publisher gives no MD5 that can be held against the file, nothing but its own SHA-256 is known of it.")
	}
	names := make([]string, 0, len(v.Files))
	for _, f := range v.Files {
		names = append(names, quoted(f.File))
	}
	if len(names) > 0 {
		what := strings.Join(names[:min(len(names), 3)], " ")
		if len(names) > 3 {
			what += " …"
		}
		p.Notes = append(p.Notes, "Import with: orrery import "+v.Dataset+" "+what)
	}
	p.Notes = append(p.Notes, "Citation: "+v.Citation+". Licence: "+v.Licence+".")
	return p
}

func offeredReports(v app.ReportsFetch) Page {
	t := Table{Columns: columns("file", ">bytes", "md5")}
	for _, f := range v.Offered {
		t.add(f.Name, strconv.FormatInt(f.Bytes, 10), f.MD5)
	}
	return Page{Sentence: fmt.Sprintf("%s offers %s. Choose with --year, --file or --all; nothing was downloaded.", v.Dataset, several(len(v.Offered), "file")), Tables: []Table{t}, Data: t,
		Notes: []string{"From " + v.Listing, "Citation: " + v.Citation + ". Licence: " + v.Licence + "."}}
}
