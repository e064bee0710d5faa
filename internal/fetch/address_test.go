package fetch

import (
	"net/netip"
	"testing"

	"pgregory.net/rapid"
)

func TestPublicAddresses(t *testing.T) {
	for _, a := range []string{"8.8.8.8", "1.1.1.1", "93.184.216.34", "172.32.0.1", "100.128.0.1", "198.20.0.1", "2606:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"} {
		if what := notPublic(netip.MustParseAddr(a)); what != "" {
			t.Errorf("%s is refused as %s", a, what)
		}
	}
	if notPublic(netip.Addr{}) == "" {
		t.Error("the zero address is taken for public")
	}
}

// A private IPv4 address stays refused in every IPv6 coat that carries it.
func TestEmbeddedAddressesAreJudgedByTheirInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b [4]byte
		for i := range b {
			b[i] = rapid.Byte().Draw(t, "byte")
		}
		b[0] = rapid.SampledFrom([]byte{0, 10, 127, b[0]}).Draw(t, "first")
		plain := netip.AddrFrom4(b)
		mapped := netip.AddrFrom16(plain.As16())
		nat := netip.MustParseAddr("64:ff9b::").As16()
		copy(nat[12:], b[:])
		six := netip.MustParseAddr("2002::").As16()
		copy(six[2:], b[:])
		open := notPublic(plain) == ""
		for _, coat := range []netip.Addr{mapped, netip.AddrFrom16(nat), netip.AddrFrom16(six)} {
			if (notPublic(coat) == "") != open {
				t.Fatalf("%s is open=%v but %s is %q", plain, open, coat, notPublic(coat))
			}
		}
		// The standard library's own classes must all be inside ours.
		if open && (plain.IsPrivate() || plain.IsLoopback() || plain.IsMulticast() || plain.IsUnspecified() || plain.IsLinkLocalUnicast()) {
			t.Fatalf("%s is taken for public", plain)
		}
	})
}
