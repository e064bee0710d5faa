package extract

import (
	"archive/zip"
	"bytes"
	"fmt"
	"mime"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
)

// Unreadable says that the bytes are not a document of a format that is read. Its text is for the user.
type Unreadable struct {
	Reason string // what was found, a clause
	Do     string // what to do, a sentence
}

func (u *Unreadable) Error() string {
	return fmt.Sprintf("the document cannot be read: %s. %s", u.Reason, u.Do)
}

const formatsRead = "Orrery reads plain text, Markdown, HTML, PDF, DOCX and e-mail (.eml), and feeds, web archives and zip archives of these; save or export the document as one of them."

// The media types of documents that are more than marked-up text.
const (
	mediaPDF  = "application/pdf"
	mediaDOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	mediaMail = "message/rfc822"
)

// magic names the formats that people try most often, by how their files begin.
var magic = []struct{ start, name string }{
	{"PK\x03\x04", "a zip archive, which `orrery read` takes apart on the command line, or an office document other than DOCX (odt, epub, xlsx)"},
	{"\xd0\xcf\x11\xe0", "an old office document (doc, xls)"},
	{"{\\rtf", "a rich text (RTF) file"},
	{"\x1f\x8b", "a gzip archive"},
	{"\x89PNG", "a PNG image"},
	{"\xff\xd8\xff", "a JPEG image"},
	{"GIF8", "a GIF image"},
	{"WARC/", "a web archive (WARC) of many pages"},
	{"SQLite format 3\x00", "a database"},
}

var (
	endings = map[string]string{
		".txt": "text/plain", ".text": "text/plain", ".md": "text/markdown", ".markdown": "text/markdown",
		".eml": mediaMail, ".pdf": mediaPDF, ".docx": mediaDOCX, ".html": "text/html", ".htm": "text/html", ".xhtml": "text/html", ".shtml": "text/html",
	}
	htmlStart = regexp.MustCompile(`(?is)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b`)
	htmlTags  = regexp.MustCompile(`(?i)</(?:p|div|article|h[1-6]|li|span|a)>`)
)

// mediaType decides which of the formats the bytes are in. What the bytes plainly are wins over what they are called, because
// servers send HTML as text/plain and people name files as they like.
func mediaType(raw []byte, hint Hint) (media string, notes []string, err error) {
	switch {
	case bytes.HasPrefix(raw, []byte("%PDF-")):
		return mediaPDF, nil, nil
	case isDOCX(raw):
		return mediaDOCX, nil, nil
	}
	for _, m := range magic {
		if bytes.HasPrefix(raw, []byte(m.start)) {
			return "", nil, &Unreadable{Reason: "it is " + m.name, Do: formatsRead}
		}
	}
	head := raw[:min(len(raw), 4096)]
	said, _, err := mime.ParseMediaType(hint.MediaType)
	if err != nil {
		said = strings.ToLower(strings.TrimSpace(strings.Split(hint.MediaType, ";")[0]))
	}
	looksHTML := htmlStart.Match(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")))
	switch said {
	case "text/html", "application/xhtml+xml":
		return "text/html", nil, nil
	case "text/markdown", "text/x-markdown":
		return "text/markdown", nil, nil
	case mediaMail:
		return mediaMail, nil, nil
	case "text/plain":
		if ending(hint) == mediaMail {
			return mediaMail, nil, nil
		}
		if looksHTML {
			return "text/html", []string{"The document was called plain text but begins like HTML; it was read as HTML."}, nil
		}
		if byName := ending(hint); byName == "text/markdown" {
			return byName, nil, nil // servers send Markdown as plain text
		}
		return "text/plain", nil, nil
	case mediaPDF, mediaDOCX:
		return "", nil, &Unreadable{Reason: "it is called " + said + " and is nothing of the kind", Do: "Check the file, or give it the type that fits."}
	case "", "application/octet-stream", "binary/octet-stream", "application/x-unknown":
	default:
		return "", nil, &Unreadable{Reason: fmt.Sprintf("its media type is %q", said), Do: formatsRead}
	}
	if looksHTML {
		return "text/html", nil, nil
	}
	if byName := ending(hint); byName == mediaPDF || byName == mediaDOCX {
		return "", nil, &Unreadable{Reason: "it is named " + strings.TrimPrefix(path.Ext(hint.FileName), ".") + " and is nothing of the kind", Do: "Check the file, or give it the name that fits."}
	} else if byName != "" {
		return byName, nil, nil
	}
	if len(htmlTags.FindAllIndex(head, 3)) == 3 {
		return "text/html", []string{"Nothing says what format the document has; it holds HTML tags and was read as HTML."}, nil
	}
	return "text/plain", nil, nil
}

// isDOCX reports whether the bytes are an archive whose list of parts names a Word document.
func isDOCX(raw []byte) bool {
	if !bytes.HasPrefix(raw, []byte("PK\x03\x04")) || !bytes.Contains(raw, []byte("word/document.xml")) {
		return false
	}
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return true // a damaged one: its reader says so
	}
	return slices.ContainsFunc(archive.File, func(f *zip.File) bool { return f.Name == "word/document.xml" })
}

func ending(hint Hint) string {
	if m := endings[strings.ToLower(path.Ext(hint.FileName))]; m != "" {
		return m
	}
	if u, err := url.Parse(hint.URL); err == nil {
		return endings[strings.ToLower(path.Ext(u.Path))]
	}
	return ""
}
