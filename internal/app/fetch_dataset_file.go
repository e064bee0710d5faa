package app

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"slices"
	"strings"
	"time"

	"orrery/internal/fetch"
)

// downloadTries is how often a download goes on after it broke off, each time with more of the file at hand.
const downloadTries = 5

// download brings one file: FILE, while it is under way FILE.part, and beside each what is known of it, FILE.json.
type download struct {
	from      Downloader
	now       func() time.Time
	url, file string
	most      int64
	md5       string   // by the publisher's own account, in lower-case hex; "" when there is none
	media     []string // media types that the file may have besides those of tables in text
	progress  func(done, total int64)

	note      downloadNote
	resumed   int64
	unchanged bool
}

func (d *download) part() string { return d.file + ".part" }

func (d *download) run(ctx context.Context) error {
	at := d.hand()
	if at != nil && d.md5 != "" {
		d.note, d.unchanged = *at, true // it has the publisher's checksum: nothing need be asked
		return nil
	}
	for try := 1; ; try++ {
		before := sizeOf(d.part())
		err := d.get(ctx, at)
		var failure *fetch.Failure
		if err == nil || d.unchanged {
			return err
		}
		if !errors.As(err, &failure) || ctx.Err() != nil || try == downloadTries || sizeOf(d.part()) <= before {
			return err
		}
	}
}

// hand is what is known of the whole file at hand; nil when there is none or it is not what was downloaded.
func (d *download) hand() *downloadNote {
	note, err := readNote(d.file)
	if err != nil || note.URL != d.url || sizeOf(d.file) != note.Bytes {
		return nil
	}
	if sum, err := sumOf(d.file); err != nil || sum != note.SHA256 {
		return nil
	}
	if d.md5 != "" && note.MD5 != d.md5 {
		return nil // the publisher has another by now
	}
	return &note
}

// get makes one attempt.
func (d *download) get(ctx context.Context, at *downloadNote) error {
	ask := fetch.Ask{URL: d.url, MaxBytes: d.most}
	if at != nil {
		ask.ETag, ask.LastModified = at.ETag, at.LastModified
	} else if note, err := readNote(d.part()); err == nil && note.URL == d.url {
		if ask.From, ask.Validator = sizeOf(d.part()), note.validator(); note.Bytes > 0 && ask.From == note.Bytes && ask.Validator != "" {
			ask.From-- // a server refuses to send nothing, so the last byte is asked for again
		}
	}
	s, err := d.from.Open(ctx, ask)
	if status, ok := errors.AsType[*fetch.StatusError](err); ok && status.Status == http.StatusRequestedRangeNotSatisfiable {
		ask.From = 0
		s, err = d.from.Open(ctx, ask)
	}
	if err != nil {
		return err
	}
	defer s.Close()
	if s.Unchanged || at != nil && at.ETag != "" && !strings.HasPrefix(at.ETag, "W/") && s.ETag == at.ETag {
		d.note, d.unchanged = *at, true
		return nil
	}
	if err := d.tabular(s); err != nil {
		return err
	}
	return d.keep(s)
}

// tabular refuses what cannot be the file by its media type.
func (d *download) tabular(s *fetch.Stream) error {
	if slices.Contains(d.media, s.MediaType) {
		return nil
	}
	if slices.Contains([]string{"", "text/csv", "application/csv", "text/plain", "text/x-csv", "application/octet-stream", "application/vnd.ms-excel", "binary/octet-stream"}, s.MediaType) {
		return nil
	}
	return notCSV(s, s.MediaType)
}

func notCSV(s *fetch.Stream, what string) error {
	return &Error{Code: Unreachable, Field: "url", Text: fmt.Sprintf("%s answered with %s and not with a CSV file", s.URL, what), Do: "open the address in a browser, download the CSV file and import it"}
}

// keep writes the stream behind the part that is there, and makes the file of it when it is whole.
func (d *download) keep(s *fetch.Stream) error {
	f, err := os.OpenFile(d.part(), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := f.Truncate(s.From); err != nil {
		return err
	}
	if _, err := f.Seek(s.From, io.SeekStart); err != nil {
		return err
	}
	d.resumed = max(d.resumed, s.From)
	d.note = downloadNote{URL: d.url, ETag: s.ETag, LastModified: s.LastModified, Bytes: max(s.Size, 0)}
	if err := writeNote(d.part(), d.note); err != nil {
		return err
	}
	if err := d.copy(f, s); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if d.note.SHA256, err = sumOf(d.part()); err != nil {
		return err
	}
	if err := d.verify(); err != nil {
		return err
	}
	d.note.Bytes, d.note.Retrieved = sizeOf(d.part()), stamp(d.now())
	// The note goes first: a file without its note is downloaded again, one with another's note would not be.
	if err := os.Remove(d.file + ".json"); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if err := os.Rename(d.part(), d.file); err != nil {
		return err
	}
	if err := os.Remove(d.part() + ".json"); err != nil {
		return err
	}
	return writeNote(d.file, d.note)
}

func (d *download) copy(f *os.File, s *fetch.Stream) error {
	at, buffer := s.From, make([]byte, 256<<10)
	for {
		n, err := s.Read(buffer)
		if head := bytes.ToLower(bytes.TrimSpace(buffer[:min(n, 200)])); at == 0 && (bytes.HasPrefix(head, []byte("<!doctype")) || bytes.HasPrefix(head, []byte("<html"))) {
			return notCSV(s, "a web page")
		}
		if _, err := f.Write(buffer[:n]); err != nil {
			return fmt.Errorf("keeping the download: %w", err)
		}
		if at += int64(n); d.progress != nil && n > 0 {
			d.progress(at, max(s.Size, at))
		}
		if errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}
