package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"orrery/internal/app"
	"orrery/internal/report"
)

// maxFile is the most that one file may hold, in bytes: the same as an upload.
const maxFile = 20 << 20

// readable are the endings of files that are taken from a folder.
var readable = []string{".txt", ".text", ".md", ".markdown", ".html", ".htm"}

type readCmd struct {
	Inputs []string `arg:"" name:"input" help:"Files, folders, addresses (https://…), or - for standard input."`
	Source string   `help:"Key of a known source that the texts are of." placeholder:"KEY"`
	Type   string   `help:"Media type, where the file's name does not say it." placeholder:"text/html"`
	Format
}

// readResult is what was read and what could not be.
type readResult struct {
	Documents []app.DocumentView `json:"documents"`
	Failed    []failedInput      `json:"failed"`
}

type failedInput struct {
	Input string `json:"input"`
	Error string `json:"error"`
}

// Run reads every input and reports on each.
func (c readCmd) Run(r *run) error {
	result := readResult{Documents: []app.DocumentView{}, Failed: []failedInput{}}
	inputs := c.expand(&result)
	err := r.ask(func(a *app.App) error {
		step := r.progress("Reading")
		for i, input := range inputs {
			if err := r.ctx.Err(); err != nil {
				return err
			}
			v, err := c.one(r, a, input)
			if err != nil {
				result.Failed = append(result.Failed, failedInput{input, err.Error()})
			} else {
				result.Documents = append(result.Documents, v)
			}
			step(int64(i+1), int64(len(inputs)))
		}
		return nil
	})
	if err != nil {
		return err
	}
	if len(result.Documents) > 0 || c.JSON {
		if err := r.show(c.Format, result, report.Documents(result.Documents)); err != nil {
			return err
		}
	}
	for _, f := range result.Failed {
		fmt.Fprintf(r.Stderr, "orrery: %s: %s\n", f.Input, f.Error)
	}
	if n := len(result.Failed); n > 0 {
		return &exit{exitFailed, fmt.Sprintf("%s could not be read; the other %d were", count(n, "input", "inputs"), len(result.Documents))}
	}
	return nil
}

// expand replaces folders by the readable files in them, in order of name.
func (c readCmd) expand(result *readResult) []string {
	var inputs []string
	for _, in := range c.Inputs {
		info, err := os.Stat(in)
		if err != nil || !info.IsDir() {
			inputs = append(inputs, in)
			continue
		}
		before := len(inputs)
		err = filepath.WalkDir(in, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			hidden := strings.HasPrefix(d.Name(), ".") && path != in
			if d.IsDir() && hidden {
				return fs.SkipDir
			}
			if d.Type().IsRegular() && !hidden && slices.Contains(readable, strings.ToLower(filepath.Ext(path))) {
				inputs = append(inputs, path)
			}
			return nil
		})
		switch {
		case err != nil:
			result.Failed = append(result.Failed, failedInput{in, err.Error()})
		case len(inputs) == before:
			result.Failed = append(result.Failed, failedInput{in, "the folder holds no file that ends in " + strings.Join(readable, ", ") + "; name the files themselves"})
		}
	}
	return inputs
}

// one reads one input.
func (c readCmd) one(r *run, a *app.App, input string) (app.DocumentView, error) {
	if lower := strings.ToLower(input); strings.HasPrefix(lower, "https://") || strings.HasPrefix(lower, "http://") {
		return a.Read(r.ctx, app.ReadRequest{URL: input, Source: c.Source})
	}
	hint := app.FileHint{MediaType: c.Type, Source: c.Source}
	from := r.Stdin
	if input != "-" {
		f, err := os.Open(input)
		if err != nil {
			return app.DocumentView{}, noFile(err)
		}
		defer f.Close()
		from, hint.FileName = f, filepath.Base(input)
	}
	raw, err := io.ReadAll(io.LimitReader(from, maxFile+1))
	if err != nil {
		return app.DocumentView{}, err
	}
	if len(raw) > maxFile {
		return app.DocumentView{}, errors.New("holds more than 20 MiB; read the text alone")
	}
	return a.ReadBytes(r.ctx, raw, hint)
}

// noFile says what the system says, without its verb and the path again.
func noFile(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return fmt.Errorf("%w; check the name", p.Err)
	}
	return err
}
