package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"orrery/internal/app"
	"orrery/internal/report"
)

type explainCmd struct {
	File string `arg:"" help:"A text, page or other file, which is not read into a ledger; the hash of a document of the ledger; or - for standard input."`
	Type string `help:"Media type, where the file's name does not say it." placeholder:"text/html"`
	JSON bool   `help:"Print the JSON that the API gives."`
}

// Run explains what the coder sees.
func (c explainCmd) Run(r *run) error {
	v, err := c.view(r)
	if err != nil {
		return err
	}
	if c.JSON {
		return report.JSON(r.Stdout, v)
	}
	return report.Explained(r.Stdout, v)
}

func (c explainCmd) view(r *run) (v app.ExplainView, err error) {
	if _, none := os.Stat(c.File); none != nil && len(c.File) == 64 && strings.Trim(c.File, "0123456789abcdef") == "" {
		err = r.ask(func(a *app.App) error {
			v, err = a.Explain(r.ctx, app.Scope{}, c.File)
			return err
		})
		return v, err
	}
	folder := r.Embedded
	if r.casebook != "" && r.casebook != "none" {
		if folder, err = folderOf(r.casebook); err != nil {
			return v, fmt.Errorf("--casebook %w", err)
		}
	}
	hint, from := app.FileHint{MediaType: c.Type}, r.Stdin
	if c.File != "-" {
		f, err := os.Open(c.File)
		if err != nil {
			return v, fmt.Errorf("%s: %w", c.File, noFile(err))
		}
		defer f.Close()
		from, hint.FileName = f, filepath.Base(c.File)
	}
	raw, err := io.ReadAll(io.LimitReader(from, mostExplained+1))
	if err != nil {
		return v, err
	}
	if len(raw) > mostExplained {
		return v, errors.New("the file holds more than 20 MiB; explain a part of it")
	}
	return app.ExplainFile(r.ctx, folder, raw, hint)
}

// mostExplained is the most that one file may hold, in bytes: the same as an upload.
const mostExplained = 20 << 20
