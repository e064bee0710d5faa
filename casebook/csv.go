package casebook

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The standard library's CSV reader stops at the first fault, folds CRLF inside
// cells and skips blank lines; a checker must report every fault and an export must
// give back the same bytes. Hence this reader: RFC 4180 with LF, nothing forgiven
// silently, and always going on.

// parseSheet reads the bytes of one CSV file. It returns every row it can make out,
// with every fault of form: encoding, byte-order mark, line ends, quotes, spaces.
func parseSheet(file string, b []byte) (*sheet, []Fault) {
	s := newSheet(file, string(b))
	p := &parser{sheet: s}
	p.encoding()
	p.lineEnds()
	if strings.HasPrefix(s.text, bom) {
		p.pos = len(bom)
	}
	for p.pos < len(s.text) {
		p.row()
	}
	return s, p.faults
}

const bom = "\uFEFF"

type parser struct {
	*sheet
	pos    int
	faults []Fault
}

func (p *parser) report(offset int, problem, do string) {
	p.faults = append(p.faults, p.fault(offset, "", problem, do))
}

// encoding reports a byte-order mark and bytes that are not UTF-8: the first run of
// them with its byte, and how many more there are, since one wrong setting in an
// editor makes thousands.
func (p *parser) encoding() {
	if strings.HasPrefix(p.text, bom) {
		p.report(0, "the file starts with a byte-order mark", "save it as UTF-8 without a byte-order mark")
	}
	if utf8.ValidString(p.text) {
		return
	}
	first, runs, bad := -1, 0, false
	for i, r := range p.text {
		_, size := utf8.DecodeRuneInString(p.text[i:])
		invalid := r == utf8.RuneError && size == 1
		if invalid && !bad {
			runs++
			if first < 0 {
				first = i
			}
		}
		bad = invalid
	}
	p.report(first, fmt.Sprintf("invalid UTF-8 at byte %d%s", first+1, more(runs-1, "place")), "save the file as UTF-8")
}

// lineEnds reports CRLF, lone CR and a missing last line end.
func (p *parser) lineEnds() {
	if n := strings.Count(p.text, "\r\n"); n > 0 {
		p.report(strings.Index(p.text, "\r\n"), "the line ends with CR LF"+more(n-1, "line"), "save the file with LF line ends")
	}
	if lone := strings.Count(p.text, "\r") - strings.Count(p.text, "\r\n"); lone > 0 {
		for i := range len(p.text) {
			if p.text[i] == '\r' && !strings.HasPrefix(p.text[i:], "\r\n") {
				p.report(i, "a carriage return stands alone"+more(lone-1, "place"), "save the file with LF line ends")
				break
			}
		}
	}
	if p.text != "" && !strings.HasSuffix(p.text, "\n") {
		p.report(len(p.text), "the last line has no line end", "end the file with one")
	}
}

func more(n int, what string) string {
	switch {
	case n <= 0:
		return ""
	case n == 1:
		return ", and in one more " + what
	}
	return fmt.Sprintf(", and in %d more %ss", n, what)
}

// row reads one record up to and including its line end.
func (p *parser) row() {
	r := row{start: p.pos}
	if eol := p.eol(p.pos); eol > 0 {
		p.report(p.pos, "the line is blank", "delete it")
		p.pos += eol
		return
	}
	for {
		c := p.cell()
		r.cells = append(r.cells, c)
		r.end = p.pos
		if p.pos < len(p.text) && p.text[p.pos] == ',' {
			p.pos++
			continue
		}
		p.pos += p.eol(p.pos)
		break
	}
	p.rows = append(p.rows, r)
}

// eol returns the length of the line end at offset: 1, 2 (CRLF) or 0.
func (p *parser) eol(offset int) int {
	switch {
	case strings.HasPrefix(p.text[offset:], "\n"):
		return 1
	case strings.HasPrefix(p.text[offset:], "\r\n"):
		return 2
	}
	return 0
}

// cell reads one cell and leaves pos on the comma, the line end or the end.
func (p *parser) cell() cell {
	start := p.pos
	if start < len(p.text) && p.text[start] == '"' {
		return p.quoted(start)
	}
	end := p.bareEnd(start)
	text := p.text[start:end]
	if i := strings.IndexByte(text, '"'); i >= 0 {
		p.report(start+i, "a quotation mark stands inside a cell that is not quoted", `put the cell in quotation marks and write the mark twice: ""`)
	}
	p.pos = end
	p.spaces(start, text)
	return cell{text: text, start: start, end: end}
}

// bareEnd returns where an unquoted run that starts at offset ends.
func (p *parser) bareEnd(offset int) int {
	i := strings.IndexAny(p.text[offset:], ",\n")
	if i < 0 {
		return len(p.text)
	}
	end := offset + i
	if p.text[end] == '\n' && end > offset && p.text[end-1] == '\r' {
		end--
	}
	return end
}

func (p *parser) quoted(start int) cell {
	var text strings.Builder
	i := start + 1
	for {
		j := strings.IndexByte(p.text[i:], '"')
		if j < 0 {
			p.report(start, "the quotation mark that opens this cell is never closed", "close it before the comma or line end")
			text.WriteString(p.text[i:])
			p.pos = len(p.text)
			return cell{text: text.String(), start: start, end: p.pos}
		}
		text.WriteString(p.text[i : i+j])
		i += j + 1
		if !strings.HasPrefix(p.text[i:], `"`) {
			break
		}
		text.WriteByte('"')
		i++
	}
	end := p.bareEnd(i)
	if end > i {
		p.report(i, "text follows the closing quotation mark", `write a mark inside a cell twice: ""`)
		text.WriteString(p.text[i:end])
	}
	p.pos = end
	c := cell{text: text.String(), start: start, end: end}
	if !needsQuotes(c.text) {
		p.report(start, "the cell is quoted though nothing in it needs quotes", "take the quotation marks away, so that an export gives the same bytes")
	}
	p.spaces(start, c.text)
	return c
}

// spaces reports space around a cell's text: it makes two codes that look alike differ.
func (p *parser) spaces(start int, text string) {
	if text == "" {
		return
	}
	if trimmed := strings.TrimFunc(text, unicode.IsSpace); trimmed != text {
		p.report(start, "the cell begins or ends with a space", "take the space away")
	}
}

// needsQuotes is the rule of the writer (that of encoding/csv): quotes only around
// a cell with a comma, a quotation mark or a line end in it.
func needsQuotes(text string) bool {
	if text == "" {
		return false
	}
	first, _ := utf8.DecodeRuneInString(text)
	return text == `\.` || strings.ContainsAny(text, ",\"\r\n") || unicode.IsSpace(first)
}
