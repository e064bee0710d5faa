package container

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"time"

	"orrery/internal/extract"
)

// maxHeader bounds the header of one record, in bytes.
const maxHeader = 64 << 10

// record is one record of a web archive (ISO 28500): named fields, then a block of known length.
type record struct {
	kind, target, date, media string
	length                    int64
}

// warc hands on the pages of a web archive: responses with status 200 that hold a text, and resources. A page larger than a document
// may be is named and passed over. After a damaged header the rest cannot be told apart and the walk ends with an error that says
// where.
func (w *walker) warc(r *bufio.Reader) error {
	for n := 1; ; n++ {
		rec, err := readRecord(r)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("record %d of the web archive: %w; what stands before it was read", n, err)
		}
		block := &io.LimitedReader{R: r, N: rec.length}
		if err := w.page(rec, block); err != nil {
			return err
		}
		if _, err = io.Copy(io.Discard, block); err == nil && block.N > 0 {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return fmt.Errorf("record %d of the web archive breaks off: %w; what stands before it was read", n, err)
		}
	}
}

// page hands on one record, if it is a page with words.
func (w *walker) page(rec record, block io.Reader) error {
	var raw []byte
	var hint extract.Hint
	var err error
	switch {
	case rec.kind == "response" && strings.HasPrefix(strings.ToLower(rec.media), "application/http"):
		raw, hint, err = response(block)
	case rec.kind == "resource" || rec.kind == "conversion":
		hint.MediaType, hint.Charset = mediaOf(rec.media)
		if textual(hint.MediaType) {
			raw, err = readPart(block)
		}
	default:
		return nil // requests, metadata, revisits
	}
	if err != nil {
		return w.failed(rec.target, err)
	}
	if raw == nil {
		return nil // a picture, a script, a redirect
	}
	hint.URL = rec.target
	return w.part(Part{Name: rec.target, Raw: raw, Hint: hint})
}

// readRecord reads one header, after the blank lines that end the record before. io.EOF: there is no further record.
func readRecord(r *bufio.Reader) (record, error) {
	rec := record{length: -1}
	line, err := "", error(nil)
	for line == "" {
		if line, err = headerLine(r, maxHeader); err != nil {
			return rec, err
		}
	}
	if !strings.HasPrefix(line, "WARC/") {
		return rec, fmt.Errorf("it begins with %.40q and not with WARC/", line)
	}
	for left := maxHeader; ; {
		line, err := headerLine(r, left)
		if err != nil {
			return rec, fmt.Errorf("its header breaks off: %w", noEOF(err))
		}
		if line == "" {
			break
		}
		if left -= len(line); left <= 0 {
			return rec, errors.New("its header is longer than 64 KiB")
		}
		name, value, _ := strings.Cut(line, ":")
		value = strings.TrimSpace(value)
		switch strings.ToLower(name) {
		case "warc-type":
			rec.kind = strings.ToLower(value)
		case "warc-target-uri":
			rec.target = strings.Trim(value, "<>")
		case "warc-date":
			rec.date = value
		case "content-type":
			rec.media = value
		case "content-length":
			rec.length, err = strconv.ParseInt(value, 10, 64)
			if err != nil || rec.length < 0 {
				return rec, fmt.Errorf("its length %.40q is no number", value)
			}
		}
	}
	if rec.length < 0 {
		return rec, errors.New("it does not say how long it is")
	}
	return rec, nil
}

// headerLine reads one line of at most limit bytes, without its end.
func headerLine(r *bufio.Reader, limit int) (string, error) {
	var b strings.Builder
	for {
		part, err := r.ReadSlice('\n')
		b.Write(part)
		switch {
		case b.Len() > limit:
			return "", errors.New("a line of its header is too long")
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && b.Len() > 0:
			return "", noEOF(err)
		case err != nil:
			return "", err
		}
		return strings.TrimRight(b.String(), "\r\n"), nil
	}
}

func noEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// response is the body of an HTTP response with status 200 that holds a text; nil for any other.
func response(block io.Reader) ([]byte, extract.Hint, error) {
	resp, err := http.ReadResponse(bufio.NewReader(block), nil)
	if err != nil {
		return nil, extract.Hint{}, fmt.Errorf("its HTTP header cannot be read: %w", err)
	}
	defer resp.Body.Close()
	var hint extract.Hint
	hint.MediaType, hint.Charset = mediaOf(resp.Header.Get("Content-Type"))
	if resp.StatusCode != http.StatusOK || !textual(hint.MediaType) {
		return nil, hint, nil
	}
	raw, err := readPart(resp.Body)
	if err != nil {
		return nil, hint, err
	}
	switch strings.ToLower(resp.Header.Get("Content-Encoding")) {
	case "", "identity":
		return raw, hint, nil
	case "gzip", "x-gzip":
		z, err := gzip.NewReader(bytes.NewReader(raw))
		if err != nil {
			return nil, hint, fmt.Errorf("it cannot be unpacked: %w", err)
		}
		raw, err = readPart(z)
		return raw, hint, err
	}
	return nil, hint, fmt.Errorf("its packing %q is not known", resp.Header.Get("Content-Encoding"))
}

func mediaOf(header string) (media, charset string) {
	media, params, err := mime.ParseMediaType(header)
	if err != nil {
		media, _, _ = strings.Cut(strings.ToLower(header), ";")
		return strings.TrimSpace(media), ""
	}
	return media, params["charset"]
}

func textual(media string) bool {
	switch media {
	case "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf", "message/rfc822",
		"application/vnd.openxmlformats-officedocument.wordprocessingml.document":
		return true
	}
	return false
}

// day is the date part of an instant as archives and feeds write it, "" if it is none.
func day(t *time.Time) string {
	if t == nil || t.IsZero() {
		return ""
	}
	return t.UTC().Format("2006-01-02")
}
