package arch

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"orrery/internal/testkit"
)

// localLink finds what a Markdown page links to, or shows, inside the repository.
var localLink = regexp.MustCompile(`\]\(([^)#:\s]+)(?:#[^)]*)?\)`)

// A page that points at a file which is not there is a promise that nobody kept.
func TestLocalLinksLead(t *testing.T) {
	root := testkit.Repo(t)
	for _, name := range committed(t, root) {
		if !strings.HasSuffix(name, ".md") {
			continue
		}
		path := filepath.Join(root, filepath.FromSlash(name))
		text, err := os.ReadFile(path)
		if err != nil {
			continue // removed but not yet committed
		}
		for _, at := range localLink.FindAllSubmatchIndex(text, -1) {
			to := string(text[at[2]:at[3]])
			if _, err := os.Stat(filepath.Join(filepath.Dir(path), filepath.FromSlash(to))); err != nil {
				t.Errorf("%s:%d links to %s, which is not there", name, 1+bytes.Count(text[:at[0]], []byte("\n")), to)
			}
		}
	}
}
