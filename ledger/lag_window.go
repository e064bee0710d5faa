package ledger

import (
	"fmt"
	"strconv"
)

// Window is a length of time for an answer: an ISO 8601 duration of one unit, PnD,
// PnW, PnM, PnY or PTnH. It is comparable with ==; P7D and P1W are different values
// of equal length. The zero value means no window; P0D is the same calendar day.
type Window struct {
	count int16 // 0..9999
	unit  byte  // H, D, W, M, Y; 0 in the zero value
}

const doWindow = "write P10D, P2W, P3M, P1Y or PT24H"

// ParseWindow reads a window of 0 to 9999 units. Empty text is the zero window;
// any other fault is a *DateError.
func ParseWindow(s string) (Window, error) {
	if s == "" {
		return Window{}, nil
	}
	if len(s) > maxDateText {
		return Window{}, &DateError{s[:maxDateText] + "…", maxDateText + 1, "the text is too long for a window", doWindow}
	}
	r := dateReader{text: s, end: len(s)}
	if !r.take('P') {
		r.fail(0, "a window begins with P", doWindow)
	}
	hours := r.take('T')
	from, count := r.at, 0
	for c := r.peek(); c >= '0' && c <= '9'; c = r.peek() {
		count = min(count*10+int(c-'0'), 10_000)
		r.at++
	}
	unit := r.peek()
	switch {
	case r.at == from:
		r.fail(from, "a whole number is missing", doWindow)
	case r.at-from > 1 && s[from] == '0':
		r.fail(from, "the number begins with 0", "remove the zeros")
	case count > 9999:
		r.fail(from, "the number is above 9999", "use a longer unit")
	case hours && unit != 'H':
		r.fail(r.at, "after PT only hours are read", doWindow)
	case !hours && unit != 'D' && unit != 'W' && unit != 'M' && unit != 'Y':
		r.fail(r.at, "the unit is missing or not one of D, W, M, Y", doWindow)
	case r.at+1 < r.end:
		r.fail(r.at+1, "more than one unit", "give the window in one unit, as in P10D or PT36H")
	}
	if r.err != nil {
		return Window{}, r.err
	}
	return Window{count: int16(count), unit: unit}, nil
}

// MustWindow is ParseWindow for windows written in code; it panics on a fault.
func MustWindow(s string) Window {
	w, err := ParseWindow(s)
	if err != nil {
		panic(err)
	}
	return w
}

// IsZero reports whether there is no window.
func (w Window) IsZero() bool { return w == Window{} }

// String is the ISO 8601 duration, or "" for the zero window.
func (w Window) String() string {
	switch w.unit {
	case 0:
		return ""
	case 'H':
		return "PT" + strconv.Itoa(int(w.count)) + "H"
	}
	return "P" + strconv.Itoa(int(w.count)) + string(w.unit)
}

// Words says the window in plain English: "24 hours", "1 week", "no time limit".
func (w Window) Words() string {
	var name string
	switch w.unit {
	case 'H':
		name = "hour"
	case 'D':
		name = "day"
	case 'W':
		name = "week"
	case 'M':
		name = "month"
	case 'Y':
		name = "year"
	default:
		return "no time limit"
	}
	if w.count != 1 {
		name += "s"
	}
	return fmt.Sprintf("%d %s", w.count, name)
}

// Until is the last day of a window that opens on day d. A month after 31 January
// is the last day of February. A window in hours may open at any hour of d, so it
// reaches up to the day of the latest one. MaxDay for the zero window.
func (w Window) Until(d Day) Day {
	n := int(w.count)
	switch w.unit {
	case 'H':
		n = (n + 23) / 24
	case 'D':
	case 'W':
		n *= 7
	case 'M':
		return d.addMonths(n)
	case 'Y':
		return d.addMonths(12 * n)
	default:
		return MaxDay
	}
	return Day(min(int64(d)+int64(n), int64(MaxDay)))
}

func (d Day) addMonths(n int) Day {
	t := d.Time()
	first := civilDay(t.Year(), int(t.Month())+n, 1)
	last := civilDay(t.Year(), int(t.Month())+n+1, 1) - 1
	return min(first+Day(t.Day()-1), last)
}

// days is the fewest and the most days that the window can be, wherever it starts.
func (w Window) days() (shortest, longest int) {
	months := int(w.count)
	switch w.unit {
	case 'Y':
		months *= 12
	case 'M':
	default: // the zero window reaches MaxDay, longer than any lag
		n := int(w.Until(0))
		return n, n
	}
	shortest = int(MaxDay)
	// The calendar repeats after 400 years. Clamping at the end of a month gives
	// the same sums of month lengths as starting on its first day.
	for start := range 400 * 12 {
		n := int(civilDay(2000, 1+start+months, 1) - civilDay(2000, 1+start, 1))
		shortest, longest = min(shortest, n), max(longest, n)
	}
	return shortest, longest
}

// MarshalText writes String.
func (w Window) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// UnmarshalText reads what ParseWindow reads.
func (w *Window) UnmarshalText(text []byte) error {
	parsed, err := ParseWindow(string(text))
	if err != nil {
		return err
	}
	*w = parsed
	return nil
}
