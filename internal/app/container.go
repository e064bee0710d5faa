package app

import (
	"context"
	"errors"
	"io"

	"orrery/internal/extract"
	"orrery/internal/extract/container"
)

// extracting is what the extraction is told.
func (h FileHint) extracting() extract.Hint {
	return extract.Hint{MediaType: h.MediaType, Charset: h.Charset, URL: h.URL, FileName: h.FileName,
		Title: h.Title, Author: h.Author, Published: h.Published, Outlet: h.Outlet, Language: h.Language}
}

// hinted adds what a container says of one of its documents.
func (h FileHint) hinted(x extract.Hint) FileHint {
	h.MediaType, h.Charset, h.URL, h.FileName = x.MediaType, x.Charset, x.URL, x.FileName
	h.Title, h.Author, h.Published, h.Outlet, h.Language = x.Title, x.Author, x.Published, x.Outlet, x.Language
	return h
}

// Bundle is a file that may hold several documents: its name, bytes and what is known of it.
type Bundle struct {
	Name string
	io.ReaderAt
	Size int64
	Hint FileHint // of the single document, and of every document of a container
}

// Bundled is one document of a bundle, or the reason why there is none.
type Bundled struct {
	Name string
	Raw  []byte
	Hint FileHint
	Err  error
}

// MaxDocument is the largest file of one document that is read, in bytes.
const MaxDocument = extract.MaxFile

// Documents hands on every document of a bundle in order: the file itself, or what an archive, web archive, feed or table of texts
// holds. A part that cannot be taken comes with Err, and the others follow. Errors: of the bundle as a whole, of each, or ctx's.
func Documents(ctx context.Context, b Bundle, each func(Bundled) error) error {
	head := make([]byte, 4096)
	n, err := b.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	if !container.Is(b.Name, head[:n]) {
		if b.Size > MaxDocument {
			return each(Bundled{Name: b.Name, Err: errors.New("it is larger than 20 MiB; read the text alone")})
		}
		raw, err := io.ReadAll(io.NewSectionReader(b, 0, b.Size))
		if err != nil {
			return err
		}
		return each(Bundled{Name: b.Name, Raw: raw, Hint: b.Hint})
	}
	var told error // of each, while a failure was told
	err = container.Walk(ctx, container.File{Name: b.Name, ReaderAt: b.ReaderAt, Size: b.Size}, container.Sink{
		Part: func(p container.Part) error {
			if told != nil {
				return told
			}
			return each(Bundled{Name: p.Name, Raw: p.Raw, Hint: b.Hint.hinted(p.Hint)})
		},
		Failed: func(name string, err error) {
			if told == nil {
				told = each(Bundled{Name: name, Err: err})
			}
		},
	})
	if told != nil {
		return told
	}
	return err
}
