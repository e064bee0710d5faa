package app_test

import (
	"testing"

	"orrery/internal/app"
	"orrery/internal/store"
	"orrery/ledger"
	"orrery/model/coincide"
)

// Responses towards another state are held against the days on which they would be known, not against all days of the study.
func TestAPlaceboStateIsTestedOnTheDaysThatItIsCovered(t *testing.T) {
	covered := func(from, to string) int {
		s := stateLedger(t)
		var list []store.EventReport
		for _, one := range sayings(1) {
			list = append(list, one.report())
		}
		s.putSet("own", "register", list, "KGZ", "UZB", "KAZ")
		first, _ := ledger.MustDate(from).Span()
		_, last := ledger.MustDate(to).Span()
		if err := s.db.PutReportFile(t.Context(), store.ReportFile{Set: "own", Hash: "beside", Name: "beside.csv", Form: "plain", At: s.clock.Now(), Who: "ana", First: first, Last: last,
			Denominator: "register", Covered: []store.ReportSpan{{First: first, Last: last}}, States: []string{"TJK"}}); err != nil {
			t.Fatal(err)
		}
		run := must(s.RunRule(t.Context(), app.RuleAsk{File: "same.yml", Text: []byte(sameRule + "triggers_from: own\nresponses_from: own\n"), Seed: 1}))(t)
		for _, p := range run.Result.Placebos {
			if p.Kind == coincide.OtherStates {
				return p.Covered
			}
		}
		t.Fatalf("the placebo of other states is missing: %+v", run.Result.Placebos)
		return 0
	}
	all, some := covered("2000", "2015"), covered("2010", "2011")
	if some == 0 || some*3 > all {
		t.Errorf("%d days in windows for a state that is covered for 2 of 12 years, %d for one that always is", some, all)
	}
}
