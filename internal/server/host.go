package server

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strconv"
	"strings"
)

// hostGuard refuses requests whose Host header names another machine. Without it a
// page on the web could point its own name at 127.0.0.1 (DNS rebinding) and read
// the ledger as if it were the same site.
type hostGuard struct {
	port   int      // the port listened on
	remote bool     // also any IP address: a name can be rebound, an address cannot
	names  []string // also these names, lower case
}

// allows says whether host, a Host header, may be answered.
func (g hostGuard) allows(host string) bool {
	name, port, ok := splitHost(host)
	if !ok || port != g.port {
		return false
	}
	name = strings.ToLower(name)
	if name == "localhost" || name == "127.0.0.1" || name == "::1" {
		return true
	}
	if _, err := netip.ParseAddr(name); err == nil {
		return g.remote
	}
	return slices.Contains(g.names, name)
}

// splitHost takes a Host header apart; a header without a port means port 80. An
// IPv6 address must stand in brackets and a name must not.
func splitHost(host string) (name string, port int, ok bool) {
	name, digits, err := net.SplitHostPort(host)
	if err != nil {
		digits = "80"
		name = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	}
	if strings.Contains(name, ":") != strings.HasPrefix(host, "[") || strings.ContainsAny(name, "[]") {
		return "", 0, false
	}
	n, err := strconv.ParseUint(digits, 10, 16)
	if err != nil || strconv.FormatUint(n, 10) != digits {
		return "", 0, false
	}
	return name, int(n), true
}

// guard lets only requests through whose Host is allowed.
func (g hostGuard) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !g.allows(r.Host) {
			writeProblem(w, http.StatusForbidden, fmt.Sprintf("This Orrery answers on this machine only, and the request names the host %q. Open http://127.0.0.1:%d instead.",
				r.Host, g.port))
			return
		}
		next.ServeHTTP(w, r)
	})
}
