package app

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"io"

	"orrery/internal/dataset/reports"
)

// packedReading is one pass over a file that may be an archive of several tables: hashed as it lies on the disk, ended by its context.
type packedReading struct {
	*importReading
	name    string
	archive *reports.Archive // nil: the file is one table, which may be packed with gzip
	read    bool
}

// packed opens a pass. step (may be nil) is called with the bytes of the file that were read.
func (f ImportFile) packed(ctx context.Context, step func(done, total int64)) (*packedReading, error) {
	file, err := f.Open()
	if err != nil {
		return nil, err
	}
	p := &packedReading{name: f.Name, importReading: &importReading{ctx: ctx, file: file, sum: sha256.New(), step: step, total: f.Size}}
	buffered := bufio.NewReaderSize(raw{p.importReading}, 1<<16)
	p.text = buffered
	magic, _ := buffered.Peek(4)
	if !bytes.HasPrefix(magic, []byte("PK\x03\x04")) && !bytes.HasPrefix(magic, []byte("PK\x05\x06")) {
		return p, nil
	}
	p.step = nil // the archive says itself how much of it was read
	var size int64
	at, onDisk := file.(io.ReaderAt)
	if onDisk {
		size, err = io.Copy(io.Discard, buffered) // for the hash; the tables are read from the disk
		at = &countedAt{ctx: ctx, in: at, step: step, total: size}
	} else {
		var whole []byte
		whole, err = io.ReadAll(io.LimitReader(buffered, reports.MaxArchive+1))
		if size = int64(len(whole)); size > reports.MaxArchive {
			err = fmt.Errorf("the archive is larger than %d MB; unpack it first", reports.MaxArchive>>20)
		}
		at = &countedAt{ctx: ctx, in: bytes.NewReader(whole), step: step, total: size}
	}
	if err == nil {
		p.archive, err = reports.OpenArchive(f.Name, at, size, reports.MaxUnpacked)
	}
	if err != nil {
		file.Close()
		return nil, fmt.Errorf("%s: %w", f.Name, err)
	}
	return p, nil
}

// next is the next table; io.EOF after the last.
func (p *packedReading) next() (string, io.Reader, error) {
	if p.archive != nil {
		return p.archive.Next()
	}
	if p.read {
		return "", nil, io.EOF
	}
	p.read = true
	return p.name, p.text, nil
}

func (p *packedReading) close() {
	if p.archive != nil {
		p.archive.Close()
	}
	p.file.Close()
}

// countedAt says how much of an archive was read.
type countedAt struct {
	ctx         context.Context
	in          io.ReaderAt
	step        func(done, total int64)
	done, total int64
}

// ReadAt reads from the archive.
func (c *countedAt) ReadAt(b []byte, at int64) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.in.ReadAt(b, at)
	if c.done += int64(n); c.step != nil {
		c.step(min(c.done, c.total), c.total)
	}
	return n, err
}
