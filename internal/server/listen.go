package server

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"strconv"
	"syscall"
)

// tries is how many ports are tried, counted from the one asked for.
const tries = 20

// Listen opens the address (host:port), or the next free port above it when that
// one is taken; moved says so. Port 0 means any free port.
//
// An address that other machines can reach is refused unless remote is true: there
// are no accounts yet, so whoever reaches it can read and write everything.
func Listen(address string, remote bool) (l net.Listener, moved bool, err error) {
	host, digits, err := net.SplitHostPort(address)
	if err != nil {
		return nil, false, fmt.Errorf("--listen %q is not an address: write host:port, for example 127.0.0.1:7340", address)
	}
	port, err := strconv.ParseUint(digits, 10, 16)
	if err != nil {
		return nil, false, fmt.Errorf("--listen %q: %q is not a port; use a number from 0 (any free port) to 65535", address, digits)
	}
	if !remote && !loopback(host) {
		return nil, false, fmt.Errorf("--listen %q can be reached from other machines, and Orrery has no accounts yet: whoever reaches it reads and writes everything; "+
			"listen on 127.0.0.1, or add --allow-remote if only people you trust can reach it", address)
	}
	for i := range uint64(tries) {
		at := net.JoinHostPort(host, strconv.FormatUint(port+i, 10))
		l, err = net.Listen("tcp", at)
		switch {
		case err == nil:
			return l, i > 0, nil
		case !errors.Is(err, syscall.EADDRINUSE) || port+i >= 65535:
			return nil, false, fmt.Errorf("cannot listen on %s: %w; choose another address with --listen", at, err)
		}
	}
	return nil, false, fmt.Errorf("ports %d to %d are all taken; choose another with --listen %s:PORT", port, port+tries-1, host)
}

// loopback says whether only this machine can reach host. Of names only localhost
// is believed: another one may stand for any address.
func loopback(host string) bool {
	if host == "localhost" {
		return true
	}
	addr, err := netip.ParseAddr(host)
	return err == nil && addr.IsLoopback()
}
