package reports

import (
	"math"
	"strconv"
	"strings"
)

// Whole reads a count: digits, or nothing, which is 0. A zero behind a decimal point, which statistics programs add, is passed over.
// False for anything else and for more than a billion.
func Whole(text string) (int, bool) {
	text = strings.TrimSuffix(text, ".0")
	if text == "" {
		return 0, true
	}
	if len(text) > 10 {
		return 0, false
	}
	n := digits(text)
	return n, n >= 0 && n <= 1e9
}

// Rating reads a publisher's score; rated is false where there is none. Not ok when it is no number that can stand there.
func Rating(text string) (score float64, rated, ok bool) {
	if text == "" || text == "NA" || text == "None" {
		return 0, false, true
	}
	score, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(score) || math.Abs(score) > 1e6 {
		return 0, false, false
	}
	return score, true, true
}

// Bare is the text of a cell: without spaces around it, without the quotation marks that some programs put around a whole cell, and
// empty for the words by which programs mark nothing.
func Bare(cell string) string {
	cell = strings.TrimSpace(cell)
	if len(cell) >= 2 && cell[0] == '"' && cell[len(cell)-1] == '"' {
		cell = strings.TrimSpace(strings.ReplaceAll(cell[1:len(cell)-1], `""`, `"`))
	}
	switch cell {
	case "NULL", "None", "NA", "nan", "\\N", "---":
		return ""
	}
	return cell
}
