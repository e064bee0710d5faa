package extract

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"
)

// wordFile packs parts as a Word document.
func wordFile(t testing.TB, document string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range [][2]string{
		{"[Content_Types].xml", "<Types/>"},
		{"word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + document + `</w:body></w:document>`},
		{"docProps/core.xml", `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>On the border posts</dc:title><dc:creator>A. Writer</dc:creator></cp:coreProperties>`},
	} {
		w, err := z.Create(part[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(part[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestWordDocument(t *testing.T) {
	raw := wordFile(t, `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>A heading</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">The ministers </w:t></w:r><w:del><w:r><w:t>never </w:t></w:r></w:del><w:ins><w:r><w:t>met.</w:t></w:r></w:ins></w:p>
<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>first</w:t><w:tab/><w:t>point</w:t></w:r></w:p><w:p/>`)
	x, err := Extract(raw, Hint{FileName: "posts.docx"})
	if err != nil {
		t.Fatal(err)
	}
	checkText(t, x)
	if x.Body != "A heading\n\nThe ministers met.\n\nfirst point" {
		t.Errorf("body %q", x.Body)
	}
	if len(x.Blocks) != 3 || x.Blocks[0].Kind != Heading || x.Blocks[2].Kind != ListItem {
		t.Errorf("blocks %v", x.Blocks)
	}
	if x.Title != "On the border posts" || x.Author != "A. Writer" {
		t.Errorf("title %q, author %q", x.Title, x.Author)
	}
	if !strings.Contains(strings.Join(x.Notes, " "), "tracked changes") {
		t.Errorf("notes %q", x.Notes)
	}
	if _, err := Extract(raw[:len(raw)/2], Hint{}); err == nil {
		t.Error("half a file was read")
	}
}

const message = "From: =?utf-8?q?J=C3=A1n_Writer?= <jan@example.org>\r\nTo: someone@example.org\r\nSubject: =?koi8-r?B?7s/Xz9PUyQ==?= of the day\r\nDate: Wed, 31 Dec 2025 10:00:00 +0500\r\n" +
	"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: multipart/alternative; boundary=C\r\n\r\n--C\r\nContent-Type: text/plain; charset=windows-1251\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
	"=CC=E8=ED=E8=F1=F2=F0=FB =E2=F1=F2=F0=E5=F2=E8=EB=E8=F1=FC.\r\n--C--\r\n--B\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"note.pdf\"\r\n\r\nxx\r\n--B--\r\n"

func TestMessage(t *testing.T) {
	x, err := Extract([]byte(message), Hint{FileName: "m.eml"})
	if err != nil {
		t.Fatal(err)
	}
	checkText(t, x)
	if x.Title != "Новости of the day" || x.Author != "Ján Writer" || x.Published != "2025-12-31" {
		t.Errorf("title %q, author %q, published %q", x.Title, x.Author, x.Published)
	}
	if strings.TrimSpace(x.Body) != "Министры встретились." || x.MediaType != mediaMail {
		t.Errorf("body %q of %s", x.Body, x.MediaType)
	}
	if !strings.Contains(strings.Join(x.Notes, " "), "note.pdf") {
		t.Errorf("the attachment is not named: %q", x.Notes)
	}
}

func TestHintStandsBeforeTheText(t *testing.T) {
	x, err := Extract([]byte("Some words of a speech that was held somewhere.\n"), Hint{MediaType: "text/plain", Title: "A speech", Published: "2010-03-04", Author: "A. Speaker", Outlet: "An archive"})
	if err != nil {
		t.Fatal(err)
	}
	if x.Title != "A speech" || x.Published != "2010-03-04" || x.Author != "A. Speaker" || x.Outlet != "An archive" {
		t.Errorf("%q %q %q %q", x.Title, x.Published, x.Author, x.Outlet)
	}
}

func TestWrongNamesAreRefused(t *testing.T) {
	for name, raw := range map[string]string{"a.pdf": "no such thing", "a.docx": "no such thing", "b.docx": "PK\x03\x04 word/document.xml broken"} {
		_, err := Extract([]byte(raw), Hint{FileName: name})
		var u *Unreadable
		if !errors.As(err, &u) || u.Do == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzFormats(f *testing.F) {
	f.Add(wordFile(f, "<w:p><w:t>Words.</w:t></w:p>"), "a.docx")
	f.Add([]byte(message), "a.eml")
	f.Fuzz(func(t *testing.T, raw []byte, name string) {
		if len(raw) > 1<<16 {
			return
		}
		x, err := Extract(raw, Hint{FileName: name})
		if err == nil {
			checkText(t, x)
		}
	})
}
