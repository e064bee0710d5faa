package report

import (
	"io"
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
)

// Column is one column of a table.
type Column struct {
	Name  string // heading on paper and field name in CSV
	Right bool   // numbers stand flush right
}

// Table is a heading and rows of cells, one cell a column.
type Table struct {
	Title   string // empty: none
	Columns []Column
	Rows    [][]string
}

// columns makes columns from names; a leading ">" asks for flush right.
func columns(names ...string) []Column {
	cols := make([]Column, len(names))
	for i, n := range names {
		cols[i].Name, cols[i].Right = strings.CutPrefix(n, ">")
	}
	return cols
}

// add appends a row.
func (t *Table) add(cells ...string) { t.Rows = append(t.Rows, cells) }

// Text writes the table in columns as wide as their widest cell. width is that of
// the terminal in cells: rows that are wider are cut with an ellipsis; 0 cuts nothing.
func (t Table) Text(w io.Writer, width int) error {
	var b strings.Builder
	if t.Title != "" {
		b.WriteString(t.Title + "\n")
	}
	head := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		head[i] = strings.ToUpper(c.Name)
	}
	rows := append([][]string{head}, t.Rows...)
	wide := make([]int, len(t.Columns))
	for r, row := range rows {
		clean := make([]string, len(row))
		for i, cell := range row {
			clean[i] = plain(cell)
			wide[i] = max(wide[i], uniseg.StringWidth(clean[i]))
		}
		rows[r] = clean
	}
	for _, row := range rows {
		b.WriteString(cut(t.line(row, wide), width) + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// line sets one row: two blanks between columns, none at the end.
func (t Table) line(row []string, wide []int) string {
	var b strings.Builder
	for i, cell := range row {
		if i > 0 {
			b.WriteString("  ")
		}
		pad := strings.Repeat(" ", wide[i]-uniseg.StringWidth(cell))
		if t.Columns[i].Right {
			b.WriteString(pad + cell)
		} else {
			b.WriteString(cell + pad)
		}
	}
	return strings.TrimRight(b.String(), " ")
}

// cut shortens s to width cells at the border of a character as people see it.
func cut(s string, width int) string {
	if width <= 0 || uniseg.StringWidth(s) <= width {
		return s
	}
	var b strings.Builder
	used := 0
	for g := uniseg.NewGraphemes(s); g.Next(); {
		if used += g.Width(); used > width-1 {
			break
		}
		b.WriteString(g.Str())
	}
	return strings.TrimRight(b.String(), " ") + "…"
}

// plain makes text from outside safe for a terminal: control characters would move
// the cursor or colour the screen, and the controls that turn the direction of
// writing would show a sentence in another order than it was written.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r) || r == '\u2028' || r == '\u2029':
			return ' '
		case r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069':
			return -1
		case r == unicode.ReplacementChar:
			return '?'
		}
		return r
	}, s)
}
