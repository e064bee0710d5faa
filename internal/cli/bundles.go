package cli

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"orrery/internal/app"
)

// readable are the endings of files that are taken from a folder; a .gz behind them is no matter.
var readable = []string{".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".eml", ".zip", ".warc", ".xml", ".rss", ".atom", ".jsonl", ".ndjson"}

// bundles hands on the documents of files and folders, and of standard input for "-".
func (r *run) bundles(inputs []string, hint app.FileHint, each func(app.Bundled) error) error {
	for _, in := range inputs {
		files, err := r.filesOf(in)
		if err != nil {
			if err := each(app.Bundled{Name: in, Err: err}); err != nil {
				return err
			}
		}
		for _, name := range files {
			if err := r.bundle(name, hint, each); err != nil {
				return err
			}
		}
	}
	return nil
}

// bundle hands on the documents of one file. What is wrong with the file as a whole is told like a document that cannot be read.
func (r *run) bundle(name string, hint app.FileHint, each func(app.Bundled) error) error {
	b := app.Bundle{Name: filepath.Base(name), Hint: hint}
	if name == "-" {
		raw, err := io.ReadAll(io.LimitReader(r.Stdin, app.MaxDocument+1))
		if err != nil {
			return err
		}
		b.Name, b.ReaderAt, b.Size = "standard input", bytes.NewReader(raw), int64(len(raw))
	} else {
		f, err := os.Open(name)
		if err != nil {
			return each(app.Bundled{Name: name, Err: noFile(err)})
		}
		defer f.Close()
		info, err := f.Stat()
		if err != nil {
			return each(app.Bundled{Name: name, Err: noFile(err)})
		}
		b.Hint.FileName, b.ReaderAt, b.Size = b.Name, f, info.Size()
	}
	stopped := false
	err := app.Documents(r.ctx, b, func(one app.Bundled) error {
		err := each(one)
		stopped = err != nil
		return err
	})
	if err == nil || stopped || r.ctx.Err() != nil {
		return err
	}
	return each(app.Bundled{Name: name, Err: err})
}

// filesOf replaces a folder by the readable files in it, in order of name.
func (r *run) filesOf(in string) ([]string, error) {
	if info, err := os.Stat(in); err != nil || !info.IsDir() {
		return []string{in}, nil //nolint:nilerr // what is wrong with it is told when it is opened
	}
	var files []string
	var faults error // a folder that may not be opened does not hide the others
	err := filepath.WalkDir(in, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			faults = errors.Join(faults, err)
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		hidden := strings.HasPrefix(d.Name(), ".") && path != in
		if d.IsDir() && hidden {
			return fs.SkipDir
		}
		ending := strings.ToLower(filepath.Ext(strings.TrimSuffix(strings.ToLower(path), ".gz")))
		if d.Type().IsRegular() && !hidden && slices.Contains(readable, ending) {
			files = append(files, path)
		}
		return nil
	})
	if err = errors.Join(err, faults); err == nil && len(files) == 0 {
		err = errors.New("the folder holds no file that ends in " + strings.Join(readable, ", ") + "; name the files themselves")
	}
	return files, err
}
