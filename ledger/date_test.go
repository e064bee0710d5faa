package ledger

import (
	"encoding/json"
	"errors"
	"testing"
	"time"
)

// The dates are the examples of the EDTF specification (levels 0 and 1), plus
// forms that the casebook uses.
func TestParseDateReadsEDTF(t *testing.T) {
	tests := []struct {
		text, first, last string
		precision         Precision
	}{
		{"1985-04-12", "1985-04-12", "1985-04-12", PrecisionDay},
		{"1985-04", "1985-04-01", "1985-04-30", PrecisionMonth},
		{"1985", "1985-01-01", "1985-12-31", PrecisionYear},
		{"2024-02", "2024-02-01", "2024-02-29", PrecisionMonth},
		{"1985-04-12T23:20:30", "1985-04-12", "1985-04-12", PrecisionSecond},
		{"1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12", PrecisionSecond},
		{"1985-04-12T23:20:30-04:00", "1985-04-13", "1985-04-13", PrecisionSecond},
		{"1985-04-12T02:20:30+04:30", "1985-04-11", "1985-04-11", PrecisionSecond},
		{"1964/2008", "1964-01-01", "2008-12-31", PrecisionInterval},
		{"2004-06/2006-08", "2004-06-01", "2006-08-31", PrecisionInterval},
		{"2004-02-01/2005-02-08", "2004-02-01", "2005-02-08", PrecisionInterval},
		{"2004-02-01/2005-02", "2004-02-01", "2005-02-28", PrecisionInterval},
		{"2004-02-01/2005", "2004-02-01", "2005-12-31", PrecisionInterval},
		{"2005/2006-02", "2005-01-01", "2006-02-28", PrecisionInterval},
		{"Y170002", "Y170002-01-01", "Y170002-12-31", PrecisionYear},
		{"Y-170002", "Y-170002-01-01", "Y-170002-12-31", PrecisionYear},
		{"2001-21", "2001-03-01", "2001-05-31", PrecisionSeason},
		{"2001-22", "2001-06-01", "2001-08-31", PrecisionSeason},
		{"2001-23", "2001-09-01", "2001-11-30", PrecisionSeason},
		{"2023-24", "2023-12-01", "2024-02-29", PrecisionSeason},
		{"1984?", "1984-01-01", "1984-12-31", PrecisionYear},
		{"2004-06~", "2004-06-01", "2004-06-30", PrecisionMonth},
		{"2004-06-11%", "2004-06-11", "2004-06-11", PrecisionDay},
		{"201X", "2010-01-01", "2019-12-31", PrecisionDecade},
		{"20XX", "2000-01-01", "2099-12-31", PrecisionCentury},
		{"-201X", "-2019-01-01", "-2010-12-31", PrecisionDecade},
		{"-000X", "-0009-01-01", "-0001-12-31", PrecisionDecade},
		{"2004-XX", "2004-01-01", "2004-12-31", PrecisionYear},
		{"1985-04-XX", "1985-04-01", "1985-04-30", PrecisionMonth},
		{"1985-XX-XX", "1985-01-01", "1985-12-31", PrecisionYear},
		{"1985-04-12/..", "1985-04-12", "..", PrecisionInterval},
		{"1985-04/..", "1985-04-01", "..", PrecisionInterval},
		{"1985/..", "1985-01-01", "..", PrecisionInterval},
		{"../1985-04-12", "..", "1985-04-12", PrecisionInterval},
		{"../1985", "..", "1985-12-31", PrecisionInterval},
		{"1985-04-12/", "1985-04-12", "..", PrecisionInterval},
		{"1985/", "1985-01-01", "..", PrecisionInterval},
		{"/1985-04-12", "..", "1985-04-12", PrecisionInterval},
		{"/1985", "..", "1985-12-31", PrecisionInterval},
		{"1984~/2004-06", "1984-01-01", "2004-06-30", PrecisionInterval},
		{"1984/2004-06~", "1984-01-01", "2004-06-30", PrecisionInterval},
		{"1984?/2004%", "1984-01-01", "2004-12-31", PrecisionInterval},
		{"2004-06-11%/..", "2004-06-11", "..", PrecisionInterval},
		{"-1985", "-1985-01-01", "-1985-12-31", PrecisionYear},
		{"0000", "0000-01-01", "0000-12-31", PrecisionYear},
		{"", "..", "..", PrecisionUnknown},
	}
	for _, tt := range tests {
		d, err := ParseDate(tt.text)
		if err != nil {
			t.Errorf("%q: %v", tt.text, err)
			continue
		}
		first, last := d.Span()
		if first.String() != tt.first || last.String() != tt.last {
			t.Errorf("%q spans %s to %s, want %s to %s", tt.text, first, last, tt.first, tt.last)
		}
		if d.Precision() != tt.precision {
			t.Errorf("%q has precision %s, want %s", tt.text, d.Precision(), tt.precision)
		}
		if d.String() != tt.text {
			t.Errorf("%q is written %q", tt.text, d)
		}
	}
}

func TestOffsetsAreWrittenOneWay(t *testing.T) {
	for text, want := range map[string]string{
		"1985-04-12T23:20:30-04":    "1985-04-12T23:20:30-04:00",
		"1985-04-12T23:20:30+00":    "1985-04-12T23:20:30Z",
		"1985-04-12T23:20:30+00:00": "1985-04-12T23:20:30Z",
	} {
		if got := MustDate(text).String(); got != want {
			t.Errorf("%s is written %s, want %s", text, got, want)
		}
	}
}

func TestQualifiersAndLooseSpan(t *testing.T) {
	tests := []struct {
		text                   string
		approximate, uncertain bool
		first, last            string // Loose
	}{
		{"2025-06-11", false, false, "2025-06-11", "2025-06-11"},
		{"2025-06-11?", false, true, "2025-06-11", "2025-06-11"},
		{"2025-06-11~", true, false, "2025-06-10", "2025-06-12"},
		{"2025-06%", true, true, "2025-05-17", "2025-07-15"},
		{"2001-21~", true, false, "2001-01-14", "2001-07-16"},
		{"2025~", true, false, "2024-07-02", "2026-07-02"},
		{"2025~/2026", true, false, "2024-07-02", "2026-12-31"},
		{"2025/2026-01-31~", true, false, "2025-01-01", "2026-02-01"},
		{"../2025?", false, true, "..", "2025-12-31"},
		{"2025-12-31T23:00:00Z", false, false, "2025-12-31", "2025-12-31"},
	}
	for _, tt := range tests {
		d := MustDate(tt.text)
		if d.Approximate() != tt.approximate || d.Uncertain() != tt.uncertain {
			t.Errorf("%s: approximate %t, uncertain %t", tt.text, d.Approximate(), d.Uncertain())
		}
		if first, last := d.Loose(); first.String() != tt.first || last.String() != tt.last {
			t.Errorf("%s is loosely %s to %s, want %s to %s", tt.text, first, last, tt.first, tt.last)
		}
	}
}

func TestInstant(t *testing.T) {
	got, ok := MustDate("2026-01-01T01:00:00+05:00").Instant()
	if want := time.Date(2025, 12, 31, 20, 0, 0, 0, time.UTC); !ok || !got.Equal(want) || got.Hour() != 1 {
		t.Errorf("instant %v %t, want %v shown in its own offset", got, ok, want)
	}
	for _, text := range []string{"", "2026", "2026-01-01", "2026-01-01T01:00:00", "2026/.."} {
		if _, ok := MustDate(text).Instant(); ok {
			t.Errorf("%q has an instant", text)
		}
	}
	if d := DateAt(got); d.String() != "2025-12-31T20:00:00Z" {
		t.Errorf("DateAt gives %s", d)
	}
	if d := DateAt(time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)); !d.IsZero() {
		t.Errorf("DateAt of year 10000 gives %s", d)
	}
}

func TestDay(t *testing.T) {
	for text, want := range map[string]Day{"1970-01-01": 0, "1969-12-31": -1, "2000-03-01": 11017, "0000-01-01": -719528} {
		at, _ := MustDate(text + "T23:59:59Z").Instant()
		day := DayOf(at)
		if day != want || day.String() != text || day.Date() != MustDate(text) || DayOf(day.Time()) != want {
			t.Errorf("%s: day %d %s, date %s, want %d", text, day, day, day.Date(), want)
		}
	}
	if DayOf(time.Unix(1<<60, 0)) != MaxDay || DayOf(time.Unix(-1<<60, 0)) != MinDay || !MaxDay.Date().IsZero() {
		t.Error("days beyond the range are not held at its ends")
	}
}

func TestDateInJSON(t *testing.T) {
	type row struct{ From, To Date }
	var r row
	if err := json.Unmarshal([]byte(`{"From":"1991-12~","To":""}`), &r); err != nil {
		t.Fatal(err)
	}
	if r != (row{MustDate("1991-12~"), Date{}}) {
		t.Errorf("read %v", r)
	}
	if b, err := json.Marshal(r); err != nil || string(b) != `{"From":"1991-12~","To":""}` {
		t.Errorf("wrote %s, %v", b, err)
	}
	var fault *DateError
	if err := json.Unmarshal([]byte(`{"From":"soon"}`), &r); !errors.As(err, &fault) {
		t.Errorf("error %v is not a DateError", err)
	}
}
