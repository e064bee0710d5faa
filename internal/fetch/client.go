package fetch

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"syscall"
	"time"
)

// Client fetches pages under fixed limits. It is safe for concurrent use and keeps no cookies.
type Client struct {
	limits   Limits
	now      func() time.Time
	http     *http.Client
	resolver *net.Resolver // nil: the system's; tests put a name server of their own here
}

// New makes a client. now stamps Page.RetrievedAt; nil means time.Now. The proxy settings of the environment are not used,
// because a proxy would resolve names where the guard cannot look.
func New(limits Limits, now func() time.Time) *Client {
	if now == nil {
		now = time.Now
	}
	c := &Client{limits: limits.withDefaults(), now: now}
	c.connect()
	return c
}

// connect builds the transport from the settings.
func (c *Client) connect() {
	dialer := &net.Dialer{Timeout: c.limits.TotalTime, Resolver: c.resolver, Control: c.control}
	c.http = &http.Client{
		CheckRedirect: c.checkRedirect,
		Transport: &http.Transport{
			Proxy:                  nil,
			DialContext:            dialer.DialContext,
			ForceAttemptHTTP2:      true,
			MaxIdleConns:           16,
			IdleConnTimeout:        30 * time.Second,
			TLSHandshakeTimeout:    c.limits.TotalTime,
			MaxResponseHeaderBytes: 1 << 20,
		},
	}
}

// control runs after DNS and before each connection, with the very address that will be connected to: this is what DNS
// rebinding cannot pass. Addresses written in the URL come through here as well.
func (c *Client) control(_, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil {
		return &Refusal{URL: address, Reason: "the connection's address cannot be read", Do: "Report this as a fault."}
	}
	if what := notPublic(to.Addr()); what != "" && !c.allowed(to.Addr()) {
		return &Refusal{URL: address, Reason: "the name leads to " + what, Do: "Only pages on the public web are fetched; save the page and read the file."}
	}
	if !slices.Contains(c.limits.Ports, to.Port()) {
		return portRefusal(address, to.Port())
	}
	return nil
}

func (c *Client) allowed(addr netip.Addr) bool {
	return c.limits.AllowAddr != nil && c.limits.AllowAddr(addr.Unmap())
}

// check is CheckURL plus this client's ports and exceptions.
func (c *Client) check(raw string) (*url.URL, error) {
	u, err := checkURL(raw, c.limits.AllowAddr)
	if err != nil {
		return nil, err
	}
	port := uint16(80)
	if u.Scheme == "https" {
		port = 443
	}
	if p := u.Port(); p != "" {
		n, _ := strconv.ParseUint(p, 10, 16) // checkURL has parsed it before
		port = uint16(n)
	}
	if !slices.Contains(c.limits.Ports, port) {
		return nil, portRefusal(u.String(), port)
	}
	return u, nil
}

// checkRedirect judges each redirect as if it had been typed.
func (c *Client) checkRedirect(req *http.Request, via []*http.Request) error {
	if len(via) > c.limits.Redirects {
		return &Refusal{URL: redact(req.URL.String()), Reason: fmt.Sprintf("the page redirects more than %d times", c.limits.Redirects), Do: "Open it in a browser and use the address where it ends."}
	}
	u, err := c.check(req.URL.String())
	if err != nil {
		if r, ok := errors.AsType[*Refusal](err); ok {
			r.Reason = "the page redirects there, and " + r.Reason
		}
		return err
	}
	req.URL, req.Host = u, ""
	req.Header.Del("Referer")
	return nil
}

func portRefusal(where string, port uint16) *Refusal {
	return &Refusal{URL: where, Reason: fmt.Sprintf("port %d is not one of the ports that are used", port), Do: "Use the ordinary ports 80 and 443; an operator can add others."}
}
