package reports

import (
	"archive/zip"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// tables are the endings of what an archive may hold.
var tables = []string{".csv", ".tab", ".tsv", ".txt"}

// Archive is a zip file of tables, as publishers pack a year of months.
type Archive struct {
	name  string
	files []*zip.File // tables, in the order of their names
	left  int64       // bytes that may still come out
	open  io.Closer
}

// OpenArchive lists the tables of an archive without reading it whole; what is no table by its ending is passed over. Reading fails once more
// than most bytes have come out of it. Errors begin with name.
func OpenArchive(name string, in io.ReaderAt, size, most int64) (*Archive, error) {
	packed, err := zip.NewReader(in, size)
	if err != nil {
		return nil, fmt.Errorf("%s: unpacking: %w; download it again", name, err)
	}
	a := &Archive{name: name, left: most}
	for _, f := range packed.File {
		if slices.Contains(tables, strings.ToLower(path.Ext(f.Name))) && !strings.HasPrefix(f.Name, "__MACOSX/") {
			a.files = append(a.files, f)
		}
	}
	if len(a.files) == 0 {
		return nil, fmt.Errorf("%s: the archive holds 0 tables (%s); look whether it is the right file", name, strings.Join(tables, ", "))
	}
	slices.SortStableFunc(a.files, func(x, y *zip.File) int { return strings.Compare(x.Name, y.Name) })
	return a, nil
}

// Len is how many tables there are.
func (a *Archive) Len() int { return len(a.files) }

// Next opens the first table that was not opened yet, and closes the one before; io.EOF after the last. Its name is the archive's where there is one
// table, else archive/table.
func (a *Archive) Next() (name string, in io.Reader, err error) {
	a.Close()
	if len(a.files) == 0 {
		return "", nil, io.EOF
	}
	f := a.files[0]
	if name = a.name; len(a.files) > 1 || a.open != nil {
		name += "/" + path.Base(f.Name)
	}
	plain, err := f.Open()
	if err != nil {
		return "", nil, fmt.Errorf("%s: unpacking %s: %w", a.name, f.Name, err)
	}
	a.files, a.open = a.files[1:], plain
	return name, &bounded{name: name, in: plain, left: &a.left}, nil
}

// Close closes the table that is open.
func (a *Archive) Close() {
	if a.open != nil {
		a.open.Close() //nolint:errcheck,gosec // it was only read
	}
}
