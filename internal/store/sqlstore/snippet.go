package sqlstore

import (
	"strings"
)

// Marks around found words in a snippet: control characters, which no screen shows and no text holds.
const (
	markStart = "\x02"
	markEnd   = "\x03"
)

// snippetWords is the length of a snippet; beforeHit of them come before the first find.
const (
	snippetWords = 24
	beforeHit    = 6
)

// snippet cuts the stretch of text around the first find of any term and marks every find in it. A text without a
// find gives its beginning.
func snippet(text string, terms []term) string {
	text = strings.NewReplacer(markStart, "", markEnd, "").Replace(text)
	var window []span // of the stretch so far
	var found []bool
	first := -1 // place of the first find in window
	recent := make([]string, 0, maxTerms)
	cut(text, func(s span) bool {
		if first < 0 && len(window) == snippetWords+beforeHit {
			window, found = append(window[:0], window[1:]...), append(found[:0], found[1:]...)
		}
		window, found = append(window, s), append(found, false)
		if len(recent) == maxTerms {
			recent = append(recent[:0], recent[1:]...)
		}
		recent = append(recent, s.word)
		for _, t := range terms {
			if !t.ends(recent) {
				continue
			}
			for i := max(0, len(found)-len(t.words)); i < len(found); i++ {
				found[i] = true
				if first < 0 || i < first {
					first = i
				}
			}
		}
		return first < 0 || len(window) < first+snippetWords
	})
	if len(window) == 0 {
		return ""
	}
	if first < 0 { // the window has moved to the end of the text: show the beginning
		return strings.TrimSpace(head(text))
	}
	from := max(0, first-beforeHit)
	to := min(len(window), from+snippetWords)
	return strings.TrimSpace(marked(text, window[from:to], found[from:to], from > 0 || window[0].start > 0 && window[from].start > window[0].start))
}

// ends says whether the term ends with the last of the words.
func (t term) ends(words []string) bool {
	if len(words) < len(t.words) {
		return false
	}
	tail := words[len(words)-len(t.words):]
	last := len(tail) - 1
	for i, w := range t.words {
		if tail[i] != w && (i < last || !t.prefix || !strings.HasPrefix(tail[i], w)) {
			return false
		}
	}
	return true
}

func marked(text string, window []span, found []bool, cutBefore bool) string {
	var b strings.Builder
	if cutBefore {
		b.WriteString("… ")
	}
	at := window[0].start
	for i, s := range window {
		b.WriteString(flat(text[at:s.start]))
		at = s.end
		if found[i] {
			b.WriteString(markStart + text[s.start:s.end] + markEnd)
			continue
		}
		b.WriteString(text[s.start:s.end])
	}
	if rest := text[at:]; len(rest) > 80 || strings.TrimSpace(rest) != "" && len(window) == snippetWords {
		b.WriteString(" …")
	} else {
		b.WriteString(flat(rest))
	}
	return b.String()
}

func head(text string) string {
	var window []span
	cut(text, func(s span) bool {
		window = append(window, s)
		return len(window) < snippetWords
	})
	return marked(text, window, make([]bool, len(window)), false)
}

// flat makes the space between two words fit on one line.
func flat(gap string) string {
	if strings.ContainsAny(gap, "\n\r\t") {
		return strings.Join(strings.Fields(gap), " ") + " "
	}
	return gap
}
