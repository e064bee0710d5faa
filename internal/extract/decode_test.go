package extract

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

const cyrillic = "Паром важнее флага, сказал гость газеты. Это не то же самое, что сказать «нет»."

func encoded(t *testing.T, enc interface{ Bytes([]byte) ([]byte, error) }, s string) []byte {
	t.Helper()
	out, err := enc.Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestEncodings(t *testing.T) {
	plain := strings.NewReplacer("«", "", "»", "").Replace(cyrillic) // KOI8-R has no such quotes
	western := "La décision a été prise après l'été, dit le président à la presse française."
	for name, c := range map[string]struct {
		raw     []byte
		hint    Hint
		body    string
		guessed bool
	}{
		"UTF-8":                   {[]byte(cyrillic), Hint{}, cyrillic, false},
		"UTF-8 with mark":         {[]byte("\xef\xbb\xbf" + cyrillic), Hint{}, cyrillic, false},
		"UTF-8 called 1251":       {[]byte(cyrillic), Hint{Charset: "windows-1251"}, cyrillic, true},
		"UTF-16 with mark":        {encoded(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder(), cyrillic), Hint{}, cyrillic, false},
		"1251 said by the server": {encoded(t, charmap.Windows1251.NewEncoder(), cyrillic), Hint{Charset: "Windows-1251"}, cyrillic, false},
		"1251 said by nobody":     {encoded(t, charmap.Windows1251.NewEncoder(), cyrillic), Hint{}, cyrillic, true},
		"1251 called UTF-8":       {encoded(t, charmap.Windows1251.NewEncoder(), cyrillic), Hint{Charset: "utf-8"}, cyrillic, true},
		"KOI8-R said by nobody":   {encoded(t, charmap.KOI8R.NewEncoder(), plain), Hint{}, plain, true},
		"Western said by nobody":  {encoded(t, charmap.Windows1252.NewEncoder(), western), Hint{}, western, true},
		"a charset nobody knows":  {encoded(t, charmap.Windows1251.NewEncoder(), cyrillic), Hint{Charset: "klingon-8"}, cyrillic, true},
		"newlines of all kinds":   {[]byte("one\r\ntwo\rthree\n"), Hint{}, "one\ntwo\nthree\n", false},
		"two broken bytes in 8":   {[]byte(cyrillic + "\xff\xfe!"), Hint{Charset: "utf-8"}, cyrillic + "\uFFFD\uFFFD!", true},
	} {
		text, err := Extract(c.raw, c.hint)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if text.Body != c.body {
			t.Errorf("%s: got %q", name, text.Body)
		}
		if (len(text.Notes) > 0) != c.guessed {
			t.Errorf("%s: notes %q", name, text.Notes)
		}
	}
	html := encoded(t, charmap.Windows1251.NewEncoder(), `<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head><body><p>`+cyrillic+`</p></body></html>`)
	text, err := Extract(html, Hint{})
	if err != nil || text.Body != cyrillic || text.MediaType != "text/html" {
		t.Errorf("the page's own charset: %v %+v", err, text)
	}
}

func TestWhatCannotBeRead(t *testing.T) {
	for name, c := range map[string]struct {
		raw   string
		hint  Hint
		words string
	}{
		"empty":        {"", Hint{}, "empty"},
		"white space":  {" \n\t\u00a0", Hint{}, "no words"},
		"PDF":          {"%PDF-1.7\n…", Hint{MediaType: "text/plain"}, "a PDF file"},
		"office":       {"PK\x03\x04xx", Hint{}, "office document"},
		"NUL":          {"some text\x00more", Hint{}, "NUL byte"},
		"controls":     {strings.Repeat("a\x01\x02", 50), Hint{}, "control character"},
		"JSON by name": {`{"a": 1}`, Hint{MediaType: "application/json"}, `"application/json"`},
		"image":        {"xx", Hint{MediaType: "image/webp"}, "image/webp"},
		"too large":    {strings.Repeat("a", MaxText+1), Hint{}, "10 MiB"},
		"too deep":     {"<html>" + strings.Repeat("<div>", 600) + "x", Hint{}, "nested"},
		"empty page":   {"<html><body><script>x()</script></body></html>", Hint{}, "no words"},
	} {
		_, err := Extract([]byte(c.raw), c.hint)
		if err == nil || !strings.Contains(err.Error(), c.words) {
			t.Errorf("%s: got %v; want an error that says %q", name, err, c.words)
		}
		if u, ok := errors.AsType[*Unreadable](err); ok && u.Do == "" {
			t.Errorf("%s: the error does not say what to do", name)
		}
	}
}

func TestMediaType(t *testing.T) {
	for name, c := range map[string]struct {
		raw  string
		hint Hint
		want string
	}{
		"nothing known":         {"words", Hint{}, "text/plain"},
		"by file name":          {"words", Hint{FileName: "A.MD"}, "text/markdown"},
		"by address":            {"words", Hint{URL: "https://x.example/a.html?x=1"}, "text/html"},
		"doctype":               {"<!doctype html><p>words", Hint{}, "text/html"},
		"HTML sent as plain":    {"<html><p>words", Hint{MediaType: "text/plain"}, "text/html"},
		"Markdown sent plain":   {"words", Hint{MediaType: "text/plain", FileName: "a.md"}, "text/markdown"},
		"bytes of a fragment":   {"<div><p>words</p><p>words</p></div>", Hint{MediaType: "application/octet-stream"}, "text/html"},
		"plain text about tags": {"The </p> tag ends a paragraph.", Hint{}, "text/plain"},
	} {
		text, err := Extract([]byte(c.raw), c.hint)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if text.MediaType != c.want {
			t.Errorf("%s: read as %s, want %s", name, text.MediaType, c.want)
		}
	}
}
