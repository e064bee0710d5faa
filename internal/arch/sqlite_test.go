package arch

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"orrery/internal/testkit"
)

// TestSQLiteHasItsOwnLibc wants the release of modernc.org/libc that modernc.org/sqlite was generated for. With
// another one it compiles and may corrupt memory, and any module that asks for a newer libc brings that about.
func TestSQLiteHasItsOwnLibc(t *testing.T) {
	selected := func(module, field string) string {
		cmd := exec.Command("go", "list", "-m", "-f", "{{."+field+"}}", module)
		cmd.Dir = testkit.Repo(t)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("go list -m %s: %v\n%s", module, err, out)
		}
		return strings.TrimSpace(string(out))
	}
	text, err := os.ReadFile(filepath.Join(selected("modernc.org/sqlite", "Dir"), "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	want := regexp.MustCompile(`modernc\.org/libc (v\S+)`).FindSubmatch(text)
	if want == nil {
		t.Fatal("modernc.org/sqlite's go.mod no longer names modernc.org/libc: this test has to learn why")
	}
	if got := selected("modernc.org/libc", "Version"); got != string(want[1]) {
		t.Errorf("modernc.org/libc is %s, but modernc.org/sqlite was generated for %s: see docs/decisions/0002-sqlite-version.md", got, want[1])
	}
}
