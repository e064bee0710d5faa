package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"orrery/casebook/postsoviet"
	"orrery/internal/app"
	"orrery/internal/cli"
	"orrery/internal/fetch"
	"orrery/internal/server"
	"orrery/internal/store/sqlstore"
	"orrery/internal/store/sqlstore/dnafile"
	"orrery/ui"
)

// ledgerFile is the ledger's name in the data folder.
const ledgerFile = "ledger.db"

// wire gives the command line its clock, its casebook and the functions that open
// and serve a ledger.
func wire(p *cli.Program) {
	p.Now = time.Now
	p.Embedded = postsoviet.Files
	p.Open = func(ctx context.Context, at cli.Place) (*cli.Ledger, error) { return open(ctx, *p, at) }
	p.Serve = func(ctx context.Context, a *app.App, s cli.Site) error { return serve(ctx, *p, a, s) }
	p.Restore = func(ctx context.Context, at cli.Place, backup string, force bool) (string, error) {
		return restore(ctx, *p, at, backup, force)
	}
}

// engine says where a ledger is and what it may use.
func engine(p cli.Program, at cli.Place) (sqlstore.Config, error) {
	c := sqlstore.Config{DSN: at.Postgres, ReadOnly: at.ReadOnly, Now: p.Now, Version: p.Version, BackupDir: at.Data}
	if at.Postgres == "" {
		c.DSN = filepath.Join(at.Data, ledgerFile)
	}
	if at.ReadOnly {
		return c, nil
	}
	if err := os.MkdirAll(at.Data, 0o700); err != nil {
		return c, fmt.Errorf("make the folder of the ledger: %w; choose another with --data", err)
	}
	return c, nil
}

func open(ctx context.Context, p cli.Program, at cli.Place) (*cli.Ledger, error) {
	c, err := engine(p, at)
	if err != nil {
		return nil, err
	}
	db, err := sqlstore.Open(ctx, c)
	if err != nil {
		return nil, err
	}
	reader := fetch.New(fetch.Limits{UserAgent: fetch.UserAgent(p.Version, "")}, p.Now)
	a := app.New(app.Config{Store: db, Now: p.Now, Fetch: reader, Version: p.Version, ReadOnly: at.ReadOnly, Discourse: dnafile.Write})
	return &cli.Ledger{App: a, Close: func() error {
		a.Close() // what is being computed reads the ledger
		return db.Close()
	}}, nil
}

func serve(ctx context.Context, p cli.Program, a *app.App, s cli.Site) error {
	level := slog.LevelInfo
	if p.Getenv("ORRERY_DEBUG") != "" {
		level = slog.LevelDebug
	}
	site, err := server.New(server.Options{App: a, UI: ui.Dist(), Version: p.Version, Now: p.Now,
		Log:    slog.New(slog.NewTextHandler(p.Stderr, &slog.HandlerOptions{Level: level})),
		Listen: s.Listen, Remote: s.Remote, Hosts: s.Hosts, Ready: s.Ready})
	if err != nil {
		return err
	}
	return site.Run(ctx)
}

// version is the module's version as the build stamped it; a build from a checkout
// has the commit's.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}
