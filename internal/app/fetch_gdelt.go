package app

import (
	"bufio"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"orrery/internal/dataset/gdelt"
	"orrery/ledger"
)

// gdeltList is GDELT's list of all files of its second version. GDELT documents its addresses with http; the same host answers to https, which
// is asked, since the list brings the checksums that the files are held against.
const gdeltList = "https://data.gdeltproject.org/gdeltv2/masterfilelist.txt"

// gdeltMost is the largest list that is downloaded, in bytes: it had some 120 MB in 2025 and grows by some 12 MB a year.
const gdeltMost = 1 << 30

// gdeltDays is the most days fetched at once.
const gdeltDays = 400

// GDELTFetch asks for days of GDELT.
type GDELTFetch struct {
	Folder   string     // where the files are kept, with the list
	From, To ledger.Day // both included; required
	List     string     // default: GDELT's own
	Progress func(name string) func(done, total int64)
}

// FetchGDELT brings the files of every quarter of an hour of some days into a folder, each held against the MD5 of the publisher's list. The list is
// kept too, and asked for again only when it does not reach the last day. Quarters that the list lacks are in the view. Errors are those of FetchICEWS.
func (a *App) FetchGDELT(ctx context.Context, q GDELTFetch) (ReportsFetch, error) {
	source, err := gdelt.Source()
	if err != nil {
		return ReportsFetch{}, err
	}
	if q.List == "" {
		q.List = gdeltList
	}
	v := newReportsFetch(source, q.List)
	switch {
	case q.From == 0 || q.To == 0:
		return v, malformed("from", "GDELT has 96 files a day: name the days", "give --from DATE and --to DATE")
	case q.To < q.From:
		return v, malformed("to", fmt.Sprintf("%s comes before %s", q.To, q.From), "give the first day with --from and the last with --to")
	case int(q.To-q.From) >= gdeltDays:
		return v, malformed("to", fmt.Sprintf("these are more than %d days", gdeltDays), "fetch fewer at once")
	}
	from, err := a.downloader(source.Page)
	if err != nil {
		return v, err
	}
	if err := os.MkdirAll(q.Folder, 0o700); err != nil {
		return v, err
	}
	list := filepath.Join(q.Folder, "masterfilelist.txt")
	chosen, reaches, err := quartersListed(list, q)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return v, err
	}
	if !reaches {
		d := &download{from: from, now: a.now, url: q.List, file: list, most: gdeltMost}
		if q.Progress != nil {
			d.progress = q.Progress("the list of files")
		}
		if err := d.run(ctx); err != nil {
			return v, d.kept(withoutTLS(err, q.List))
		}
		if chosen, _, err = quartersListed(list, q); err != nil {
			return v, err
		}
	}
	v.Lacking = append(v.Lacking, lackingQuarters(q, chosen)...)
	if len(chosen) == 0 {
		return v, &Error{Code: NotFound, Field: "from", Text: fmt.Sprintf("GDELT's list has no file of %s to %s", q.From, q.To), Do: "GDELT 2.0 begins on 2015-02-18; choose later days"}
	}
	return v, a.fetchAll(ctx, from, &v, q.Folder, chosen, q.Progress)
}

// withoutTLS says how to ask without TLS where that is what failed: GDELT itself gives its addresses with http.
func withoutTLS(err error, list string) error {
	var wrong *tls.CertificateVerificationError
	var record tls.RecordHeaderError
	rest, secure := strings.CutPrefix(list, "https://")
	if !secure || !errors.Is(err, http.ErrSchemeMismatch) && !errors.As(err, &wrong) && !errors.As(err, &record) {
		return err
	}
	return &Error{Code: Unreachable, Field: "url", Text: err.Error(), Do: "GDELT gives its addresses without TLS: try --list http://" + rest, Err: err}
}

// quartersListed are the files of the days asked for, in the order of the list, and whether the list reaches beyond the last of them.
func quartersListed(file string, q GDELTFetch) (chosen []offered, reaches bool, err error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, false, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	seen := map[string]bool{}
	for n := 1; lines.Scan(); n++ {
		one, at, err := listLine(lines.Text(), q.List)
		if err != nil {
			return nil, false, &Error{Code: Unreachable, Field: "url", Text: fmt.Sprintf("%s:%d:1: %s", filepath.Base(file), n, err), Do: "delete " + file + " and run the command again; should it stay, GDELT has changed its list"}
		}
		if day := ledger.DayOf(at); !at.IsZero() && day >= q.From && day <= q.To && !seen[one.Name] {
			seen[one.Name] = true
			chosen = append(chosen, one)
		} else if !at.IsZero() && day > q.To {
			reaches = true
		}
	}
	return chosen, reaches, lines.Err()
}

// lackingQuarters are the quarters of the days asked for that the list does not have; GDELT has such gaps.
func lackingQuarters(q GDELTFetch, chosen []offered) (out []string) {
	have := map[time.Time]bool{}
	for _, one := range chosen {
		at, _ := quarter(one.Name)
		have[at] = true
	}
	for day := q.From; day <= q.To; day++ {
		for i := range quartersOfDay {
			if at := day.Time().Add(time.Duration(i) * 15 * time.Minute); !have[at] {
				out = append(out, at.Format("20060102150405")+".export.CSV.zip")
			}
		}
	}
	return out
}
