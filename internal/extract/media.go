package extract

import (
	"bytes"
	"fmt"
	"mime"
	"net/url"
	"path"
	"regexp"
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

const formatsRead = "Orrery reads plain text, Markdown and HTML today; save or export the document as one of these."

// magic names the formats that people try most often, by how their files begin.
var magic = []struct{ start, name string }{
	{"%PDF-", "a PDF file"},
	{"PK\x03\x04", "a zip archive or an office document (docx, odt, epub)"},
	{"\xd0\xcf\x11\xe0", "an old office document (doc, xls)"},
	{"{\\rtf", "a rich text (RTF) file"},
	{"\x1f\x8b", "a gzip archive"},
	{"\x89PNG", "a PNG image"},
	{"\xff\xd8\xff", "a JPEG image"},
	{"GIF8", "a GIF image"},
	{"WARC/", "a web archive (WARC)"},
	{"SQLite format 3\x00", "a database"},
}

var (
	endings = map[string]string{
		".txt": "text/plain", ".text": "text/plain", ".md": "text/markdown", ".markdown": "text/markdown",
		".html": "text/html", ".htm": "text/html", ".xhtml": "text/html", ".shtml": "text/html",
	}
	htmlStart = regexp.MustCompile(`(?is)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b`)
	htmlTags  = regexp.MustCompile(`(?i)</(?:p|div|article|h[1-6]|li|span|a)>`)
)

// mediaType decides which of the three formats the bytes are in. What the bytes plainly are wins over what they are called, because
// servers send HTML as text/plain and people name files as they like.
func mediaType(raw []byte, hint Hint) (media string, notes []string, err error) {
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
	case "text/plain":
		if looksHTML {
			return "text/html", []string{"The document was called plain text but begins like HTML; it was read as HTML."}, nil
		}
		if byName := ending(hint); byName == "text/markdown" {
			return byName, nil, nil // servers send Markdown as plain text
		}
		return "text/plain", nil, nil
	case "", "application/octet-stream", "binary/octet-stream", "application/x-unknown":
	default:
		return "", nil, &Unreadable{Reason: fmt.Sprintf("its media type is %q", said), Do: formatsRead}
	}
	if looksHTML {
		return "text/html", nil, nil
	}
	if byName := ending(hint); byName != "" {
		return byName, nil, nil
	}
	if len(htmlTags.FindAllIndex(head, 3)) == 3 {
		return "text/html", []string{"Nothing says what format the document has; it holds HTML tags and was read as HTML."}, nil
	}
	return "text/plain", nil, nil
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
