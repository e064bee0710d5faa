package container

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"orrery/internal/extract"
)

// row is one line of a table of texts, by the names that such tables use. Only the text must be there.
type row struct {
	Text      string          `json:"text"`
	Body      string          `json:"body"`
	Title     string          `json:"title"`
	Author    string          `json:"author"`
	Speaker   string          `json:"speaker"`
	Published string          `json:"published"`
	Date      string          `json:"date"`
	Year      json.RawMessage `json:"year"`
	URL       string          `json:"url"`
	Link      string          `json:"link"`
	Outlet    string          `json:"outlet"`
	Source    string          `json:"source"`
	Language  string          `json:"language"`
	ID        json.RawMessage `json:"id"`
}

// lines hands on the texts of JSON Lines. A line that is no object, or has no text, is named by its number.
func (w *walker) lines(name string, r io.Reader) error {
	in := bufio.NewReaderSize(r, 1<<16)
	for n := 1; ; n++ {
		line, tooLong, err := longLine(in)
		if err != nil && !errors.Is(err, io.EOF) {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
		if len(bytes.TrimSpace(line)) > 0 || tooLong {
			if err := w.line(fmt.Sprintf("%s:%d", name, n), line, tooLong); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
	}
}

func (w *walker) line(name string, line []byte, tooLong bool) error {
	if tooLong {
		return w.failed(name, errLargePart)
	}
	var v row
	if err := json.Unmarshal(line, &v); err != nil {
		var kind *json.UnmarshalTypeError
		if errors.As(err, &kind) {
			return w.failed(name, fmt.Errorf("the field %q is a JSON %s and not text", kind.Field, kind.Value))
		}
		return w.failed(name, fmt.Errorf("it is no JSON object: %w", err))
	}
	text := first(v.Text, v.Body)
	if text == "" {
		return w.failed(name, errors.New(`it has no field "text" with words in it`))
	}
	return w.part(Part{Name: name, Raw: []byte(text), Hint: extract.Hint{MediaType: "text/plain", Charset: "utf-8", URL: first(v.URL, v.Link),
		Title: v.Title, Author: first(v.Author, v.Speaker), Published: first(v.Published, v.Date, string(bytes.Trim(v.Year, `"`))), Outlet: first(v.Outlet, v.Source), Language: v.Language}})
}

// longLine reads one line; one longer than a document is read to its end and not kept.
func longLine(r *bufio.Reader) (line []byte, tooLong bool, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if len(line)+len(part) > 2*maxPart {
			tooLong, line = true, line[:0]
		}
		if !tooLong {
			line = append(line, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, tooLong, err
		}
	}
}

func first(list ...string) string {
	for _, s := range list {
		if s != "" && s != "null" {
			return s
		}
	}
	return ""
}
