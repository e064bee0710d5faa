package fetch

import (
	"errors"
	"net/netip"
	"net/url"
	"strings"
	"testing"
)

func TestCheckURLAccepts(t *testing.T) {
	for raw, want := range map[string]string{
		"https://example.org/a?b=c#part":    "https://example.org/a?b=c",
		"  HTTP://Example.ORG./x ":          "http://example.org/x",
		"http://example.org:80/":            "http://example.org/",
		"https://example.org:8443/":         "https://example.org:8443/",
		"https://пример.рф/новость":         "https://xn--e1afmkfd.xn--p1ai/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D1%8C",
		"http://134744072/":                 "http://8.8.8.8/",
		"http://0x08.0x08.2056/":            "http://8.8.8.8/",
		"http://010.010.010.010/":           "http://8.8.8.8/",
		"https://[2606:4700::1111]:443/":    "https://[2606:4700::1111]/",
		"https://[::ffff:8.8.8.8]/":         "https://8.8.8.8/",
		"https://under_score.example.org/":  "https://under_score.example.org/",
		"https://example.org/@handle/posts": "https://example.org/@handle/posts",
	} {
		u, err := CheckURL(raw)
		if err != nil {
			t.Errorf("%s: %v", raw, err)
		} else if u.String() != want {
			t.Errorf("%s: got %s, want %s", raw, u, want)
		}
	}
}

func TestCheckURLRefuses(t *testing.T) {
	for _, raw := range []string{
		"", "example.org", "//example.org/", "ftp://example.org/", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x",
		"http://", "http:///path", "http://:80/", "http://user@example.org/", "http://user:secret@example.org/",
		"http://localhost/", "http://LOCALHOST./", "http://a.localhost/", "http://127.0.0.1/", "http://127.0.0.1./", "http://127.1/",
		"http://2130706433/", "http://0x7f000001/", "http://0x7f.1/", "http://0177.0.0.1/", "http://１２７.０.０.１/", "http://①②⑦.1/",
		"http://0/", "http://0x/", "http://10.1.2.3/", "http://192.168.1.1/", "http://172.31.0.1/", "http://169.254.169.254/latest/",
		"http://100.64.0.1/", "http://198.18.0.1/", "http://192.0.2.1/", "http://203.0.113.9/", "http://224.0.0.1/", "http://255.255.255.255/",
		"http://[::]/", "http://[::1]/", "http://[fe80::1%25eth0]/", "http://[fc00::1]/", "http://[ff02::1]/", "http://[2001:db8::1]/",
		"http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[::127.0.0.1]/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/",
		"http://[2001:0:1::1]/", "http://[64:ff9b:1::1]/", "http://256.256.256.256/", "http://1.2.3.4.5/", "http://example.0x1g2.09/",
		"http://example.org:0/", "http://example.org:65536/", "http://exa mple.org/", "http://a..b/", "http://-/" + strings.Repeat("x", maxURL),
	} {
		u, err := CheckURL(raw)
		refusal, ok := errors.AsType[*Refusal](err)
		if !ok {
			t.Errorf("%q: got %v, %v; want a refusal", raw, u, err)
			continue
		}
		if refusal.Reason == "" || refusal.Do == "" {
			t.Errorf("%q: the refusal does not say why and what to do: %+v", raw, refusal)
		}
		if strings.Contains(err.Error(), "secret") {
			t.Errorf("%q: the refusal repeats the password: %v", raw, err)
		}
	}
}

func FuzzCheckURL(f *testing.F) {
	for _, seed := range []string{"https://example.org/", "http://0x7f.1/", "http://[::ffff:10.0.0.1]:80/", "http://u:p@h/", "http://１２７。1/", "http://017700000001/", "HTTP://a%2eb/", "http://[fe80::1%25a]/", "http://1.1.1.1./"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		u, err := CheckURL(raw)
		if err != nil {
			if _, ok := errors.AsType[*Refusal](err); !ok {
				t.Fatalf("%q: error of type %T", raw, err)
			}
			return
		}
		if u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil {
			t.Fatalf("%q was accepted as %+v", raw, u)
		}
		again, err := url.Parse(u.String())
		if err != nil || again.Hostname() != u.Hostname() || again.User != nil {
			t.Fatalf("%q was accepted as %q, which reads as %v, %v", raw, u, again, err)
		}
		host := again.Hostname()
		addr, err := netip.ParseAddr(host)
		if err == nil {
			addr = addr.Unmap()
			if !addr.IsGlobalUnicast() || addr.IsPrivate() || addr.IsLoopback() {
				t.Fatalf("%q was accepted and leads to %s", raw, addr)
			}
			return
		}
		// A name: no resolver or legacy parser may take it for a number. Numbers start with a digit in their last label.
		last := host[strings.LastIndexByte(host, '.')+1:]
		if strings.Trim(last, "0123456789") == "" {
			t.Fatalf("%q was accepted with the numeric host %q", raw, host)
		}
		if strings.HasPrefix(last, "0x") && strings.Trim(last[2:], "0123456789abcdef") == "" {
			t.Fatalf("%q was accepted with the hexadecimal host %q", raw, host)
		}
		if third, err := CheckURL(u.String()); err != nil || third.String() != u.String() {
			t.Fatalf("%q: accepted as %q, which is then %v, %v", raw, u, third, err)
		}
	})
}
