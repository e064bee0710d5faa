package app

import (
	"bufio"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
)

// ImportFile is a file that can be read twice: once to see whether all of it can be
// read, and once to write it.
type ImportFile struct {
	Name string // what reports and errors call it
	Size int64  // bytes; 0 when not known
	Open func() (io.ReadCloser, error)
}

// importReading is one pass over an ImportFile: unpacked where it is gzip, hashed as it lies on
// the disk, ended by its context.
type importReading struct {
	ctx   context.Context
	file  io.ReadCloser
	sum   hash.Hash
	bytes int64
	step  func(done, total int64)
	total int64
	text  io.Reader
}

// read opens a pass. step (may be nil) is called with the bytes of the file that were read.
func (f ImportFile) read(ctx context.Context, step func(done, total int64)) (*importReading, error) {
	file, err := f.Open()
	if err != nil {
		return nil, err
	}
	p := &importReading{ctx: ctx, file: file, sum: sha256.New(), step: step, total: f.Size}
	buffered := bufio.NewReaderSize(raw{p}, 1<<16)
	p.text = buffered
	if magic, _ := buffered.Peek(2); len(magic) == 2 && magic[0] == 0x1f && magic[1] == 0x8b {
		if p.text, err = gzip.NewReader(buffered); err != nil {
			file.Close()
			return nil, fmt.Errorf("%s: unpacking: %w", f.Name, err)
		}
	}
	return p, nil
}

// raw is the bytes of the file as they lie.
type raw struct{ p *importReading }

func (r raw) Read(b []byte) (int, error) {
	if err := r.p.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := r.p.file.Read(b)
	r.p.sum.Write(b[:n])
	r.p.bytes += int64(n)
	if r.p.step != nil && n > 0 {
		r.p.step(r.p.bytes, max(r.p.total, r.p.bytes))
	}
	return n, err
}

// hash is the SHA-256 of the whole file; what the reader left is read first.
func (p *importReading) hash() (string, error) {
	if _, err := io.Copy(io.Discard, raw{p}); err != nil {
		return "", err
	}
	return hex.EncodeToString(p.sum.Sum(nil)), nil
}
