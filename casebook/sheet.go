package casebook

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// sheet is one parsed CSV file that still knows where each cell came from.
// Offsets, not positions, are stored: most cells never need a line and column.
type sheet struct {
	file  string
	text  string
	lines []int // offset of the first byte of each line
	rows  []row // the header row included
}

// row is one record of the file.
type row struct {
	cells []cell
	start int // offset of its first byte
	end   int // offset after its last cell, where a missing cell would stand
}

// cell is one field: its decoded text and the bytes it came from, quotes included.
type cell struct {
	text       string
	start, end int
}

func newSheet(file, text string) *sheet {
	s := &sheet{file: file, text: text, lines: []int{0}}
	for i := 0; i < len(text); i++ {
		if text[i] == '\n' {
			s.lines = append(s.lines, i+1)
		}
	}
	return s
}

// at turns a byte offset into a 1-based line and a 1-based column in characters.
func (s *sheet) at(offset int) (line, column int) {
	line = sort.Search(len(s.lines), func(i int) bool { return s.lines[i] > offset })
	return line, utf8.RuneCountInString(s.text[s.lines[line-1]:offset]) + 1
}

// line returns the line on which a row starts.
func (s *sheet) line(r row) int { l, _ := s.at(r.start); return l }

// inside turns an offset into a cell's decoded text into an offset into the file:
// a quoted cell starts one byte later and writes each quote twice.
func (s *sheet) inside(c cell, offset int) int {
	offset = min(max(offset, 0), len(c.text))
	if c.start == c.end || s.text[c.start] != '"' {
		return min(c.start+offset, c.end)
	}
	return min(c.start+1+offset+strings.Count(c.text[:offset], `"`), c.end)
}

// fault places a fault at an offset of the file.
func (s *sheet) fault(offset int, field, problem, do string) Fault {
	line, column := s.at(offset)
	return Fault{File: s.file, Line: line, Column: column, Field: field, Problem: problem, Do: do}
}
