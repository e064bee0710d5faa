package sqlstore

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"

	"orrery/internal/store"
	"orrery/ledger"
)

// maxLine bounds what one line of a backup may ask of memory: a blob of 384 MB.
const maxLine = 512 << 20

// backupReader reads a backup line by line. Every way in which it can differ from what was written is
// store.ErrDamaged.
type backupReader struct {
	unpack *gzip.Reader
	lines  *bufio.Reader
	sum    hash.Hash
	part   hash.Hash // of the lines of reports, while they are read
	header backupHeader
	number int // of the line last read
}

func readBackup(r io.Reader) (*backupReader, error) {
	unpack, err := gzip.NewReader(r)
	if err != nil {
		return nil, fmt.Errorf("it is not an Orrery backup (%w): %w", err, store.ErrDamaged)
	}
	b := &backupReader{unpack: unpack, lines: bufio.NewReaderSize(unpack, 1<<16), sum: sha256.New()}
	line, err := b.line()
	if err != nil {
		return nil, err
	}
	// Formats to come may have other fields, so the first look is at these two only.
	if err := json.Unmarshal(line, &b.header); err != nil || b.header.Orrery != backupMagic {
		return nil, fmt.Errorf("it is not an Orrery backup: %w", store.ErrDamaged)
	}
	if b.header.Format > backupFormat {
		return nil, fmt.Errorf("the backup has format %d, written by Orrery %s: %w", b.header.Format, b.header.Version, store.ErrNewerSchema)
	}
	if b.header.Format < 1 || b.header.Revisions < 0 || b.header.Blobs < 0 || b.header.Past < 0 || b.header.Files < 0 || b.header.Reports < 0 {
		return nil, fmt.Errorf("line 1: %w", store.ErrDamaged)
	}
	if b.header.Format < backupReports && b.header.totals() != (reportTotals{}) {
		return nil, fmt.Errorf("line 1: %w", store.ErrDamaged)
	}
	return b, nil
}

// line reads one line, adds it to the sum and returns it without its end.
func (b *backupReader) line() ([]byte, error) {
	text, err := b.raw()
	b.sum.Write(text)
	if b.part != nil {
		b.part.Write(text)
	}
	return bytes.TrimSuffix(text, []byte{'\n'}), err
}

func (b *backupReader) raw() ([]byte, error) {
	b.number++
	var text []byte
	for {
		part, err := b.lines.ReadSlice('\n')
		text = append(text, part...)
		switch {
		case err == nil:
			return text, nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return nil, fmt.Errorf("line %d (%w): %w", b.number, err, store.ErrDamaged)
		case len(text) > maxLine:
			return nil, fmt.Errorf("line %d is longer than any that was written: %w", b.number, store.ErrDamaged)
		}
	}
}

// decode reads one line into v and refuses one that v would not be written as.
func (b *backupReader) decode(v any) error {
	text, err := b.line()
	if err != nil {
		return err
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		return fmt.Errorf("line %d (%w): %w", b.number, err, store.ErrDamaged)
	}
	return nil
}

func (b *backupReader) blob() (blob backupBlob, err error) {
	if err := b.decode(&blob); err != nil {
		return blob, err
	}
	if ledger.HashBytes(blob.Bytes) != blob.Hash {
		return blob, fmt.Errorf("line %d: the bytes do not give their hash: %w", b.number, store.ErrDamaged)
	}
	return blob, nil
}

func (b *backupReader) revision() (r backupRevision, err error) {
	err = b.decode(&r)
	return r, err
}

// end reads the last line, which must be the sum of all before it, and finds nothing after it.
func (b *backupReader) end() error {
	want := hex.EncodeToString(b.sum.Sum(nil))
	var t backupTrailer
	if err := b.decode(&t); err != nil {
		return err
	}
	if t.SHA256 != want {
		return fmt.Errorf("its check sum does not match: %w", store.ErrDamaged)
	}
	if _, err := b.lines.ReadByte(); !errors.Is(err, io.EOF) {
		return fmt.Errorf("something follows its last line: %w", store.ErrDamaged)
	}
	return nil
}

// readOut checks the rest without writing anything.
func (b *backupReader) readOut() error {
	for range b.header.Blobs {
		if _, err := b.blob(); err != nil {
			return err
		}
	}
	for range b.header.Revisions {
		if _, err := b.line(); err != nil {
			return err
		}
	}
	if err := b.eachReport(func(backupPast) error { return nil }, func(backupFile) error { return nil }, func(*backupReport) error { return nil }); err != nil {
		return err
	}
	return b.end()
}
