package container

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/binary"
	"errors"
	"strings"
	"testing"
)

// An office document is one document, whatever it is called: its parts must not come out as texts.
func TestOfficeDocumentsAreNoContainers(t *testing.T) {
	for name, raw := range map[string][]byte{
		"sheet.xlsx": zipped(t, [2]string{"[Content_Types].xml", "<Types/>"}, [2]string{"xl/sharedStrings.xml", "<sst/>"}),
		"text.odt":   zipped(t, [2]string{"mimetype", "application/vnd.oasis.opendocument.text"}, [2]string{"content.xml", "<x/>"}),
		"unnamed":    zipped(t, [2]string{"[Content_Types].xml", "<Types/>"}, [2]string{"word/document.xml", "<x/>"}),
	} {
		if Is(name, raw) {
			t.Errorf("%s is taken for an archive of documents", name)
		}
	}
	var stored bytes.Buffer // an archive of documents that keeps one unpacked
	z := zip.NewWriter(&stored)
	for _, f := range [][2]string{{"one.txt", "First."}, {"two.docx", string(zipped(t, [2]string{"[Content_Types].xml", "<Types/>"}, [2]string{"word/document.xml", "<x/>"}))}} {
		w, err := z.CreateHeader(&zip.FileHeader{Name: f[0], Method: zip.Store})
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
	if !Is("many.zip", stored.Bytes()) {
		t.Error("an archive that holds a Word document is taken for one")
	}
	if !Is("keyword.zip", zipped(t, [2]string{"word/one.txt", "First."})) {
		t.Error("a folder named word makes an archive an office document")
	}
}

// Files of an archive that claim to unpack to millions of times its size are not unpacked.
func TestZipBomb(t *testing.T) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for range 60 {
		w, err := z.CreateRaw(&zip.FileHeader{Name: "a.txt", Method: zip.Deflate, UncompressedSize64: maxPart, CompressedSize64: 2})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte{3, 0}); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	parts, failed, err := taken(t, "bomb.zip", out.Bytes())
	if err == nil || !strings.Contains(err.Error(), "unpack to 1200 MiB") || len(parts)+len(failed) > 0 {
		t.Errorf("%d parts, %d failed, %v", len(parts), len(failed), err)
	}
}

// A gzip archive that unpacks to nothing but blank lines, or to one endless record, can be stopped.
func TestUnpackingCanBeStopped(t *testing.T) {
	for name, start := range map[string]string{"blank lines": "WARC/1.0\r\nContent-Length: 0\r\n\r\n", "one record": "WARC/1.0\r\nContent-Length: 99999999999\r\n\r\n"} {
		var out bytes.Buffer
		z := gzip.NewWriter(&out)
		z.Write([]byte(start))
		blank := bytes.Repeat([]byte("\n"), 1<<20)
		for range 64 {
			z.Write(blank)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		ctx, stop := context.WithCancel(t.Context())
		file := &tripwire{Reader: bytes.NewReader(out.Bytes()), trip: stop, left: 3}
		err := Walk(ctx, File{"x.warc.gz", file, int64(out.Len())}, Sink{Part: func(Part) error { return nil }})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", name, err)
		}
		stop()
	}
}

// tripwire stops something at the left-th reading.
type tripwire struct {
	*bytes.Reader
	trip func()
	left int
}

func (w *tripwire) ReadAt(p []byte, off int64) (int, error) {
	if w.left--; w.left == 0 {
		w.trip()
	}
	return w.Reader.ReadAt(p[:min(len(p), 4096)], off)
}

// Elements without end are refused before a parser follows them.
func TestDeepFeed(t *testing.T) {
	deep := `<rss version="2.0" xmlns:a="urn:a"><channel><title>T</title>` + strings.Repeat("<a:b>", 3_000_000)
	if _, err := ReadFeed(strings.NewReader(deep)); err == nil || !strings.Contains(err.Error(), "stand in one another") {
		t.Errorf("%v", err)
	}
	flat := `<rss version="2.0"><channel><title>T</title>` + strings.Repeat(`<item><title>E</title><description><![CDATA[<p>One<br>two<p>]]></description></item>`, 20_000) + `</channel></rss>`
	if f, err := ReadFeed(strings.NewReader(flat)); err != nil || len(f.Entries) != 20_000 {
		t.Errorf("a long feed: %v", err)
	}
}

// Entries that a feed gives neither a name nor a link are still several.
func TestEntriesWithoutNames(t *testing.T) {
	f, err := ReadFeed(strings.NewReader(`<rss version="2.0"><channel><title>T</title><item><title>One</title><description>First words.</description></item><item><title>Two</title><description>Other words.</description></item></channel></rss>`))
	if err != nil || len(f.Entries) != 2 {
		t.Fatal(f, err)
	}
	if a, b := f.Entries[0].ID, f.Entries[1].ID; a == "" || a == b {
		t.Errorf("ids %q and %q", a, b)
	}
}

// A member whose bytes are damaged is named, and the others are read.
func TestZipWithABrokenMember(t *testing.T) {
	raw := zipped(t, [2]string{"one.txt", strings.Repeat("First words. ", 20)}, [2]string{"two.txt", strings.Repeat("Second words. ", 20)}, [2]string{"three.txt", "Third."})
	at := bytes.Index(raw, []byte("two.txt")) + len("two.txt")
	binary.LittleEndian.PutUint64(raw[at+2:], 0xffffffffffffffff)
	parts, failed, err := taken(t, "many.zip", raw)
	if err != nil || len(parts) != 2 || len(failed) != 1 || !strings.HasPrefix(failed[0], "two.txt: ") {
		t.Errorf("parts %q, failed %q, %v", names(parts), failed, err)
	}
}
