package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// paragraphs joins lines. A new paragraph begins after a wider space, at an indent, at another size of letters, and where the line
// before ended a sentence well short of its column. A word divided at the end of a line is joined without its hyphen when both
// halves are small letters; joined counts them.
func paragraphs(pages [][]line) (out []Paragraph, joined int) {
	body := bodySize(pages)
	var words strings.Builder
	var current Paragraph
	var before *line
	flush := func() {
		if current.Text = strings.TrimSpace(words.String()); current.Text != "" {
			out = append(out, current)
		}
		words.Reset()
	}
	for _, page := range pages {
		right := columnEnds(page)
		for i := range page {
			l := &page[i]
			heading := l.size > 1.15*body && utf8.RuneCountInString(l.text) < 200
			if before == nil || heading != current.Heading || begins(*before, *l, right[before.text], body) {
				flush()
				current = Paragraph{Heading: heading, Page: l.page}
			}
			text := words.String()
			switch {
			case words.Len() == 0:
				words.WriteString(l.text)
			case divided(text, l.text):
				words.Reset()
				words.WriteString(strings.TrimRight(text, "-\u2010\u00ad"))
				words.WriteString(l.text)
				joined++
			default:
				words.WriteByte(' ')
				words.WriteString(l.text)
			}
			before = l
		}
	}
	flush()
	return out, joined
}

// begins reports whether l opens a paragraph after before.
func begins(before, l line, columnEnd, body float64) bool {
	if before.page != l.page || l.y > before.y { // next page or column: a sentence may go on
		return endsSentence(before.text)
	}
	size := max(body, 4)
	pitch := before.y - l.y
	switch {
	case pitch > 1.75*size:
		return true
	case l.x0-before.x0 > .8*size && l.x0-before.x0 < 5*size && endsSentence(before.text):
		return true
	}
	return columnEnd > 0 && before.x1 < columnEnd-6*size && endsSentence(before.text)
}

// columnEnds is how far the column of each line reaches to the right, by the line's text (the furthest end of lines that begin near
// where it begins).
func columnEnds(page []line) map[string]float64 {
	ends := map[string]float64{}
	for i, l := range page {
		far := l.x1
		for _, o := range page[max(0, i-40):min(len(page), i+40)] {
			if o.x0-l.x0 < 3*l.size && l.x0-o.x0 < 3*l.size {
				far = max(far, o.x1)
			}
		}
		ends[l.text] = far
	}
	return ends
}

func endsSentence(s string) bool {
	s = strings.TrimRight(s, "”\"’')]» ")
	return s == "" || strings.ContainsRune(".!?:;…", rune(s[len(s)-1])) || strings.HasSuffix(s, "…")
}

// divided reports whether the last word of a goes on in b.
func divided(a, b string) bool {
	stem := strings.TrimRight(a, "-\u2010\u00ad")
	if len(stem) == len(a) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(stem)
	first, _ := utf8.DecodeRuneInString(b)
	return unicode.IsLower(last) && unicode.IsLower(first)
}

// bodySize is the size in which most letters are set.
func bodySize(pages [][]line) float64 {
	letters := map[float64]int{}
	for _, p := range pages {
		for _, l := range p {
			letters[l.size] += len(l.text)
		}
	}
	best, most := 10.0, 0
	for _, size := range sortedKeys(letters) {
		if letters[size] > most {
			best, most = size, letters[size]
		}
	}
	return best
}

func sortedKeys(m map[float64]int) []float64 {
	out := make([]float64, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// withoutFurniture drops lines at the top and bottom of pages that say the same, digits aside, on at least three pages and a third
// of them all; and lone page numbers there.
func withoutFurniture(pages [][]line) (kept [][]line, dropped int) {
	seen := map[string]int{}
	for _, p := range pages {
		for _, text := range slices.Compact(slices.Sorted(slices.Values(edgeTexts(p)))) {
			seen[text]++
		}
	}
	for _, p := range pages {
		edges := edgeLines(p)
		var rest []line
		for i, l := range p {
			text := withoutDigits(l.text)
			if edges[i] && (seen[text] >= 3 && 3*seen[text] >= len(pages) || text == "" && len(pages) > 1) {
				dropped++
				continue
			}
			rest = append(rest, l)
		}
		kept = append(kept, rest)
	}
	return kept, dropped
}

// edgeLines marks the two uppermost and two lowest base lines of a page.
func edgeLines(page []line) []bool {
	ys := make([]float64, len(page))
	for i, l := range page {
		ys[i] = l.y
	}
	slices.Sort(ys)
	ys = slices.CompactFunc(ys, func(a, b float64) bool { return math.Abs(b-a) < 2 })
	out := make([]bool, len(page))
	for i, l := range page {
		out[i] = len(ys) > 0 && (l.y <= ys[min(1, len(ys)-1)]+1 || l.y >= ys[max(0, len(ys)-2)]-1)
	}
	return out
}

func edgeTexts(page []line) []string {
	var out []string
	for i, edge := range edgeLines(page) {
		if edge {
			out = append(out, withoutDigits(page[i].text))
		}
	}
	return out
}

func withoutDigits(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || unicode.IsPunct(r) {
			return -1
		}
		return r
	}, s))
}
