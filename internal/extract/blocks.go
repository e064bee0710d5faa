package extract

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// wrapWidth is the longest line, in characters, that is still taken for a line wrapped by hand. A text with a longer line is
// written one paragraph a line, so each of its lines is a block; else only a blank line ends a paragraph.
const wrapWidth = 120

var (
	listMark   = regexp.MustCompile(`^(?:[-–—*+•·]|\d{1,3}[.)])[ \t\x{a0}]+`)
	atxHeading = regexp.MustCompile(`^ {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$`)
	setextLine = regexp.MustCompile(`^ {0,3}(?:=+|-{2,})[ \t]*$`)
	fenceLine  = regexp.MustCompile("^ {0,3}(?:```|~~~)")
)

// line is one line of the text, without its newline.
type line struct{ start, end int }

// plainBlocks finds the blocks of plain text and Markdown from offset from on (after a front matter).
func plainBlocks(body string, from int, markdown bool) []Block {
	lines := splitLines(body, from)
	b := blockBuilder{body: body, eachLine: longestLine(body, lines) > wrapWidth}
	inFence := false
	for _, ln := range lines {
		s := body[ln.start:ln.end]
		if markdown {
			if fenceLine.MatchString(s) {
				b.flush()
				inFence = !inFence
				continue
			}
			if !inFence {
				if m := atxHeading.FindStringSubmatchIndex(s); m != nil {
					b.flush()
					b.add(Heading, ln.start+m[2], ln.start+m[3])
					continue
				}
				if setextLine.MatchString(s) && b.setext() {
					continue
				}
			}
		}
		b.line(ln)
	}
	b.flush()
	return b.blocks
}

// blockBuilder gathers lines into blocks. It serves the lines of HTML paragraphs as well.
type blockBuilder struct {
	body     string
	eachLine bool
	pending  []line // the lines of the paragraph being gathered
	blocks   []Block
}

func (b *blockBuilder) line(ln line) {
	s := b.body[ln.start:ln.end]
	if blank(s) {
		b.flush()
		return
	}
	// A speaker, a dash or a list mark opens a block even where no blank line stands before it.
	if b.eachLine || listMark.MatchString(strings.TrimLeft(s, " \t")) || looksLikeLabel(s) || (len(b.blocks) == 0 && isByline(s)) {
		b.flush()
	}
	b.pending = append(b.pending, ln)
}

func (b *blockBuilder) flush() {
	if len(b.pending) == 0 {
		return
	}
	start, end := b.pending[0].start, b.pending[len(b.pending)-1].end
	b.pending = b.pending[:0]
	kind := Paragraph
	if listMark.MatchString(strings.TrimLeftFunc(b.body[start:end], unicode.IsSpace)) {
		kind = ListItem
	}
	b.add(kind, start, end)
}

// setext turns the one pending line into a heading, if there is exactly one.
func (b *blockBuilder) setext() bool {
	if len(b.pending) == 0 && b.eachLine && len(b.blocks) > 0 {
		last := &b.blocks[len(b.blocks)-1]
		if last.Kind == Paragraph && strings.Count(b.body[last.End:], "\n") > 0 && !strings.Contains(strings.TrimRight(b.body[last.Start:last.End], " "), "\n") {
			last.Kind = Heading
			return true
		}
		return false
	}
	if len(b.pending) != 1 {
		return false
	}
	ln := b.pending[0]
	b.pending = b.pending[:0]
	b.add(Heading, ln.start, ln.end)
	return true
}

// add keeps a block that says something; rules and table bars are left out.
func (b *blockBuilder) add(kind Kind, start, end int) {
	start, end = trimSpan(b.body, start, end)
	if start < end && !blank(b.body[start:end]) {
		b.blocks = append(b.blocks, Block{Kind: kind, Start: start, End: end})
	}
}

func splitLines(body string, from int) []line {
	var lines []line
	for from < len(body) {
		end := strings.IndexByte(body[from:], '\n')
		if end < 0 {
			return append(lines, line{from, len(body)})
		}
		lines = append(lines, line{from, from + end})
		from += end + 1
	}
	return lines
}

func longestLine(body string, lines []line) int {
	longest := 0
	for _, ln := range lines {
		longest = max(longest, utf8.RuneCountInString(body[ln.start:ln.end]))
	}
	return longest
}

// blank says that there is no letter and no digit in s.
func blank(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) < 0
}

// trimSpan takes white space and invisible marks off both ends of a span.
func trimSpan(body string, start, end int) (int, int) {
	invisible := func(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }
	s := body[start:end]
	left := strings.TrimLeftFunc(s, invisible)
	return start + len(s) - len(left), start + len(s) - len(left) + len(strings.TrimRightFunc(left, invisible))
}
