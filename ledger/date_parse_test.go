package ledger

import (
	"errors"
	"testing"
)

func TestParseDateErrorsSayWhereAndWhat(t *testing.T) {
	tests := []struct {
		text    string
		column  int
		problem string
	}{
		{"31.12.2025", 3, `'.' stands here where the year needs a digit`},
		{"198", 4, "the date ends here where the year needs a digit"},
		{"2025-13", 6, "there is no month 13"},
		{"2025-1-5", 7, "'-' stands here where the month needs a digit"},
		{"2025-02-29", 9, "there is no day 29 in 2025-02"},
		{"2025-12-31 09:30", 11, "' ' stands here after the date"},
		{"2025-12-31T24:00:00Z", 12, "there is no hour 24"},
		{"2025-12-31T09:30Z", 17, "'Z' stands here where a colon is needed"},
		{"2025-12-31T09:30:00+15:00", 21, "there is no offset hour 15"},
		{"2025-12-31T09:30:00-00:00", 20, "an offset of -00:00"},
		{"2025-12T09:30:00Z", 8, "a time of day after a date that is not a plain day"},
		{"2025-12-31T09:30:00Z/..", 11, "a time of day inside an interval"},
		{"20251231", 5, "a year of more than 4 digits"},
		{"2025/12/31", 8, "a second slash"},
		{"2008/1964", 6, "the interval ends before it begins"},
		{"1985-04/198x", 12, `'x' stands here where the year needs a digit`},
		{"/", 1, "neither end of the interval is a date"},
		{"../..", 1, "neither end of the interval is a date"},
		{"201X-05", 5, "a month after a year with unknown digits"},
		{"1985-XX-12", 9, "a day in an unknown month"},
		{"2001-21-05", 8, "a day after a season"},
		{"1985?~", 6, "a second qualifier"},
		{"-0000", 1, "there is no year -0000"},
		{"Y1985", 2, "Y is followed by 4 digits"},
		{"Y012345", 2, "a long year begins with 0"},
		{"Y170000002", 2, "the year is beyond 999999"},
		{"Y17000-05", 7, "a month after a year with Y"},
		{"2025年", 5, "'年' stands here after the date"},
		{"\xff", 1, `'�' stands here where the year needs a digit`},
	}
	for _, tt := range tests {
		d, err := ParseDate(tt.text)
		var fault *DateError
		if !errors.As(err, &fault) {
			t.Errorf("%q reads as %q, error %v", tt.text, d, err)
			continue
		}
		if fault.Column != tt.column || fault.Problem != tt.problem || fault.Do == "" || !d.IsZero() {
			t.Errorf("%q: %v\nwant column %d: %s", tt.text, err, tt.column, tt.problem)
		}
	}
	_, err := ParseDate("2025-13")
	want := `"2025-13", column 6: there is no month 13; write the month as 01 to 12, a season as 21 to 24, or XX if unknown`
	if err.Error() != want {
		t.Errorf("message\n%s\nwant\n%s", err, want)
	}
}
