package server

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
)

func TestHostGuard(t *testing.T) {
	local := hostGuard{port: 7340}
	remote := hostGuard{port: 7340, remote: true, names: []string{"orrery.example"}}
	for _, c := range []struct {
		host          string
		local, remote bool
	}{
		{"127.0.0.1:7340", true, true},
		{"localhost:7340", true, true},
		{"LocalHost:7340", true, true},
		{"[::1]:7340", true, true},
		{"192.168.1.4:7340", false, true},
		{"[fe80::1]:7340", false, true},
		{"orrery.example:7340", false, true},
		{"other.example:7340", false, false},
		{"127.0.0.1:80", false, false},
		{"127.0.0.1", false, false},
		{"", false, false},
		{"localhost.:7340", false, false},
		{"localhost.evil.example:7340", false, false},
		{"127.0.0.1:7340.evil.example", false, false},
		{"127.0.0.1:07340", false, false},
		{"127.0.0.1:+7340", false, false},
		{"::1:7340", false, false},
		{"[localhost]:7340", false, false},
		{"0.0.0.0:7340", false, true},
	} {
		if got := local.allows(c.host); got != c.local {
			t.Errorf("local: allows(%q) = %t, want %t", c.host, got, c.local)
		}
		if got := remote.allows(c.host); got != c.remote {
			t.Errorf("remote: allows(%q) = %t, want %t", c.host, got, c.remote)
		}
	}
	if at80 := (hostGuard{port: 80}); !at80.allows("localhost") || !at80.allows("[::1]") || at80.allows("::1") {
		t.Error("port 80 is what a Host without a port means")
	}
}

// FuzzHost: whatever the header, what the guard lets through is one of three names
// on the one port, and what it refuses never reaches the handler.
func FuzzHost(f *testing.F) {
	for _, seed := range []string{"127.0.0.1:7340", "localhost:7340", "[::1]:7340", "evil.example", "127.0.0.1:7340@evil", "[::1%25lo]:7340", "LOCALHOST:7340", ":7340", "[::ffff:127.0.0.1]:7340"} {
		f.Add(seed)
	}
	g := hostGuard{port: 7340}
	f.Fuzz(func(t *testing.T, host string) {
		reached := false
		r := httptest.NewRequest(http.MethodGet, "http://127.0.0.1:7340/", nil)
		r.Host = host
		w := httptest.NewRecorder()
		g.guard(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { reached = true })).ServeHTTP(w, r)
		ours := slices.Contains([]string{"127.0.0.1:7340", "localhost:7340", "[::1]:7340"}, strings.ToLower(host))
		if reached != ours {
			t.Errorf("Host %q: reached the handler %t, is one of ours %t", host, reached, ours)
		}
		if !reached && w.Code != http.StatusForbidden {
			t.Errorf("Host %q: refused with %d, want 403", host, w.Code)
		}
	})
}
