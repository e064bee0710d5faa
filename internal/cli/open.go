package cli

import (
	"errors"
	"fmt"
	"slices"

	"orrery/internal/app"
)

// with opens the ledger, does the work and closes the ledger; a failure to close is
// a failure.
func (r *run) with(work func(a *app.App) error) (err error) {
	l, err := r.Open(r.ctx, r.place)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, l.Close()) }()
	return work(l.App)
}

// ask is with, on a ledger that has been given its casebook.
func (r *run) ask(work func(a *app.App) error) error {
	return r.with(func(a *app.App) error {
		if err := r.start(a); err != nil {
			return err
		}
		return work(a)
	})
}

// start gives a ledger the casebook that --casebook names. By default an empty
// ledger gets the one that comes with the program, and a ledger that has an older
// version of that one gets the newer; a ledger with other regions is left alone.
func (r *run) start(a *app.App) error {
	if r.casebook == "none" || r.place.ReadOnly {
		return nil
	}
	folder, what := r.Embedded, "that comes with Orrery"
	if r.casebook != "" {
		var err error
		if folder, err = folderOf(r.casebook); err != nil {
			return fmt.Errorf("--casebook %w", err)
		}
		what = r.casebook
	}
	cb, faults, err := app.OpenCasebook(folder)
	if err != nil {
		return fmt.Errorf("read the casebook %s: %w", what, err)
	}
	if len(faults) > 0 {
		return &exit{exitFaults, fmt.Sprintf("the casebook %s has %s, the first is %s; `orrery casebook check` lists them all", what, count(len(faults), "fault", "faults"), faults[0])}
	}
	if r.casebook == "" {
		meta, err := a.Meta(r.ctx, app.Scope{})
		if err != nil {
			return err
		}
		if len(meta.Regions) > 0 && !slices.ContainsFunc(meta.Regions, func(n app.Named) bool { return n.Code == cb.Manifest.Name }) {
			return nil
		}
	}
	if loaded, err := a.CasebookLoaded(r.ctx, cb); err != nil || loaded {
		return err
	}
	fmt.Fprintf(r.Stderr, "Loading the casebook %s: %s, version %s.\n", what, cb.Manifest.Title, cb.Manifest.Version)
	step := r.progress("Loading")
	done, err := a.LoadCasebook(r.ctx, cb, func(done, total int) { step(int64(done), int64(total)) })
	if err != nil {
		return fmt.Errorf("load the casebook %s: %w", what, err)
	}
	if n := len(done.Conflicts); n > 0 {
		fmt.Fprintf(r.Stderr, "People had edited %s of it: they stay as they are.\n", count(n, "record", "records"))
	}
	return nil
}
