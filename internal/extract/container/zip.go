package container

import (
	"archive/zip"
	"errors"
	"fmt"
	"path"
	"strings"

	"orrery/internal/extract"
)

// Archives of texts unpack to some ten times their size. One whose files share their bytes unpacks to millions of times that.
const (
	leastBomb = 1 << 30
	bombRatio = 200
)

// zip hands on the files of a zip archive. Archives within it are not opened: a chain of them is how bombs are made.
func (w *walker) zip(f File) error {
	archive, err := zip.NewReader(f, f.Size)
	if err != nil {
		return fmt.Errorf("%s: it is a damaged zip archive: %w", f.Name, err)
	}
	var unpacked uint64
	for _, entry := range archive.File {
		unpacked += min(entry.UncompressedSize64, maxPart)
	}
	if unpacked > max(leastBomb, bombRatio*uint64(max(f.Size, 0))) {
		return fmt.Errorf("%s: its files unpack to %d MiB, more than texts do; unpack what you trust and read the folder", f.Name, unpacked>>20)
	}
	for _, entry := range archive.File {
		base := path.Base(entry.Name)
		if entry.FileInfo().IsDir() || strings.HasPrefix(base, ".") || strings.HasPrefix(entry.Name, "__MACOSX/") {
			continue
		}
		raw, err := unzip(entry)
		if err == nil {
			err = nested(entry.Name, raw)
		}
		if err != nil {
			if err := w.failed(entry.Name, err); err != nil {
				return err
			}
			continue
		}
		if err := w.part(Part{Name: entry.Name, Raw: raw, Hint: extract.Hint{FileName: base}}); err != nil {
			return err
		}
	}
	return nil
}

func unzip(entry *zip.File) ([]byte, error) {
	if entry.Flags&1 != 0 {
		return nil, errors.New("it is encrypted; unpack the archive first")
	}
	r, err := entry.Open()
	if err != nil {
		return nil, fmt.Errorf("it cannot be unpacked: %w", err)
	}
	defer r.Close()
	return readPart(r)
}

// nested refuses a container within a container.
func nested(name string, raw []byte) error {
	if kind := kindOf(name, raw[:min(len(raw), 4096)]); kind != "" {
		return fmt.Errorf("it is a container itself (%s), and those are not opened within another; unpack it first", kind)
	}
	return nil
}
