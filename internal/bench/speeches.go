package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"

	"orrery/internal/coding/reading"
	"orrery/internal/extract"
	"orrery/ledger"
)

// speechesFile is the published file of speeches that the coder is timed on: news, remarks and interviews in English.
const speechesFile = "kremlin_en_2000_2020.jsonl.gz"

// sharedFile is a data set that may be measured on but is no part of the repository.
func sharedFile(name string) string {
	dir := os.Getenv("ORRERY_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "shared")
	}
	return filepath.Join(dir, "data", name)
}

// speeches are the first n texts of the file; fewer if it holds fewer. Errors: one for which os.IsNotExist holds without the file.
func speeches(n int) ([]string, error) {
	f, err := os.Open(sharedFile(speechesFile))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	var out []string
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 64<<20)
	for len(out) < n && lines.Scan() {
		var v struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			return nil, err
		}
		out = append(out, v.Text)
	}
	return out, lines.Err()
}

// documents are texts as the program hands them to the coder: with their paragraphs and turns. Texts without words are left out.
func documents(texts []string) []*reading.Document {
	var out []*reading.Document
	for _, text := range texts {
		t, err := extract.Extract([]byte(text), extract.Hint{MediaType: "text/plain"})
		if err != nil {
			continue
		}
		d := &reading.Document{Text: t.Body, Title: t.Title, Language: t.Language}
		for _, b := range t.Blocks {
			d.Blocks = append(d.Blocks, ledger.Block{Kind: string(b.Kind), Start: b.Start, End: b.End})
		}
		for _, u := range t.Turns {
			d.Turns = append(d.Turns, ledger.Turn{Speaker: u.Speaker, Role: ledger.VoiceRole(u.Role), Start: u.Start, End: u.End})
		}
		out = append(out, d)
	}
	return out
}
