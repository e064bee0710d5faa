package unga

import (
	"strings"
	"testing"
)

// Of two cells that cannot be read, the same one is named every time.
func TestOfTwoBrokenTotalsTheFirstIsNamed(t *testing.T) {
	const text = "resolution,date,iso3,vote,total_yes,total_no,total_abstentions\nA/RES/70/1,2015-12-01,SWE,Y,many,few,some\n"
	for range 40 {
		_, err := Read("v.csv", strings.NewReader(text), func(Row) error { return nil })
		if err == nil || !strings.Contains(err.Error(), "many") {
			t.Fatalf("%v, want an error about %q", err, "many")
		}
	}
}
