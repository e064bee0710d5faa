package fetch

import (
	"net"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"
)

// maxURL is the longest address accepted, in bytes. Browsers and servers give up in the same region.
const maxURL = 8192

// CheckURL reads an address that somebody typed and returns it in the one spelling that the client would use: scheme and host in
// lower case, an international name in its ASCII form, an IP address in its canonical form, the fragment dropped.
//
// It accepts absolute http and https addresses without a user name or password whose host is a name or a public IP address,
// however that address is spelled (decimal, hexadecimal, octal, shortened, IPv4 inside IPv6, trailing dot). Everything else is a
// *Refusal. It does no DNS: what a name resolves to is checked when the client connects. Ports are the client's business.
func CheckURL(raw string) (*url.URL, error) {
	return checkURL(raw, nil)
}

// checkURL is CheckURL with the operator's exception for addresses.
func checkURL(raw string, allow func(netip.Addr) bool) (*url.URL, error) {
	trimmed := strings.TrimSpace(raw)
	if len(trimmed) > maxURL {
		return nil, &Refusal{URL: trimmed[:64] + "…", Reason: "the address is longer than 8192 bytes", Do: "Use the page's short or canonical address."}
	}
	u, err := url.Parse(trimmed)
	if err != nil {
		// The parser's message repeats the address, possibly with a password in it, so it is not passed on.
		return nil, &Refusal{URL: redact(trimmed), Reason: "this is not a web address", Do: "Give a full address such as https://example.org/page."}
	}
	shown := redact(trimmed)
	u.Scheme = strings.ToLower(u.Scheme)
	switch {
	case u.Scheme == "":
		return nil, &Refusal{URL: shown, Reason: "the address has no scheme", Do: "Put https:// in front of it."}
	case u.Scheme != "http" && u.Scheme != "https":
		return nil, &Refusal{URL: shown, Reason: "the scheme " + strconv.Quote(u.Scheme) + " is not read", Do: "Only http and https addresses are read; save the text as a file and read the file."}
	case u.User != nil:
		return nil, &Refusal{URL: shown, Reason: "the address carries a user name or password", Do: "Remove the part before the @; pages behind a login must be saved and read as a file."}
	case u.Opaque != "" || u.Hostname() == "":
		return nil, &Refusal{URL: shown, Reason: "the address has no host", Do: "Give a full address such as https://example.org/page."}
	}
	host, err := canonicalHost(u.Hostname(), shown, allow)
	if err != nil {
		return nil, err
	}
	port, err := canonicalPort(u, shown)
	if err != nil {
		return nil, err
	}
	switch {
	case port != "":
		u.Host = net.JoinHostPort(host, port)
	case strings.Contains(host, ":"):
		u.Host = "[" + host + "]"
	default:
		u.Host = host
	}
	u.Fragment, u.RawFragment = "", ""
	return u, nil
}

// canonicalHost returns the host as it will be dialled.
func canonicalHost(host, shown string, allow func(netip.Addr) bool) (string, error) {
	badHost := &Refusal{URL: shown, Reason: "the host is not a valid name", Do: "Check the spelling of the part after the two slashes."}
	addr, err := netip.ParseAddr(host)
	if err != nil {
		// Mapping to ASCII comes before looking for an IP address, because it turns full-width digits into plain ones.
		ascii, ok := asciiHost(host)
		if !ok {
			return "", badHost
		}
		if ascii == "localhost" || strings.HasSuffix(ascii, ".localhost") {
			if allow != nil && allow(netip.AddrFrom4([4]byte{127, 0, 0, 1})) {
				return ascii, nil
			}
			return "", &Refusal{URL: shown, Reason: "localhost is this computer, not the public web", Do: "Save the page and read the file."}
		}
		if !endsInNumber(ascii) {
			return ascii, nil
		}
		if addr, ok = parseLegacyIPv4(ascii); !ok {
			return "", badHost
		}
	}
	if what := notPublic(addr); what != "" && (allow == nil || !allow(addr.Unmap())) {
		return "", &Refusal{URL: shown, Reason: "the host is " + what, Do: "Only pages on the public web are fetched; save the page and read the file."}
	}
	return addr.Unmap().String(), nil
}

func canonicalPort(u *url.URL, shown string) (string, error) {
	port := u.Port()
	if port == "" {
		return "", nil
	}
	n, err := strconv.ParseUint(port, 10, 16)
	if err != nil || n == 0 {
		return "", &Refusal{URL: shown, Reason: "the port is not a number from 1 to 65535", Do: "Remove the port."}
	}
	if (u.Scheme == "http" && n == 80) || (u.Scheme == "https" && n == 443) {
		return "", nil
	}
	return strconv.FormatUint(n, 10), nil
}

// asciiHost puts a name into lower-case ASCII without a trailing dot. A name that is ASCII already is left to DNS: the rules for
// international names would refuse the underscores that some real hosts have.
func asciiHost(host string) (string, bool) {
	if !hostChars(host) {
		mapped, err := idna.Lookup.ToASCII(host)
		if err != nil || !utf8.ValidString(host) || !hostChars(mapped) {
			return "", false
		}
		host = mapped
	}
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	return host, host != "" && len(host) <= 253 && !strings.HasPrefix(host, ".") && !strings.HasSuffix(host, ".") && !strings.Contains(host, "..")
}

// hostChars keeps to letters, digits, hyphen, dot and underscore (which some real host names have).
func hostChars(host string) bool {
	for _, r := range host {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '-' && r != '.' && r != '_' {
			return false
		}
	}
	return true
}

// redact makes an address safe to show: whatever stands before an @ in the host part is a possible password.
func redact(raw string) string {
	rest := raw
	scheme := ""
	if i := strings.Index(raw, "//"); i >= 0 {
		scheme, rest = raw[:i+2], raw[i+2:]
	}
	end := strings.IndexAny(rest, "/?#")
	if end < 0 {
		end = len(rest)
	}
	if at := strings.LastIndex(rest[:end], "@"); at >= 0 {
		rest = "…@" + rest[at+1:]
	}
	return strings.ToValidUTF8(scheme+rest, "�")
}
