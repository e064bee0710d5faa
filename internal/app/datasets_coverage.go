package app

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"orrery/internal/store"
	"orrery/ledger"
)

// What it means that a set has no report on a day; store.ReportFile.Denominator says more.
const (
	denominatorData     = "data set"
	denominatorRegister = "register"
)

// reportCoverage is what the files of a set say together about its silence.
type reportCoverage struct {
	ReportSet   store.ReportSet
	Denominator string // denominatorData, denominatorRegister or "": its silence means nothing
	Why         string // in words
	Spans       []reportSpan
}

// reportSpan is days on which the silence of a set means that there was nothing to report. Spans of the same states neither touch nor overlap.
type reportSpan struct {
	First, Last ledger.Day // both included
	States      []string   // in alphabetical order; none: all
}

// reportSet is a set with the coverage of its files united. Errors: NotFound when nothing was imported under that name.
func (a *App) reportSet(ctx context.Context, id string) (reportCoverage, error) {
	set, err := a.store.ReportSetOf(ctx, id)
	if err == nil {
		return coverageOf(set), nil
	}
	if !errors.Is(err, store.ErrNotFound) {
		return reportCoverage{}, err
	}
	known, err := a.reportSets(ctx)
	if err != nil {
		return reportCoverage{}, err
	}
	e := &Error{Code: NotFound, Field: "set", Text: fmt.Sprintf("no data set %q was imported", id), Do: "import it first (`orrery import`)", Err: store.ErrNotFound}
	if len(known) > 0 {
		e.Do = "there are " + strings.Join(known, ", ") + "; import it first (`orrery import`), or name one of these"
	}
	return reportCoverage{}, e
}

// reportSets are the names of all sets.
func (a *App) reportSets(ctx context.Context) ([]string, error) {
	head, err := a.store.ReportHead(ctx)
	out := make([]string, len(head.Sets))
	for i, s := range head.Sets {
		out[i] = s.Set
	}
	return out, err
}

// coverageOf unites what the files of a set declare. A set of registers only is a register; one with any other file that has a denominator is a data set.
func coverageOf(s store.ReportSet) reportCoverage {
	c := reportCoverage{ReportSet: s}
	var all []reportSpan
	for _, f := range s.Files {
		switch {
		case f.Denominator == "":
			continue
		case c.Denominator == "" || c.Denominator == f.Denominator:
			c.Denominator = f.Denominator
		default:
			c.Denominator = denominatorData
		}
		if s.Set == "gdelt" {
			continue // a quarter of an hour covers nothing by itself
		}
		for _, span := range f.Covered {
			all = append(all, reportSpan{span.First, span.Last, slices.Sorted(slices.Values(f.States))})
		}
	}
	if s.Set == "gdelt" {
		all = wholeDays(s.Files)
	}
	c.Spans = unite(all)
	if len(c.Spans) == 0 {
		c.Denominator = ""
	}
	c.Why = denominatorWhy(s, c)
	return c
}

// unite merges spans of the same states that touch or overlap; spans of no days go. Ordered by states, all of them first, then by day.
func unite(list []reportSpan) []reportSpan {
	list = slices.DeleteFunc(slices.Clone(list), func(s reportSpan) bool { return s.Last < s.First })
	slices.SortFunc(list, func(a, b reportSpan) int {
		return cmp.Or(slices.Compare(a.States, b.States), cmp.Compare(a.First, b.First), cmp.Compare(a.Last, b.Last))
	})
	var out []reportSpan
	for _, s := range list {
		if n := len(out); n > 0 && slices.Equal(out[n-1].States, s.States) && s.First <= out[n-1].Last+1 {
			out[n-1].Last = max(out[n-1].Last, s.Last)
			continue
		}
		out = append(out, s)
	}
	return out
}

// of is the days covered for a state, in order and merged; for "" those covered for all states.
func (c reportCoverage) of(state string) []store.ReportSpan {
	var list []reportSpan
	for _, s := range c.Spans {
		if len(s.States) == 0 || state != "" && slices.Contains(s.States, state) {
			list = append(list, reportSpan{First: s.First, Last: s.Last})
		}
	}
	var out []store.ReportSpan
	for _, s := range unite(list) {
		out = append(out, store.ReportSpan{First: s.First, Last: s.Last})
	}
	return out
}

// covered is the spans as a view shows them.
func (c reportCoverage) covered() []CoveredDays {
	out := make([]CoveredDays, 0, len(c.Spans))
	for _, s := range c.Spans {
		out = append(out, CoveredDays{From: s.First.String(), To: s.Last.String(), States: append([]string{}, s.States...)})
	}
	return out
}
