package unga

import (
	"strconv"
	"strings"
	"testing"
)

// BenchmarkRead reads a made-up file of 20,000 rows; rows a second is what an import waits for.
func BenchmarkRead(b *testing.B) {
	known, err := members()
	if err != nil {
		b.Fatal(err)
	}
	var text strings.Builder
	text.WriteString("undl_id,ms_code,ms_name,ms_vote,date,session,resolution,title,vote_note,total_yes,total_no,total_abstentions,undl_link\n")
	const rows = 20000
	for i := range rows {
		id := 900000 + i/len(known.all)
		s := known.all[i%len(known.all)]
		text.WriteString(strings.Join([]string{strconv.Itoa(id), s.code, "NAME", "Y", "2019-12-18", "74", "A/RES/74/" + strconv.Itoa(id), "A made-up title of some length", "", "200", "0", "0", "https://example.org\n"}, ","))
	}
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		if _, err := Read("bench.csv", strings.NewReader(text.String()), func(Row) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(rows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}
