package arch

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"orrery/internal/testkit"
)

// machinePath finds absolute paths of the machines that this was written on: they work for nobody else. An address
// such as https://example.org/work/ is none, hence the letter before it. The names are in pieces so that this
// file does not hold them.
var machinePath = regexp.MustCompile(`(?m)(^|[^A-Za-z0-9._~%/-])/(wor` + `k|roo` + `t|tm` + `p/bash_jobs)[/.]`)

// maxFile keeps every clone quick; built screens and the casebook's tables are the two things that may be larger.
const maxFile = 1 << 20 // bytes

func TestNothingIsCommittedThatShouldNotBe(t *testing.T) {
	root := testkit.Repo(t)
	for _, name := range committed(t, root) {
		path := filepath.Join(root, filepath.FromSlash(name))
		info, err := os.Lstat(path)
		if errors.Is(err, fs.ErrNotExist) || err == nil && !info.Mode().IsRegular() {
			continue // removed but not yet committed, or a link
		} else if err != nil {
			t.Fatal(err)
		}
		if info.Size() > maxFile && !strings.HasPrefix(name, "ui/dist/") && !strings.HasPrefix(name, "casebook/") {
			t.Errorf("%s is %.1f MB: large files do not belong here", name, float64(info.Size())/1e6)
		}
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.IndexByte(text, 0) >= 0 {
			continue // not text
		}
		if at := machinePath.FindIndex(text); at != nil {
			line := 1 + bytes.Count(text[:at[1]], []byte("\n"))
			t.Errorf("%s:%d names a path of one machine: %q", name, line, text[at[0]:at[1]])
		}
	}
}

// committed lists the files that git holds or would add, by slash-separated path.
func committed(t *testing.T, root string) []string {
	t.Helper()
	cmd := exec.Command("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("git ls-files: %v", err)
	}
	names := strings.Split(strings.TrimSuffix(string(out), "\x00"), "\x00")
	if len(names) < 10 {
		t.Fatalf("git names only %d files", len(names))
	}
	return names
}

func TestMachinePathsAreFound(t *testing.T) {
	for text, want := range map[string]bool{
		"open /wor" + "k/main/x":              true,
		`"/roo` + `t/.cache"`:                 true,
		"https://example.org/wor" + "k/a":     false,
		"a/wor" + "k/b":                       false,
		"frame" + "/wor" + "k/":               false,
		"see the /work" + "ing group's paper": false,
	} {
		if got := machinePath.MatchString(text); got != want {
			t.Errorf("machinePath matches %q: %t, want %t", text, got, want)
		}
	}
}
