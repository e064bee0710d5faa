package container

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"orrery/internal/extract"
)

// The bounds of one container. What is beyond is named as failed, never cut.
const (
	MaxParts = 2_000_000
	maxPart  = extract.MaxFile
	maxFeed  = 64 << 20
)

// Part is one document of a container.
type Part struct {
	Name string // how it is called in the container: a path, an address, a line
	Raw  []byte
	Hint extract.Hint
}

// Sink takes what comes out of a container.
type Sink struct {
	// Part is handed each document; an error of it stops the walk and is returned.
	Part func(Part) error
	// Failed is told of a part that could not be taken, and why; the walk goes on.
	Failed func(name string, err error)
}

// File is a container to be read: its name decides nothing that its bytes do not say, save for JSON Lines.
type File struct {
	Name string
	io.ReaderAt
	Size int64
}

// Is reports whether a file of this name and beginning (some 4,096 bytes) is a container rather than one document.
func Is(name string, head []byte) bool { return kindOf(name, head) != "" }

// Walk hands every document of a container to sink, in order. Errors: of the container as a whole (it is none, it breaks off), of
// sink.Part, or ctx's.
func Walk(ctx context.Context, f File, sink Sink) error {
	head := make([]byte, 4096)
	n, err := f.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	stream := stoppable{ctx, io.NewSectionReader(f, 0, f.Size)}
	w := walker{ctx: ctx, sink: sink}
	switch kindOf(f.Name, head[:n]) {
	case "zip":
		return w.zip(f)
	case "gzip":
		return w.gzip(f.Name, stream)
	case "warc":
		return w.warc(bufio.NewReaderSize(stream, 1<<16))
	case "feed":
		return w.feed(f.Name, stream)
	case "lines":
		return w.lines(f.Name, stream)
	}
	return fmt.Errorf("%s is no archive, feed or table of texts that can be read", f.Name)
}

func kindOf(name string, head []byte) string {
	text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	lower := strings.ToLower(name)
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		if office(head) || strings.HasSuffix(lower, ".docx") {
			return "" // one document, whose parts are none
		}
		return "zip"
	case bytes.HasPrefix(head, []byte("\x1f\x8b")):
		return "gzip"
	case bytes.HasPrefix(head, []byte("WARC/")):
		return "warc"
	case looksLikeFeed(text):
		return "feed"
	case (strings.HasSuffix(lower, ".jsonl") || strings.HasSuffix(lower, ".ndjson")) && bytes.HasPrefix(text, []byte("{")):
		return "lines"
	}
	return ""
}

// office tells a document that is packed as a zip archive (DOCX, XLSX, ODT, EPUB) by the name of its first part. Only that counts: an
// archive of documents may hold one unpacked, with all its names in it.
func office(head []byte) bool {
	const length, name = 26, 30 // where the first part's name stands
	if len(head) < name {
		return false
	}
	end := min(len(head), name+int(binary.LittleEndian.Uint16(head[length:])))
	switch string(head[name:end]) {
	case "[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml", "word/document.xml", "mimetype":
		return true
	}
	return false
}

// stoppable ends with ctx's error: what unpacks to very much can be stopped in the middle of one record.
type stoppable struct {
	ctx context.Context
	io.Reader
}

func (s stoppable) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.Reader.Read(p)
}

// walker counts the parts of one walk.
type walker struct {
	ctx   context.Context
	sink  Sink
	parts int
}

var errTooMany = fmt.Errorf("it holds more than %d documents; cut it into parts", MaxParts)

// part hands one document on.
func (w *walker) part(p Part) error {
	if err := w.ctx.Err(); err != nil {
		return err
	}
	if w.parts++; w.parts > MaxParts {
		return errTooMany
	}
	return w.sink.Part(p)
}

func (w *walker) failed(name string, err error) error {
	if w.parts++; w.parts > MaxParts { // a container of nothing but faults must end too
		return errTooMany
	}
	if w.sink.Failed != nil {
		w.sink.Failed(name, err)
	}
	return w.ctx.Err()
}

// gzip reads a gzipped web archive, table or document.
func (w *walker) gzip(name string, stream io.Reader) error {
	z, err := gzip.NewReader(stream)
	if err != nil {
		return fmt.Errorf("%s: it is a damaged gzip archive: %w", name, err)
	}
	inner := strings.TrimSuffix(strings.TrimSuffix(name, ".gz"), ".GZ")
	r := bufio.NewReaderSize(stoppable{w.ctx, z}, 1<<16)
	head, _ := r.Peek(4096)
	switch kindOf(inner, head) {
	case "warc":
		return w.warc(r)
	case "lines":
		return w.lines(inner, r)
	case "feed":
		return w.feed(inner, r)
	case "zip", "gzip":
		return fmt.Errorf("%s: an archive within an archive is not opened; unpack it first", name)
	}
	raw, err := readPart(r)
	if err != nil {
		return w.failed(inner, err)
	}
	return w.part(Part{Name: inner, Raw: raw, Hint: extract.Hint{FileName: path.Base(inner)}})
}

var errLargePart = fmt.Errorf("it is larger than %d MiB", maxPart>>20)

// readPart reads one document and refuses one that is larger than any may be.
func readPart(r io.Reader) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(r, maxPart+1))
	if err != nil {
		return nil, err
	}
	if len(raw) > maxPart {
		return nil, errLargePart
	}
	return raw, nil
}
