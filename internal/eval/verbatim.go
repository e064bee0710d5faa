package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"orrery/internal/coding"
	"orrery/internal/extract"
	"orrery/ledger"
)

// verbatim codes every document at hand and counts the quotes that are the text's own words: whole runes, within the text, equal to
// what the ledger's quote would keep.
func verbatim(ctx context.Context, coder *coding.Coder, s settings) ([]row, error) {
	var rows []row
	for _, set := range corpora(s.shared) {
		c, documents, sentences := counts{}, 0, 0
		err := set.each(func(name, text string) error {
			doc, err := documentOf([]byte(text), extract.Hint{MediaType: "text/plain", FileName: name})
			if err != nil {
				return nil //nolint:nilerr // a text without words holds no quote
			}
			result, err := coder.Code(ctx, doc, coding.Options{})
			if err != nil {
				return err
			}
			documents++
			sentences += len(result.Reading.Sentences)
			hash := ledger.HashBytes([]byte(doc.Text))
			for _, d := range result.Drafts {
				c.found++
				q, err := ledger.NewQuote(hash, doc.Text, d.Span.Start, d.Span.End, d.Voice)
				if err != nil {
					fmt.Printf("%s: %v\n", name, err)
					continue
				}
				if q.Matches(doc.Text) && d.Span.Holds(d.Trigger) && strings.Contains(doc.Text, q.Exact) {
					c.hit++
				}
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		rows = append(rows, row{what: set.name, value: c.precision(), n: c.found, goal: 1, note: fmt.Sprintf("%d documents, %d sentences", documents, sentences)})
	}
	return rows, nil
}

// corpus is a set of texts.
type corpus struct {
	name string
	each func(func(name, text string) error) error
}

func corpora(shared string) []corpus {
	texts := func(file string) func(func(string, string) error) error {
		return func(f func(string, string) error) error {
			return jsonLines(filepath.Join(shared, "data", file), func(line int, v struct{ Text string }) error {
				return f(fmt.Sprintf("%s:%d", file, line), v.Text)
			})
		}
	}
	return []corpus{
		{"seeds", func(f func(string, string) error) error {
			files, err := filepath.Glob(filepath.Join(shared, "seeds", "*.txt"))
			if err != nil {
				return err
			}
			for _, name := range files {
				raw, err := os.ReadFile(name)
				if err != nil {
					return err
				}
				if err := f(filepath.Base(name), string(raw)); err != nil {
					return err
				}
			}
			return nil
		}},
		{"Kremlin, English", texts("kremlin_en_2000_2020.jsonl.gz")},
		{"Moldovan press, Russian", texts("moldova_press_ru_sample.jsonl.gz")},
		{"UN general debate", texts("un_general_debate_1992_2024.jsonl.gz")},
	}
}
