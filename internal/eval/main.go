// Command eval measures how well the coder reads and prints it with intervals: the seeds against this project's own hand coding,
// event sentences, attributions in news, and natural sentences half of which hold no event. `make eval` runs it.
//
// It is not part of the program and not a test of the code: it says what the coder is worth, whatever that is. What it measures on
// stands in ../shared (never in the repository) or in data/, which are this project's own sentences and labels by reference.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"strings"

	"orrery/internal/coding"
	"orrery/internal/coding/readingtest"
)

// settings are what every part is given.
type settings struct {
	shared  string // folder of the seeds and data sets
	seed    uint64 // of the bootstrap
	draws   int    // of the bootstrap
	verbose bool   // print what was missed; for development on the seeds and own sentences only
}

// part is one measurement.
type part struct {
	name string
	run  func(context.Context, *coding.Coder, settings) ([]row, error)
}

func main() {
	var s settings
	var only string
	flag.StringVar(&s.shared, "shared", sharedFolder(), "folder with seeds/ and data/")
	flag.Uint64Var(&s.seed, "seed", 20261122, "seed of the bootstrap and of the cross-validation")
	flag.IntVar(&s.draws, "draws", 2000, "draws of the bootstrap")
	flag.BoolVar(&s.verbose, "v", false, "print what was missed and what was too much (own texts only)")
	flag.StringVar(&only, "parts", "seeds,natural,plover,attribution,verbatim", "what is measured")
	drawing := flag.Bool("draw", false, "write references to sentences drawn at random from speeches, and stop")
	flag.Parse()
	if *drawing {
		if err := draw(s, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, "eval:", err)
			os.Exit(1)
		}
		return
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := measure(ctx, s, only); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}

func measure(ctx context.Context, s settings, only string) error {
	region, err := readingtest.Region()
	if err != nil {
		return err
	}
	coder, err := coding.New(region)
	if err != nil {
		return err
	}
	parts := []part{{"seeds", seeds}, {"natural", natural}, {"plover", plover}, {"attribution", attribution}, {"verbatim", verbatim}}
	wanted := strings.Split(only, ",")
	for _, p := range parts {
		if !contains(wanted, p.name) {
			continue
		}
		rows, err := p.run(ctx, coder, s)
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		print(p.name, rows)
	}
	fmt.Printf("\ncoder %s; bootstrap of %d draws over documents or sentences, seed %d; intervals of 95 %%\n", coding.Version, s.draws, s.seed)
	return nil
}

func contains(list []string, name string) bool {
	for _, one := range list {
		if one == name {
			return true
		}
	}
	return false
}
