package sqlstore

import (
	"context"
	"crypto/rand"
	"database/sql"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"time"

	"orrery/internal/store"
	"orrery/internal/store/sqlstore/gen"
	"orrery/ledger"
)

// Config says which ledger to open and what it may ask of its surroundings.
type Config struct {
	// DSN is the path of an SQLite file, made when it is not there (its folder must be), or a PostgreSQL address
	// that begins with postgres:// or postgresql://.
	DSN string
	// ReadOnly opens for reading: nothing is made or migrated, and every write returns store.ErrReadOnly.
	ReadOnly bool
	// Now is the clock of ledger times and ids. Nil: time.Now.
	Now func() time.Time
	// Entropy feeds ids. Nil: crypto/rand.Reader.
	Entropy io.Reader
	// BackupDir is where the copy goes that is taken before a migration or a forced restore. Empty: beside an SQLite
	// file; a PostgreSQL ledger that needs a copy is then refused.
	BackupDir string
	// Version of Orrery, written into backups.
	Version string
}

// DB is an open ledger. It is safe for concurrent use.
type DB struct {
	cfg     Config
	engine  engine
	version string // of the engine

	writer, reader   *sql.DB // the same pool on PostgreSQL
	writing, reading *gen.Queries
	ids              *ledger.IDSource
	words            wordCache               // of reports
	lists            map[listQuery]*sql.Stmt // what a batch is looked up with
}

var _ store.Store = (*DB)(nil)

// engine is what SQLite and PostgreSQL do differently.
type engine interface {
	name() string
	// open connects. It returns store.ErrForeign for a database that is something else.
	open(ctx context.Context, cfg Config) (writer, reader *sql.DB, err error)
	schema() schema
	isolation() sql.IsolationLevel // of a read that must see one state
	// insert writes many rows into a table in as few statements as the engine likes.
	insert(ctx context.Context, conn *sql.Conn, tx *sql.Tx, table string, columns []string, rows [][]any) error
	textIndex
	lookUps(ctx context.Context, tx *sql.Tx) error // before many keys are looked up in tables that have just grown
	clear(ctx context.Context, tx *sql.Tx) error   // of the text index
	// copyBefore leaves a copy of the ledger as it is now and returns the file's path; to names it, without ending.
	copyBefore(ctx context.Context, d *DB, to string) (string, error)
}

// Open opens the ledger, makes it when it is not there and brings its schema up to date; a copy is taken before a
// schema changes. Errors: store.ErrForeign, store.ErrNewerSchema, and what the engine says.
func Open(ctx context.Context, cfg Config) (*DB, error) {
	return open(ctx, cfg, nil)
}

// open is Open with migrations that a test may replace.
func open(ctx context.Context, cfg Config, migrations fs.FS) (*DB, error) {
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	if cfg.Entropy == nil {
		cfg.Entropy = rand.Reader
	}
	d := &DB{cfg: cfg, engine: engineFor(cfg.DSN), ids: ledger.NewIDs(cfg.Now, cfg.Entropy)}
	var err error
	if d.writer, d.reader, err = d.engine.open(ctx, cfg); err != nil {
		return nil, fmt.Errorf("opening the ledger %s: %w", d.place(), err)
	}
	if err := d.begin(ctx, migrations); err != nil {
		_ = d.Close() // what went wrong first is what to tell
		return nil, fmt.Errorf("opening the ledger %s: %w", d.place(), err)
	}
	return d, nil
}

func engineFor(dsn string) engine {
	if strings.HasPrefix(dsn, "postgres://") || strings.HasPrefix(dsn, "postgresql://") {
		return postgres{}
	}
	return sqlite{}
}

func (d *DB) begin(ctx context.Context, migrations fs.FS) error {
	s := d.engine.schema()
	if migrations != nil {
		s.files = migrations
	}
	if err := d.migrate(ctx, s); err != nil {
		return err
	}
	if err := d.reader.QueryRowContext(ctx, s.version).Scan(&d.version); err != nil {
		return fmt.Errorf("asking the engine's version: %w", err)
	}
	var err error
	if d.reading, err = gen.Prepare(ctx, d.reader); err != nil {
		return fmt.Errorf("preparing to read: %w", err)
	}
	d.writing = d.reading
	if d.writer != d.reader {
		if d.writing, err = gen.Prepare(ctx, d.writer); err != nil {
			return fmt.Errorf("preparing to write: %w", err)
		}
	}
	if d.lists, err = prepareLists(ctx, d.writer); err != nil {
		return fmt.Errorf("preparing to write: %w", err)
	}
	return nil
}

// place names the ledger in messages, without the password that an address may hold.
func (d *DB) place() string {
	if d.engine.name() == "sqlite" {
		return d.cfg.DSN
	}
	return redact(d.cfg.DSN)
}

// Engine returns "sqlite" or "postgres" and its version.
func (d *DB) Engine() (name, version string) { return d.engine.name(), d.version }

// Close ends all connections. What was acknowledged is safe whether or not it is called.
func (d *DB) Close() error {
	err := d.reader.Close()
	if d.writer != d.reader {
		// The last connection to an SQLite file folds its log back into it, so the writer goes last.
		if e := d.writer.Close(); err == nil {
			err = e
		}
	}
	return err
}
