package readingtest

import (
	"encoding/json"
	"strings"

	"orrery/internal/coding/reading"
	"orrery/internal/extract"
	"orrery/ledger"
)

// Coded is one row of a reading by hand: what a person found in a document. Fields that a kind has not are empty.
type Coded struct {
	ID, Doc, Kind, Actor, Stance, Vote, Resolution, Hub, Channel, Organisation, Status, Quote string

	Actors []string
	Value  *float64
}

// Seeds reads documents with a reading by hand (reading.jsonl), as extraction gives them; read gives the bytes of a file by its name, by
// which the documents are told apart.
func Seeds(read func(name string) ([]byte, error)) (docs map[string]*reading.Document, coded []Coded, err error) {
	raw, err := read("reading.jsonl")
	if err != nil {
		return nil, nil, err
	}
	docs = map[string]*reading.Document{}
	for line := range strings.Lines(string(raw)) {
		var c Coded
		if err := json.Unmarshal([]byte(line), &c); err != nil {
			return nil, nil, err
		}
		coded = append(coded, c)
		if docs[c.Doc] != nil {
			continue
		}
		if docs[c.Doc], err = document(c.Doc, read); err != nil {
			return nil, nil, err
		}
	}
	return docs, coded, nil
}

func document(name string, read func(string) ([]byte, error)) (*reading.Document, error) {
	raw, err := read(name)
	if err != nil {
		return nil, err
	}
	t, err := extract.Extract(raw, extract.Hint{FileName: name})
	if err != nil {
		return nil, err
	}
	d := &reading.Document{Text: t.Body, Title: t.Title, Author: t.Author, Outlet: t.Outlet, Language: t.Language}
	if t.Published != "" {
		if d.Published, err = ledger.ParseDate(t.Published); err != nil {
			return nil, err
		}
	}
	for _, b := range t.Blocks {
		d.Blocks = append(d.Blocks, ledger.Block{Kind: string(b.Kind), Start: b.Start, End: b.End})
	}
	for _, u := range t.Turns {
		d.Turns = append(d.Turns, ledger.Turn{Speaker: u.Speaker, Role: ledger.VoiceRole(u.Role), Start: u.Start, End: u.End})
	}
	return d, nil
}
