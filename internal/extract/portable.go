package extract

import (
	"errors"
	"strings"

	"orrery/internal/extract/pdf"
)

// readPDF reads a born-digital PDF file. Its text is what its pages show, in reading order.
func readPDF(raw []byte) (body string, blocks []Block, meta metadata, err error) {
	doc, err := pdf.Read(raw)
	if err != nil {
		return "", nil, meta, refusedPDF(err)
	}
	var out strings.Builder
	for _, p := range doc.Paragraphs {
		kind := Paragraph
		if p.Heading {
			kind = Heading
		}
		appendBlock(&out, &blocks, kind, strings.ReplaceAll(p.Text, "\x00", ""))
	}
	meta = metadata{titleBlock: -1, author: doc.Author, notes: doc.Notes}
	if t := doc.Title; strings.Contains(t, " ") && !fileName.MatchString(t) { // programs write their own file name there
		meta.title = t
	}
	return out.String(), blocks, meta, nil
}

func refusedPDF(err error) error {
	do := "Copy the text from a viewer and paste it."
	switch {
	case errors.Is(err, pdf.ErrNoText):
		do = "Run it through text recognition (OCR) first, or type the words that you quote."
	case errors.Is(err, pdf.ErrEncrypted):
		do = "Save a copy without a password."
	case errors.Is(err, pdf.ErrTooLarge):
		do = "Cut it into parts."
	}
	return &Unreadable{Reason: "it is a PDF file and " + err.Error(), Do: do}
}
