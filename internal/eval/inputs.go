package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"orrery/internal/coding/reading"
	"orrery/internal/extract"
	"orrery/ledger"
)

// sharedFolder is where the seeds and data sets stand.
func sharedFolder() string {
	if dir := os.Getenv("ORRERY_SHARED"); dir != "" {
		return dir
	}
	return filepath.Join("..", "shared")
}

// documentOf reads bytes as the program does.
func documentOf(raw []byte, hint extract.Hint) (*reading.Document, error) {
	t, err := extract.Extract(raw, hint)
	if err != nil {
		return nil, err
	}
	d := &reading.Document{Text: t.Body, Title: t.Title, Author: t.Author, Outlet: t.Outlet, Language: t.Language}
	d.Published, _ = ledger.ParseDate(t.Published)
	for _, b := range t.Blocks {
		d.Blocks = append(d.Blocks, ledger.Block{Kind: string(b.Kind), Start: b.Start, End: b.End})
	}
	for _, u := range t.Turns {
		d.Turns = append(d.Turns, ledger.Turn{Speaker: u.Speaker, Role: ledger.VoiceRole(u.Role), Start: u.Start, End: u.End})
	}
	for _, l := range t.Relay {
		d.Relay = append(d.Relay, ledger.Relay{Kind: string(l.Kind), Text: l.Text, Start: l.Start, End: l.End})
	}
	return d, nil
}

// sentenceOf is one sentence as a document of its own.
func sentenceOf(text string, published ledger.Date) *reading.Document {
	return &reading.Document{Text: text, Language: "en", Published: published, Blocks: []ledger.Block{{Kind: "paragraph", Start: 0, End: len(text)}}}
}

// jsonLines reads a file of one JSON object a line, gzipped or not, and hands each to each.
func jsonLines[T any](path string, each func(line int, v T) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	var lines *bufio.Scanner
	if filepath.Ext(path) == ".gz" {
		z, err := gzip.NewReader(f)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		lines = bufio.NewScanner(z)
	} else {
		lines = bufio.NewScanner(f)
	}
	lines.Buffer(make([]byte, 1<<20), 64<<20)
	for n := 1; lines.Scan(); n++ {
		if len(lines.Bytes()) == 0 || lines.Bytes()[0] == '#' {
			continue
		}
		var v T
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
		if err := each(n, v); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return lines.Err()
}
