package ledger

import (
	"fmt"
	"strings"
)

// String is the date in canonical EDTF, or "" when unknown. ParseDate gives the
// same Date back. The only spellings that change are offsets: +05 becomes +05:00
// and +00:00 becomes Z.
func (d Date) String() string {
	switch {
	case d.zone != zoneNone:
		return d.start.String() + d.clockText()
	case d.isInterval():
		return d.start.String() + "/" + d.end.String()
	}
	return d.start.String()
}

func (d Date) clockText() string {
	text := fmt.Sprintf("T%02d:%02d:%02d", d.clock/3600, d.clock/60%60, d.clock%60)
	switch d.zone {
	case zoneUTC:
		text += "Z"
	case zoneOffset:
		sign, minutes := '+', d.offset
		if minutes < 0 {
			sign, minutes = '-', -minutes
		}
		text += fmt.Sprintf("%c%02d:%02d", sign, minutes/60, minutes%60)
	}
	return text
}

func (p datePart) String() string {
	var text string
	switch p.form {
	case formOpen:
		return ".."
	case formDay:
		text = fmt.Sprintf("%s-%02d-%02d", p.yearText(), p.month, p.day)
	case formMonth, formSeason:
		text = fmt.Sprintf("%s-%02d", p.yearText(), p.month)
	case formDayX:
		text = fmt.Sprintf("%s-%02d-XX", p.yearText(), p.month)
	case formYear:
		text = p.yearText()
	case formMonthX:
		text = p.yearText() + "-XX"
	case formMonthDayX:
		text = p.yearText() + "-XX-XX"
	case formDecade:
		text = p.yearText()
		text = text[:len(text)-1] + "X"
	case formCentury:
		text = p.yearText()
		text = text[:len(text)-2] + "XX"
	}
	return text + [...]string{"", "~", "?", "%"}[p.mark]
}

// yearText writes 4 digits, or Y and more, with the minus sign first or after the Y.
func (p datePart) yearText() string {
	var b strings.Builder
	year := p.year
	if year > 9999 || year < -9999 {
		b.WriteByte('Y')
	}
	if year < 0 {
		b.WriteByte('-')
		year = -year
	}
	fmt.Fprintf(&b, "%04d", year)
	return b.String()
}
