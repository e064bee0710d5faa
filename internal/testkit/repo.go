package testkit

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// Repo returns the absolute path of the repository root: the nearest folder at or above the test's own that holds
// the go.mod of module orrery. It ends the test when there is none.
func Repo(tb testing.TB) string {
	tb.Helper()
	start, err := os.Getwd()
	if err != nil {
		tb.Fatalf("finding the repository root: %v", err)
	}
	for dir := start; ; dir = filepath.Dir(dir) {
		text, err := os.ReadFile(filepath.Join(dir, "go.mod"))
		if err == nil && bytes.HasPrefix(text, []byte("module orrery\n")) {
			return dir
		}
		if dir == filepath.Dir(dir) {
			tb.Fatalf("no go.mod of module orrery at or above %s: run the test inside a checkout", start)
		}
	}
}
