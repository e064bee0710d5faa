package cli

import (
	"context"
	"fmt"

	"github.com/alecthomas/kong"

	"orrery/internal/app"
)

const description = `A working model of states that circle a hub: a dated, sourced ledger of who said and did what to whom, and charts that open to the sentence or the vote they rest on.

Without a command it serves the screens (see "serve").`

// grammar is the command line.
type grammar struct {
	Place
	Casebooks string `name:"casebook" help:"Casebook that an empty ledger starts with: a folder, or \"none\". Default: the one that comes with the program, brought up to date when the program knows a newer version." placeholder:"DIR|none"`

	Serve    serveCmd      `cmd:"" default:"withargs" help:"Serve the screens and the API on this machine. This is what orrery does without a command."`
	Read     readCmd       `cmd:"" help:"Read texts into the ledger: files, folders of files, addresses, or - for standard input."`
	Code     codeCmd       `cmd:"" help:"Code texts without a ledger: who did what to whom, as PLOVER records (JSON Lines, CSV, Parquet) or as drafts of every kind."`
	Watch    watchCmd      `cmd:"" help:"Keep the Reader's queue filled from feeds: an OPML file of RSS, Atom and JSON feeds."`
	Suggest  suggestCmd    `cmd:"" help:"Read documents of the ledger for suggestions: drafts with their sentences, which wait for review."`
	Review   reviewCmd     `cmd:"" help:"What waits for review: the queue, decisions, rules of acceptance, the agreement of coders."`
	Explain  explainCmd    `cmd:"" help:"What the coder sees in each sentence of a text, and why it finds nothing."`
	Export   exportWorkCmd `cmd:"" help:"Write what people accepted, corrected and rejected, with the sentences."`
	Litmus   litmusCmd     `cmd:"" help:"How each state answered one item or roll call; without one, the matrix of all."`
	State    stateCmd      `cmd:"" help:"Everything about one state; without one, the list of states."`
	Pressure pressureCmd   `cmd:"" help:"Steps of targets beside measures of a hub: the list of known cases; with --rule, a rule and the test of its newest run."`
	Rule     ruleCmd       `cmd:"" help:"Rules of the form \"after a step of this kind, a measure of that kind\": check, register, list, show and run them."`
	Grid     gridCmd       `cmd:"" help:"Screen a set of reports: every type of step with every type of answer between the states most reported, corrected for all of them."`
	Because  becauseCmd    `cmd:"" help:"Open a figure: its rule, its rows and what they rest on."`
	Align    alignCmd      `cmd:"" help:"Where each state stands with a hub; with a state, its path in full."`
	World    worldCmd      `cmd:"" help:"The world's ideal points by year, from all recorded votes of the ledger."`
	IRT      irtCmd        `cmd:"" name:"irt" help:"Where those who vote stand: ideal points from any table of roll calls. Needs no ledger."`
	Search   searchCmd     `cmd:"" help:"Find records and documents by words."`
	Fetch    fetchCmd      `cmd:"" help:"Download a published data set from its publisher."`
	Import   importCmd     `cmd:"" help:"Bring a published data set into the ledger."`
	Datasets datasetsCmd   `cmd:"" help:"The data sets of reports that were imported, the days that they cover, and what their silence means."`
	Casebook casebookCmd   `cmd:"" help:"Check, load or export a casebook: a folder of tables about one region."`
	Verify   verifyCmd     `cmd:"" help:"Check that nothing in the ledger was lost or changed."`
	Backup   backupCmd     `cmd:"" help:"Write a complete copy of the ledger to a file."`
	Restore  restoreCmd    `cmd:"" help:"Put a backup in the place of the ledger."`
	Version  versionCmd    `cmd:"" help:"Print the version."`
	Help     helpCmd       `cmd:"" help:"Explain a command, or all."`
}

// Question are the flags of every command that asks.
type Question struct {
	AsOf string `help:"Look back to this ledger time: 2026-01-31 (the end of that day, UTC) or 2026-01-31T18:00:00Z." placeholder:"TIME"`
	Lens string `help:"Which sources count, for example --lens=-based:RUS,kind:wire." placeholder:"TERMS"`
	Hub  string `help:"Code of the hub to measure against. Default: the region's." placeholder:"CODE"`
	Format
}

// Format says how an answer is printed. Default: tables for people.
type Format struct {
	JSON bool `help:"Print the JSON that the API gives." xor:"format"`
	CSV  bool `help:"Print CSV." xor:"format"`
}

func (q Question) scope() (app.Scope, error) { return app.ParseScope(q.AsOf, q.Lens, q.Hub) }

// run is what a command works with.
type run struct {
	*Program
	ctx      context.Context
	place    Place
	casebook string
}

type versionCmd struct{}

// Run prints the version.
func (versionCmd) Run(r *run) error {
	_, err := fmt.Fprintln(r.Stdout, "orrery", r.Version)
	return err
}

type helpCmd struct {
	Command []string `arg:"" optional:"" help:"Command to explain."`
}

// Run prints the help of a command.
func (c helpCmd) Run(r *run) error {
	if code := r.Program.Run(r.ctx, append(c.Command, "--help")); code != exitDone {
		return &exit{code: code}
	}
	return nil
}

// help is kong's help with the exit codes under the page about the program.
func help(options kong.HelpOptions, ctx *kong.Context) error {
	if err := kong.DefaultHelpPrinter(options, ctx); err != nil {
		return err
	}
	if sel := ctx.Selected(); sel != nil && sel.Name != "serve" {
		return nil
	}
	_, err := fmt.Fprint(ctx.Stdout, "\n", exitCodes)
	return err
}
