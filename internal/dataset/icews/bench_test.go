package icews

import (
	"bytes"
	"os"
	"testing"

	"orrery/internal/dataset/reports"
	"orrery/internal/testkit"
)

// BenchmarkRead reads the published extract of 2014, unpacking included.
func BenchmarkRead(b *testing.B) {
	packed, err := os.ReadFile(testkit.Shared(b, "data", "icews14_events.csv.gz"))
	if err != nil {
		b.Fatal(err)
	}
	rows := 0
	for b.Loop() {
		s, err := Read("icews14", bytes.NewReader(packed), func(reports.Report) error { return nil })
		if err != nil {
			b.Fatal(err)
		}
		rows += s.Rows
	}
	b.ReportMetric(float64(rows)/b.Elapsed().Seconds(), "rows/s")
}

// BenchmarkLink links the duplicates of the same extract and counts its attention.
func BenchmarkLink(b *testing.B) {
	packed, err := os.ReadFile(testkit.Shared(b, "data", "icews14_events.csv.gz"))
	if err != nil {
		b.Fatal(err)
	}
	var list []reports.Report
	if _, err := Read("icews14", bytes.NewReader(packed), func(r reports.Report) error { list = append(list, r); return nil }); err != nil {
		b.Fatal(err)
	}
	var groups, dyads int
	for b.Loop() {
		groups, dyads = len(reports.Duplicates(list, reports.SameName)), len(reports.AttentionOf(list).Dyads)
	}
	b.ReportMetric(float64(len(list))*float64(b.N)/b.Elapsed().Seconds(), "reports/s")
	b.ReportMetric(float64(groups), "groups")
	b.ReportMetric(float64(dyads), "dyads")
}
