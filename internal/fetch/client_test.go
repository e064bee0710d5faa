package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"
)

var noon = time.Date(2026, 1, 2, 12, 0, 0, 0, time.UTC)

// reach makes a client that may use 127.0.0.1 and the server's port, and nothing else that is not public.
func reach(t *testing.T, limits Limits, servers ...*httptest.Server) *Client {
	t.Helper()
	for _, s := range servers {
		u, err := url.Parse(s.URL)
		if err != nil {
			t.Fatal(err)
		}
		port, err := strconv.ParseUint(u.Port(), 10, 16)
		if err != nil {
			t.Fatal(err)
		}
		limits.Ports = append(limits.Ports, uint16(port))
	}
	limits.AllowAddr = func(a netip.Addr) bool { return a == netip.MustParseAddr("127.0.0.1") }
	return New(limits, func() time.Time { return noon })
}

func serve(t *testing.T, h http.HandlerFunc) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s
}

func wantRefusal(t *testing.T, err error, words string) {
	t.Helper()
	refusal, ok := errors.AsType[*Refusal](err)
	if !ok || !strings.Contains(refusal.Error(), words) {
		t.Fatalf("got %v; want a refusal that says %q", err, words)
	}
}

func TestGet(t *testing.T) {
	t.Setenv("HTTP_PROXY", "http://127.0.0.1:1") // a proxy from the environment must not be used
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/start" {
			http.Redirect(w, r, "/end", http.StatusFound)
			return
		}
		if got := r.UserAgent(); got != "Orrery/1.2 (+https://example.org/about)" {
			t.Errorf("user agent %q", got)
		}
		if r.Referer() != "" || r.Header.Get("Cookie") != "" {
			t.Errorf("sent more than needed: %v", r.Header)
		}
		w.Header().Set("Content-Type", "Text/HTML; charset=Windows-1251")
		w.Header().Set("ETag", `"v1"`)
		w.Header().Set("Last-Modified", "Fri, 02 Jan 2026 10:00:00 GMT")
		w.Write([]byte("<p>\xcf\xf0\xe8\xe2\xe5\xf2"))
	})
	page, err := reach(t, Limits{UserAgent: UserAgent("1.2", "https://example.org/about")}, s).Get(t.Context(), s.URL+"/start#top")
	if err != nil {
		t.Fatal(err)
	}
	if page.URL != s.URL+"/start" || page.FinalURL != s.URL+"/end" || page.Status != 200 || page.MediaType != "text/html" || page.Charset != "windows-1251" ||
		page.ETag != `"v1"` || page.LastModified == "" || string(page.Body) != "<p>\xcf\xf0\xe8\xe2\xe5\xf2" || !page.RetrievedAt.Equal(noon) {
		t.Fatalf("%+v", page)
	}
}

func TestLoopbackIsRefusedByDefault(t *testing.T) {
	s := serve(t, func(http.ResponseWriter, *http.Request) { t.Error("the server was reached") })
	_, err := New(Limits{}, nil).Get(t.Context(), s.URL)
	wantRefusal(t, err, "loopback")
}

func TestRedirects(t *testing.T) {
	var target string
	s := serve(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, target, http.StatusMovedPermanently) })
	client := reach(t, Limits{Redirects: 3}, s)
	for _, c := range []struct{ target, words string }{
		{"http://127.0.0.2/", "loopback"},
		{"http://2130706434/", "loopback"},
		{"http://[::1]/", "loopback"},
		{"http://169.254.169.254/latest/meta-data/", "link-local"},
		{"file:///etc/passwd", "scheme"},
		{"http://user:secret@example.org/", "password"},
		{"http://8.8.8.8:22/", "port 22"},
		{s.URL + "/again", "more than 3 times"},
	} {
		target = c.target
		_, err := client.Get(t.Context(), s.URL)
		wantRefusal(t, err, c.words)
		if strings.Contains(err.Error(), "secret") {
			t.Errorf("the refusal repeats the password: %v", err)
		}
	}
}

// A name that passes the check of the address and then resolves to this computer is stopped at the connection.
func TestNameThatResolvesToLoopbackIsRefused(t *testing.T) {
	s := serve(t, func(http.ResponseWriter, *http.Request) { t.Error("the server was reached") })
	u, _ := url.Parse(s.URL)
	port, _ := strconv.ParseUint(u.Port(), 10, 16)
	client := New(Limits{Ports: []uint16{uint16(port)}}, nil)
	client.resolver = nameServer(t, [4]byte{127, 0, 0, 1})
	client.connect()
	_, err := client.Get(t.Context(), "http://rebind.example.org:"+u.Port()+"/")
	wantRefusal(t, err, "the name leads to a loopback address")
}

// nameServer answers every question for an IPv4 address with the one given.
func nameServer(t *testing.T, answer [4]byte) *net.Resolver {
	t.Helper()
	conn, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	go func() {
		buf := make([]byte, 1500)
		for {
			n, from, err := conn.ReadFrom(buf)
			if err != nil {
				return
			}
			var m dnsmessage.Message
			if m.Unpack(buf[:n]) != nil || len(m.Questions) == 0 {
				continue
			}
			m.Response, m.Authoritative, m.Additionals = true, true, nil
			if q := m.Questions[0]; q.Type == dnsmessage.TypeA {
				m.Answers = []dnsmessage.Resource{{Header: dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class}, Body: &dnsmessage.AResource{A: answer}}}
			}
			if out, err := m.Pack(); err == nil {
				conn.WriteTo(out, from)
			}
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		var d net.Dialer
		return d.DialContext(ctx, "udp", conn.LocalAddr().String())
	}}
}

func TestSizeLimit(t *testing.T) {
	var squeezed bytes.Buffer
	zip := gzip.NewWriter(&squeezed)
	zip.Write(make([]byte, 1<<20))
	zip.Close()
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/exact":
			w.Write(make([]byte, 1024))
		case "/declared":
			w.Write(make([]byte, 1025))
		case "/chunked":
			w.Write(make([]byte, 600))
			w.(http.Flusher).Flush()
			w.Write(make([]byte, 600))
		case "/bomb":
			w.Header().Set("Content-Encoding", "gzip")
			w.Write(squeezed.Bytes())
		}
	})
	client := reach(t, Limits{MaxBytes: 1024}, s)
	page, err := client.Get(t.Context(), s.URL+"/exact")
	if err != nil || len(page.Body) != 1024 {
		t.Fatalf("a page of exactly the limit: %v", err)
	}
	for _, path := range []string{"/declared", "/chunked", "/bomb"} {
		_, err := client.Get(t.Context(), s.URL+path)
		wantRefusal(t, err, "larger than 1 KiB")
	}
}

func TestTimeLimitAndCancel(t *testing.T) {
	entered := make(chan struct{}, 2)
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte("first half"))
		w.(http.Flusher).Flush()
		entered <- struct{}{}
		<-r.Context().Done()
	})
	_, err := reach(t, Limits{TotalTime: 100 * time.Millisecond}, s).Get(t.Context(), s.URL)
	if f, ok := errors.AsType[*Failure](err); !ok || !strings.Contains(f.Reason, "longer than 100ms") {
		t.Fatalf("got %v; want a failure that names the time", err)
	}
	<-entered
	ctx, cancel := context.WithCancel(t.Context())
	go func() { <-entered; cancel() }()
	_, err = reach(t, Limits{}, s).Get(ctx, s.URL)
	if f, ok := errors.AsType[*Failure](err); !ok || !errors.Is(err, context.Canceled) || !strings.Contains(f.Reason, "stopped") {
		t.Fatalf("got %v; want a failure that says it was stopped", err)
	}
}

func TestStatusAndBrokenAnswers(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/gone":
			http.NotFound(w, r)
		case "/busy":
			w.Header().Set("Retry-After", "120")
			w.WriteHeader(http.StatusTooManyRequests)
		case "/cut":
			w.Header().Set("Content-Length", "100")
			w.Write([]byte("short"))
		}
	})
	client := reach(t, Limits{}, s)
	_, err := client.Get(t.Context(), s.URL+"/gone")
	if e, ok := errors.AsType[*StatusError](err); !ok || e.Status != 404 || e.Do == "" {
		t.Errorf("got %v", err)
	}
	_, err = client.Get(t.Context(), s.URL+"/busy")
	if e, ok := errors.AsType[*StatusError](err); !ok || e.RetryAfter != "120" {
		t.Errorf("got %v", err)
	}
	_, err = client.Get(t.Context(), s.URL+"/cut")
	if e, ok := errors.AsType[*Failure](err); !ok || !strings.Contains(e.Reason, "before the page was complete") {
		t.Errorf("a page cut short was not an error: %v", err)
	}
	tls := httptest.NewUnstartedServer(http.NotFoundHandler())
	tls.Config.ErrorLog = log.New(io.Discard, "", 0) // it would report the handshake that is meant to fail
	tls.StartTLS()
	t.Cleanup(tls.Close)
	_, err = reach(t, Limits{}, tls).Get(t.Context(), tls.URL)
	if e, ok := errors.AsType[*Failure](err); !ok || !strings.Contains(e.Reason, "certificate") {
		t.Errorf("got %v", err)
	}
}
