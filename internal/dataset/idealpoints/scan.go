package idealpoints

import (
	"strings"

	"orrery/internal/dataset"
)

// scan is the state of one reading.
type scan struct {
	table  *dataset.Table
	report *Report
	seen   map[key]int // to its line

	cow, code, country, year, session int
	series                            []seriesColumns
}

// key is what one point may stand for once; when is the year, or the session below zero.
type key struct {
	state  string
	when   int
	series Series
}

// seriesColumns is where one series stands; -1 where it has no such column.
type seriesColumns struct {
	series   Series
	mean, n  int
	q5, q10  int
	q50      int
	q90, q95 int
}

// header finds the columns by name.
func (s *scan) header() error {
	find := s.table.Find
	s.cow, s.code, s.country = find("ccode"), find("iso3c", "iso3"), find("countryname", "country")
	s.year, s.session = find("year"), find("session")
	for _, one := range []struct {
		series       Series
		mean, suffix string
	}{{FinalPassage, "idealpointfp", "fp"}, {AllVotes, "idealpointall", "all"}, {Legacy, "idealpointlegacy", "legacy"}, {Legacy, "idealpoint", ""}} {
		if mean := find(one.mean); mean >= 0 && (one.suffix != "" || len(s.series) == 0) { // the bare name stands alone
			s.series = append(s.series, seriesColumns{series: one.series, mean: mean, n: find("nvotes" + one.suffix), q5: find("q5" + one.suffix),
				q10: find("q10" + one.suffix), q50: find("q50" + one.suffix), q90: find("q90" + one.suffix), q95: find("q95" + one.suffix)})
		}
	}
	switch {
	case len(s.series) == 0:
		return s.table.HeaderFault("no column holds ideal points; the header must name idealpoint, or idealpointfp, idealpointall, idealpointlegacy")
	case s.year < 0 || s.code < 0 && s.cow < 0:
		return s.table.HeaderFault("no column holds the year or the state; the header must name year, and iso3c or ccode")
	}
	return nil
}

func (s *scan) row(record []string, each func(Point) error) error {
	p := Point{}
	p.Line = s.table.Line()
	for to, at := range map[*int]int{&p.COW: s.cow, &p.Year: s.year, &p.Session: s.session} {
		x, err := s.number(record, at)
		if err != nil {
			return err
		}
		if x != nil {
			if *to = int(*x); float64(*to) != *x {
				return s.table.Fault(at, "%g is not a whole number", *x)
			}
		}
	}
	if p.Year < 1945 || p.Year > 2200 {
		return s.table.Fault(s.year, "%d is no year of the General Assembly", p.Year)
	}
	if s.country >= 0 {
		p.Name = decode(record[s.country])
	}
	if err := s.state(&p, record); err != nil {
		return err
	}
	s.report.Rows++
	s.report.byYear[p.Year]++
	for _, c := range s.series {
		if err := s.point(p, c, record, each); err != nil {
			return err
		}
	}
	return nil
}

// state names the state of a row.
func (s *scan) state(p *Point, record []string) error {
	if s.code >= 0 {
		p.State = strings.ToUpper(strings.TrimSpace(record[s.code]))
	}
	if code, ok := shared[p.COW]; ok && p.State != code {
		p.State = code
		s.report.Renamed++
	}
	if p.State == "" || p.State == "NA" {
		p.State = missing[p.COW]
		s.report.Coded++
	}
	if len(p.State) != 3 || strings.Trim(p.State, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		return s.table.Fault(max(s.code, s.cow), "%q (number %d) is no alpha-3 code of a state", p.State, p.COW)
	}
	p.State = strings.Clone(p.State)
	return nil
}

// point hands out one series of a row, when it has a value there.
func (s *scan) point(p Point, c seriesColumns, record []string, each func(Point) error) error {
	mean, err := s.number(record, c.mean)
	if err != nil || mean == nil {
		return err
	}
	p.Series, p.Mean = c.series, *mean
	k := key{p.State, p.Year, p.Series}
	if s.session >= 0 {
		k.when = -p.Session
	}
	if before, double := s.seen[k]; double {
		return s.table.Fault(max(s.code, s.cow), "%s in %d stands here and on line %d; a state has one point a year, so one of them carries another state's code", p.State, p.Year, before)
	}
	s.seen[k] = p.Line
	for _, q := range []struct {
		to *(*float64)
		at int
	}{{&p.Q05, c.q5}, {&p.Q10, c.q10}, {&p.Q50, c.q50}, {&p.Q90, c.q90}, {&p.Q95, c.q95}} {
		if *q.to, err = s.number(record, q.at); err != nil {
			return err
		}
	}
	last := (*float64)(nil)
	for _, q := range []*float64{p.Q05, p.Q10, p.Q50, p.Q90, p.Q95} {
		if q != nil && last != nil && *q < *last {
			return s.table.Fault(c.q5, "the quantiles of %s in %d do not rise", p.State, p.Year)
		}
		if q != nil {
			last = q
		}
	}
	votes, err := s.number(record, c.n)
	if err != nil {
		return err
	}
	if votes != nil {
		p.Votes = int(*votes)
	}
	s.report.Points[c.series]++
	return each(p)
}
