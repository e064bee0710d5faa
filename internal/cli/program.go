package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"time"

	"github.com/alecthomas/kong"

	"orrery/internal/app"
)

// Program is one run of Orrery. All fields are required.
type Program struct {
	Version        string
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	Now            func() time.Time
	Embedded       fs.FS // the casebook that comes with the program

	// Open opens the ledger at a place and makes it when there is none.
	Open func(ctx context.Context, p Place) (*Ledger, error)
	// Restore puts a backup where the ledger is and says in a sentence what it did. force
	// lets it replace a ledger that holds something else, of which it takes a copy.
	Restore func(ctx context.Context, p Place, backup string, force bool) (note string, err error)
	// Serve answers requests until ctx ends.
	Serve func(ctx context.Context, a *app.App, s Site) error
}

// Place is where a ledger is.
type Place struct {
	Data     string `help:"Folder that holds the ledger; it is made when missing." default:"orrery-data" env:"ORRERY_DATA" placeholder:"DIR"`
	Postgres string `help:"Keep the ledger in this PostgreSQL database instead of a folder." env:"ORRERY_POSTGRES" placeholder:"DSN"`
	ReadOnly bool   `help:"Open the ledger for reading only."`
}

// Ledger is an open ledger.
type Ledger struct {
	App   *app.App
	Close func() error
}

// Site is how to serve a ledger.
type Site struct {
	Listen string
	Remote bool
	Hosts  []string
	Ready  func(url string, moved bool)
}

// The exit codes. They are part of what scripts may rely on.
const (
	exitDone     = 0
	exitFailed   = 1
	exitUsage    = 2
	exitFaults   = 3
	exitNotFound = 4
	exitConflict = 5
)

const exitCodes = `Exit codes:
  0  done
  1  failed, or one of several inputs failed
  2  the command line or a parameter cannot be read
  3  check, load, import or verify found faults
  4  the ledger holds nothing of that name
  5  somebody changed a record since, or a load or import met records that say otherwise
`

// exit is an error that carries its exit code. Without a text it is silent: what
// there was to say has been printed.
type exit struct {
	code int
	text string
}

func (e *exit) Error() string { return e.text }

// Run does what args ask for and returns the exit code. It prints every error.
func (p *Program) Run(ctx context.Context, args []string) int {
	var g grammar
	helped := false
	parser, err := kong.New(&g, kong.Name("orrery"), kong.Description(description), kong.Writers(p.Stdout, p.Stderr), kong.Help(help),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: false, FlagsLast: true, WrapUpperBound: 110}), kong.Exit(func(int) { helped = true }))
	if err != nil {
		fmt.Fprintln(p.Stderr, "orrery:", err)
		return exitFailed
	}
	parsed, err := parser.Parse(args)
	if helped {
		return exitDone // --help prints and asks to exit; what parsing says after that does not matter
	}
	if err != nil {
		fmt.Fprintf(p.Stderr, "orrery: %v; `orrery help` lists the commands\n", err)
		return exitUsage
	}
	return p.report(parsed.Run(&run{Program: p, ctx: ctx, place: g.Place, casebook: g.Casebooks}))
}

// report prints an error and says how to end.
func (p *Program) report(err error) int {
	if err == nil {
		return exitDone
	}
	if errors.Is(err, context.Canceled) {
		err = &exit{exitFailed, "stopped; what was not finished was not written"}
	}
	var e *exit
	if !errors.As(err, &e) {
		e = &exit{code: exitCode(err), text: err.Error()}
	}
	if e.text != "" {
		fmt.Fprintln(p.Stderr, "orrery:", e.text)
	}
	return e.code
}

func exitCode(err error) int {
	own, ok := app.Explain(err)
	if !ok {
		return exitFailed
	}
	switch own.Code {
	case app.Malformed:
		return exitUsage
	case app.NotFound:
		return exitNotFound
	case app.Stale:
		return exitConflict
	}
	return exitFailed
}
