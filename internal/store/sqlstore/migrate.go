package sqlstore

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/pressly/goose/v3"

	"orrery/internal/store"
)

//go:embed migrations
var migrationFiles embed.FS

// schema is where an engine's migrations are and how it is asked about itself.
type schema struct {
	files   fs.FS
	dialect goose.Dialect
	options []goose.ProviderOption
	version string // SELECT of the engine's version
	tables  string // SELECT of the names of all tables
}

func migrationsOf(engine string) fs.FS {
	sub, err := fs.Sub(migrationFiles, "migrations/"+engine)
	if err != nil {
		panic(err) // only for a path that is not valid, and both are written here
	}
	return sub
}

// versions lists the schema versions of a folder of migrations: the number that each file's name begins with.
func (s schema) newest() (int64, error) {
	names, err := fs.Glob(s.files, "*.sql")
	if err != nil {
		return 0, err
	}
	var newest int64
	for _, name := range names {
		number, _, _ := strings.Cut(filepath.Base(name), "_")
		n, err := strconv.ParseInt(number, 10, 64)
		if err != nil {
			return 0, fmt.Errorf("migration %s has no number: %w", name, err)
		}
		newest = max(newest, n)
	}
	return newest, nil
}

// migrate brings the schema up to date. A newer one is refused before anything is touched.
func (d *DB) migrate(ctx context.Context, s schema) error {
	current, err := d.schemaVersion(ctx, s)
	if err != nil {
		return err
	}
	newest, err := s.newest()
	switch {
	case err != nil:
		return err
	case current > newest:
		return fmt.Errorf("its schema is version %d and this Orrery knows up to %d: %w", current, newest, store.ErrNewerSchema)
	case current == newest:
		return nil
	case d.cfg.ReadOnly && current == 0:
		return fmt.Errorf("there is no ledger yet: %w", store.ErrNotFound)
	case d.cfg.ReadOnly:
		return fmt.Errorf("its schema is version %d and must become %d first; open it once for writing: %w", current, newest, store.ErrReadOnly)
	}
	if current > 0 {
		if _, err := d.copyBefore(ctx, fmt.Sprintf("before-v%d", newest)); err != nil {
			return fmt.Errorf("no copy could be taken before the schema goes from version %d to %d, so nothing was changed: %w", current, newest, err)
		}
	}
	provider, err := goose.NewProvider(s.dialect, d.writer, s.files, s.options...)
	if err != nil {
		return fmt.Errorf("reading the migrations: %w", err)
	}
	if _, err := provider.Up(ctx); err != nil {
		// Another process that opened the same new ledger at the same moment may have been quicker.
		if now, e := d.schemaVersion(ctx, s); e == nil && now == newest {
			return nil
		}
		return fmt.Errorf("migrating the schema from version %d to %d: %w", current, newest, err)
	}
	return nil
}

// schemaVersion is 0 for an empty database. A database with tables and without a version is something else.
func (d *DB) schemaVersion(ctx context.Context, s schema) (int64, error) {
	rows, err := d.reader.QueryContext(ctx, s.tables)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	var tables []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return 0, err
		}
		tables = append(tables, name)
	}
	if err := rows.Err(); err != nil {
		return 0, err
	}
	if !slices.Contains(tables, goose.DefaultTablename) {
		if len(tables) > 0 {
			return 0, fmt.Errorf("it holds other tables (%s …): %w", tables[0], store.ErrForeign)
		}
		return 0, nil
	}
	var version int64
	err = d.reader.QueryRowContext(ctx, "SELECT COALESCE(MAX(version_id), 0) FROM "+goose.DefaultTablename).Scan(&version)
	return version, err
}

// copyBefore takes the copy that a dangerous step needs. Its name says why and when.
func (d *DB) copyBefore(ctx context.Context, why string) (string, error) {
	stamp := d.cfg.Now().UTC().Format("20060102T150405.000Z")
	dir, name := filepath.Split(d.cfg.DSN)
	if d.engine.name() != "sqlite" {
		dir, name = "", "ledger"
	}
	if d.cfg.BackupDir != "" {
		dir = d.cfg.BackupDir
	}
	if dir == "" && d.engine.name() != "sqlite" {
		return "", fmt.Errorf("no folder for copies is configured; set one")
	}
	return d.engine.copyBefore(ctx, d, filepath.Join(dir, name+"."+why+"-"+stamp))
}
