package idealpoints

import (
	"strings"
	"unicode/utf8"
)

// windows1252 is what the bytes 0x80 to 0x9F mean there; the rest of the upper half is as in Unicode. Zero: no character.
var windows1252 = [32]rune{'€', 0, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0, 'Ž', 0,
	0, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0, 'ž', 'Ÿ'}

// decode is the text of a cell, whichever way it was encoded: UTF-8, Windows-1252, or UTF-8 that a program took for
// Windows-1252 and encoded once more.
func decode(cell string) string {
	if !utf8.ValidString(cell) {
		return fromWindows(cell)
	}
	if once, ok := toWindows(cell); ok && once != cell && utf8.ValidString(once) {
		return once
	}
	return cell
}

func fromWindows(cell string) string {
	var b strings.Builder
	for i := range len(cell) {
		c := rune(cell[i])
		if c >= 0x80 && c < 0xA0 && windows1252[c-0x80] != 0 {
			c = windows1252[c-0x80]
		}
		b.WriteRune(c)
	}
	return b.String()
}

// toWindows undoes one encoding; false when a character has no byte there, so nothing was encoded twice.
func toWindows(cell string) (string, bool) {
	var b strings.Builder
next:
	for _, r := range cell {
		if r < 0x100 {
			b.WriteByte(byte(r))
			continue
		}
		for i, known := range windows1252 {
			if known == r {
				b.WriteByte(byte(0x80 + i))
				continue next
			}
		}
		return "", false
	}
	return b.String(), true
}
