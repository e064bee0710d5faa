package ledger

import "strconv"

// String is the date in canonical EDTF, or "" when unknown. ParseDate gives the
// same Date back. The only spellings that change are offsets: +05 becomes +05:00
// and +00:00 becomes Z.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	b, _ := d.AppendText(make([]byte, 0, maxDateText))
	return string(b)
}

// AppendText appends String to b; the error is always nil.
func (d Date) AppendText(b []byte) ([]byte, error) {
	b = d.start.append(b)
	switch {
	case d.zone != zoneNone:
		b = d.appendClock(b)
	case d.isInterval():
		b = d.end.append(append(b, '/'))
	}
	return b, nil
}

func (d Date) appendClock(b []byte) []byte {
	clock := int(d.clock)
	b = appendTwo(append(b, 'T'), clock/3600)
	b = appendTwo(append(b, ':'), clock/60%60)
	b = appendTwo(append(b, ':'), clock%60)
	switch d.zone {
	case zoneUTC:
		b = append(b, 'Z')
	case zoneOffset:
		sign, minutes := byte('+'), int(d.offset)
		if minutes < 0 {
			sign, minutes = '-', -minutes
		}
		b = appendTwo(append(b, sign), minutes/60)
		b = appendTwo(append(b, ':'), minutes%60)
	}
	return b
}

func (p datePart) String() string { return string(p.append(nil)) }

func (p datePart) append(b []byte) []byte {
	switch p.form {
	case formNone, formUnknown:
		return b
	case formOpen:
		return append(b, ".."...)
	}
	b = p.appendYear(b)
	switch p.form {
	case formDay:
		b = appendTwo(append(b, '-'), int(p.month))
		b = appendTwo(append(b, '-'), int(p.day))
	case formMonth, formSeason:
		b = appendTwo(append(b, '-'), int(p.month))
	case formDayX:
		b = appendTwo(append(b, '-'), int(p.month))
		b = append(b, "-XX"...)
	case formMonthX:
		b = append(b, "-XX"...)
	case formMonthDayX:
		b = append(b, "-XX-XX"...)
	case formDecade:
		b = append(b[:len(b)-1], 'X')
	case formCentury:
		b = append(b[:len(b)-2], "XX"...)
	}
	return append(b, [...]string{"", "~", "?", "%"}[p.mark]...)
}

// appendYear writes 4 digits, or Y and more, with the minus first or after the Y.
func (p datePart) appendYear(b []byte) []byte {
	year := int(p.year)
	if year > 9999 || year < -9999 {
		b = append(b, 'Y')
	}
	if year < 0 {
		b = append(b, '-')
		year = -year
	}
	if year > 9999 {
		return strconv.AppendInt(b, int64(year), 10)
	}
	return appendTwo(appendTwo(b, year/100), year%100)
}

func appendTwo(b []byte, n int) []byte {
	return append(b, byte('0'+n/10), byte('0'+n%10))
}
