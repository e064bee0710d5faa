package extract

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// metadata is what a document says about itself. Unknown parts are "".
type metadata struct {
	title, author, published, outlet, placeLine, language string
	titleBlock                                            int // the block that is the title, or -1
	notes                                                 []string
}

const (
	headBlocks = 12  // how many blocks at the beginning may hold the byline and the date
	longTitle  = 200 // characters; what is longer is a paragraph
	longBlock  = 250 // characters; the first paragraph so long ends the head
)

var (
	byLine      = regexp.MustCompile(`(?i)^(?:by|author|authors|author\(s\)|written by|text by|автор|авторы|автори|von|par|auteur|autor)\b?\s*:?\s+(.+)$`)
	authorsOnly = regexp.MustCompile(`(?i)^(?:authors?|author\(s\)|автор|авторы|автори)\s*:?$`)
	dateWords   = regexp.MustCompile(`(?i)^(?:first published|published(?: on)?|publication date|date(?: de publication)?|posted(?: on)?|on|дата(?: публикации)?|опубликовано|опубліковано|publié le|veröffentlicht(?: am)?)\s*:?\s+`)
	fileName    = regexp.MustCompile(`(?i)\.(?:jpe?g|png|gif|webp|svg|pdf)$`)
	segments    = regexp.MustCompile(`\s*[|·•]\s*|\s+[–—]\s+`)
	placeLine   = regexp.MustCompile(`^((?:\p{Lu}[\p{Lu}.’'-]+)(?: \p{Lu}[\p{Lu}.’'-]+){0,3}(?:, [\p{L} .]{2,30})?(?:, (?:\p{L}{3,9}\.? \d{1,2}|\d{1,2} \p{L}{3,9})(?:,? \d{4})?)?(?: \([^)\n]{2,40}\))?)\s*(?:—|–|--|-)\s+\S`)
	placeDate   = regexp.MustCompile(`(\p{L}{3,9}\.? \d{1,2},? \d{4}|\d{1,2} \p{L}{3,9} \d{4})`)
)

// plainMetadata reads the head of a plain text: title, byline, date, dateline; and an "Author(s)" line anywhere.
func plainMetadata(body string, blocks []Block) metadata {
	m := metadata{titleBlock: -1}
	m.findTitle(body, blocks)
	for i, b := range blocks[:min(len(blocks), headBlocks)] {
		text := body[b.Start:b.End]
		if i == m.titleBlock {
			continue
		}
		if p := placeLine.FindStringSubmatch(text); p != nil && m.placeLine == "" {
			m.readPlaceLine(p[1])
		}
		if utf8.RuneCountInString(text) > longBlock {
			break
		}
		for part := range strings.SplitSeq(text, "\n") {
			m.readHeadLine(part)
		}
	}
	if m.author == "" {
		m.author = authorBelow(body, blocks)
	}
	return m
}

// findTitle takes the first line when it is short. Saved pages begin with menus, so a short line of the head that the text
// repeats later wins: sites print the title again above the share buttons.
func (m *metadata) findTitle(body string, blocks []Block) {
	times := map[string]int{}
	for _, b := range blocks {
		times[body[b.Start:b.End]]++
	}
	for i, b := range blocks[:min(len(blocks), headBlocks)] {
		text := body[b.Start:b.End]
		if times[text] > 1 && titleLike(text) && len(strings.Fields(text)) >= 4 {
			m.title, m.titleBlock = text, i
			if i > 0 {
				m.notes = append(m.notes, "The title is the first line of the head that the text repeats; the lines before it look like a page's menu.")
			}
			return
		}
	}
	for i, b := range blocks[:min(len(blocks), headBlocks)] { // Markdown says which line is the title
		if b.Kind == Heading && titleLike(body[b.Start:b.End]) {
			m.title, m.titleBlock = body[b.Start:b.End], i
			return
		}
	}
	if len(blocks) > 1 && titleLike(body[blocks[0].Start:blocks[0].End]) {
		m.title, m.titleBlock = body[blocks[0].Start:blocks[0].End], 0
	}
}

func titleLike(s string) bool {
	return utf8.RuneCountInString(s) <= longTitle && !strings.Contains(s, "\n") && !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, ":") &&
		!listMark.MatchString(s) && byLine.FindString(s) == "" && !aboutDocument[plainWords(before(s, ":"))]
}

func before(s, sep string) string {
	head, _, _ := strings.Cut(s, sep)
	return head
}

// readHeadLine reads one short line of the head: "By A. Author, 5 January 2026 | Outlet" and its parts.
func (m *metadata) readHeadLine(s string) {
	for _, part := range segments.Split(strings.TrimSpace(strings.Trim(s, "*_ ")), -1) {
		if b := byLine.FindStringSubmatch(part); b != nil {
			name, rest, _ := strings.Cut(b[1], ", ")
			if n := authorNames(name); n != "" && m.author == "" {
				m.author = n
			}
			part = rest
		}
		m.readDate(dateWords.ReplaceAllString(strings.TrimSpace(part), ""))
	}
}

// isByline says whether a line directly under the title names an author or a date, so that it does not belong to the title.
func isByline(s string) bool {
	var m metadata
	m.readHeadLine(s)
	return m.author != "" || m.published != ""
}

func (m *metadata) readDate(s string) {
	if m.published != "" {
		return
	}
	date, note := readDate(s)
	if len(date) == 4 && note == "" {
		return // a bare year in the head is more often part of a list than a date of publication
	}
	m.published = date
	if note != "" {
		m.notes = append(m.notes, note)
	}
}

func (m *metadata) readPlaceLine(line string) {
	// A short word in capitals with nothing behind it is an acronym as often as a town.
	if !strings.ContainsAny(line, ",(") && (utf8.RuneCountInString(line) < 6 || neverNames[plainWords(line)]) {
		return
	}
	m.placeLine = line
	if d := placeDate.FindString(line); d != "" {
		m.readDate(d)
	}
}

var nameSeparator = regexp.MustCompile(`(?i)\s*[;&]\s*|\s+(?:and|и|та|und|et)\s+`)

// authorNames returns the names in a byline joined by "; ", or "" when it does not look like names.
func authorNames(s string) string {
	var names []string
	for _, n := range nameSeparator.Split(strings.Trim(s, " .*_"), -1) {
		n = strings.TrimSpace(n)
		if !nameShaped(n, 4) || len(strings.Fields(n)) < 2 || strings.ContainsAny(n, "0123456789") {
			return ""
		}
		names = append(names, n)
	}
	return strings.Join(names, "; ")
}

// authorBelow finds a line that is only "Author(s)" and takes the name under it, over captions and file names.
func authorBelow(body string, blocks []Block) string {
	left := 0
	for _, b := range blocks {
		for text := range strings.SplitSeq(body[b.Start:b.End], "\n") {
			text = strings.TrimSpace(text)
			switch {
			case authorsOnly.MatchString(text):
				left = 5
				continue
			case left == 0 || text == "":
				continue
			}
			left--
			if !fileName.MatchString(text) && !captions[plainWords(text)] {
				if name := authorNames(text); name != "" {
					return name
				}
			}
		}
	}
	return ""
}
