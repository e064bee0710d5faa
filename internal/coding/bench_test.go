package coding_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"orrery/internal/coding"
	"orrery/internal/coding/knowledge"
	"orrery/internal/coding/reading"
	"orrery/internal/coding/readingtest"
	"orrery/internal/testkit"
)

// region is the embedded casebook as the coder's knowledge.
func region(t testing.TB) *knowledge.Region {
	t.Helper()
	k, err := readingtest.Region()
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func coder(t testing.TB) *coding.Coder {
	t.Helper()
	c, err := coding.New(region(t))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// speeches are the first n items of the Kremlin's file.
func speeches(t testing.TB, n int) []*reading.Document {
	t.Helper()
	f, err := os.Open(testkit.Shared(t, filepath.Join("data", "kremlin_en_2000_2020.jsonl.gz")))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 16<<20)
	var out []*reading.Document
	for lines.Scan() && len(out) < n {
		var v struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			t.Fatal(err)
		}
		out = append(out, &reading.Document{Text: v.Text, Language: "en"})
	}
	return out
}

// BenchmarkNew is the start: lexicon, model, frames, gazetteer.
func BenchmarkNew(b *testing.B) {
	k := region(b)
	for b.Loop() {
		if _, err := coding.New(k); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCode codes speeches on one core; explain off and on.
func BenchmarkCode(b *testing.B) {
	docs := speeches(b, 400)
	c := coder(b)
	for _, run := range []struct {
		name string
		o    coding.Options
	}{{"explain=off", coding.Options{}}, {"explain=on", coding.Options{Explain: true}}} {
		b.Run(run.name, func(b *testing.B) {
			sentences, n := 0, 0
			for b.Loop() {
				d := docs[n%len(docs)]
				n++
				result, err := c.Code(b.Context(), d, run.o)
				if err != nil {
					b.Fatal(err)
				}
				sentences += len(result.Reading.Sentences)
			}
			b.ReportMetric(float64(sentences)/b.Elapsed().Seconds(), "sentences/s")
		})
	}
}
