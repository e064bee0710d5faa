package ledger

import (
	"errors"
	"testing"

	"pgregory.net/rapid"
)

func TestLag(t *testing.T) {
	tests := []struct {
		from, to string
		min, max int
		words    string
	}{
		{"2025-12-29", "2025-12-31", 2, 2, "2 days"},
		{"2025-12-31", "2026-01-01", 1, 1, "1 day"},
		{"2025-12-31", "2025-12-31", 0, 0, "the same day"},
		{"2025-12-31", "2025-12-30", -1, -1, "1 day earlier"},
		{"2025-12-22", "2026-01", 10, 40, "between 10 and 40 days"},
		{"2025-12", "2025-12-03", -28, 2, "between 28 days earlier and 2 days later"},
		{"2026-01", "2025-12-31", -31, -1, "between 1 and 31 days earlier"},
		{"2025-12-31", "2025-12", -30, 0, "between 0 and 30 days earlier"},
		{"2024-02", "2024-03", 1, 59, "between 1 and 59 days"},
		{"2025-12-31T23:00:00Z", "2026-01-01T01:00:00Z", 1, 1, "1 day"},
		{"2025-12-31~", "2026-01-01", 1, 1, "1 day"},
	}
	for _, tt := range tests {
		l := Lag(MustDate(tt.from), MustDate(tt.to))
		if !l.Known || l.Min != tt.min || l.Max != tt.max || l.String() != tt.words {
			t.Errorf("%s to %s: %d..%d %q, want %d..%d %q", tt.from, tt.to, l.Min, l.Max, l, tt.min, tt.max, tt.words)
		}
	}
	for _, pair := range [][2]string{{"", "2025"}, {"2025", ""}, {"2025/..", "2026"}, {"2024", "../2025"}, {"2024/", "2026"}} {
		l := Lag(MustDate(pair[0]), MustDate(pair[1]))
		if lo, hi := l.Hours(); l.Known || l.String() != "unknown" || lo != 0 || hi != 0 || l.Within(MustWindow("P1D")) != Possibly {
			t.Errorf("%v: %+v, want an unknown lag", pair, l)
		}
	}
}

func TestLagHours(t *testing.T) {
	tests := []struct {
		from, to string
		min, max float64
	}{
		{"2025-12-31T09:30:00Z", "2025-12-31T11:00:00Z", 1.5, 1.5},
		{"2025-12-31T23:00:00+03:00", "2025-12-31T19:00:00Z", -1, -1},
		{"2025-12-31T18:00:00Z", "2026-01-01", 6, 30},
		{"2025-12-30", "2025-12-31T18:00:00Z", 18, 42},
		{"2025-12-30", "2025-12-31", 0, 48},
		{"2025-12-31", "2025-12-31", -24, 24},
	}
	for _, tt := range tests {
		if lo, hi := Lag(MustDate(tt.from), MustDate(tt.to)).Hours(); lo != tt.min || hi != tt.max {
			t.Errorf("%s to %s: %v..%v hours, want %v..%v", tt.from, tt.to, lo, hi, tt.min, tt.max)
		}
	}
	if lo, hi := (LagRange{Min: 1, Max: 2, Known: true}).Hours(); lo != 0 || hi != 72 {
		t.Errorf("a lag written by hand has %v..%v hours, want 0..72", lo, hi)
	}
}

func TestLagWithin(t *testing.T) {
	tests := []struct {
		from, to, window string
		want             Certainty
	}{
		{"2025-12-29", "2025-12-31", "P2D", Certainly},
		{"2025-12-29", "2026-01-01", "P2D", Never},
		{"2025-12-29", "2025-12-28", "P2D", Never},
		{"2025-12-29", "2025-12-29", "P0D", Certainly},
		{"2025-12-22", "2026-01", "P2W", Possibly},
		{"2025-12-22", "2026-01", "P6W", Certainly},
		{"2025-12-22", "2026-01", "P1W", Never},
		{"2025-01-01", "2025-02-01", "P1M", Certainly}, // 31 days, counted from January
		{"2025-02-01", "2025-03-04", "P1M", Never},     // 31 days, counted from February
		{"2025-01-31", "2025-02-28", "P1M", Certainly},
		{"2025-01-31", "2025-03-01", "P1M", Never},
		{"2024-02-29", "2025-02-28", "P1Y", Certainly},
		{"2025-01", "2025-02", "P1M", Possibly},
		{"2025-01", "2025-03-05", "P2M", Possibly}, // 33 to 63 days; two months have 59 to 62
		{"2025-01", "2025-03-05", "P3M", Certainly},
		{"2025-12-31T09:00:00Z", "2026-01-01T09:00:00Z", "PT24H", Certainly},
		{"2025-12-31T09:00:00Z", "2026-01-01T09:00:01Z", "PT24H", Never},
		{"2025-12-31T09:00:00Z", "2025-12-31T08:59:59Z", "PT24H", Never},
		{"2025-12-31T09:00:00Z", "2025-12-31T08:59:59Z", "P1D", Never}, // same day, wrong order
		{"2025-12-31T00:00:00Z", "2025-12-31", "PT24H", Certainly},
		{"2025-12-31", "2025-12-31", "PT24H", Possibly},
		{"2025-12-31", "2026-01-01", "PT24H", Possibly},
		{"2025-12-31", "2026-01-02", "PT24H", Never}, // more than 24 hours after any hour of the 31st
		{"2025-12-31", "2026-01-02T00:00:00Z", "PT24H", Never},
		{"2025-12-31", "2025-12-30", "PT24H", Never},
		{"2025-12-31T00:00:00Z", "2025-12-30", "PT24H", Never},
		{"2025-12-31", "2025-12-31T00:00:00Z", "PT24H", Possibly},
		{"2025-12-31", "2026-01-01", "PT48H", Certainly},
		{"2025-12-31", "2099-01-01", "", Certainly}, // no window: nothing is late
		{"2025-12-31", "2025-12-30", "", Never},
		{"2025-12", "2025-12-30", "", Possibly},
	}
	for _, tt := range tests {
		if got := Lag(MustDate(tt.from), MustDate(tt.to)).Within(MustWindow(tt.window)); got != tt.want {
			t.Errorf("%s to %s within %q: %s, want %s", tt.from, tt.to, tt.window, got, tt.want)
		}
	}
	if got := (LagRange{Min: 30, Max: 30, Known: true}).Within(MustWindow("P1M")); got != Possibly {
		t.Errorf("30 days within a month of no known start: %s, want possibly", got)
	}
}

func TestLagTurnedRoundChangesItsSigns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyDate().Draw(t, "a"), anyDate().Draw(t, "b")
		there, back := Lag(a, b), Lag(b, a)
		lo, hi := there.Hours()
		backLo, backHi := back.Hours()
		if there.Known != back.Known || there.Min != -back.Max || there.Max != -back.Min || lo != -backHi || hi != -backLo {
			t.Fatalf("%+v there, %+v back", there, back)
		}
		if there.Min > there.Max || lo > hi {
			t.Fatalf("%+v is upside down", there)
		}
		if there.Known && (a.Before(b) == Certainly && there.Max < 0 || b.Before(a) == Certainly && there.Min > 0) {
			t.Fatalf("%+v contradicts the order of the dates", there)
		}
	})
}

func TestALongerWindowIsNoHarderToMeet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := Lag(anyDate().Draw(t, "a"), anyDate().Draw(t, "b"))
		unit := rapid.SampledFrom([]byte("HDWMY")).Draw(t, "unit")
		n := rapid.Int16Range(0, 9998).Draw(t, "n")
		if l.Within(Window{n, unit}) > l.Within(Window{n + 1, unit}) {
			t.Fatalf("%+v", l)
		}
	})
}

func TestParseWindow(t *testing.T) {
	for text, words := range map[string]string{
		"P10D": "10 days", "P1W": "1 week", "P3M": "3 months", "P1Y": "1 year", "PT24H": "24 hours", "P0D": "0 days", "": "no time limit",
	} {
		var w Window
		if err := w.UnmarshalText([]byte(text)); err != nil || w.String() != text || w.Words() != words || w.IsZero() != (text == "") {
			t.Errorf("%q reads as %q, %q, zero %t, %v", text, w, w.Words(), w.IsZero(), err)
		}
	}
	for text, column := range map[string]int{
		"10D": 1, "P": 2, "PD": 2, "P1": 3, "PT24D": 5, "P24H": 4, "P1DT12H": 4, "P01D": 2, "P10000D": 2, "p1d": 1, "P1.5D": 3, "P-1D": 2, "PT90M": 5,
	} {
		w, err := ParseWindow(text)
		var fault *DateError
		if !errors.As(err, &fault) || fault.Column != column || !w.IsZero() {
			t.Errorf("%q reads as %q with error %v, want a fault at column %d", text, w, err, column)
		}
	}
}

func TestWindowUntil(t *testing.T) {
	tests := []struct{ from, window, until string }{
		{"2025-01-31", "P1M", "2025-02-28"},
		{"2024-01-31", "P1M", "2024-02-29"},
		{"2024-02-29", "P4Y", "2028-02-29"},
		{"2025-11-30", "P3M", "2026-02-28"},
		{"2025-12-29", "P1W", "2026-01-05"},
		{"2025-12-29", "PT24H", "2025-12-30"},
		{"2025-12-29", "PT25H", "2025-12-31"},
		{"2025-12-29", "P0D", "2025-12-29"},
		{"2025-12-29", "", ".."},
	}
	for _, tt := range tests {
		from, _ := MustDate(tt.from).Span()
		if got := MustWindow(tt.window).Until(from).String(); got != tt.until {
			t.Errorf("%s from %s lasts until %s, want %s", tt.window, tt.from, got, tt.until)
		}
	}
}
