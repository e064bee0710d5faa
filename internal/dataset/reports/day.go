package reports

import (
	"strings"
	"time"

	"orrery/ledger"
)

// ParseDay reads a day as data sets of reports write it: 2022-03-02, 20220302 or 2 March 2022, a time behind the first passed over.
// False for anything else, for days that no calendar has, and for years before 1000.
func ParseDay(text string) (ledger.Day, bool) {
	switch {
	case len(text) >= 10 && text[4] == '-' && text[7] == '-':
		if len(text) > 10 && text[10] != ' ' && text[10] != 'T' {
			return 0, false
		}
		return civil(text[:4], text[5:7], text[8:10])
	case len(text) == 8 && text[0] <= '9' && text[2] <= '9':
		return civil(text[:4], text[4:6], text[6:])
	}
	t, err := time.Parse("2 January 2006", strings.TrimSpace(text))
	if err != nil || t.Year() < 1000 {
		return 0, false
	}
	return ledger.DayOf(t), true
}

// civil is the day of a year, month and day in digits; false when no calendar has it.
func civil(year, month, day string) (ledger.Day, bool) {
	y, m, d := digits(year), digits(month), digits(day)
	if y < 1000 || m < 1 || m > 12 || d < 1 {
		return 0, false
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if t.Day() != d {
		return 0, false // 30 February
	}
	return ledger.DayOf(t), true
}

// digits is a number that is nothing but digits, -1 otherwise.
func digits(text string) int {
	n := 0
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return -1
		}
		n = n*10 + int(text[i]-'0')
	}
	return n
}
