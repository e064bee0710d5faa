package pairs

import (
	"testing"

	"orrery/internal/coding/readingtest"
	"orrery/internal/coding/wording"
)

// TestExamplesOfTheLists runs the sentences that stand below the turns in the data files.
func TestExamplesOfTheLists(t *testing.T) {
	w, err := readingtest.NewWords()
	if err != nil {
		t.Fatal(err)
	}
	for file, text := range map[string]string{"pairs/data/turns.txt": turnsText} {
		b, err := wording.Load(w.Lexicon, file, text)
		if err != nil {
			t.Fatal(err)
		}
		if len(b.Examples()) < 3 {
			t.Errorf("%s: hardly an example", file)
		}
		for _, f := range w.Examples(b) {
			t.Errorf("%s:%d: %s", file, f.Line, f.Text)
		}
	}
}
