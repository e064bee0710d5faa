package reports

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// Tabbed reads lines whose cells are separated by tabs and in which a quotation mark is only a character, as publishers of event
// data write them: one line, one row. (internal/dataset.Table reads tables in which cells are quoted.)
type Tabbed struct {
	Recoded int // lines that were not UTF-8 and were read as Latin-1

	name   string
	in     *bufio.Reader
	most   int
	line   int
	long   []byte
	cells  []string
	header map[string]int
	names  []string
}

// OpenTabbed reads lines of at most so many bytes; name is what errors call the file. A byte-order mark is passed over.
func OpenTabbed(name string, in io.Reader, most int) *Tabbed {
	t := &Tabbed{name: name, in: bufio.NewReaderSize(in, 1<<16), most: most}
	if mark, _ := t.in.Peek(3); string(mark) == "\xEF\xBB\xBF" {
		_, _ = t.in.Discard(3)
	}
	return t
}

// Next is the cells of the next line that is not empty, valid until the one after; io.EOF at the end.
func (t *Tabbed) Next() ([]string, error) {
	for {
		text, err := t.next()
		if err != nil {
			return nil, err
		}
		if text == "" {
			continue
		}
		t.cells = t.cells[:0]
		for {
			cell, rest, more := strings.Cut(text, "\t")
			t.cells = append(t.cells, cell)
			if !more {
				return t.cells, nil
			}
			text = rest
		}
	}
}

func (t *Tabbed) next() (string, error) {
	t.long = t.long[:0]
	t.line++
	for {
		part, err := t.in.ReadSlice('\n')
		if len(t.long)+len(part) > t.most {
			return "", fmt.Errorf("%s:%d:1: a line is longer than %d bytes; this is not a table of reports", t.name, t.line, t.most)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			t.long = append(t.long, part...)
			continue
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return "", fmt.Errorf("%s:%d:1: reading: %w", t.name, t.line, err)
		}
		if err != nil && len(t.long)+len(part) == 0 {
			return "", io.EOF
		}
		if len(t.long) > 0 {
			t.long = append(t.long, part...)
			part = t.long
		}
		text := strings.TrimRight(string(part), "\r\n")
		if !utf8.ValidString(text) {
			t.Recoded++
			text = latin1(text)
		}
		return text, nil
	}
}

// latin1 is the text of bytes that are a character each.
func latin1(text string) string {
	var b strings.Builder
	for i := range len(text) {
		b.WriteRune(rune(text[i]))
	}
	return b.String()
}

// Header reads the first line as names of columns: in lower case, with _ for anything that is not a letter or digit.
func (t *Tabbed) Header() ([]string, error) {
	cells, err := t.Next()
	if errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s:1:1: the file is empty; download it again", t.name)
	} else if err != nil {
		return nil, err
	}
	t.header, t.names = map[string]int{}, nil
	for i, cell := range cells {
		name := columnName(cell)
		t.names = append(t.names, name)
		if name == "" {
			continue // left over from too many tabs
		}
		if _, double := t.header[name]; double {
			return nil, t.Fault(i, "the header names %q twice; a column must be found by its name", name)
		}
		t.header[name] = i
	}
	return t.names, nil
}

func columnName(cell string) string {
	cell = strings.Trim(strings.ToLower(strings.TrimSpace(cell)), `"`)
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return '_'
	}, cell)
}

// Names are the columns of the header, in their order.
func (t *Tabbed) Names() []string { return t.names }

// Without takes names out of the header that the rows have no cells for, so that those behind them move up.
func (t *Tabbed) Without(names ...string) {
	kept := t.names[:0]
	for _, name := range t.names {
		if !slices.Contains(names, name) {
			kept = append(kept, name)
		}
	}
	t.names, t.header = kept, map[string]int{}
	for i, name := range t.names {
		if name != "" {
			t.header[name] = i
		}
	}
}

// Find is the position of the first of the names that the header has; -1 when it has none.
func (t *Tabbed) Find(names ...string) int {
	for _, name := range names {
		if i, ok := t.header[name]; ok {
			return i
		}
	}
	return -1
}

// Line is the number of the present line, from 1.
func (t *Tabbed) Line() int { return t.line }

// Fault is an error at a cell of the present line, or at its start when at is below zero; the column is counted in bytes from 1.
func (t *Tabbed) Fault(at int, format string, args ...any) error {
	column := 1
	for i := 0; i < at && i < len(t.cells); i++ {
		column += len(t.cells[i]) + 1
	}
	return fmt.Errorf("%s:%d:%d: %s", t.name, t.line, column, fmt.Sprintf(format, args...))
}

// HeaderFault is an error of the header.
func (t *Tabbed) HeaderFault(format string, args ...any) error {
	return fmt.Errorf("%s:1:1: %s (it has %s)", t.name, fmt.Sprintf(format, args...), strings.Join(t.names, ", "))
}
