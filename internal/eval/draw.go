package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"path/filepath"
	"strings"

	"orrery/internal/coding/segment"
	"orrery/internal/extract"
	"orrery/ledger"
)

// draw writes references to sentences drawn at random from published speeches, for people to label: document, bytes, and a sum by
// which a changed file is noticed; never the words. It was run once, with the default seed, to make data/natural_drawn.jsonl.
func draw(s settings, w io.Writer) error {
	rng := rand.New(rand.NewPCG(s.seed, 1))
	n := 0
	for _, set := range []struct {
		file string
		take int
	}{{"kremlin_en_2000_2020.jsonl.gz", 120}, {"un_general_debate_1992_2024.jsonl.gz", 80}} {
		var speeches []spoken
		err := jsonLines(filepath.Join(s.shared, "data", set.file), func(_ int, v spoken) error {
			speeches = append(speeches, v)
			return nil
		})
		if err != nil {
			return err
		}
		for taken := 0; taken < set.take; {
			v := speeches[rng.IntN(len(speeches))]
			doc, err := documentOf([]byte(v.Text), extract.Hint{MediaType: "text/plain"})
			if err != nil || doc.Text != v.Text {
				continue // offsets must count in the file's own text
			}
			sentences := segment.Sentences(doc.Text, doc.Blocks, doc.Turns)
			if len(sentences) == 0 {
				continue
			}
			one := sentences[rng.IntN(len(sentences))]
			if words := len(strings.Fields(one.Words())); words < 6 || words > 60 {
				continue
			}
			taken++
			n++
			p := passage{ID: fmt.Sprintf("drawn-%03d", n), File: set.file, Doc: v.key(), Start: one.Start, End: one.End, Sum: ledger.HashBytes([]byte(one.Words()))[:12]}
			line, err := json.Marshal(map[string]any{"id": p.ID, "file": p.File, "doc": p.Doc, "start": p.Start, "end": p.End, "sum": p.Sum})
			if err != nil {
				return err
			}
			fmt.Fprintf(w, "%s\n", line)
		}
	}
	return nil
}
