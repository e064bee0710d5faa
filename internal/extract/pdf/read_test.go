package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

const nothing = "<< >>"

func texts(d *Document) []string {
	var out []string
	for _, p := range d.Paragraphs {
		out = append(out, p.Text)
	}
	return out
}

func TestLinesBecomeParagraphs(t *testing.T) {
	page := column(50, 700, "The ministers met in the capital on the", "first day and agreed on a common frame-", "work for the border posts of both states.")
	page = append(page, column(50, 640, "A second paragraph follows after a wider", "space and ends here.")...)
	d, err := Read(made(nothing, page))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"The ministers met in the capital on the first day and agreed on a common framework for the border posts of both states.",
		"A second paragraph follows after a wider space and ends here."}
	if got := texts(d); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if len(d.Notes) != 1 || !strings.Contains(d.Notes[0], "1 words that were divided") {
		t.Errorf("notes %q", d.Notes)
	}
}

func TestTwoColumnsAreReadOneAfterTheOther(t *testing.T) {
	page := []word{{50, 760, 18, "A long title over both of the columns"}}
	page = append(page, column(50, 700, "Left one says this and", "left two goes on with it", "left three is the end.")...)
	page = append(page, column(320, 700, "Right one says that and", "right two goes on with it", "right three is the end.")...)
	d, err := Read(made("<< /Title (A stated title) /Author (N. Writer) >>", page))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"A long title over both of the columns", "Left one says this and left two goes on with it left three is the end.",
		"Right one says that and right two goes on with it right three is the end."}
	if got := texts(d); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if !d.Paragraphs[0].Heading || d.Paragraphs[1].Heading {
		t.Error("the large line alone is a heading")
	}
	if d.Title != "A stated title" || d.Author != "N. Writer" {
		t.Errorf("title %q, author %q", d.Title, d.Author)
	}
}

func TestHeadersAndPageNumbersAreLeftOut(t *testing.T) {
	var pages [][]word
	for i, subject := range []string{"rivers", "roads", "schools", "markets"} {
		page := []word{{50, 780, 10, "The yearly report of an institute"}, {290, 20, 10, string(rune('1' + i))}}
		pages = append(pages, append(page, column(50, 600, "What it says of "+subject+" is words of its own", "that nobody should miss at all, and", "on "+subject+" it ends here.")...))
	}
	d, err := Read(made(nothing, pages...))
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Join(texts(d), "\n")
	if strings.Contains(all, "yearly report") {
		t.Errorf("the header is still there: %q", all)
	}
	if strings.Count(all, "words of its own") != 4 {
		t.Errorf("a page's own words are missing: %q", all)
	}
}

func TestWhatCannotBeReadIsRefusedInWords(t *testing.T) {
	if _, err := Read(made(nothing, nil)); !errors.Is(err, ErrNoText) {
		t.Errorf("a page without text: %v", err)
	}
	if _, err := Read([]byte("%PDF-1.7\nthis is no such file")); !errors.Is(err, ErrBroken) {
		t.Errorf("a damaged file: %v", err)
	}
	whole := made(nothing, column(50, 700, "Some words."))
	for cut := len(whole) / 3; cut < len(whole); cut += len(whole) / 7 {
		_, _ = Read(whole[:cut]) // any answer, no panic
	}
}

func FuzzRead(f *testing.F) {
	f.Add(made(nothing, column(50, 700, "Two lines of", "text stand here.")))
	f.Add(made("<< /Title (T) >>", column(50, 700, "a", "b", "c"), column(300, 700, "d", "e", "f")))
	f.Add([]byte("%PDF-1.4"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if len(raw) > 1<<16 || unpacks(raw) {
			return
		}
		d, err := Read(raw)
		if err != nil {
			return
		}
		for _, p := range d.Paragraphs {
			if !utf8.ValidString(p.Text) || strings.TrimSpace(p.Text) != p.Text || p.Text == "" {
				t.Errorf("paragraph %q", p.Text)
			}
		}
	})
}

// unpacks keeps compressed streams out of the fuzz: what they unpack to is not bounded by their size.
func unpacks(raw []byte) bool {
	at := bytes.Index(raw, []byte("\x78"))
	if at < 0 {
		return false
	}
	_, err := zlib.NewReader(bytes.NewReader(raw[at:]))
	return err == nil
}
