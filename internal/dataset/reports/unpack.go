package reports

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// Limits of what one file may hold: what the largest published file unpacks to is a tenth of the first, and what the largest
// archive weighs a tenth of the second. An archive that does not come from a disk is held in memory.
const (
	MaxUnpacked = 32 << 30 // bytes
	maxArchive  = 1 << 30  // bytes
)

// tables are the endings of what an archive may hold one of.
var tables = []string{".csv", ".tab", ".tsv", ".txt"}

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
		return &bounded{name: name, in: plain, left: most}, nil
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		plain, err := openArchive(name, in, buffered)
		if err != nil {
			return nil, err
		}
		return &bounded{name: name, in: plain, left: most}, nil
	}
	return buffered, nil
}

// onDisk is a file that an archive can be read from without holding it in memory.
type onDisk interface {
	io.ReaderAt
	io.Seeker
}

func openArchive(name string, in io.Reader, buffered *bufio.Reader) (io.Reader, error) {
	var archive *zip.Reader
	var err error
	if disk, ok := in.(onDisk); ok {
		size, seekErr := disk.Seek(0, io.SeekEnd)
		if seekErr != nil {
			return nil, fmt.Errorf("%s: unpacking: %w", name, seekErr)
		}
		archive, err = zip.NewReader(disk, size)
	} else {
		whole, readErr := io.ReadAll(io.LimitReader(buffered, maxArchive+1))
		if readErr != nil {
			return nil, fmt.Errorf("%s: reading: %w", name, readErr)
		}
		if len(whole) > maxArchive {
			return nil, fmt.Errorf("%s: the archive is larger than %d MB; unpack it first", name, maxArchive>>20)
		}
		archive, err = zip.NewReader(bytes.NewReader(whole), int64(len(whole)))
	}
	if err != nil {
		return nil, fmt.Errorf("%s: unpacking: %w; download it again", name, err)
	}
	var found []*zip.File
	for _, f := range archive.File {
		if slices.Contains(tables, strings.ToLower(path.Ext(f.Name))) && !strings.HasPrefix(f.Name, "__MACOSX/") {
			found = append(found, f)
		}
	}
	if len(found) != 1 {
		return nil, fmt.Errorf("%s: the archive holds %d tables (%s); unpack it and give them one by one", name, len(found), strings.Join(tables, ", "))
	}
	plain, err := found[0].Open()
	if err != nil {
		return nil, fmt.Errorf("%s: unpacking %s: %w", name, found[0].Name, err)
	}
	return plain, nil
}

// bounded stops a small file that unpacks without end.
type bounded struct {
	name string
	in   io.Reader
	left int64
}

func (b *bounded) Read(p []byte) (int, error) {
	if int64(len(p)) > b.left+1 {
		p = p[:b.left+1]
	}
	n, err := b.in.Read(p)
	if b.left -= int64(n); b.left < 0 {
		return 0, fmt.Errorf("%s: the file unpacks to more than is allowed; it is damaged or not what it says", b.name)
	}
	if err != nil && !errors.Is(err, io.EOF) {
		err = fmt.Errorf("%s: unpacking: %w; download it again", b.name, err)
	}
	return n, err
}
