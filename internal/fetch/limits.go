package fetch

import (
	"net/netip"
	"slices"
	"time"
)

// The defaults of Limits, for documentation and settings screens.
const (
	DefaultMaxBytes  = 20 << 20
	DefaultTotalTime = 30 * time.Second
	DefaultRedirects = 5
)

// Limits bounds one client. The zero value of each field means its default, so Limits{} is the safe choice.
type Limits struct {
	// MaxBytes is the largest body in bytes, counted after decompression. Default 20 MiB. A larger body is a *Refusal.
	MaxBytes int64
	// TotalTime is the time for the whole fetch: name, connection, redirects and body. Default 30 s. Out of time is a *Failure.
	TotalTime time.Duration
	// Redirects is the number of redirects followed. Default 5; a negative number follows none. One more is a *Refusal.
	Redirects int
	// Ports are the ports that may be used. Default 80 and 443.
	Ports []uint16
	// UserAgent is sent with each request; make it with UserAgent. Default "Orrery".
	UserAgent string
	// AllowAddr lets an operator open addresses that are not public: an intranet that was chosen on purpose, and the loopback
	// servers of tests. It sees each refused address (IPv4 in its plain form) after DNS. Default nil: none. Never fill it from
	// what a user of the program typed.
	AllowAddr func(netip.Addr) bool
}

// UserAgent makes the name that the client gives itself: "Orrery/<version> (+<contact>)", contact being an address where a site's
// owner can read or ask who fetches; without one the parenthesis is left out.
func UserAgent(version, contact string) string {
	name := "Orrery"
	if version != "" {
		name += "/" + version
	}
	if contact != "" {
		name += " (+" + contact + ")"
	}
	return name
}

func (l Limits) withDefaults() Limits {
	if l.MaxBytes <= 0 {
		l.MaxBytes = DefaultMaxBytes
	}
	if l.TotalTime <= 0 {
		l.TotalTime = DefaultTotalTime
	}
	if l.Redirects == 0 {
		l.Redirects = DefaultRedirects
	}
	l.Redirects = max(l.Redirects, 0)
	if len(l.Ports) == 0 {
		l.Ports = []uint16{80, 443}
	}
	l.Ports = slices.Clone(l.Ports)
	if l.UserAgent == "" {
		l.UserAgent = UserAgent("", "")
	}
	return l
}
