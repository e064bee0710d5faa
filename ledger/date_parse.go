package ledger

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// maxDateText is longer than any date: two qualified dates and a slash.
const maxDateText = 32

// ParseDate reads EDTF level 1: 1985, 1985-04, 1985-04-12, 2025-12-31T09:30:00Z
// (also +05:00, +05, or no offset), seasons 1985-21 to 1985-24, unspecified digits
// 201X, 20XX, 2004-XX, 1985-04-XX, 1985-XX-XX, -0044, Y17000, a final ~ ? or %, and
// intervals of these dates with "/", an end left open ("..") or empty (unknown).
// Years reach from -999999 to 999999. Empty text is the zero date. Any other fault
// is a *DateError. One thing beyond level 1 is read: X digits in interval ends.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	if len(s) > maxDateText {
		return Date{}, &DateError{s[:maxDateText] + "…", maxDateText + 1, "the text is too long for a date", "write only the date, as in 2025-12-31"}
	}
	if slash := strings.IndexByte(s, '/'); slash >= 0 {
		return parseInterval(s, slash)
	}
	r := dateReader{text: s, end: len(s)}
	d := Date{start: r.part()}
	if r.err == nil && r.peek() == 'T' {
		r.clock(&d)
	}
	r.finish()
	if r.err != nil {
		return Date{}, r.err
	}
	return d, nil
}

// MustDate is ParseDate for dates written in code; it panics on a fault.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func parseInterval(s string, slash int) (Date, error) {
	r := dateReader{text: s}
	if second := strings.IndexByte(s[slash+1:], '/'); second >= 0 {
		r.fail(slash+1+second, "a second slash", "write days as in 2025-12-31; one slash parts the ends of an interval")
		return Date{}, r.err
	}
	d := Date{start: r.intervalEnd(0, slash), end: r.intervalEnd(slash+1, len(s))}
	if r.err != nil {
		return Date{}, r.err
	}
	if !d.start.isDate() && !d.end.isDate() {
		r.fail(0, "neither end of the interval is a date", "give at least one end, as in 1985/.. or ../1985")
		return Date{}, r.err
	}
	if first, last := d.Span(); first > last {
		r.fail(slash+1, "the interval ends before it begins", "write the earlier date first")
		return Date{}, r.err
	}
	return d, nil
}

func (r *dateReader) intervalEnd(from, to int) datePart {
	r.at, r.end = from, to
	switch {
	case r.err != nil:
		return datePart{}
	case from == to:
		return datePart{form: formUnknown}
	case r.text[from:to] == "..":
		return datePart{form: formOpen}
	}
	p := r.part()
	if r.err == nil && r.peek() == 'T' {
		r.fail(r.at, "a time of day inside an interval", "give the ends of an interval as days")
	}
	r.finish()
	return p
}

// dateReader reads text[at:end] and keeps its first fault. After a fault every
// method does nothing, so the grammar below reads without checks.
type dateReader struct {
	text    string
	at, end int
	err     error
}

func (r *dateReader) fail(at int, problem, do string) {
	if r.err == nil {
		r.err = &DateError{r.text, at + 1, problem, do}
	}
}

// peek is the next byte, or 0 at the end.
func (r *dateReader) peek() byte {
	if r.at < r.end {
		return r.text[r.at]
	}
	return 0
}

// take moves over b if it is next.
func (r *dateReader) take(b byte) bool {
	if r.err != nil || r.at >= r.end || r.text[r.at] != b {
		return false
	}
	r.at++
	return true
}

// found names what stands at the reading position, for messages.
func (r *dateReader) found() string {
	if r.at >= r.end {
		return "the date ends here"
	}
	c, _ := utf8.DecodeRuneInString(r.text[r.at:r.end])
	return fmt.Sprintf("%q stands here", c)
}

// digits reads exactly n digits as a number; what and do are for the message.
func (r *dateReader) digits(n int, what, do string) int {
	value := 0
	for range n {
		if r.err != nil {
			return 0
		}
		c := r.peek()
		if c < '0' || c > '9' {
			r.fail(r.at, r.found()+" where "+what+" needs a digit", do)
			return 0
		}
		value = value*10 + int(c-'0')
		r.at++
	}
	return value
}

func (r *dateReader) finish() {
	if r.err == nil && r.at < r.end {
		r.fail(r.at, r.found()+" after the date", "remove it, or write the date as in 2025-12-31, 2025-12, 2025~ or 2025-12-31T09:30:00Z")
	}
}
