package cli

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"orrery/internal/app"
	"orrery/internal/report"
)

type casebookCmd struct {
	Check  checkCmd  `cmd:"" help:"Report every fault of a folder as file:line:column with what to do."`
	Load   loadCmd   `cmd:"" help:"Load a folder into the ledger. Loading it again changes nothing."`
	Export exportCmd `cmd:"" help:"Write a casebook of the ledger to a folder."`
}

type checkCmd struct {
	Dir string `arg:"" help:"Folder of the casebook."`
	Format
}

// Run checks the folder.
func (c checkCmd) Run(r *run) error {
	folder, err := folderOf(c.Dir)
	if err != nil {
		return err
	}
	faults, err := app.CheckCasebook(folder)
	if err != nil {
		return fmt.Errorf("check %s: %w", c.Dir, noFile(err))
	}
	for i := range faults {
		faults[i].File = filepath.Join(c.Dir, faults[i].File) // so that an editor can jump there
	}
	if c.JSON || c.CSV {
		if err := r.show(c.Format, report.FaultList(faults), report.Faults(faults)); err != nil {
			return err
		}
	} else {
		for _, f := range faults {
			fmt.Fprintln(r.Stdout, f)
		}
	}
	if len(faults) > 0 {
		return &exit{exitFaults, fmt.Sprintf("%s has %s", c.Dir, count(len(faults), "fault", "faults"))}
	}
	if !c.JSON && !c.CSV {
		fmt.Fprintf(r.Stdout, "%s has no faults.\n", c.Dir)
	}
	return nil
}

// folderOf opens a folder; one that is not there is not a folder with every file missing.
func folderOf(dir string) (fs.FS, error) {
	info, err := os.Stat(dir)
	if err != nil {
		return nil, fmt.Errorf("%s: %w of the folder", dir, noFile(err))
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("%s is a file; name the folder that holds datapackage.json", dir)
	}
	return os.DirFS(dir), nil
}

type loadCmd struct {
	Dir string `arg:"" help:"Folder of the casebook."`
	Format
}

// Run loads the folder.
func (c loadCmd) Run(r *run) error {
	folder, err := folderOf(c.Dir)
	if err != nil {
		return err
	}
	cb, faults, err := app.OpenCasebook(folder)
	if err != nil {
		return fmt.Errorf("load %s: %w", c.Dir, noFile(err))
	}
	if len(faults) > 0 {
		for _, f := range faults {
			f.File = filepath.Join(c.Dir, f.File)
			fmt.Fprintln(r.Stderr, f)
		}
		return &exit{exitFaults, fmt.Sprintf("%s has %s; nothing was loaded", c.Dir, count(len(faults), "fault", "faults"))}
	}
	return r.with(func(a *app.App) error {
		step := r.progress("Loading")
		done, err := a.LoadCasebook(r.ctx, cb, func(done, total int) { step(int64(done), int64(total)) })
		if err != nil {
			return err
		}
		if err := r.show(c.Format, done, report.Load(done)); err != nil {
			return err
		}
		if n := len(done.Conflicts); n > 0 {
			return &exit{exitConflict, fmt.Sprintf("people had edited %s of this casebook: they stay as they are", count(n, "record", "records"))}
		}
		return nil
	})
}

type exportCmd struct {
	Dir   string `arg:"" help:"Folder to write to; it is made when missing."`
	Name  string `help:"Name of the casebook. Default: the ledger's first." placeholder:"NAME"`
	Edits bool   `help:"Include what people made or changed, as far as the tables have a place for it."`
	Format
}

// Run writes the folder.
func (c exportCmd) Run(r *run) error {
	return r.with(func(a *app.App) error {
		if c.Name == "" {
			meta, err := a.Meta(r.ctx, app.Scope{})
			if err != nil {
				return err
			}
			if len(meta.Regions) == 0 {
				return &exit{exitNotFound, "the ledger holds no casebook to export; load one with `orrery casebook load DIR`"}
			}
			c.Name = meta.Regions[0].Code
		}
		cb, done, err := a.ExportCasebook(r.ctx, c.Name, app.ExportOptions{Edits: c.Edits})
		if err != nil {
			return err
		}
		if err := cb.Write(func(name string, data []byte) error {
			file := filepath.Join(c.Dir, filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				return err
			}
			return replace(file, data)
		}); err != nil {
			return err
		}
		return r.show(c.Format, done, report.Export(done, c.Dir))
	})
}

// replace writes a file whole or not at all.
func replace(name string, data []byte) error {
	return replaceWith(name, func(f *os.File) error {
		_, err := f.Write(data)
		return err
	})
}

// replaceWith lets fill write a new file beside name, which takes its place only
// when it is whole and on the disk.
func replaceWith(name string, fill func(f *os.File) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return fmt.Errorf("write %s: %w", name, noFile(err))
	}
	defer func() {
		if err != nil {
			f.Close() // closed already on the way of success; then this does nothing
			os.Remove(f.Name())
		}
	}()
	if err := fill(f); err != nil {
		return err
	}
	if err := f.Chmod(0o644); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
