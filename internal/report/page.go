package report

import (
	"io"
	"strconv"
	"strings"

	"orrery/internal/app"
)

// Page is a view laid out for a person: the sentence that answers, then tables.
// Data is the one table that CSV gives.
type Page struct {
	Title    string
	Sentence string
	Tables   []Table
	Notes    []string
	Data     Table
}

// Text writes the page for a terminal of so many cells; 0 cuts nothing.
func (p Page) Text(w io.Writer, width int) error {
	var parts []string
	for _, s := range append([]string{plain(p.Title)}, wrap(p.Sentence, width)) {
		if s != "" {
			parts = append(parts, s+"\n")
		}
	}
	for _, t := range p.Tables {
		if len(t.Rows) == 0 {
			continue
		}
		var b strings.Builder
		if err := t.Text(&b, width); err != nil {
			return err
		}
		parts = append(parts, b.String())
	}
	var notes strings.Builder
	for _, n := range p.Notes {
		if n != "" {
			notes.WriteString(wrap(n, width) + "\n")
		}
	}
	if notes.Len() > 0 {
		parts = append(parts, notes.String())
	}
	_, err := io.WriteString(w, strings.Join(parts, "\n"))
	return err
}

// wrap breaks prose at blanks so that a line fits; a width of 0 means 100.
func wrap(s string, width int) string {
	if width <= 0 || width > 100 {
		width = 100
	}
	var b strings.Builder
	line := 0
	for _, word := range strings.Fields(plain(s)) {
		n := len([]rune(word))
		if line > 0 && line+1+n > width {
			b.WriteString("\n")
			line = 0
		} else if line > 0 {
			b.WriteString(" ")
			line++
		}
		b.WriteString(word)
		line += n
	}
	return b.String()
}

// figures is the table of a view's figures, in the view's order.
func figures(title string, list []app.Figure) Table {
	t := Table{Title: title, Columns: columns("figure", ">n", "because")}
	for _, f := range list {
		t.add(f.Label, strconv.FormatInt(f.N, 10), quoted(f.Trace))
	}
	return t
}

// quoted makes an id ready to be pasted into a shell.
func quoted(id string) string {
	if id == "" {
		return ""
	}
	return "'" + strings.ReplaceAll(id, "'", `'\''`) + "'"
}

// scope says under what a view was computed when that is not the plain present.
func scope(s app.ScopeView) []string {
	var notes []string
	if s.AsOf != "" {
		notes = append(notes, "As the ledger was known at "+s.AsOf+".")
	}
	if s.Lens != "" {
		notes = append(notes, "Sources limited to "+s.Lens+"; "+strconv.Itoa(s.Hidden)+" records are hidden by that.")
	}
	return notes
}

// Number writes a whole number in digits.
func Number(n int64) string { return strconv.FormatInt(n, 10) }

func itoa[T ~int | ~int64](n T) string { return strconv.FormatInt(int64(n), 10) }

// decimal writes a number that may be unknown (empty) without needless digits.
func decimal(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}
