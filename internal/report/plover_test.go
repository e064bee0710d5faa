package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"testing"

	"github.com/parquet-go/parquet-go"

	"orrery/internal/coding/plover"
)

var ploverRecords = []plover.Record{
	{ID: "orr-1", Date: "2025-01-02", Actor: []plover.Entity{{Code: "RUS", Sector: "GOV", Text: "Moscow"}, {Text: "a stranger"}}, Recipient: []plover.Entity{{Code: "KGZ", Text: "Kyrgyz"}},
		Event: []string{"SANCTION"}, Mode: []string{"discontinue"}, Context: []string{"economic", "legal"}, Quad: 4, Scale: -6, EventText: []string{"banned"}, Confidence: .75,
		TextInfo: plover.TextInfo{Sequence: 3, Start: 10, End: 90}, CiteInfo: plover.CiteInfo{Title: "=a formula, \"quoted\"", Codebook: plover.Codebook}},
	{ID: "orr-2", Event: []string{"CONSULT"}, Actor: []plover.Entity{}, EventText: []string{""}},
}

func writePLOVER(t *testing.T, format string) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := NewPLOVER(&out, format)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range ploverRecords {
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestPLOVERLines(t *testing.T) {
	lines := bytes.Split(bytes.TrimSpace(writePLOVER(t, "jsonl")), []byte("\n"))
	if len(lines) != 2 {
		t.Fatalf("%d lines", len(lines))
	}
	var got map[string]any
	if err := json.Unmarshal(lines[0], &got); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"id", "date", "actor", "event"} { // what PLOVER requires
		if got[name] == nil {
			t.Errorf("%s is missing", name)
		}
	}
}

func TestPLOVERTable(t *testing.T) {
	rows, err := csv.NewReader(bytes.NewReader(writePLOVER(t, "csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]string{}
	for i, name := range rows[0] {
		at[name] = rows[1][i]
	}
	for name, want := range map[string]string{"actor_code": "RUS; ", "actor_text": "Moscow; a stranger", "recipient_code": "KGZ", "context": "economic; legal", "quad_code": "4", "event_scale": "-6",
		"title": "'=a formula, \"quoted\""} {
		if at[name] != want {
			t.Errorf("%s is %q, want %q", name, at[name], want)
		}
	}
}

func TestPLOVERParquet(t *testing.T) {
	raw := writePLOVER(t, "parquet")
	rows, err := parquet.Read[plover.Flat](bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 2 || rows[0] != ploverRecords[0].Flat() || rows[1] != ploverRecords[1].Flat() {
		t.Errorf("%+v", rows)
	}
}

func TestAnUnknownFormatIsRefused(t *testing.T) {
	if _, err := NewPLOVER(&bytes.Buffer{}, "xlsx"); err == nil {
		t.Error("xlsx was taken")
	}
}
