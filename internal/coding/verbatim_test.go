package coding_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"orrery/internal/coding"
	"orrery/internal/testkit"
)

// Every quote of every document at hand is the text's own words. ORRERY_LONG=1 reads all of them (minutes); otherwise a sample.
func TestQuotesAreVerbatimInEveryDocumentAtHand(t *testing.T) {
	every := 10
	if testing.Short() {
		every = 100
	}
	if os.Getenv("ORRERY_LONG") == "1" {
		every = 1
	}
	c := coder(t)
	for _, name := range []string{"kremlin_en_2000_2020.jsonl.gz", "moldova_press_ru_sample.jsonl.gz", "un_general_debate_1992_2024.jsonl.gz"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f, err := os.Open(testkit.Shared(t, filepath.Join("data", name)))
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			z, err := gzip.NewReader(f)
			if err != nil {
				t.Fatal(err)
			}
			lines := bufio.NewScanner(z)
			lines.Buffer(nil, 64<<20)
			documents, drafts := 0, 0
			for n := 0; lines.Scan(); n++ {
				if n%every != 0 {
					continue
				}
				var v struct{ Text string }
				if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
					t.Fatal(err)
				}
				d := asRead(name, v.Text)
				r, err := c.Code(t.Context(), d, coding.Options{})
				if err != nil {
					t.Fatalf("line %d: %v", n+1, err)
				}
				if wrong := sound(d, r); wrong != "" {
					t.Errorf("line %d: %s", n+1, wrong)
				}
				documents++
				drafts += len(r.Drafts)
			}
			if err := lines.Err(); err != nil {
				t.Fatal(err)
			}
			if documents == 0 {
				t.Error("no documents")
			}
			t.Logf("%d documents, %d drafts", documents, drafts)
		})
	}
}
