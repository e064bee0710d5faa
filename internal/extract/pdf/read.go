package pdf

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"strings"
	"unicode"

	lib "github.com/ledongthuc/pdf"
)

// What is read of one file. More is refused and not cut, so that nobody takes a part for the whole.
const (
	maxPages  = 2000
	maxGlyphs = 4_000_000
)

// The reasons for which a file has no text to give.
var (
	ErrEncrypted = errors.New("it is encrypted")
	ErrNoText    = errors.New("its pages are pictures, without text")
	ErrGarbled   = errors.New("its letters cannot be told: its fonts do not say which characters they show")
	ErrTooLarge  = errors.New("it is larger than 2,000 pages, 4 million letters or 16 MiB of drawing on one page")
	ErrBroken    = errors.New("it is damaged")
)

// Paragraph is one paragraph or heading.
type Paragraph struct {
	Text    string
	Heading bool
	Page    int // from 1
}

// Document is what a file holds.
type Document struct {
	Title, Author string // as the file states them
	Paragraphs    []Paragraph
	Notes         []string // what was left out or joined
}

// Read reads a file. The error is one of those above, wrapped with where it arose.
func Read(raw []byte) (doc *Document, err error) {
	defer func() { // the library panics on damaged files
		if p := recover(); p != nil {
			doc, err = nil, fmt.Errorf("%w (%v)", ErrBroken, p)
		}
	}()
	if boasts(raw) {
		return nil, fmt.Errorf("%w (it counts more objects than it can hold)", ErrBroken)
	}
	file := &counted{bytes.NewReader(raw), readsToOpen}
	r, err := lib.NewReader(file, int64(len(raw)))
	if err != nil {
		if errors.Is(err, lib.ErrInvalidPassword) || strings.Contains(err.Error(), "encrypt") {
			return nil, ErrEncrypted
		}
		return nil, fmt.Errorf("%w (%v)", ErrBroken, err)
	}
	file.left = readsOfPages
	list, err := pagesOf(r)
	if err != nil {
		return nil, err
	}
	info := r.Trailer().Key("Info")
	doc = &Document{Title: clean(info.Key("Title").Text()), Author: clean(info.Key("Author").Text())}
	var pages [][]line
	glyphs, unpacked := 0, 0
	for i, p := range list {
		n := i + 1
		size, err := weigh(p)
		if unpacked += size; err != nil || unpacked > largestOfAll {
			return nil, fmt.Errorf("%w, at page %d", cmp.Or(err, ErrTooLarge), n)
		}
		texts := p.Content().Text
		if glyphs += len(texts); glyphs > maxGlyphs {
			return nil, fmt.Errorf("%w, at page %d", ErrTooLarge, n)
		}
		pages = append(pages, inOrder(segments(texts, n)))
	}
	pages, furniture := withoutFurniture(pages)
	if furniture > 0 {
		doc.Notes = append(doc.Notes, fmt.Sprintf("%d lines that stand alike at the edges of several pages (headers, footers, page numbers) were left out.", furniture))
	}
	var joined int
	doc.Paragraphs, joined = paragraphs(pages)
	if joined > 0 {
		doc.Notes = append(doc.Notes, fmt.Sprintf("%d words that were divided at the end of a line were joined.", joined))
	}
	return doc, doc.check()
}

// check refuses what cannot be quoted from.
func (d *Document) check() error {
	letters, unknown := 0, 0
	for _, p := range d.Paragraphs {
		for _, r := range p.Text {
			switch {
			case r == unicode.ReplacementChar || unicode.Is(unicode.Co, r) || unicode.IsControl(r):
				unknown++
			case unicode.IsLetter(r):
				letters++
			}
		}
	}
	switch {
	case letters+unknown == 0:
		return ErrNoText
	case unknown*4 > letters:
		return ErrGarbled
	}
	return nil
}

func clean(s string) string {
	return strings.Join(strings.Fields(strings.ToValidUTF8(s, "\uFFFD")), " ")
}
