package reports

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"orrery/ledger"
)

func archiveOf(t *testing.T, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i+1 < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestArchive(t *testing.T) {
	read := func(packed []byte, most int64) (all []string, err error) {
		a, err := OpenArchive("y.zip", bytes.NewReader(packed), int64(len(packed)), most)
		if err != nil {
			return nil, err
		}
		defer a.Close()
		for {
			name, in, err := a.Next()
			if errors.Is(err, io.EOF) {
				return all, nil
			} else if err != nil {
				return all, err
			}
			text, err := io.ReadAll(in)
			if err != nil {
				return all, err
			}
			all = append(all, name+"="+string(text))
		}
	}
	all, err := read(archiveOf(t, "y/2.txt", "two", "readme.pdf", "x", "__MACOSX/1.txt", "x", "y/1.TXT", "one"), 100)
	if diff := cmp.Diff([]string{"y.zip/1.TXT=one", "y.zip/2.txt=two"}, all); diff != "" || err != nil {
		t.Error(diff, err)
	}
	all, err = read(archiveOf(t, "only.csv", "one"), 100)
	if diff := cmp.Diff([]string{"y.zip=one"}, all); diff != "" || err != nil {
		t.Error(diff, err)
	}
	// The bound is that of all tables together.
	if _, err = read(archiveOf(t, "1.txt", "123456", "2.txt", "123456"), 10); err == nil || !strings.Contains(err.Error(), "y.zip/2.txt: the file unpacks to more than is allowed") {
		t.Error(err)
	}
	if _, err = read(archiveOf(t, "readme.pdf", "x"), 10); err == nil || !strings.Contains(err.Error(), "holds 0 tables") {
		t.Error(err)
	}
	if _, err = read([]byte("PK\x03\x04"), 10); err == nil || !strings.Contains(err.Error(), "download it again") {
		t.Error(err)
	}
}

// The summary of tables read one after the other is that of one table with all their rows.
func TestSummariesJoin(t *testing.T) {
	list := []Report{say(5, "A", "B", ledger.EventAid), say(2, "A", "", ""), say(9, "", "B", ledger.EventAid), say(3, "C", "C", ledger.EventConsult)}
	for i := range list {
		list[i].Line = i + 1
	}
	list[3].Within = 7
	for cut := range len(list) + 1 {
		whole, one, two := NewSummary("s", "f", "x"), NewSummary("s", "f", "x"), NewSummary("s", "f", "x")
		for i := range list {
			part := one
			if i >= cut {
				part = two
			}
			for _, s := range []*Summary{whole, part} {
				s.Add(&list[i])
				s.Publish(list[i].Day + 1)
				s.Unknown.Add("word", i+1)
			}
		}
		if err := one.Join(two); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(whole, one, cmp.AllowUnexported(Leftovers{})); diff != "" {
			t.Errorf("cut at %d: %s", cut, diff)
		}
	}
	if err := NewSummary("s", "f", "x").Join(NewSummary("s", "f", "y")); err == nil {
		t.Error("two layouts are one")
	}
}
