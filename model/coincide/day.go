package coincide

import (
	"fmt"
	"slices"
	"time"
)

// Day is a civil day, counted from 1970-01-01. In JSON it is written as 2006-01-02.
type Day int32

// DayOf is the day of a time in UTC.
func DayOf(t time.Time) Day {
	y, m, d := t.UTC().Date()
	return Day(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// Time is midnight at the day's start, UTC.
func (d Day) Time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

func (d Day) String() string { return d.Time().Format(time.DateOnly) }

// MarshalText writes the day as 2006-01-02.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads 2006-01-02.
func (d *Day) UnmarshalText(text []byte) error {
	t, err := time.Parse(time.DateOnly, string(text))
	if err != nil {
		return fmt.Errorf("%q is not a day: write it as 2006-01-02", text)
	}
	*d = DayOf(t)
	return nil
}

// Span is a run of days, both ends included. A day known exactly has First = Last.
type Span struct {
	First Day `json:"first"`
	Last  Day `json:"last"`
}

// On is the span of one day.
func On(d Day) Span { return Span{d, d} }

// Days is the number of days in the span.
func (s Span) Days() int { return int(s.Last) - int(s.First) + 1 }

// Exact says whether the span is one day.
func (s Span) Exact() bool { return s.First == s.Last }

// merge sorts spans and joins those that overlap or touch.
func merge(spans []Span) []Span {
	all := slices.Clone(spans)
	slices.SortFunc(all, func(a, b Span) int { return int(a.First) - int(b.First) })
	var out []Span
	for _, s := range all {
		if n := len(out); n > 0 && s.First <= out[n-1].Last+1 {
			out[n-1].Last = max(out[n-1].Last, s.Last)
			continue
		}
		out = append(out, s)
	}
	return out
}
