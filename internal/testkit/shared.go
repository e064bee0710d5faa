package testkit

import (
	"os"
	"path/filepath"
	"testing"
)

// Shared returns the path of a file or folder in the shared folder, the texts and data sets that may be measured
// against but never committed. The folder is $ORRERY_SHARED, else ../shared beside the repository root. A checkout
// without it is normal (anyone but its publishers), so the test is skipped and says which file it missed.
func Shared(tb testing.TB, elem ...string) string {
	tb.Helper()
	root := os.Getenv("ORRERY_SHARED")
	if root == "" {
		root = filepath.Join(filepath.Dir(Repo(tb)), "shared")
	}
	path := filepath.Join(append([]string{root}, elem...)...)
	if _, err := os.Stat(path); err != nil {
		tb.Skipf("needs ../shared/%s, which is not here: set ORRERY_SHARED to the shared folder to run this test",
			filepath.ToSlash(filepath.Join(elem...)))
	}
	return path
}
