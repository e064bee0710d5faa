package app

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"time"

	"orrery/internal/dataset"
	"orrery/internal/dataset/acled"
	"orrery/internal/dataset/gdelt"
	"orrery/internal/dataset/icews"
	"orrery/internal/dataset/polecat"
	"orrery/internal/store"
)

// DataSets lists every set of reports with its files, what no table could map, and what its silence means. The scope has no part in it: reports have
// no revisions and no lens; it stands in the view as it was asked.
func (a *App) DataSets(ctx context.Context, s Scope) (DataSetList, error) {
	v := DataSetList{Sets: []DataSetView{}, Scope: a.scopeView(s, 0)}
	sets, err := a.store.ReportSets(ctx)
	if err != nil {
		return v, err
	}
	for _, set := range sets {
		one, err := dataSetView(set)
		if err != nil {
			return v, err
		}
		v.Sets = append(v.Sets, one)
	}
	return v, nil
}

// DropDataSet takes a set away whole and returns how many reports it had. Errors: NotFound, store.ErrReadOnly.
func (a *App) DropDataSet(ctx context.Context, id string) (int64, error) {
	if _, err := a.reportSet(ctx, id); err != nil {
		return 0, err
	}
	return a.store.DropReports(ctx, id)
}

// filesShown is how many files of a set a list has: GDELT has 35,000 a year.
const filesShown = 100

func dataSetView(s store.ReportSet) (DataSetView, error) {
	about, err := publishedSet(s)
	if err != nil {
		return DataSetView{}, err
	}
	c := coverageOf(s)
	v := DataSetView{ID: s.Set, Title: about.Title, Publisher: about.Publisher, Page: about.Page, Licence: about.Licence, Citation: about.Citation, Reports: s.Reports, Linked: s.Linked,
		Types: []NamedCount{}, Covered: c.covered(), Denominator: c.Denominator, DenominatorWhy: c.Why, FileCount: len(s.Files), Files: []DataSetFile{}}
	if s.Reports > 0 {
		v.First, v.Last = s.First.String(), s.Last.String()
	}
	for _, t := range s.Types {
		if v.Types = append(v.Types, NamedCount{t.Name, t.N}); t.Name != "" {
			v.Typed += t.N
		}
	}
	unmapped, unknown := map[string]int64{}, map[string]int64{}
	for i, f := range s.Files {
		if i >= len(s.Files)-filesShown {
			v.Files = append(v.Files, DataSetFile{Name: f.Name, SHA256: f.Hash, Form: f.Form, At: f.At.UTC().Format(time.RFC3339), Who: f.Who, Rows: f.Rows, Reports: f.Reports, Added: f.Added,
				First: f.First.String(), Last: f.Last.String()})
		}
		sum := summaryOf(f)
		v.Named += sum.Named
		v.Mapped += sum.Mapped
		for _, one := range sum.Unmapped {
			unmapped[one.Name] += int64(one.N)
		}
		for _, one := range sum.Unknown {
			unknown[one.Name] += int64(one.N)
		}
	}
	v.Unmapped, v.Unknown = mostNamed(unmapped), mostNamed(unknown)
	return v, nil
}

// mostNamed is the hundred most frequent, by name where they are equal.
func mostNamed(counts map[string]int64) []NamedCount {
	out := []NamedCount{}
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		out = append(out, NamedCount{name, counts[name]})
	}
	slices.SortStableFunc(out, func(a, b NamedCount) int { return cmp.Compare(b.N, a.N) })
	return out[:min(len(out), leftoversShown)]
}

// publishedSet describes a set: by its descriptor, or as what its user said that it is.
func publishedSet(s store.ReportSet) (dataset.Source, error) {
	switch s.Set {
	case "icews":
		return icews.Source()
	case "polecat":
		return polecat.Source()
	case "gdelt":
		return gdelt.Source()
	case "acled":
		return acled.Source()
	}
	about := dataset.Source{ID: s.Set, Title: "A table of your own"}
	for _, f := range s.Files {
		if f.Register != "" {
			about.Title, about.Publisher = "A register", keepers(s.Files)
		}
	}
	return about, nil
}
