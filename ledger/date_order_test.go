package ledger

import (
	"slices"
	"testing"
)

func TestBeforeAndWithin(t *testing.T) {
	tests := []struct {
		a, b string
		want Certainty
	}{
		{"2025-12-30", "2025-12-31", Certainly},
		{"2025-12-31", "2025-12-30", Never},
		{"2025-12-31", "2025-12-31", Possibly},
		{"2025-12", "2025-12-31", Possibly},
		{"2025", "2026-01", Certainly},
		{"../1985", "1990", Certainly},
		{"1985/..", "1990", Possibly},
		{"1991/..", "1990", Never},
		{"", "1990", Possibly},
		{"2025-12-31T09:30:00Z", "2025-12-31T10:30:00Z", Certainly},
		{"2025-12-31T10:30:00Z", "2025-12-31T10:30:00Z", Never},
		{"2026-01-01T01:00:00+05:00", "2025-12-31T21:00:00Z", Certainly},
		{"2025-12-31T09:30:00Z", "2025-12-31", Possibly},
	}
	for _, tt := range tests {
		if got := MustDate(tt.a).Before(MustDate(tt.b)); got != tt.want {
			t.Errorf("%q before %q: %s, want %s", tt.a, tt.b, got, tt.want)
		}
	}
	first, last := Day(0), Day(30) // January 1970
	for text, want := range map[string]Certainty{
		"1970-01": Certainly, "1970-01-31": Certainly, "1970": Possibly, "1970-02": Never, "1969": Never, "": Possibly, "1970/..": Possibly,
	} {
		if got := MustDate(text).Within(first, last); got != want {
			t.Errorf("%q within January 1970: %s, want %s", text, got, want)
		}
		if got := MustDate(text).Within(last, first); got != Never {
			t.Errorf("%q within no days: %s", text, got)
		}
	}
}

func TestSorting(t *testing.T) {
	// A year ends after its first day, and so comes after it.
	want := []string{"../1985", "", "1985-01-01", "1985-01-01T08:00:00Z", "1985-01-01T13:00:00+04:00", "1985", "1985-01-02", "1986"}
	var dates []Date
	for _, text := range want {
		dates = append(dates, MustDate(text))
	}
	slices.Reverse(dates)
	slices.SortFunc(dates, Date.Compare)
	var got []string
	for _, d := range dates {
		got = append(got, d.String())
	}
	if !slices.Equal(got, want) {
		t.Errorf("sorted\n%q\nwant\n%q", got, want)
	}
}

func TestDateWords(t *testing.T) {
	if got := []string{Never.String(), Possibly.String(), Certainly.String()}; !slices.Equal(got, []string{"never", "possibly", "certainly"}) {
		t.Errorf("certainties %q", got)
	}
	if PrecisionUnknown.String() != "unknown" || PrecisionInterval.String() != "interval" || Precision(99).String() != "unknown" {
		t.Error("a precision has the wrong word")
	}
}
