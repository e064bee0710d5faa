package idealpoints

import (
	_ "embed"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"orrery/internal/dataset"
)

//go:embed source.yml
var sourceYAML string

// Source is the descriptor of the data set.
func Source() (dataset.Source, error) {
	return dataset.ParseSource("internal/dataset/idealpoints/source.yml", sourceYAML)
}

// Series is a recipe by which the points were estimated.
type Series string

// The series. A release by session holds one, whose recipe the later release calls legacy.
const (
	FinalPassage Series = "fp"
	AllVotes     Series = "all"
	Legacy       Series = "legacy"
)

// Point is the ideal point of one state in one year under one recipe. High is with the United States.
type Point struct {
	State   string // alpha-3 code
	COW     int    // number of the Correlates of War
	Name    string // as published, decoded
	Year    int
	Session int // 0 in a release by year
	Series  Series
	Mean    float64
	Q05     *float64 // quantiles of the posterior; nil where the release has none
	Q10     *float64
	Q50     *float64
	Q90     *float64
	Q95     *float64
	Votes   int // roll calls behind it; 0: not given
	Line    int
}

// Report is what a file held, beside the points handed out one by one.
type Report struct {
	File    string
	Rows    int
	Points  map[Series]int
	Renamed int // rows whose code two states share, told apart by their number
	Coded   int // rows without a code, which their number gave
	byYear  map[int]int
}

// shared and missing are codes that releases get wrong, by number of the Correlates of War: South Yemen carries North Yemen's
// code, and years that only the legacy recipe covers carry none.
var (
	shared  = map[int]string{680: "YMD"}
	missing = map[int]string{260: "DEU", 331: "SMR", 346: "BIH", 371: "ARM", 373: "AZE", 420: "GMB", 436: "NER", 450: "LBR", 452: "GHA",
		484: "COG", 581: "COM", 590: "MUS", 666: "ISR", 678: "YAR", 740: "JPN", 811: "KHM", 955: "TON"}
)

const maxRow = 1 << 16 // bytes in a row; the longest has some 300

// Read hands out every point of a file in its order. Cells that are empty or NA hold no point. Errors carry
// file, line and column; one that each returns ends the reading and is returned as it is.
func Read(name string, in io.Reader, each func(Point) error) (*Report, error) {
	table, err := dataset.OpenTable(name, in, maxRow)
	if err != nil {
		return nil, err
	}
	s := &scan{table: table, report: &Report{File: name, Points: map[Series]int{}, byYear: map[int]int{}}, seen: map[key]int{}}
	if err := s.header(); err != nil {
		return nil, err
	}
	for {
		record, err := table.Next()
		if errors.Is(err, io.EOF) {
			return s.report, nil
		} else if err != nil {
			return nil, err
		}
		if err := s.row(record, each); err != nil {
			return nil, err
		}
	}
}

// Check holds the report against the counts of a descriptor; a file that starts after 1950 is an extract and is not held to them.
func (r *Report) Check(s dataset.Source) (complete bool, err error) {
	first, last := math.MaxInt, 0
	for year := range r.byYear {
		first, last = min(first, year), max(last, year)
	}
	if first > 1950 {
		return false, nil
	}
	for _, c := range s.Counts {
		if c.What != "rows" {
			return true, fmt.Errorf("%s: the descriptor counts %q, which this reader does not know; use rows", r.File, c.What)
		}
		_, day := c.Until.Span()
		until, n := day.Time().Year(), 0
		for year, rows := range r.byYear {
			if year <= until {
				n += rows
			}
		}
		if last >= until && n < c.Least {
			return true, fmt.Errorf("%s is not complete: %d country-years up to %d, at least %d are expected; download it again from %s", r.File, n, until, c.Least, s.Page)
		}
	}
	return true, nil
}

// number reads a cell that may be empty: nil then, and for NA.
func (s *scan) number(record []string, at int) (*float64, error) {
	if at < 0 {
		return nil, nil
	}
	text := strings.TrimSpace(record[at])
	if text == "" || text == "NA" {
		return nil, nil
	}
	x, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(x) || math.Abs(x) > 1e6 {
		return nil, s.table.Fault(at, "%q is not a number that can stand here", text)
	}
	return &x, nil
}
