package actors_test

import "testing"

func TestOffsetsAreExact(t *testing.T) {
	b := newBench(t)
	text := "Tajikistan President Emomali Rahmon condemned the attack on Vladimir Putin's residence."
	got := writeAll(text, b.read(text, "2025-12-31"))
	want := "Tajikistan President Emomali Rahmon=TJK.GOV:rahmon; ~Vladimir Putin=RUS.GOV:putin"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
