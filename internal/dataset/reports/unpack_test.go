package reports

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"strings"
	"testing"
)

func TestUnpackingIsBounded(t *testing.T) {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := w.Write(make([]byte, 1<<20)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for most, fits := range map[int64]bool{1 << 20: true, 1<<20 - 1: false} {
		in, err := Unpack("f.gz", bytes.NewReader(packed.Bytes()), most)
		if err != nil {
			t.Fatal(err)
		}
		n, err := io.Copy(io.Discard, in)
		if fits != (err == nil) || n > most || err != nil && !strings.HasPrefix(err.Error(), "f.gz: the file unpacks to more") {
			t.Errorf("of at most %d bytes %d came out: %v", most, n, err)
		}
	}
	cut, err := Unpack("f.gz", bytes.NewReader(packed.Bytes()[:packed.Len()/2]), 1<<30)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(io.Discard, cut); err == nil || !strings.HasPrefix(err.Error(), "f.gz: unpacking") {
		t.Errorf("half a file: %v", err)
	}
}

func TestTabbed(t *testing.T) {
	in := OpenTabbed("f", strings.NewReader("\xEF\xBB\xBFA b\tC\t\n\n1\t\"2\t3\r\ncaf\xe9\tx"), 100)
	names, err := in.Header()
	if err != nil || strings.Join(names, "|") != "a_b|c|" || in.Find("z", "c") != 1 || in.Find("") != -1 {
		t.Errorf("%q, %v", names, err)
	}
	row, err := in.Next()
	if err != nil || strings.Join(row, "|") != `1|"2|3` || in.Line() != 3 {
		t.Errorf("%q on line %d, %v", row, in.Line(), err)
	}
	if err := in.Fault(2, "wrong"); err.Error() != "f:3:6: wrong" {
		t.Error(err)
	}
	row, err = in.Next()
	if err != nil || row[0] != "café" || in.Recoded != 1 {
		t.Errorf("%q, %d recoded, %v", row, in.Recoded, err)
	}
	if _, err := in.Next(); !errors.Is(err, io.EOF) {
		t.Error(err)
	}
	long := OpenTabbed("f", strings.NewReader(strings.Repeat("x", 1<<17)+"\ty\n"+strings.Repeat("x", 1<<18)), 1<<17+10)
	if row, err := long.Next(); err != nil || len(row) != 2 || len(row[0]) != 1<<17 {
		t.Errorf("a long line: %d cells, %v", len(row), err)
	}
	if _, err := long.Next(); err == nil || !strings.HasPrefix(err.Error(), "f:2:1: a line is longer") {
		t.Errorf("too long a line: %v", err)
	}
}
