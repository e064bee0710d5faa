package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// boundary decides whether the stop at offset stop ends the sentence that began at start; to is the end of the piece. end is
// where the sentence ends, after closing quotes and brackets; where it does not end, the end of the stops, which need no second look.
func (c *cutter) boundary(start, stop, to int) (end int, ok bool) {
	text := c.text
	end = stop
	single := text[stop] == '.'
	for end < to {
		r, n := utf8.DecodeRuneInString(text[end:to])
		if !isStop(r) {
			break
		}
		if end > stop {
			single = false
		}
		end += n
	}
	stops := end
	closed := false
	for end < to {
		r, n := utf8.DecodeRuneInString(text[end:to])
		if !closes(text, end, to, r, n) {
			break
		}
		closed = closed || r != ')' && r != ']'
		end += n
	}
	end = skipNote(text, end, to)
	next := end
	for next < to {
		r, n := utf8.DecodeRuneInString(text[next:to])
		if !isSpace(r) {
			break
		}
		next += n
	}
	if next == to {
		return to, true
	}
	if next == end {
		return stops, false // no white space: a decimal, an address, U.S.
	}
	word := nextWord(text, next, to)
	first, _ := utf8.DecodeRuneInString(word)
	switch {
	case word == "": // a mark that neither opens nor begins anything
		r, _ := utf8.DecodeRuneInString(text[next:to])
		if strings.ContainsRune(".,;:!?…)]-–—", r) {
			return stops, false
		}
		return end, true
	case unicode.IsLower(first) && !strings.HasPrefix(word, "al-") && !strings.HasPrefix(word, "el-"):
		return stops, false
	}
	if closed && text[stops-1] != '.' && attribution(text[next:to]) {
		return stops, false // “Why?” Mr. Kim asked
	}
	if single && stops == end && !c.fullStop(start, stop, next, word) {
		return stops, false
	}
	return end, true
}

// closes says whether the character at i belongs to the sentence before it.
func closes(text string, i, to int, r rune, n int) bool {
	switch r {
	case '”', '»', ')', ']', '’':
		return true
	case '"', '\'', '“':
		after, _ := utf8.DecodeRuneInString(text[i+n : to])
		return i+n == to || isSpace(after) || strings.ContainsRune("”\")].,", after)
	}
	return false
}

// skipNote passes the number of a note: "the treaty.[12] Later".
func skipNote(text string, i, to int) int {
	for i < to && text[i] == '[' {
		j := i + 1
		for j < to && j < i+5 && '0' <= text[j] && text[j] <= '9' {
			j++
		}
		if j == i+1 || j >= to || text[j] != ']' {
			return i
		}
		i = j + 1
	}
	return i
}

// nextWord is the word that begins at i, behind opening marks; "" if something else does.
func nextWord(text string, i, to int) string {
	for i < to {
		r, n := utf8.DecodeRuneInString(text[i:to])
		if !strings.ContainsRune("“„«\"‘'([—–-$€£#", r) {
			break
		}
		i += n
	}
	j := i
	for j < to && j-i < 40 {
		r, n := utf8.DecodeRuneInString(text[j:to])
		if !isLetterOrDigit(r) && r != '-' && r != '\'' && r != '’' {
			break
		}
		j += n
	}
	return text[i:j]
}

// attribution says whether s begins with up to four words of a name and a verb of asking or saying.
func attribution(s string) bool {
	for range 5 {
		word := nextWord(s, 0, len(s))
		if word == "" {
			return false
		}
		if asking[word] {
			return true
		}
		if r, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(r) {
			return false
		}
		s = strings.TrimLeft(s[len(word):], ". ")
	}
	return false
}
