package reports

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Limits of what one file may hold: what the largest published file unpacks to is a tenth of the first, and what the largest
// archive weighs a tenth of the second. An archive that does not come from a disk is held in memory.
const (
	MaxUnpacked = 32 << 30 // bytes
	MaxArchive  = 1 << 30  // bytes
)

// Unpack opens a file that may be packed with gzip or zip, which its first bytes tell and not its name. Of an archive it reads the
// one table in it. Reading fails once more than most bytes have come out. Errors begin with name.
func Unpack(name string, in io.Reader, most int64) (io.Reader, error) {
	buffered := bufio.NewReaderSize(in, 1<<16)
	head, _ := buffered.Peek(4)
	switch {
	case bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
		plain, err := gzip.NewReader(buffered)
		if err != nil {
			return nil, fmt.Errorf("%s: unpacking: %w; download it again", name, err)
		}
		left := most
		return &bounded{name: name, in: plain, left: &left}, nil
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return openArchive(name, in, buffered, most)
	}
	return buffered, nil
}

// onDisk is a file that an archive can be read from without holding it in memory.
type onDisk interface {
	io.ReaderAt
	io.Seeker
}

func openArchive(name string, in io.Reader, buffered *bufio.Reader, most int64) (io.Reader, error) {
	at, size := io.ReaderAt(nil), int64(0)
	if disk, ok := in.(onDisk); ok {
		var err error
		if size, err = disk.Seek(0, io.SeekEnd); err != nil {
			return nil, fmt.Errorf("%s: unpacking: %w", name, err)
		}
		at = disk
	} else {
		whole, err := io.ReadAll(io.LimitReader(buffered, MaxArchive+1))
		if err != nil {
			return nil, fmt.Errorf("%s: reading: %w", name, err)
		}
		if len(whole) > MaxArchive {
			return nil, fmt.Errorf("%s: the archive is larger than %d MB; unpack it first", name, MaxArchive>>20)
		}
		at, size = bytes.NewReader(whole), int64(len(whole))
	}
	a, err := OpenArchive(name, at, size, most)
	if err != nil {
		return nil, err
	}
	if a.Len() != 1 {
		return nil, fmt.Errorf("%s: the archive holds %d tables (%s); unpack it and give them one by one", name, a.Len(), strings.Join(tables, ", "))
	}
	_, plain, err := a.Next()
	return plain, err
}

// bounded stops a small file that unpacks without end.
type bounded struct {
	name string
	in   io.Reader
	left *int64
}

func (b *bounded) Read(p []byte) (int, error) {
	if int64(len(p)) > *b.left+1 {
		p = p[:*b.left+1]
	}
	n, err := b.in.Read(p)
	if *b.left -= int64(n); *b.left < 0 {
		return 0, fmt.Errorf("%s: the file unpacks to more than is allowed; it is damaged or not what it says", b.name)
	}
	if err != nil && !errors.Is(err, io.EOF) {
		err = fmt.Errorf("%s: unpacking: %w; download it again", b.name, err)
	}
	return n, err
}
