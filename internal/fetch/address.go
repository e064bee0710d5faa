package fetch

import "net/netip"

// refused lists the special-purpose ranges of the IANA registries that are not the public web, with the words for the reader.
// The order matters only for the words: the first match names the reason.
var refused = []struct {
	prefix netip.Prefix
	what   string
}{
	{netip.MustParsePrefix("0.0.0.0/8"), "an unspecified address (this host)"},
	{netip.MustParsePrefix("10.0.0.0/8"), "a private address"},
	{netip.MustParsePrefix("172.16.0.0/12"), "a private address"},
	{netip.MustParsePrefix("192.168.0.0/16"), "a private address"},
	{netip.MustParsePrefix("100.64.0.0/10"), "an address shared inside a provider's network (CGNAT)"},
	{netip.MustParsePrefix("127.0.0.0/8"), "a loopback address (this computer)"},
	{netip.MustParsePrefix("169.254.0.0/16"), "a link-local address"},
	{netip.MustParsePrefix("192.0.0.0/24"), "an address reserved for protocols"},
	{netip.MustParsePrefix("192.0.2.0/24"), "an address reserved for documentation"},
	{netip.MustParsePrefix("198.51.100.0/24"), "an address reserved for documentation"},
	{netip.MustParsePrefix("203.0.113.0/24"), "an address reserved for documentation"},
	{netip.MustParsePrefix("192.88.99.0/24"), "a retired 6to4 relay address"},
	{netip.MustParsePrefix("198.18.0.0/15"), "an address reserved for benchmarking"},
	{netip.MustParsePrefix("224.0.0.0/4"), "a multicast address"},
	{netip.MustParsePrefix("240.0.0.0/4"), "a reserved or broadcast address"},

	{netip.MustParsePrefix("::/128"), "an unspecified address (this host)"},
	{netip.MustParsePrefix("::1/128"), "a loopback address (this computer)"},
	{netip.MustParsePrefix("fc00::/7"), "a private address"},
	{netip.MustParsePrefix("fe80::/10"), "a link-local address"},
	{netip.MustParsePrefix("fec0::/10"), "a retired site-local address"},
	{netip.MustParsePrefix("ff00::/8"), "a multicast address"},
	{netip.MustParsePrefix("2001:db8::/32"), "an address reserved for documentation"},
	{netip.MustParsePrefix("3fff::/20"), "an address reserved for documentation"},
	// 2001::/23 holds Teredo (whose embedded address is obfuscated), ORCHID and the benchmarking range; no site lives there.
	{netip.MustParsePrefix("2001::/23"), "an address reserved for protocols and benchmarking"},
}

var (
	globalUnicast = netip.MustParsePrefix("2000::/3")
	nat64         = netip.MustParsePrefix("64:ff9b::/96")
	sixToFour     = netip.MustParsePrefix("2002::/16")
)

// notPublic says in words why an address is not on the public web; "" means that it is public. Addresses that carry an IPv4
// address inside (IPv4-mapped, NAT64, 6to4) are judged by the address inside as well. A NAT64 prefix that a network chose for
// itself cannot be told from any other public address and is not seen here.
func notPublic(addr netip.Addr) string {
	if !addr.IsValid() {
		return "not an IP address"
	}
	if addr.Zone() != "" {
		return "an address with a zone, which only has a meaning inside one network"
	}
	addr = addr.Unmap()
	for _, r := range refused {
		if r.prefix.Contains(addr) {
			return r.what
		}
	}
	if addr.Is4() {
		return ""
	}
	bytes := addr.As16()
	switch {
	case nat64.Contains(addr):
		return inside(netip.AddrFrom4([4]byte(bytes[12:16])), "a NAT64 address")
	case sixToFour.Contains(addr):
		return inside(netip.AddrFrom4([4]byte(bytes[2:6])), "a 6to4 address")
	case !globalUnicast.Contains(addr):
		// Everything the registries have not handed out for use on the public internet, including IPv4-compatible ::a.b.c.d.
		return "an address outside the public internet"
	}
	return ""
}

func inside(addr netip.Addr, carrier string) string {
	if what := notPublic(addr); what != "" {
		return carrier + " that carries " + what
	}
	return ""
}
