package extract

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// readDOCX reads a Word document: its paragraphs in order, headings by their style, deleted text left out. Notes, comments, headers
// and footers stand in other parts of the file and are not read.
func readDOCX(raw []byte) (body string, blocks []Block, meta metadata, err error) {
	damaged := &Unreadable{Reason: "it is a damaged Word document", Do: "Open it in the program that made it, save it again, or paste its text."}
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return "", nil, meta, damaged
	}
	text, err := zipPart(archive, "word/document.xml")
	if err != nil {
		return "", nil, meta, err
	}
	if text == nil {
		return "", nil, meta, &Unreadable{Reason: "it is a zip archive without a Word document in it", Do: "Unpack it, or read it as an archive of several documents."}
	}
	w := docxWriter{kind: Paragraph}
	if err := w.read(text); err != nil {
		return "", nil, meta, damaged
	}
	meta = metadata{titleBlock: -1}
	if core, err := zipPart(archive, "docProps/core.xml"); err == nil && core != nil {
		var stated struct {
			Title   string `xml:"title"`
			Creator string `xml:"creator"`
		}
		if xml.Unmarshal(core, &stated) == nil {
			meta.title, meta.author = oneLine(stated.Title), oneLine(stated.Creator)
		}
	}
	if w.deleted {
		meta.notes = append(meta.notes, "The document holds tracked changes; deleted words were left out and added ones taken.")
	}
	return w.out.String(), w.blocks, meta, nil
}

// zipPart is the unpacked part of an archive, nil if there is none. A part that unpacks to more than a document may hold is refused,
// whatever its header says.
func zipPart(archive *zip.Reader, name string) ([]byte, error) {
	for _, f := range archive.File {
		if f.Name != name {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, &Unreadable{Reason: "its part " + name + " is damaged", Do: "Save it again, or paste its text."}
		}
		defer r.Close()
		text, err := io.ReadAll(io.LimitReader(r, 4*MaxText+1))
		if err != nil {
			return nil, &Unreadable{Reason: "its part " + name + " is damaged", Do: "Save it again, or paste its text."}
		}
		if len(text) > 4*MaxText {
			return nil, &Unreadable{Reason: "its part " + name + " unpacks to more than 40 MiB", Do: "Cut it into parts."}
		}
		return text, nil
	}
	return nil, nil
}

// deepestXML bounds how far elements may hold elements: the decoder remembers each that is open.
const deepestXML = 2000

var errDeep = errors.New("its elements stand too deep in one another")

// docxWriter writes paragraphs of WordprocessingML as text with a blank line between them.
type docxWriter struct {
	out       strings.Builder
	blocks    []Block
	paragraph strings.Builder
	kind      Kind
	deleted   bool
}

func (w *docxWriter) read(source []byte) error {
	d := xml.NewDecoder(bytes.NewReader(source))
	inText, skip, depth := false, 0, 0
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			w.flush()
			return nil
		}
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.StartElement:
			if depth++; depth > deepestXML {
				return errDeep
			}
			switch e.Name.Local {
			case "del", "moveFrom", "instrText", "Fallback":
				w.deleted = w.deleted || e.Name.Local == "del"
				skip++
			case "p":
				w.flush()
			case "t":
				inText = true
			case "tab":
				w.write(skip, " ")
			case "br", "cr":
				w.write(skip, "\n")
			case "noBreakHyphen":
				w.write(skip, "-")
			case "pStyle":
				if style := strings.ToLower(attribute(e, "val")); strings.HasPrefix(style, "heading") || style == "title" || style == "subtitle" {
					w.kind = Heading
				}
			case "numPr":
				if w.kind == Paragraph {
					w.kind = ListItem
				}
			}
		case xml.EndElement:
			depth--
			switch e.Name.Local {
			case "del", "moveFrom", "instrText", "Fallback":
				skip--
			case "p":
				w.flush()
			case "t":
				inText = false
			}
		case xml.CharData:
			if inText {
				w.write(skip, string(e))
			}
		}
	}
}

func (w *docxWriter) write(skip int, s string) {
	if skip == 0 {
		w.paragraph.WriteString(s)
	}
}

func (w *docxWriter) flush() {
	text := strings.TrimSpace(strings.ToValidUTF8(w.paragraph.String(), "\uFFFD"))
	kind := w.kind
	w.paragraph.Reset()
	w.kind = Paragraph
	appendBlock(&w.out, &w.blocks, kind, text)
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// appendBlock writes one block behind a blank line; what says nothing is left out.
func appendBlock(out *strings.Builder, blocks *[]Block, kind Kind, text string) {
	if blank(text) {
		return
	}
	if out.Len() > 0 {
		out.WriteString("\n\n")
	}
	from := out.Len()
	out.WriteString(text)
	start, end := trimSpan(text, 0, len(text))
	*blocks = append(*blocks, Block{Kind: kind, Start: from + start, End: from + end})
}
