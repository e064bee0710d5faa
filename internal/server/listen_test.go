package server

import (
	"net"
	"strings"
	"testing"
)

func TestListenTakesTheNextFreePort(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	l, moved, err := Listen(taken.Addr().String(), false)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	was, is := taken.Addr().(*net.TCPAddr).Port, l.Addr().(*net.TCPAddr).Port
	if !moved || is <= was || is >= was+tries {
		t.Errorf("moved %t from %d to %d, want one of the next %d ports", moved, was, is, tries)
	}
}

func TestListenRefuses(t *testing.T) {
	for address, want := range map[string]string{
		"0.0.0.0:0":         "--allow-remote",
		":0":                "--allow-remote",
		"[::]:0":            "--allow-remote",
		"orrery.example:80": "--allow-remote",
		"127.0.0.1":         "write host:port",
		"127.0.0.1:http":    "is not a port",
		"127.0.0.1:70000":   "is not a port",
	} {
		l, _, err := Listen(address, false)
		if err == nil {
			l.Close()
			t.Errorf("Listen(%q) was allowed", address)
			continue
		}
		if !strings.Contains(err.Error(), want) {
			t.Errorf("Listen(%q): %v; want it to say %q", address, err, want)
		}
	}
	l, moved, err := Listen("0.0.0.0:0", true)
	if err != nil || moved {
		t.Fatalf("Listen with remote allowed: %v, moved %t", err, moved)
	}
	l.Close()
}
