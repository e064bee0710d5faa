package extract

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"

	"golang.org/x/net/html/charset"
)

// deepestMail bounds how far parts of a message may hold parts, mostNamed how many attachments are named and longestName each name.
const (
	deepestMail = 8
	mostNamed   = 20
	longestName = 200
)

// readMail reads an e-mail message: its HTML or plain text, with subject, sender and date. Attachments are named in a note and not
// read; headers of people other than the sender are left out.
func readMail(raw []byte) (text *Text, stated metadata, err error) {
	m, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return nil, stated, &Unreadable{Reason: "it is called an e-mail message but has no readable headers", Do: "Export it again as .eml, or paste its text."}
	}
	decoder := &mime.WordDecoder{CharsetReader: charset.NewReaderLabel}
	header := func(name string) string {
		if s, err := decoder.DecodeHeader(m.Header.Get(name)); err == nil {
			return oneLine(strings.ToValidUTF8(s, "\uFFFD"))
		}
		return ""
	}
	stated = metadata{titleBlock: -1, title: header("Subject")}
	if from, err := (&mail.AddressParser{WordDecoder: decoder}).Parse(m.Header.Get("From")); err == nil {
		stated.author = oneLine(from.Name) // the name, never the address
	}
	if at, err := m.Header.Date(); err == nil {
		stated.published = at.Format("2006-01-02")
	}
	found := mailParts{}
	found.read(m.Header.Get("Content-Type"), m.Header.Get("Content-Transfer-Encoding"), m.Header.Get("Content-Disposition"), m.Body, 0)
	part := found.html
	if len(part.raw) == 0 {
		part = found.plain
	}
	if len(part.raw) == 0 {
		return nil, stated, &Unreadable{Reason: "the message holds no text", Do: "Read its attachments alone, or paste its text."}
	}
	if len(found.attached) > 0 {
		names := found.attached
		if more := len(names) - mostNamed; more > 0 {
			names = append(names[:mostNamed:mostNamed], fmt.Sprintf("and %d more", more))
		}
		stated.notes = append(stated.notes, "Attachments were not read: "+strings.Join(names, ", ")+".")
	}
	text, err = readFormat(part.raw, Hint{MediaType: part.media, Charset: part.charset})
	return text, stated, err
}

// mailPart is one text of a message.
type mailPart struct {
	raw            []byte
	media, charset string
}

// mailParts are the first text of each sort and the names of what is attached.
type mailParts struct {
	html, plain mailPart
	attached    []string
}

func (p *mailParts) read(contentType, encoding, disposition string, body io.Reader, depth int) {
	media, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		media = "text/plain"
	}
	how, dispositionParams, _ := mime.ParseMediaType(disposition)
	if strings.HasPrefix(media, "multipart/") && params["boundary"] != "" && depth < deepestMail {
		parts := multipart.NewReader(body, params["boundary"])
		for {
			part, err := parts.NextRawPart()
			if err != nil { // the end, or a message that breaks off: what was read stands
				return
			}
			p.read(part.Header.Get("Content-Type"), part.Header.Get("Content-Transfer-Encoding"), part.Header.Get("Content-Disposition"), part, depth+1)
		}
	}
	if how == "attachment" || media != "text/plain" && media != "text/html" {
		name := dispositionParams["filename"]
		if name == "" {
			name = media
		}
		p.attached = append(p.attached, strings.ToValidUTF8(cutName(oneLine(name)), "\uFFFD"))
		return
	}
	raw, err := io.ReadAll(io.LimitReader(decodeTransfer(encoding, body), MaxText+1)) // one more, so that a longer one is refused and not cut
	if err != nil && len(raw) == 0 {
		return
	}
	one := mailPart{raw, media, params["charset"]}
	if media == "text/html" && len(p.html.raw) == 0 {
		p.html = one
	} else if media == "text/plain" && len(p.plain.raw) == 0 {
		p.plain = one
	}
}

func cutName(name string) string { return name[:min(len(name), longestName)] }

func decodeTransfer(encoding string, body io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body)
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	}
	return body
}
