package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"

	"orrery/internal/app"
	"orrery/internal/report"
)

type irtCmd struct {
	Files []string `arg:"" name:"file" help:"Tables of recorded votes: CSV or tab-separated, plain or .gz; - for standard input."`

	Unit       string   `help:"Column that says who voted. Default: found by its name, e.g. country, legislator, justice." placeholder:"COLUMN"`
	Rollcall   string   `help:"Column that names the roll call; several joined by +, e.g. chamber+rollnumber." placeholder:"COLUMN"`
	Vote       string   `help:"Column of the vote. A table without one is wide: each column but the first is a roll call." placeholder:"COLUMN"`
	Period     string   `help:"Column of the period: a session, term or year, or a date, of which the year is taken." placeholder:"COLUMN"`
	Item       string   `help:"Column that joins roll calls which ask the same thing in several periods." placeholder:"COLUMN"`
	Skip       []string `help:"Columns of a wide table that are no roll calls." placeholder:"COLUMN"`
	VoteMap    string   `help:"What votes mean, for example \"1=yes,2=abstain,3=no,8=missing\"." placeholder:"MAP"`
	Categories []string `help:"The scale in order, for example \"yes,abstain,no\"." placeholder:"NAMES"`

	Method      string   `help:"full draws from the posterior; fast approximates it in seconds, with intervals that are too narrow." enum:"full,fast" default:"full"`
	Seed        uint64   `help:"Of the draws: the same seed, files and settings give the same numbers." default:"1"`
	Chains      int      `help:"Chains of the full method. Default: 2."`
	Sweeps      int      `help:"Sweeps of each chain that count. Default: 1500, with --bsv-compat 3750."`
	BurnIn      int      `help:"Sweeps that are thrown away first. Default: a fifth of --sweeps, with --bsv-compat a third."`
	BSVCompat   bool     `name:"bsv-compat" help:"Reproduce the estimator of Bailey, Strezhnev and Voeten as it was run in April 2020."`
	Anchors     string   `help:"With --bsv-compat: where the chains begin, for example USA=3,RUS=-2. Default: as published, where all its states vote." placeholder:"MAP"`
	MinVotes    int      `help:"Votes that a roll call needs." default:"2"`
	MinMinority int      `help:"Votes outside the largest category that a roll call needs." default:"1"`
	Positive    []string `help:"Units whose average position is made positive. Default: USA where it votes, else who votes most." placeholder:"UNIT"`
	Update      string   `help:"Place units by these new roll calls on the scale of an earlier answer, without fitting again." placeholder:"FITTED.json"`

	Dropped bool     `help:"List every roll call that says nothing to the model, and why."`
	SVG     string   `name:"svg" help:"Write a chart to this file." placeholder:"FILE"`
	Draw    []string `help:"Units that the chart follows through the periods. Default: all units of the last period." placeholder:"UNIT"`
	Format
}

// Run estimates ideal points. No ledger is opened or made.
func (c irtCmd) Run(r *run) error {
	debug.SetGCPercent(50) // a table read from text leaves several times its size as garbage: a sixth less memory for a few percent of time
	q := app.RollCallQuestion{Version: r.Version, VoteMap: c.VoteMap, Categories: c.Categories, Method: c.Method, Seed: c.Seed, Chains: c.Chains, Sweeps: c.Sweeps,
		BurnIn: c.BurnIn, BSVCompat: c.BSVCompat, Anchors: c.Anchors, MinVotes: c.MinVotes, MinMinority: c.MinMinority, Positive: c.Positive, Progress: r.stages()}
	q.Columns = app.RollCallColumns{Unit: c.Unit, RollCall: c.Rollcall, Vote: c.Vote, Period: c.Period, Item: c.Item, Skip: c.Skip}
	if err := drawsNothing(c.SVG, c.Draw); err != nil {
		return err
	}
	var fitted *app.IdealInput
	if c.Update != "" {
		v, in, err := readFitted(c.Update)
		if err != nil {
			return err
		}
		q.Fitted, fitted = &v, &in
	}
	files, shut, err := c.open(r.Stdin)
	defer shut()
	if err != nil {
		return err
	}
	v, err := app.EstimateRollCalls(r.ctx, files, q)
	if err != nil {
		return err
	}
	v.Fitted = fitted
	for _, why := range report.DroppedByReason(v) {
		fmt.Fprintf(r.Stderr, "Roll calls that say nothing to the model: %s.\n", why)
	}
	if c.JSON || c.CSV {
		for _, n := range append(v.Notices, v.Cautions...) {
			fmt.Fprintln(r.Stderr, n)
		}
	}
	if c.SVG != "" {
		chart, err := report.IdealChart(v, c.Draw)
		if err != nil {
			return &exit{exitUsage, err.Error()}
		}
		if err := replace(c.SVG, chart); err != nil {
			return err
		}
	}
	return r.show(c.Format, v, report.IdealPoints(v, c.Dropped))
}

// open opens the files; shut closes them.
func (c irtCmd) open(stdin io.Reader) (files []app.RollCallFile, shut func(), err error) {
	var opened []*os.File
	shut = func() {
		for _, f := range opened {
			f.Close()
		}
	}
	for _, name := range c.Files {
		if name == "-" {
			files = append(files, app.RollCallFile{Name: "standard input", In: stdin})
			continue
		}
		f, err := os.Open(name)
		if err != nil {
			return nil, shut, fmt.Errorf("%s: %w", name, noFile(err))
		}
		opened = append(opened, f)
		if info, err := f.Stat(); err == nil && info.IsDir() {
			return nil, shut, fmt.Errorf("%s is a folder; name the files in it", name)
		}
		files = append(files, app.RollCallFile{Name: name, In: f})
	}
	return files, shut, nil
}

func readFitted(name string) (app.IdealPoints, app.IdealInput, error) {
	f, err := os.Open(name)
	if err != nil {
		return app.IdealPoints{}, app.IdealInput{}, fmt.Errorf("--update %s: %w", name, noFile(err))
	}
	defer f.Close()
	sum := sha256.New()
	v, err := app.ReadIdealPoints(name, io.TeeReader(f, sum))
	if err != nil {
		return v, app.IdealInput{}, err
	}
	if _, err := io.Copy(sum, f); err != nil {
		return v, app.IdealInput{}, err
	}
	info, err := f.Stat()
	if err != nil {
		return v, app.IdealInput{}, err
	}
	return v, app.IdealInput{File: name, SHA256: hex.EncodeToString(sum.Sum(nil)), Bytes: info.Size(), Form: "ideal points of " + strings.Join(v.Settings.Positive, ", ")}, nil
}
