package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"orrery/internal/app"
)

type watchCmd struct {
	Feeds string        `arg:"" help:"OPML file that lists the feeds (RSS, Atom, JSON Feed)." placeholder:"FEEDS.opml"`
	Every time.Duration `help:"Time between two looks, at least a minute." default:"30m" placeholder:"30m"`
	Once  bool          `help:"Look once and end."`
	State string        `help:"File that remembers what was seen. Default: beside the feeds' file, ending in .seen.json." placeholder:"FILE"`
}

// Run keeps the Reader's queue filled from feeds until it is stopped.
func (c watchCmd) Run(r *run) error {
	if c.Every < time.Minute && !c.Once {
		return &exit{exitUsage, "--every is at least 1m: the servers belong to others"}
	}
	f, err := os.Open(c.Feeds)
	if err != nil {
		return noFile(err)
	}
	feeds, err := app.ReadSubscriptions(f)
	if err := errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("%s: %w", c.Feeds, err)
	}
	if c.State == "" {
		c.State = c.Feeds + ".seen.json"
	}
	state, err := c.remembered()
	if err != nil {
		return err
	}
	return r.ask(func(a *app.App) error {
		for {
			if err := c.look(r, a, feeds, state); err != nil || c.Once {
				return err
			}
			select {
			case <-r.ctx.Done():
				return nil // stopping is how watching ends
			case <-time.After(c.Every):
			}
		}
	})
}

// look looks once at all feeds and keeps what was seen, even when it is stopped on the way.
func (c watchCmd) look(r *run, a *app.App, feeds []app.Subscription, state *app.WatchState) error {
	read, open, failed := 0, 0, 0
	err := a.Watch(r.ctx, feeds, state, func(n app.WatchNote) {
		switch {
		case n.Err != nil:
			failed++
			fmt.Fprintf(r.Stderr, "orrery: %s: %v\n", firstOf(n.Entry, n.Feed), n.Err)
		case n.Read:
			read++
			open += n.Open
		}
	})
	if err := errors.Join(err, c.remember(state)); err != nil {
		return err
	}
	fmt.Fprintf(r.Stdout, "%s: %s read, %s to review", count(len(feeds), "feed", "feeds"), count(read, "new document", "new documents"), count(open, "suggestion", "suggestions"))
	if failed > 0 {
		fmt.Fprintf(r.Stdout, "; %d could not be had and will be tried again", failed)
	}
	fmt.Fprintln(r.Stdout)
	return nil
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func (c watchCmd) remembered() (*app.WatchState, error) {
	state := &app.WatchState{}
	raw, err := os.ReadFile(c.State)
	if errors.Is(err, fs.ErrNotExist) {
		return state, nil
	}
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(raw, state); err != nil {
		return nil, fmt.Errorf("%s: %w; remove the file to begin anew", c.State, err)
	}
	return state, nil
}

// remember writes beside the file and moves over it, so that a fall of the machine leaves the old or the new.
func (c watchCmd) remember(state *app.WatchState) error {
	raw, err := json.MarshalIndent(state, "", "  ")
	if err != nil {
		return err
	}
	if err := os.WriteFile(c.State+".new", append(raw, '\n'), 0o600); err != nil {
		return err
	}
	return os.Rename(c.State+".new", c.State)
}
