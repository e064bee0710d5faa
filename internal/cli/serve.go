package cli

import (
	"fmt"
	"net/url"
	"os/exec"
	"runtime/debug"

	"orrery/internal/app"
)

type serveCmd struct {
	Listen      string   `help:"Address to listen on; the next free port is taken when this one is not free." default:"127.0.0.1:7340" placeholder:"HOST:PORT"`
	NoBrowser   bool     `help:"Do not open a browser."`
	AllowRemote bool     `help:"Allow an address that other machines can reach. There are no accounts yet: whoever reaches it reads and writes everything."`
	Host        []string `help:"Name under which other machines reach it, with --allow-remote. May be repeated." placeholder:"NAME"`
}

// Run serves until the program is stopped.
func (c serveCmd) Run(r *run) error {
	return r.ask(func(a *app.App) error {
		return r.Serve(r.ctx, a, Site{Listen: c.Listen, Remote: c.AllowRemote, Hosts: c.Host, Ready: func(at string, moved bool) {
			// The start leaves garbage several times the size of what stays: tables checked,
			// records hashed. An idle server should not hold it.
			go debug.FreeOSMemory()
			// Computations come in bursts and leave garbage too; twice the collections cost little beside them.
			debug.SetGCPercent(50)
			if moved {
				fmt.Fprintf(r.Stdout, "The address %s is taken; this is the next free port.\n", c.Listen)
			}
			fmt.Fprintf(r.Stdout, "Orrery answers at %s\nStop it with Ctrl+C.\n", at)
			if c.AllowRemote {
				fmt.Fprintln(r.Stderr, "WARNING: other machines may reach this address, and there are no accounts: whoever reaches it reads and writes everything.")
			}
			if program := browser(r.Getenv, exec.LookPath); program != "" && !c.NoBrowser {
				r.open(program, at)
			}
		}})
	})
}

// browser returns the program that opens an address, or nothing where there is no
// screen to open it on.
func browser(getenv func(string) string, lookPath func(string) (string, error)) string {
	if getenv("CI") != "" || getenv("DISPLAY") == "" && getenv("WAYLAND_DISPLAY") == "" {
		return ""
	}
	program, err := lookPath("xdg-open")
	if err != nil {
		return ""
	}
	return program
}

// open starts the browser and does not wait: some stay as long as their window.
func (r *run) open(program, at string) {
	if u, err := url.Parse(at); err != nil || u.Scheme != "http" {
		return
	}
	cmd := exec.Command(program, at)
	if err := cmd.Start(); err != nil {
		fmt.Fprintf(r.Stderr, "The browser could not be opened (%v); open the address yourself.\n", err)
		return
	}
	go func() { _ = cmd.Wait() }() // reaped, whatever it says
}
