package fetch

import (
	"net/netip"
	"strconv"
	"strings"
)

// endsInNumber is the rule of the WHATWG URL standard for "this host is meant as an IPv4 address": its last label is a number.
// No top-level domain is a number, so nothing real is lost by refusing what does not parse afterwards.
func endsInNumber(host string) bool {
	last := host[strings.LastIndex(host, ".")+1:]
	if last == "" {
		return false
	}
	if strings.Trim(last, "0123456789") == "" {
		return true
	}
	_, ok := legacyNumber(last)
	return ok
}

// parseLegacyIPv4 reads the spellings that inet_aton and browsers accept: one to four parts, each decimal, 0x hexadecimal or
// 0 octal, the last part filling the remaining bytes (127.1, 0x7f000001, 2130706433, 0177.0.0.1).
func parseLegacyIPv4(host string) (netip.Addr, bool) {
	parts := strings.Split(host, ".")
	if len(parts) > 4 {
		return netip.Addr{}, false
	}
	var value uint64
	for i, part := range parts {
		n, ok := legacyNumber(part)
		if !ok {
			return netip.Addr{}, false
		}
		if i < len(parts)-1 {
			if n > 255 {
				return netip.Addr{}, false
			}
			value |= n << (8 * (3 - i))
			continue
		}
		if n >= 1<<(8*(5-len(parts))) {
			return netip.Addr{}, false
		}
		value |= n
	}
	return netip.AddrFrom4([4]byte{byte(value >> 24), byte(value >> 16), byte(value >> 8), byte(value)}), true
}

func legacyNumber(part string) (uint64, bool) {
	base, digits := 10, part
	switch {
	case strings.HasPrefix(part, "0x"), strings.HasPrefix(part, "0X"):
		base, digits = 16, part[2:]
		if digits == "" { // "0x" alone is zero in browsers
			return 0, true
		}
	case len(part) > 1 && part[0] == '0':
		base, digits = 8, part[1:]
	}
	if digits == "" || digits[0] == '+' || digits[0] == '-' || strings.Contains(digits, "_") {
		return 0, false
	}
	n, err := strconv.ParseUint(digits, base, 33)
	return n, err == nil
}
