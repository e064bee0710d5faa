package report

import (
	"fmt"
	"strconv"

	"orrery/internal/app"
)

// Fetched lays out what a download brought.
func Fetched(v app.FetchReport) Page {
	p := Page{Sentence: fmt.Sprintf("%s: %d bytes from %s.", v.File, v.Bytes, v.URL)}
	switch {
	case v.Unchanged:
		p.Sentence = fmt.Sprintf("%s is the newest file of %s already: nothing was downloaded.", v.File, v.Page)
	case v.Resumed > 0:
		p.Sentence += fmt.Sprintf(" The first %d had arrived before.", v.Resumed)
	}
	t := Table{Columns: columns("file", ">bytes", "sha256", "retrieved")}
	t.add(v.File, strconv.FormatInt(v.Bytes, 10), v.SHA256, v.Retrieved)
	p.Tables, p.Data = []Table{t}, t
	p.Notes = []string{"Import it with: orrery import " + v.Dataset + " " + quoted(v.File), "Citation: " + v.Citation + ". Licence: " + v.Licence + "."}
	return p
}
