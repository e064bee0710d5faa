package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"orrery/internal/app"
	"orrery/internal/report"
	"orrery/ledger"
)

type readCmd struct {
	Inputs  []string `arg:"" name:"input" help:"Files (text, Markdown, HTML, PDF, DOCX, e-mail), feeds, WARC, zip archives and JSON Lines of them, folders, addresses (https://…), or - for standard input."`
	Source  string   `help:"Key of a known source that the texts are of." placeholder:"KEY"`
	Type    string   `help:"Media type, where the file's name does not say it." placeholder:"text/html"`
	Suggest bool     `help:"Code each text at once: suggestions wait in the Reader."`
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
	err := r.ask(func(a *app.App) error {
		step := r.progress("Reading")
		for i, input := range c.Inputs {
			if err := c.input(r, a, input, &result); err != nil {
				return err
			}
			step(int64(i+1), int64(len(c.Inputs)))
		}
		return nil
	})
	if len(result.Documents) > 0 || c.JSON && err == nil { // also what was read before it was stopped
		err = errors.Join(err, r.show(c.Format, result, report.Documents(result.Documents)))
	}
	for _, f := range result.Failed {
		fmt.Fprintf(r.Stderr, "orrery: %s: %s\n", f.Input, f.Error)
	}
	if err != nil {
		return err
	}
	if n := len(result.Failed); n > 0 {
		return &exit{exitFailed, fmt.Sprintf("%s could not be read; the other %d were", count(n, "document", "documents"), len(result.Documents))}
	}
	return nil
}

// input reads one address, file, folder or container. What cannot be read is noted; an error ends the run.
func (c readCmd) input(r *run, a *app.App, input string, result *readResult) error {
	note := func(name string, v app.DocumentView, err error) {
		if err != nil {
			result.Failed = append(result.Failed, failedInput{name, err.Error()})
			return
		}
		if result.Documents = append(result.Documents, v); len(result.Documents)%500 == 0 {
			fmt.Fprintf(r.Stderr, "%s read so far\n", count(len(result.Documents), "document", "documents"))
		}
	}
	if lower := strings.ToLower(input); strings.HasPrefix(lower, "https://") || strings.HasPrefix(lower, "http://") {
		v, err := a.Read(r.ctx, app.ReadRequest{URL: input, Source: c.Source, Suggest: c.Suggest})
		note(input, v, err)
		return r.ctx.Err()
	}
	hint := app.FileHint{MediaType: c.Type, Source: c.Source, Suggest: c.Suggest}
	return r.bundles([]string{input}, hint, func(b app.Bundled) error {
		if b.Err != nil {
			note(b.Name, app.DocumentView{}, b.Err)
			return r.ctx.Err()
		}
		v, err := a.ReadBytes(r.ctx, b.Raw, b.Hint)
		if len(result.Documents) > mostTexts {
			v.Text, v.Blocks, v.Records = "", []ledger.Block{}, []app.CodedRecord{}
		}
		note(b.Name, v, err)
		return r.ctx.Err()
	})
}

// mostTexts is of how many documents the answer holds the text; of an archive's others it holds the head.
const mostTexts = 200

// noFile says what the system says, without its verb and the path again.
func noFile(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return fmt.Errorf("%w; check the name", p.Err)
	}
	return err
}
