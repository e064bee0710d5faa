package testkit

import (
	"testing"
	"time"
)

func TestClockStandsUntilMoved(t *testing.T) {
	start := time.Date(2025, 12, 29, 20, 0, 0, 0, time.FixedZone("MSK", 3*3600))
	c := NewClock(start)
	if got := c.Now(); !got.Equal(start) || got.Location() != time.UTC {
		t.Errorf("Now() = %v, want %v in UTC", got, start)
	}
	if got, want := c.Advance(24*time.Hour), start.Add(24*time.Hour); !got.Equal(want) || !c.Now().Equal(want) {
		t.Errorf("after a day: %v, want %v", got, want)
	}
	c.Set(start)
	if !c.Now().Equal(start) {
		t.Errorf("the clock could not be set back: %v", c.Now())
	}
}

func TestRandRepeatsForASeed(t *testing.T) {
	// From math/rand/v2 itself, so that a change of generator is noticed: it would move every seeded result.
	if got, want := Rand(7).Uint64(), Rand(7).Uint64(); got != want {
		t.Errorf("one seed gave %d and %d", got, want)
	}
	if Rand(7).Uint64() == Rand(8).Uint64() {
		t.Error("two seeds gave the same number")
	}
}
