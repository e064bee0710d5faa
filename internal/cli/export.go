package cli

import (
	"bytes"
	"fmt"
	"os"

	"orrery/internal/app"
)

type exportWorkCmd struct {
	What      string   `arg:"" help:"annotations (W3C Web Annotation), training (JSON Lines) or dna (Discourse Network Analyzer 3)." enum:"annotations,training,dna"`
	Documents []string `arg:"" optional:"" name:"document" help:"Hashes of documents. Default: all."`
	Out       string   `help:"Write to this file. Default: standard output." placeholder:"FILE"`
}

// Run writes what people decided. The file takes the place of an older one only when it is whole.
func (c exportWorkCmd) Run(r *run) error {
	return r.ask(func(a *app.App) error {
		var out bytes.Buffer
		if _, err := a.Export(r.ctx, c.What, c.Documents, &out); err != nil {
			return err
		}
		if c.Out == "" {
			_, err := out.WriteTo(r.Stdout)
			return err
		}
		if err := replaceWith(c.Out, func(f *os.File) error { _, err := out.WriteTo(f); return err }); err != nil {
			return err
		}
		_, err := fmt.Fprintln(r.Stdout, c.Out, "written.")
		return err
	})
}
