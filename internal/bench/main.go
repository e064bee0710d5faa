// Command bench measures Orrery against its targets and prints a table: rows
// imported a second on both engines, how long the API takes with a million events,
// how soon the first page is there, what the program weighs, how long a grid of a
// million tests on event data takes, and how fast texts are coded. `make bench` runs it.
//
// It is not part of the program and not a test: a slow machine fails nothing here.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"text/tabwriter"
)

// row is one line of the table.
type row struct {
	what, measured, target string
	ok                     bool
}

// volume says how much is measured.
type volume struct {
	events, documents, asks int
	dir                     string
	imports                 bool
	parts                   string
}

func main() {
	var v volume
	flag.IntVar(&v.events, "events", 1_000_000, "generated events in the ledger that the API is measured on")
	flag.IntVar(&v.documents, "documents", 100_000, "generated documents in it")
	flag.IntVar(&v.asks, "asks", 400, "requests a question")
	flag.StringVar(&v.dir, "dir", os.Getenv("ORRERY_BENCH_DIR"), "folder that keeps the generated ledger between runs; default: a temporary one")
	flag.BoolVar(&v.imports, "imports", true, "measure imports too (needs PostgreSQL)")
	flag.StringVar(&v.parts, "parts", "starts,imports,answers,grids,single,coding,codefiles", "what is measured")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := measure(ctx, v); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func measure(ctx context.Context, v volume) error {
	if v.dir == "" {
		dir, err := os.MkdirTemp("", "orrery-bench-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		v.dir = dir
	}
	var rows []row
	parts := map[string]func(context.Context, volume) ([]row, error){"starts": starts, "imports": imports, "answers": answers, "grids": grids, "single": single, "coding": coder, "codefiles": codefiles}
	for name := range strings.SplitSeq(v.parts, ",") {
		if parts[name] == nil {
			return fmt.Errorf("there is no part %q to measure", name)
		}
		some, err := parts[name](ctx, v)
		if err != nil {
			return err
		}
		rows = append(rows, some...)
	}
	return table(rows)
}

func table(rows []row) error {
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "WHAT\tMEASURED\tTARGET\tOK?")
	for _, r := range rows {
		ok := "yes"
		switch {
		case r.target == "":
			ok = ""
		case !r.ok:
			ok = "NO"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", r.what, r.measured, r.target, ok)
	}
	return w.Flush()
}

// note says on standard error what is being done: the whole takes minutes.
func note(format string, args ...any) { fmt.Fprintf(os.Stderr, format+"\n", args...) }
