package server

import (
	"archive/zip"
	"bytes"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/textproto"
	"strings"
	"testing"

	"orrery/internal/app"
)

// sendFile uploads a file under a name and the media type that a browser would give it.
func (s site) sendFile(name, media string, raw []byte) *httptest.ResponseRecorder {
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	part, err := m.CreatePart(textproto.MIMEHeader{"Content-Disposition": {fmt.Sprintf(`form-data; name="file"; filename=%q`, name)}, "Content-Type": {media}})
	if err == nil {
		_, err = part.Write(raw)
	}
	if err == nil {
		err = m.Close()
	}
	if err != nil {
		s.t.Fatal(err)
	}
	return s.send(http.MethodPost, "/api/v1/documents", b.Bytes(), "Content-Type", m.FormDataContentType())
}

// page writes a PDF file of one page with one line of text.
func page(words string) []byte {
	var out bytes.Buffer
	var at []int
	content := "BT /F1 12 Tf 1 0 0 1 50 700 Tm (" + words + ") Tj ET"
	out.WriteString("%PDF-1.4\n")
	for i, body := range []string{"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 126 /Widths [" + strings.Repeat("600 ", 95) + "] >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(content), content)} {
		at = append(at, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	table := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, a := range at {
		fmt.Fprintf(&out, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&out, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, table)
	return out.Bytes()
}

// packed writes a zip archive.
func packed(t *testing.T, files ...[2]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range files {
		w, err := z.Create(f[0])
		if err == nil {
			_, err = w.Write([]byte(f[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// PDF, DOCX and e-mail come in through the upload, with the types that browsers name and without; their bytes are kept as they came.
func TestUploadsOfEveryFormat(t *testing.T) {
	const words = "Serbia spoke of the border posts with its neighbours."
	docx := packed(t, [2]string{"[Content_Types].xml", "<Types/>"}, [2]string{"word/document.xml", `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>` + words + `</w:t></w:r></w:p></w:body></w:document>`})
	message := "From: Ana Writer <ana@example.org>\r\nSubject: On the posts\r\nDate: Wed, 31 Dec 2025 10:00:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + words + "\r\n"
	const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	s := newSite(t)
	for _, c := range []struct {
		name, media, as string
		raw             []byte
	}{
		{"posts.pdf", "application/pdf", "application/pdf", page(words)},
		{"posts", "application/octet-stream", "application/pdf", page(words + " Again.")},
		{"posts.docx", word, word, docx},
		{"posts.docx", "application/octet-stream", word, docx},
		{"posts.eml", "message/rfc822", "message/rfc822", []byte(message)},
		{"again.eml", "application/octet-stream", "message/rfc822", []byte(message + "Again.\r\n")},
	} {
		w := s.sendFile(c.name, c.media, c.raw)
		if w.Code != http.StatusCreated && w.Code != http.StatusOK {
			t.Errorf("%s as %s: %d %s", c.name, c.media, w.Code, w.Body)
			continue
		}
		v := view[app.DocumentView](t, w, w.Code)
		if !strings.Contains(v.Text, words) || len(v.Blocks) == 0 {
			t.Errorf("%s as %s: the text is %q", c.name, c.media, v.Text)
		}
		if c.as == "message/rfc822" && (v.Head.Title != "On the posts" || v.Head.Published != "2025-12-31" || v.Head.Author != "Ana Writer") {
			t.Errorf("%s: %+v", c.name, v.Head)
		}
		if kept := s.get("/api/v1/documents/" + v.Head.Hash + "/snapshot"); kept.Code != http.StatusOK || !bytes.Equal(kept.Body.Bytes(), c.raw) {
			t.Errorf("%s: the snapshot is not what was sent", c.name)
		}
	}
}

// What cannot be read is refused in words that say what it is and what to do.
func TestUploadsThatCannotBeRead(t *testing.T) {
	s := newSite(t)
	for name, c := range map[string]struct {
		media, says string
		raw         []byte
	}{
		"scan.pdf":   {"application/pdf", "text recognition", page("")},
		"broken.pdf": {"application/pdf", "damaged", []byte("%PDF-1.7\nno such file")},
		"false.pdf":  {"application/pdf", "nothing of the kind", []byte("Only words.")},
		"half.docx":  {"application/octet-stream", "zip", packed(t, [2]string{"word/document.xml", "<w"})[:20]},
		"sheet.xlsx": {"application/octet-stream", "xlsx", packed(t, [2]string{"[Content_Types].xml", "<Types/>"}, [2]string{"xl/one.xml", "<x/>"})},
		"empty.eml":  {"message/rfc822", "no text", []byte("From: a@example.org\r\n\r\n")},
		"none.eml":   {"message/rfc822", "headers", []byte("no header")},
	} {
		if text := isProblem(t, s.sendFile(name, c.media, c.raw), http.StatusUnprocessableEntity); !strings.Contains(text, c.says) {
			t.Errorf("%s: %q does not say %q", name, text, c.says)
		}
	}
	isProblem(t, s.sendFile("large.pdf", "application/pdf", append([]byte("%PDF-1.4\n"), make([]byte, maxUpload)...)), http.StatusRequestEntityTooLarge)
}
