package actors_test

import (
	"strings"
	"testing"
	"time"

	"orrery/ledger"
)

// TestLongSentencesTakeLinearTime gives sentences of one kind of word, as long as the segmenter lets them be and three times that.
func TestLongSentencesTakeLinearTime(t *testing.T) {
	b := newBench(t)
	for _, unit := range []string{
		"Russia, ", "Russia and ", "officials from Russia, ", "Russian, ", "Russian and ", "Putin's ", "Ivan ", "he ", "both sides ", "Russia's ", "president of ",
		"Georgia ", "CIS members except ", "Moscow, the ", "leaders of the CIS ", "Russian-Kazakh ", "their presidents ", "the president's ", "in Russia, ",
	} {
		var took [2]time.Duration
		for i, n := range []int{400, 1200} {
			text := strings.Repeat(unit, n/2)
			s := b.sentence(text, 0, len(text))
			took[i] = time.Hour
			for range 3 {
				start := time.Now()
				b.actors.Mentions(s, b.actors.NewMemory(ledger.Date{}, nil))
				took[i] = min(took[i], time.Since(start))
			}
		}
		if took[1] > 12*took[0] && took[1] > 10*time.Millisecond {
			t.Errorf("%q: %v for 400 tokens, %v for three times as many", unit, took[0], took[1])
		}
		t.Logf("%-24q %v %v", unit, took[0], took[1])
	}
}
