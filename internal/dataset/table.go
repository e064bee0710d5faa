package dataset

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Table reads a published table row by row: separated by commas, semicolons or tabs, which its header tells, with or without a byte-order mark.
// Columns are found by name, errors say file, line and column, and no row can take more memory than its bound.
type Table struct {
	name    string
	csv     *csv.Reader
	bounded *boundedReader
	header  []string
	at      map[string]int
}

// OpenTable reads the header. name is what errors call the file; maxRow is the longest row in bytes.
func OpenTable(name string, in io.Reader, maxRow int) (*Table, error) {
	t := &Table{name: name, bounded: &boundedReader{in: in, max: maxRow}, at: map[string]int{}}
	buffered := bufio.NewReader(t.bounded)
	if mark, _ := buffered.Peek(3); string(mark) == "\xEF\xBB\xBF" {
		_, _ = buffered.Discard(3)
	}
	head, _ := buffered.Peek(4000)
	t.csv = csv.NewReader(buffered)
	t.csv.ReuseRecord = true
	line, _, _ := strings.Cut(string(head), "\n")
	for _, separator := range "\t;" { // a spreadsheet writes semicolons where the comma is a decimal sign
		if strings.Count(line, string(separator)) > strings.Count(line, string(t.csv.Comma)) {
			t.csv.Comma = separator
		}
	}
	header, err := t.csv.Read()
	if errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s:1:1: the file is empty; download it again", name)
	} else if err != nil {
		return nil, t.broken(err)
	}
	for i, column := range header {
		column = strings.ToLower(strings.TrimSpace(column))
		column = strings.NewReplacer("-", "_", " ", "_", ".", "_").Replace(column)
		if _, double := t.at[column]; double && column != "" {
			return nil, fmt.Errorf("%s:1:1: the header names %q twice; a column must be found by its name", name, column)
		}
		t.at[column] = i
		t.header = append(t.header, strings.Clone(column))
	}
	return t, nil
}

// Header lists the names of the columns in lower case, with _ for spaces, hyphens and full stops.
func (t *Table) Header() []string { return t.header }

// Find is the position of the first of the names that the header has; -1 when it has none.
func (t *Table) Find(names ...string) int {
	for _, name := range names {
		if i, ok := t.at[name]; ok {
			return i
		}
	}
	return -1
}

// Next is the next row, valid until the one after; io.EOF at the end.
func (t *Table) Next() ([]string, error) {
	t.bounded.since = 0
	record, err := t.csv.Read()
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, t.broken(err)
	}
	return record, err
}

// Line is the line on which the present row starts.
func (t *Table) Line() int {
	line, _ := t.csv.FieldPos(0)
	return line
}

// Where is "file:line:column" of a column of the present row, or of its start when at is negative.
func (t *Table) Where(at int) string {
	line, column := t.csv.FieldPos(max(at, 0))
	return fmt.Sprintf("%s:%d:%d", t.name, line, column)
}

// Fault is an error at a column of the present row, or at its start when at is negative.
func (t *Table) Fault(at int, format string, args ...any) error {
	return fmt.Errorf("%s: %s", t.Where(at), fmt.Sprintf(format, args...))
}

// HeaderFault is an error of the header.
func (t *Table) HeaderFault(format string, args ...any) error {
	return fmt.Errorf("%s:1:1: %s (it has %s)", t.name, fmt.Sprintf(format, args...), strings.Join(t.header, ", "))
}

// broken says where a file is not a table.
func (t *Table) broken(err error) error {
	var parse *csv.ParseError
	var long tooLongError
	switch {
	case errors.As(err, &long):
		line := 1
		if errors.As(err, &parse) {
			line = parse.StartLine
		}
		return fmt.Errorf("%s:%d:1: %w; a quotation mark is probably not closed", t.name, line, long)
	case errors.Is(err, csv.ErrFieldCount) && errors.As(err, &parse):
		return fmt.Errorf("%s:%d:1: the row does not have as many cells as the header; look for a line break or a separator without quotation marks", t.name, parse.Line)
	case errors.As(err, &parse):
		return fmt.Errorf("%s:%d:%d: %w; look for a quotation mark that is not closed or not doubled", t.name, parse.Line, parse.Column, parse.Err)
	}
	return fmt.Errorf("%s: reading: %w", t.name, err)
}

// boundedReader fails when more than max bytes are asked for without a row in between: a quotation mark that is never closed
// would otherwise take the rest of a large file into memory.
type boundedReader struct {
	in         io.Reader
	since, max int
}

// tooLongError is a row longer than so many bytes.
type tooLongError int

func (e tooLongError) Error() string { return fmt.Sprintf("a row is longer than %d bytes", int(e)) }

func (b *boundedReader) Read(p []byte) (int, error) {
	if b.since > b.max {
		return 0, tooLongError(b.max)
	}
	n, err := b.in.Read(p)
	b.since += n
	return n, err
}
