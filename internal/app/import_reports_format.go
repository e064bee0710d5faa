package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strings"

	"orrery/internal/dataset"
	"orrery/internal/dataset/acled"
	"orrery/internal/dataset/gdelt"
	"orrery/internal/dataset/icews"
	"orrery/internal/dataset/plain"
	"orrery/internal/dataset/polecat"
	"orrery/internal/dataset/reports"
)

// reportReader hands out every report of a table in its order.
type reportReader func(name string, in io.Reader, each func(reports.Report) error) (*reports.Summary, error)

// reportFormat is a data set that can be imported.
type reportFormat struct {
	set     string // natural name of the set of reports
	source  dataset.Source
	mapping string // what a mapping says, in short; "" for published sets
	read    reportReader
}

// reportFormatOf is the format of one of the names that ImportReports takes.
func reportFormatOf(name string, m plain.Mapping) (f reportFormat, err error) {
	f.set = name
	switch name {
	case "icews":
		f.read = icews.Read
		f.source, err = icews.Source()
	case "polecat":
		f.read = polecat.Read
		f.source, err = polecat.Source()
	case "gdelt":
		f.read = gdelt.Read
		f.source, err = gdelt.Source()
	case "acled":
		f.read = acled.Read
		f.source, err = acled.Source()
	case "plain":
		if f.set = m.Set; f.set == "" {
			f.set = plain.DefaultSet
		}
		f.source = dataset.Source{ID: f.set, Title: "A table of your own"}
		f.mapping = mappingInShort(m)
		f.read = func(name string, in io.Reader, each func(reports.Report) error) (*reports.Summary, error) {
			return plain.Read(name, in, m, each)
		}
	default:
		err = malformed("dataset", quoted(name)+" is no data set of reports", "use "+strings.Join(publishedSets, ", ")+" or plain")
	}
	return f, err
}

// mappingInShort tells mappings apart.
func mappingInShort(m plain.Mapping) string {
	parts := []string{string(m.Days), string(m.Vocabulary)}
	for field, column := range m.Columns {
		parts = append(parts, string(field)+":"+column)
	}
	slices.Sort(parts[2:])
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:6])
}

// pass reads a file to its end. The hash is that of the file as it lies; step (may be nil) is called with the bytes of it that were read.
func (f reportFormat) pass(ctx context.Context, file ImportFile, step func(done, total int64), each func(reports.Report) error) (*reports.Summary, string, error) {
	p, err := file.packed(ctx, step)
	if err != nil {
		return nil, "", err
	}
	defer p.close()
	var seen *reports.Summary
	for {
		name, in, err := p.next()
		if err == io.EOF { //nolint:errorlint // ours, never wrapped
			break
		} else if err != nil {
			return nil, "", err
		}
		one, err := f.read(name, in, each)
		if err != nil {
			return nil, "", err
		}
		if seen == nil {
			seen = one
		} else if err := seen.Join(one); err != nil {
			return nil, "", fmt.Errorf("%s: %w", name, err)
		}
	}
	if p.archive == nil {
		_, err = io.Copy(io.Discard, p.text) // what the reader left belongs to the file
	}
	return seen, hex.EncodeToString(p.sum.Sum(nil)), err
}
