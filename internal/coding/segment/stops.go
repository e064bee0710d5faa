package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fullStop decides whether the single point at stop, with white space and word behind it, ends a sentence.
func (c *cutter) fullStop(start, stop, next int, word string) bool {
	before := lastWord(c.text, start, stop)
	r, _ := utf8.DecodeRuneInString(word)
	digit := unicode.IsDigit(r)
	starter := starters[word] || c.text[next] == '"' || strings.HasPrefix(c.text[next:], "“") || strings.HasPrefix(c.text[next:], "«")
	switch kind := abbreviations[strings.ToLower(before)]; {
	case onlyDigits(strings.TrimSpace(c.text[start:stop])):
		return false // the number of a point
	case before == "":
		return true
	case strings.Contains(before, "."):
		if low := strings.ToLower(before); low == "a.m" || low == "p.m" {
			return !clockNext[word] && !digit
		} else if kind == never {
			return false
		}
		return starter
	case utf8.RuneCountInString(before) == 1 && unicode.IsUpper(firstRune(before)):
		return starter || before == "I" && !capitalBefore(c.text, start, stop-1)
	case kind == 0:
		return true
	case kind == never:
		return unicode.IsLower(firstRune(before)) && starter && !alwaysShort[before]
	case kind == beforeNumber:
		return !digit && !romanNumber(word)
	case kind == beforeMonthDay:
		return !digit && starter
	default: // endsToo
		return starter && !digit
	}
}

// lastWord is the run of letters, points and hyphens that ends at stop.
func lastWord(text string, start, stop int) string {
	i := stop
	for i > start && stop-i < 24 {
		r, n := utf8.DecodeLastRuneInString(text[start:i])
		if !unicode.IsLetter(r) && r != '.' {
			break
		}
		i -= n
	}
	return text[i:stop]
}

// capitalBefore says whether the word before the one that ends at i has a capital: "Nicholas I. died" against "than I. Then".
func capitalBefore(text string, start, i int) bool {
	s := strings.TrimRight(text[start:i], " ")
	j := strings.LastIndexByte(s, ' ') + 1
	return j < len(s) && j > 0 && unicode.IsUpper(firstRune(s[j:]))
}

func onlyDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return len(s) > 0 && len(s) <= 3
}

func romanNumber(s string) bool { return s != "" && strings.Trim(s, "IVXLC") == "" }

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
