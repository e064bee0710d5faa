package extract

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

type failer interface {
	Helper()
	Errorf(string, ...any)
}

// checkText holds what is true of every text: offsets that can be relied on.
func checkText(t failer, x *Text) {
	t.Helper()
	if !utf8.ValidString(x.Body) || strings.ContainsRune(x.Body, '\r') {
		t.Errorf("the body is not clean UTF-8: %q", x.Body)
	}
	span := func(what string, start, end, from int) {
		t.Helper()
		if start < from || end < start || end > len(x.Body) || !onBorder(x.Body, start) || !onBorder(x.Body, end) {
			t.Errorf("%s: span %d–%d after %d in a body of %d", what, start, end, from, len(x.Body))
		}
	}
	at := 0
	for _, b := range x.Blocks {
		span("block", b.Start, b.End, at)
		if blank(x.Body[b.Start:b.End]) || b.Kind != Heading && b.Kind != Paragraph && b.Kind != ListItem {
			t.Errorf("block %+v is %q", b, x.Body[b.Start:b.End])
		}
		at = b.End
	}
	at = 0
	for _, u := range x.Turns {
		span("label", u.LabelStart, u.LabelEnd, at)
		span("turn", u.Start, u.End, u.LabelEnd)
		if u.Start == u.End || u.Role != "" && u.Role != Interviewer && u.Role != Interviewee {
			t.Errorf("turn %+v", u)
		}
		at = u.End
	}
	at = 0
	for _, r := range x.Relay {
		span("relay", r.Start, r.End, at)
		if x.Body[r.Start:r.End] != r.Text || r.Text == "" {
			t.Errorf("relay %+v is %q", r, x.Body[r.Start:r.End])
		}
		at = r.End
	}
	if (x.Form == FormEssay) != (len(x.Turns) == 0) {
		t.Errorf("form %q with %d turns", x.Form, len(x.Turns))
	}
	if n := len(x.Published); n != 0 && n != 4 && n != 7 && n != 10 {
		t.Errorf("published %q", x.Published)
	}
	for _, s := range []string{x.Title, x.Author, x.Outlet, x.PlaceLine, x.Interviewee} {
		if !utf8.ValidString(s) || strings.ContainsRune(s, '\n') && s != x.PlaceLine {
			t.Errorf("metadata %q", s)
		}
	}
}

func checkBytes(t *testing.T, raw []byte, hint Hint) {
	t.Helper()
	kept := string(raw)
	x, err := Extract(raw, hint)
	if string(raw) != kept {
		t.Fatal("the bytes were changed")
	}
	y, again := Extract(raw, hint)
	if !reflect.DeepEqual(x, y) || (err == nil) != (again == nil) {
		t.Fatalf("two readings differ:\n%+v\n%+v", x, y)
	}
	if err != nil {
		if _, ok := errors.AsType[*Unreadable](err); !ok {
			t.Fatalf("error of type %T: %v", err, err)
		}
		return
	}
	checkText(t, x)
	if hint.MediaType != "text/html" && x.MediaType != "text/html" && utf8.Valid(raw) {
		body := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.TrimPrefix(strings.TrimPrefix(kept, "\uFEFF"), "\uFEFF"))
		if x.Body != body {
			t.Fatalf("the body %q is not the text %q", x.Body, body)
		}
	}
}

func seedFiles(f *testing.F) {
	f.Helper()
	files, err := filepath.Glob("testdata/*.*")
	if err != nil || len(files) == 0 {
		f.Fatal("no seeds", err)
	}
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
}

func FuzzPlain(f *testing.F) {
	seedFiles(f)
	f.Add([]byte("- a?\r\n\r\n– b\r\n# c\n===\n"))
	f.Add([]byte("---\ntitle: x\n---\nA:\n\nB: c\n\nA: d\nB：e"))
	f.Add([]byte("\xef\xbb\xbf\xcf\xf0\xe8"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		checkBytes(t, raw, Hint{MediaType: "text/plain"})
		checkBytes(t, raw, Hint{MediaType: "text/markdown"})
	})
}

func FuzzHTML(f *testing.F) {
	seedFiles(f)
	f.Add([]byte("<p>A:<br>b<p>B:<br><br>c<pre>x\ny</pre><ul><li>- q?<li>- a"))
	f.Fuzz(func(t *testing.T, raw []byte) { checkBytes(t, raw, Hint{MediaType: "text/html"}) })
}

// Interviews made of random parts: the alternation and the words come back as they went in.
func TestNamedTurnsComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.StringMatching(`[a-z]{2,8}( [a-zé]{2,8}){1,9}[.?…]`)
		n := rapid.IntRange(2, 6).Draw(t, "pairs")
		var source strings.Builder
		source.WriteString("A talk by the lake\n\nThe newspaper \"Beacon\" interviewed Ilya Morden.")
		var said []string
		for i := range 2 * n {
			source.WriteString("\n\n" + []string{"Beacon", "Morden"}[i%2] + ": ")
			paragraphs := rapid.SliceOfN(words, 1, 3).Draw(t, "paragraphs")
			said = append(said, strings.Join(paragraphs, "\n\n"))
			source.WriteString(said[i])
		}
		x, err := Extract([]byte(source.String()), Hint{})
		if err != nil {
			t.Fatal(err)
		}
		checkText(t, x)
		if len(x.Turns) != len(said) {
			t.Fatalf("%d turns, want %d", len(x.Turns), len(said))
		}
		for i, u := range x.Turns {
			if x.Body[u.Start:u.End] != said[i] || u.Role != []Role{Interviewer, Interviewee}[i%2] {
				t.Fatalf("turn %d: %+v %q, want %q", i, u, x.Body[u.Start:u.End], said[i])
			}
		}
	})
}

func onBorder(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }
