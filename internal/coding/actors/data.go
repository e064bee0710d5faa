package actors

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed data/*.txt
var files embed.FS

// row is one line of a data file, cut at its bars.
type row struct {
	file  string
	line  int
	cells []string
}

func (r row) fault(format string, a ...any) error {
	return fmt.Errorf("internal/coding/actors/data/%s:%d: %s", r.file, r.line, fmt.Sprintf(format, a...))
}

// names is the cell's list of names.
func (r row) names(cell int) []string { return list(r.cells[cell]) }

func list(cell string) []string {
	var out []string
	for n := range strings.SplitSeq(cell, ";") {
		if n = strings.TrimSpace(n); n != "" {
			out = append(out, n)
		}
	}
	return out
}

// rows reads a data file of so many cells a line.
func rows(file string, cells int) ([]row, error) {
	text, err := files.ReadFile("data/" + file)
	if err != nil {
		return nil, err
	}
	var out []row
	no := 0
	for line := range strings.Lines(string(text)) {
		no++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		r := row{file: file, line: no}
		for c := range strings.SplitSeq(line, "|") {
			r.cells = append(r.cells, strings.TrimSpace(c))
		}
		if len(r.cells) != cells {
			return nil, r.fault("%d cells, %d expected: divide them by |", len(r.cells), cells)
		}
		out = append(out, r)
	}
	return out, nil
}
