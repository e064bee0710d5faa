package report

import (
	"encoding/csv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rivo/uniseg"
	"pgregory.net/rapid"
)

func TestTextAlignsByWhatPeopleSee(t *testing.T) {
	table := Table{Title: "Reactions", Columns: columns("state", ">n", "name")}
	table.add("KAZ", "12", "Қазақстан")
	table.add("中国", "3", "China")
	table.add("e\u0301", "100", "combined")
	want := "Reactions\n" +
		"STATE    N  NAME\n" +
		"KAZ     12  Қазақстан\n" +
		"中国     3  China\n" +
		"e\u0301      100  combined\n"
	var b strings.Builder
	if err := table.Text(&b, 0); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
}

func TestTextNeverWritesTerminalControls(t *testing.T) {
	table := Table{Columns: columns("title")}
	table.add("a\x1b[2Jb\nc\u202egnp.exe\u2028d\x7f")
	var b strings.Builder
	if err := table.Text(&b, 0); err != nil {
		t.Fatal(err)
	}
	if got, want := b.String(), "TITLE\na [2Jb cgnp.exe d\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// No line is wider than the terminal, and what is left of a cut line is how the
// whole line begins.
func TestTextFitsTheTerminal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		row := []string{rapid.String().Draw(t, "a"), rapid.String().Draw(t, "b")}
		width := rapid.IntRange(2, 60).Draw(t, "width")
		table := Table{Columns: columns("a", ">b"), Rows: [][]string{row}}
		var whole, fit strings.Builder
		if err := table.Text(&whole, 0); err != nil {
			t.Fatal(err)
		}
		if err := table.Text(&fit, width); err != nil {
			t.Fatal(err)
		}
		long, short := strings.Split(whole.String(), "\n"), strings.Split(fit.String(), "\n")
		if len(long) != 3 || len(short) != 3 {
			t.Fatalf("a row became %d and %d lines", len(long), len(short))
		}
		for i := range long {
			if n := uniseg.StringWidth(short[i]); n > width {
				t.Fatalf("%q is %d wide, want at most %d", short[i], n, width)
			}
			if kept, isCut := strings.CutSuffix(short[i], "…"); isCut && !strings.HasPrefix(long[i], kept) {
				t.Fatalf("%q is not how %q begins", kept, long[i])
			}
		}
	})
}

func TestCSV(t *testing.T) {
	table := Table{Columns: columns("title", ">n")}
	table.add("said \"no\", twice\nand left", "-2")
	table.add("=HYPERLINK(\"http://x\")", "+1.5")
	table.add("-based on a report", "")
	table.add("@name", "1e5")
	want := "title,n\r\n" +
		"\"said \"\"no\"\", twice\r\nand left\",-2\r\n" +
		"\"'=HYPERLINK(\"\"http://x\"\")\",+1.5\r\n" +
		"'-based on a report,\r\n" +
		"'@name,1e5\r\n"
	var b strings.Builder
	if err := table.CSV(&b); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
}

// Whatever is in a cell, a reader of the CSV gets it back, or with the guard's one
// apostrophe before it, and no cell begins as a formula does.
func TestCSVReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cell := rapid.StringMatching(`[=+@\-a0-9,"\t .;]{0,12}`).Draw(t, "cell")
		table := Table{Columns: columns("a", "b"), Rows: [][]string{{cell, "end"}}}
		var b strings.Builder
		if err := table.CSV(&b); err != nil {
			t.Fatal(err)
		}
		back, err := csv.NewReader(strings.NewReader(b.String())).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		got := back[1][0]
		if got != cell && got != "'"+cell {
			t.Fatalf("wrote %q, read back %q", cell, got)
		}
		if got != "" && strings.ContainsRune("=+-@\t\r", rune(got[0])) && !number.MatchString(got) {
			t.Fatalf("%q would be run as a formula", got)
		}
	})
}
