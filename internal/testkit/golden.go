package testkit

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// update is a package variable because the flag package offers nothing else: one flag for every golden file.
var update = flag.Bool("update", false, "rewrite the golden files in testdata; read them in the diff before you commit")

// Golden compares got with testdata/<name> in the package under test and fails with a difference when they are
// unlike. `go test ./that/package -update` writes the file instead; the change is then read in the diff.
func Golden(tb testing.TB, name string, got []byte) {
	tb.Helper()
	path := filepath.Join("testdata", filepath.FromSlash(name))
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			tb.Fatalf("making the folder of the golden file: %v", err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			tb.Fatalf("writing the golden file: %v", err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		tb.Fatalf("reading the golden file: %v\nwrite it with: go test -run '^%s$' -update, then read it", err, tb.Name())
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		tb.Errorf("%s is not what the code gives now (- file, + code):\n%s\n"+
			"If the change is meant: go test -run '^%s$' -update, then read the diff.", path, diff, tb.Name())
	}
}
