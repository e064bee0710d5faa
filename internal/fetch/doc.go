// Package fetch brings one page, or one large file as a stream, from the public web through one guarded HTTP client.
//
// The address to read comes from outside (a person, a feed, a redirect), so the client is the place where Orrery refuses to be
// used against the network that it runs in: it speaks http and https only, to public addresses only, and it checks the address
// after DNS, on every connection, so that a name that changes its answer between check and use (DNS rebinding) gains nothing.
// Size, time and number of redirects are bounded, and a bound that is met is an error, never a shortened page.
//
// It is not for crawling (no robots.txt, no queue, no retries), not for talking to services that an operator configured
// (a language model, an intranet API: those have their own clients), and it does not interpret what it brings: see
// internal/extract for that.
package fetch
