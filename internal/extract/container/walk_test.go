package container

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// taken walks over bytes and lists what came out and what failed.
func taken(t testing.TB, name string, raw []byte) (parts []Part, failed []string, err error) {
	t.Helper()
	err = Walk(t.Context(), File{name, bytes.NewReader(raw), int64(len(raw))}, Sink{
		Part:   func(p Part) error { parts = append(parts, p); return nil },
		Failed: func(name string, err error) { failed = append(failed, name+": "+err.Error()) },
	})
	return parts, failed, err
}

func names(parts []Part) []string {
	var out []string
	for _, p := range parts {
		out = append(out, p.Name)
	}
	return out
}

func zipped(t testing.TB, files ...[2]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range files {
		w, err := z.Create(f[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(f[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestZip(t *testing.T) {
	inner := string(zipped(t, [2]string{"x.txt", "x"}))
	raw := zipped(t, [2]string{"a/one.txt", "First."}, [2]string{"__MACOSX/._one.txt", "no"}, [2]string{"two.zip", inner},
		[2]string{"bomb.txt", strings.Repeat("0", maxPart+1)}, [2]string{"three.html", "<p>Third.</p>"})
	parts, failed, err := taken(t, "many.zip", raw)
	if err != nil {
		t.Fatal(err)
	}
	if got := names(parts); !slices.Equal(got, []string{"a/one.txt", "three.html"}) {
		t.Errorf("parts %q", got)
	}
	if len(failed) != 2 || !strings.Contains(failed[0], "two.zip") || !strings.Contains(failed[1], "larger than 20 MiB") {
		t.Errorf("failed %q", failed)
	}
}

func warcRecord(kind, target, media, body string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, target, media, len(body), body)
}

func httpAnswer(status, media, body string) string {
	return fmt.Sprintf("HTTP/1.1 %s\r\nContent-Type: %s\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n", status, media, len(body), body)
}

func TestWARC(t *testing.T) {
	all := []string{
		warcRecord("warcinfo", "", "application/warc-fields", "software: x"),
		warcRecord("response", "https://example.org/a", "application/http; msgtype=response", httpAnswer("200 OK", "text/html; charset=koi8-r", "<p>A page.</p>")),
		warcRecord("response", "https://example.org/b.png", "application/http", httpAnswer("200 OK", "image/png", "..")),
		warcRecord("response", "https://example.org/c", "application/http", httpAnswer("404 Not Found", "text/html", "gone")),
		warcRecord("response", "https://example.org/d", "application/http", "no HTTP"),
		warcRecord("resource", "https://example.org/e.txt", "text/plain", "Words."),
	}
	check := func(name string, raw []byte) {
		t.Helper()
		parts, failed, err := taken(t, name, raw)
		if err != nil {
			t.Fatal(err)
		}
		if got := names(parts); !slices.Equal(got, []string{"https://example.org/a", "https://example.org/e.txt"}) {
			t.Errorf("%s: parts %q", name, got)
		}
		if string(parts[0].Raw) != "<p>A page.</p>" || parts[0].Hint.Charset != "koi8-r" || parts[0].Hint.MediaType != "text/html" {
			t.Errorf("%s: %+v", name, parts[0])
		}
		if len(failed) != 1 || !strings.HasPrefix(failed[0], "https://example.org/d") {
			t.Errorf("%s: failed %q", name, failed)
		}
	}
	check("crawl.warc", []byte(strings.Join(all, "")))
	var packed bytes.Buffer
	for _, r := range all { // each record a gzip member of its own, as the standard has it
		z := gzip.NewWriter(&packed)
		if _, err := z.Write([]byte(r)); err != nil {
			t.Fatal(err)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
	}
	check("crawl.warc.gz", packed.Bytes())

	whole := strings.Join(all, "")
	if parts, _, err := taken(t, "crawl.warc", []byte(whole[:len(whole)-30])); err == nil || len(parts) != 1 {
		t.Errorf("an archive that breaks off: %d parts, error %v", len(parts), err)
	}
	_, _, err := taken(t, "crawl.warc", []byte("WARC/1.0\r\nContent-Length: none\r\n\r\n"))
	if err == nil || !strings.Contains(err.Error(), "record 1") {
		t.Errorf("a damaged header: %v", err)
	}
	if _, _, err := taken(t, "crawl.warc", []byte("WARC/1.0\r\n"+strings.Repeat("x", maxHeader+10))); err == nil {
		t.Error("a giant header was read")
	}
}

const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>A paper</title><language>en</language>
<item><title>First</title><link>https://example.org/1</link><description>&lt;p&gt;Words.&lt;/p&gt;</description><pubDate>Wed, 31 Dec 2025 23:00:00 GMT</pubDate></item>
<item><title>Bare</title><link>https://example.org/2</link></item></channel></rss>`

func TestFeed(t *testing.T) {
	parts, failed, err := taken(t, "feed.xml", []byte(rss))
	if err != nil {
		t.Fatal(err)
	}
	if len(parts) != 1 || len(failed) != 1 {
		t.Fatalf("parts %v, failed %v", parts, failed)
	}
	h := parts[0].Hint
	if h.Title != "First" || h.Published != "2025-12-31" || h.Outlet != "A paper" || h.URL != "https://example.org/1" || string(parts[0].Raw) != "<p>Words.</p>" {
		t.Errorf("%+v %q", h, parts[0].Raw)
	}
	for name, raw := range map[string]string{
		"atom": `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>E</title><id>i</id><updated>2025-01-02T00:00:00Z</updated><content type="html">Words</content></entry></feed>`,
		"json": `{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"i","content_text":"Words","date_published":"2025-01-02T00:00:00Z"}]}`,
	} {
		f, err := ReadFeed(strings.NewReader(raw))
		if err != nil || len(f.Entries) != 1 || f.Entries[0].Published != "2025-01-02" || f.Entries[0].HTML != "Words" {
			t.Errorf("%s: %+v, %v", name, f, err)
		}
	}
}

func TestLines(t *testing.T) {
	raw := `{"id":7,"title":"A talk","date":"2011-05-20","text":"Words of it.","url":"https://example.org/7","tags":{}}
not json
{"title":"no words"}

{"speaker":"ARM","year":1992,"text":"A speech."}`
	parts, failed, err := taken(t, "talks.jsonl", []byte(raw))
	if err != nil {
		t.Fatal(err)
	}
	if got := names(parts); !slices.Equal(got, []string{"talks.jsonl:1", "talks.jsonl:5"}) {
		t.Errorf("parts %q", got)
	}
	if parts[0].Hint.Published != "2011-05-20" || parts[1].Hint.Published != "1992" || parts[1].Hint.Author != "ARM" {
		t.Errorf("%+v %+v", parts[0].Hint, parts[1].Hint)
	}
	if len(failed) != 2 || !strings.HasPrefix(failed[0], "talks.jsonl:2") || !strings.HasPrefix(failed[1], "talks.jsonl:3") {
		t.Errorf("failed %q", failed)
	}
}

func TestOPML(t *testing.T) {
	feeds := []Subscription{{Title: "A", Address: "https://a.example/feed", Site: "https://a.example"}, {Title: "B", Address: "https://b.example/feed", Folder: "Wires"}}
	var out bytes.Buffer
	if err := WriteOPML(&out, "Mine", feeds); err != nil {
		t.Fatal(err)
	}
	got, err := ReadOPML(bytes.NewReader(out.Bytes()))
	if err != nil || !slices.Equal(got, feeds) {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err := ReadOPML(strings.NewReader("<opml><body>")); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("a broken file: %v", err)
	}
	if _, err := ReadOPML(strings.NewReader(`<opml version="2.0"><body/></opml>`)); err == nil {
		t.Error("a file without feeds was read")
	}
}

func TestAWalkCanBeStopped(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	n := 0
	raw := []byte(strings.Repeat("{\"text\":\"x\"}\n", 100))
	err := Walk(ctx, File{"x.jsonl", bytes.NewReader(raw), int64(len(raw))}, Sink{Part: func(Part) error {
		if n++; n == 3 {
			stop()
		}
		return nil
	}})
	if !errors.Is(err, context.Canceled) || n != 3 {
		t.Errorf("%d parts, %v", n, err)
	}
}

func FuzzWalk(f *testing.F) {
	f.Add("a.zip", zipped(f, [2]string{"a.txt", "x"}))
	f.Add("a.warc", []byte(warcRecord("response", "https://example.org", "application/http", httpAnswer("200 OK", "text/plain", "x"))))
	f.Add("a.xml", []byte(rss))
	f.Add("a.jsonl", []byte("{\"text\":\"x\"}\n{"))
	f.Fuzz(func(t *testing.T, name string, raw []byte) {
		if len(raw) > 1<<16 {
			return
		}
		parts, failed, _ := taken(t, name, raw)
		if len(parts)+len(failed) > len(raw)+1 {
			t.Errorf("%d bytes gave %d parts", len(raw), len(parts)+len(failed))
		}
		for _, p := range parts {
			if len(p.Raw) > maxPart {
				t.Errorf("a part of %d bytes", len(p.Raw))
			}
		}
	})
}
