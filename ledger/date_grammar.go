package ledger

import "fmt"

const (
	doYear  = "write the year first, with 4 digits, as in 2025-12-31"
	doMonth = "write the month as 01 to 12, a season as 21 to 24, or XX if unknown"
	doDay   = "write the day with 2 digits, or XX if unknown"
	maxYear = 999_999 // far beyond any record, and well inside Day
)

// part reads a date without a time of day, with its qualifier.
func (r *dateReader) part() datePart {
	var p datePart
	if r.take('Y') {
		p = r.longYear()
	} else {
		p = r.year()
		if r.take('-') {
			r.month(&p)
		}
	}
	switch {
	case r.take('~'):
		p.mark = markApproximate
	case r.take('?'):
		p.mark = markUncertain
	case r.take('%'):
		p.mark = markApproximate | markUncertain
	}
	if c := r.peek(); p.mark != 0 && r.err == nil && (c == '~' || c == '?' || c == '%') {
		r.fail(r.at, "a second qualifier", "write % for both approximate and uncertain")
	}
	return p
}

// year reads 1985, -0044, 198X or 19XX.
func (r *dateReader) year() datePart {
	from := r.at
	negative := r.take('-')
	known := 4
	for known > 2 && r.at+known <= r.end && r.text[r.at+known-1] == 'X' {
		known--
	}
	year := r.digits(known, "the year", doYear)
	p := datePart{form: formYear}
	unit := 1
	switch known {
	case 3:
		p.form, unit = formDecade, 10
	case 2:
		p.form, unit = formCentury, 100
	}
	if r.err == nil {
		r.at += 4 - known
	}
	if c := r.peek(); c >= '0' && c <= '9' {
		r.fail(r.at, "a year of more than 4 digits", "write Y before such a year, as in Y17000, or hyphens between year, month and day")
	}
	year *= unit
	if negative {
		year = -year - (unit - 1)
		if year == 0 {
			r.fail(from, "there is no year -0000", "write 0000 for the year before 0001")
		}
	}
	p.year = int32(year)
	return p
}

// longYear reads what follows the Y: an optional minus and 5 or 6 digits.
func (r *dateReader) longYear() datePart {
	negative := r.take('-')
	from, year := r.at, 0
	for c := r.peek(); c >= '0' && c <= '9'; c = r.peek() {
		year = min(year*10+int(c-'0'), maxYear+1)
		r.at++
	}
	switch count := r.at - from; {
	case count > 0 && r.text[from] == '0':
		r.fail(from, "a long year begins with 0", "remove the zeros; years of 4 digits need no Y")
	case count < 5:
		r.fail(from, fmt.Sprintf("Y is followed by %d digits", count), "write Y only before years of 5 or 6 digits, as in Y17000")
	case year > maxYear:
		r.fail(from, fmt.Sprintf("the year is beyond %d", maxYear), "check it; years reach from Y-999999 to Y999999")
	case r.peek() == '-':
		r.fail(r.at, "a month after a year with Y", "give only the year")
	}
	if negative {
		year = -year
	}
	return datePart{year: int32(year), form: formYear}
}

// month reads what follows "YYYY-".
func (r *dateReader) month(p *datePart) {
	if p.form != formYear {
		r.fail(r.at-1, "a month after a year with unknown digits", "give only the year, as in 201X")
		return
	}
	from := r.at
	if r.twoX() {
		p.form = formMonthX
		if r.take('-') {
			p.form = formMonthDayX
			if !r.twoX() {
				r.fail(r.at, "a day in an unknown month", "write XX for the day too, as in 1985-XX-XX")
			}
		}
		return
	}
	month := r.digits(2, "the month", doMonth)
	switch {
	case r.err != nil:
		return
	case month >= 1 && month <= 12:
		p.form, p.month = formMonth, uint8(month)
		if r.take('-') {
			r.day(p)
		}
	case month >= 21 && month <= 24:
		p.form, p.month = formSeason, uint8(month)
		if r.peek() == '-' {
			r.fail(r.at, "a day after a season", "give only the season, as in 2001-21")
		}
	default:
		r.fail(from, fmt.Sprintf("there is no month %02d", month), doMonth)
	}
}

// day reads what follows "YYYY-MM-".
func (r *dateReader) day(p *datePart) {
	if r.twoX() {
		p.form = formDayX
		return
	}
	from := r.at
	day := r.digits(2, "the day", doDay)
	longest := int(civilDay(int(p.year), int(p.month)+1, 1) - civilDay(int(p.year), int(p.month), 1))
	if r.err == nil && (day < 1 || day > longest) {
		r.fail(from, fmt.Sprintf("there is no day %02d in %s", day, datePart{year: p.year, month: p.month, form: formMonth}),
			fmt.Sprintf("write 01 to %d, or XX if unknown", longest))
	}
	p.form, p.day = formDay, uint8(day)
}

func (r *dateReader) twoX() bool {
	if r.err == nil && r.at+2 <= r.end && r.text[r.at:r.at+2] == "XX" {
		r.at += 2
		return true
	}
	return false
}
