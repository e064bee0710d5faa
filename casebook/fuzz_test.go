package casebook_test

import (
	"bytes"
	"io/fs"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"orrery/casebook"
)

// Whatever stands in a table, checking it never panics, every fault points into the
// file, and a folder without a fault is written back byte for byte, straight and by
// way of the ledger's records.
func FuzzCheckReadWrite(f *testing.F) {
	base := fstest.MapFS{}
	var names []string
	entries, err := fs.ReadDir(balkans(), ".")
	if err != nil {
		f.Fatal(err)
	}
	for i, e := range entries {
		b, err := fs.ReadFile(balkans(), e.Name())
		if err != nil {
			f.Fatal(err)
		}
		base[e.Name()] = &fstest.MapFile{Data: b}
		names = append(names, e.Name())
		f.Add(uint8(i), b)
	}
	f.Add(uint8(0), []byte("actor,kind,name_en,name_ru,wikidata\nSRB,state,\"Ser\"\"bia,\nx\",,\n"))
	f.Add(uint8(0), []byte("\uFEFFactor,\"kind\r\n\r\"a\xff\"b,\n\n\"open"))
	f.Add(uint8(3), []byte(`{"orrery":{"hubs":[{"lat":1e400}]}}`))
	f.Fuzz(func(t *testing.T, which uint8, data []byte) {
		folder := fstest.MapFS{}
		for name, file := range base {
			folder[name] = file
		}
		name := names[int(which)%len(names)]
		folder[name] = &fstest.MapFile{Data: data}
		cb, faults, err := casebook.Read(folder)
		if err != nil {
			t.Fatal(err)
		}
		if cb == nil {
			if len(faults) == 0 {
				t.Fatal("neither a casebook nor a fault")
			}
			for _, fault := range faults {
				pointsInto(t, fault, folder)
			}
			return
		}
		again := written(t, cb)
		for file, b := range again {
			if !bytes.Equal(b.Data, folder[file].Data) {
				t.Fatalf("%s changed:\n%q\n%q", file, folder[file].Data, b.Data)
			}
		}
		drafts, err := casebook.Records(cb)
		if err != nil {
			t.Fatal(err)
		}
		exported, left, err := casebook.FromRecords(drafts)
		if err != nil || len(left) > 0 {
			t.Fatal(left, err)
		}
		for file, b := range written(t, exported) {
			// Keys of datapackage.json that Orrery does not know are not in the records.
			if file != casebook.PackageFile && !bytes.Equal(b.Data, folder[file].Data) {
				t.Fatalf("%s changed on the way through the records:\n%q\n%q", file, folder[file].Data, b.Data)
			}
		}
	})
}

func pointsInto(t *testing.T, f casebook.Fault, folder fstest.MapFS) {
	t.Helper()
	lines := bytes.Split(folder[f.File].Data, []byte("\n"))
	if f.Problem == "" || f.Do == "" || f.Line < 1 || f.Line > len(lines) {
		t.Fatalf("%+v", f)
	}
	if width := utf8.RuneCount(lines[f.Line-1]); f.Column < 1 || f.Column > width+1 {
		t.Fatalf("%+v points past the line's %d characters", f, width)
	}
}

func written(t *testing.T, cb *casebook.Casebook) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	err := cb.Write(func(name string, data []byte) error {
		out[name] = &fstest.MapFile{Data: data}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
