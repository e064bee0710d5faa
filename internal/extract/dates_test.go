package extract

import "testing"

func TestReadDate(t *testing.T) {
	for s, want := range map[string]string{
		"2026-01-05": "2026-01-05", "2026-01-05T23:30:00+05:00": "2026-01-05", "2026-01": "2026-01", "2026": "2026",
		"5 January 2026": "2026-01-05", "Mon, 5 Jan. 2026, 10:30 GMT": "2026-01-05", "January 5th, 2026": "2026-01-05", "Jan 5, 2026 at 9:15 a.m. EST": "2026-01-05",
		"January 2026": "2026-01", "5 января 2026 г., 12:30": "2026-01-05", "5 січня 2026": "2026-01-05", "1er février 2026": "2026-02-01",
		"5. März 2026": "2026-03-05", "05.01.2026 12:30": "2026-01-05", "25/12/2025": "2025-12-25", "12/25/2025": "2025-12-25", "5/5/2026": "2026-05-05",
		"29 February 2024": "2024-02-29", "29 February 2025": "", "31.11.2025": "", "2026-13-01": "", "5 Brumaire 2026": "", "03/04/2026": "2026",
		"": "", "soon": "", "On December 31, the president spoke": "", "May 2026 be kind": "", "2026-01-05 and later": "",
	} {
		if got, _ := readDate(s); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
	if _, note := readDate("03/04/2026"); note == "" {
		t.Error("a date with two readings has no note")
	}
}
