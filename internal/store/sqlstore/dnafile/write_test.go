package dnafile

import (
	"bytes"
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"orrery/internal/store"
)

func TestAWrittenFileReadsBack(t *testing.T) {
	text := "A party 🎉 in Chișinău: we agree, said the minister."
	start := strings.Index(text, "we agree")
	units := len(utf16.Encode([]rune(text[:start])))
	in := store.Discourse{Coder: "ana", Made: time.Date(2026, 1, 10, 0, 0, 0, 0, time.UTC), Documents: []store.DiscourseDocument{
		{Title: strings.Repeat("ș", 300), Text: text, Date: time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC), Statements: []store.DiscourseStatement{
			{Start: units, End: units + len("we agree"), Person: "the minister", Organization: "Moldova", Concept: "the party", Agreement: true},
			{Start: 0, End: 7, Organization: "Moldova", Concept: "the party"}}},
		{Title: "Without a day", Text: "x", Statements: nil}}}
	var out bytes.Buffer
	if err := Write(t.Context(), in, &out); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "back.dna")
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	one := func(query string) (s string) {
		t.Helper()
		if err := db.QueryRow(query).Scan(&s); err != nil {
			t.Fatalf("%s: %v", query, err)
		}
		return s
	}
	for query, want := range map[string]string{
		`SELECT Value FROM SETTINGS WHERE Property = 'version'`: "3.0.7",
		`SELECT count(*) FROM STATEMENTS`:                       "2",
		`SELECT LENGTH(Title) FROM DOCUMENTS WHERE ID = 1`:      "190",
		`SELECT Date FROM DOCUMENTS WHERE ID = 1`:               "1767571200",
		`SELECT Date FROM DOCUMENTS WHERE ID = 2`:               "0",
		`SELECT count(*) FROM ENTITIES`:                         "6", // three empty ones, and the minister, Moldova, the party
		`SELECT count(*) FROM pragma_foreign_key_check`:         "0",
		`SELECT group_concat(Value) FROM DATABOOLEAN`:           "1,0",
		`SELECT e.Value FROM DATASHORTTEXT d JOIN ENTITIES e ON e.ID = d.Entity WHERE d.StatementId = 1 AND d.VariableId = 1`: "the minister",
	} {
		if got := one(query); got != want {
			t.Errorf("%s: %q, want %q", query, got, want)
		}
	}
	// As DNA cuts it: by UTF-16 code units.
	var from, to int
	if err := db.QueryRow(`SELECT Start, Stop FROM STATEMENTS WHERE ID = 1`).Scan(&from, &to); err != nil {
		t.Fatal(err)
	}
	if got := string(utf16.Decode(utf16.Encode([]rune(one(`SELECT Text FROM DOCUMENTS WHERE ID = 1`)))[from:to])); got != "we agree" {
		t.Errorf("the statement is %q", got)
	}
}

func TestAStatementOutsideItsTextIsRefused(t *testing.T) {
	bad := store.Discourse{Coder: "ana", Documents: []store.DiscourseDocument{{Title: "t", Text: "short", Statements: []store.DiscourseStatement{{Start: 2, End: 9}}}}}
	if err := Write(context.Background(), bad, &bytes.Buffer{}); err == nil || !strings.Contains(err.Error(), "outside of its text") {
		t.Errorf("%v", err)
	}
}
