package app

import (
	"slices"
	"strconv"
	"strings"

	"orrery/ledger"
)

// telling builds a sentence clause by clause. Every number goes in through count,
// alone in its clause, so that no number can stand in a sentence without its rows.
type telling struct{ out Sentence }

func (t *telling) say(text string) *telling {
	if n := len(t.out); n > 0 && t.out[n-1].Trace == "" {
		t.out[n-1].Text += text
	} else if text != "" {
		t.out = append(t.out, Clause{Text: text})
	}
	return t
}

func (t *telling) count(n int64, trace string) *telling {
	t.out = append(t.out, Clause{Text: strconv.FormatInt(n, 10), Trace: trace})
	return t
}

// part is one number with the words around it.
type part struct {
	before string
	n      int64
	trace  string
	after  string
}

// list tells parts as "a, b and c".
func (t *telling) list(parts []part) *telling {
	for i, p := range parts {
		switch {
		case i > 0 && i == len(parts)-1:
			t.say(" and ")
		case i > 0:
			t.say(", ")
		}
		t.say(p.before).count(p.n, p.trace).say(p.after)
	}
	return t
}

// aboveZero leaves out the parts that say nothing.
func aboveZero(parts []part) []part {
	return slices.DeleteFunc(parts, func(p part) bool { return p.n == 0 })
}

// plural picks the word for a number.
func plural[N int | int64](n N, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// counted writes a number of things: "1 row", "8,123 rows".
func counted(n int, one, many string) string { return Thousands(n) + " " + plural(n, one, many) }

// Thousands writes 8123 as 8,123. n is 0 or more.
func Thousands[N int | int64](n N) string {
	text := strconv.FormatInt(int64(n), 10)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}

// cut shortens a text to about n characters at a word, for labels.
func cut(text string, n int) string {
	runes := []rune(text)
	if len(runes) <= n {
		return text
	}
	short := string(runes[:n])
	if i := strings.LastIndexByte(short, ' '); i > n/2 {
		short = short[:i]
	}
	return strings.TrimRight(short, " ,;:") + "…"
}

// positionWords says a position in a table or label.
func positionWords(p ledger.Position) string {
	switch p {
	case ledger.With:
		return "with the hub"
	case ledger.LeaningWith:
		return "leaning towards the hub"
	case ledger.Neutral:
		return "neutral"
	case ledger.LeaningAgainst:
		return "leaning against the hub"
	case ledger.Against:
		return "against the hub"
	case ledger.Silent:
		return "silent"
	case ledger.AbsentPosition:
		return "absent"
	}
	return "not placed"
}
