// Command orrery is the whole program: the only place where the ledger's engine, the
// use cases, the screens and the command line are wired together. It holds no rules
// of its own and is not to be imported.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"orrery/internal/cli"
)

func main() { os.Exit(run()) }

func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl+C ends the program at once
	p := cli.Program{Version: version(), Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv}
	wire(&p)
	return p.Run(ctx, os.Args[1:])
}
