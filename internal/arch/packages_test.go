package arch

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"testing"

	"orrery/internal/testkit"
)

// goPackage is the part of `go list -json` that the tests read.
type goPackage struct {
	ImportPath string
	Dir        string
	GoFiles    []string
	Imports    []string // of the package itself, not of its tests
	Standard   bool
	Module     *struct {
		Path, Version, Dir string
		Main               bool
	}
}

// list runs `go list -json` with args at the repository root.
func list(t *testing.T, args ...string) []goPackage {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Dir,GoFiles,Imports,Standard,Module"}, args...)...)
	cmd.Dir = testkit.Repo(t)
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list %v: %v\n%s", args, err, complaint.String())
	}
	var pkgs []goPackage
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p goPackage
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return pkgs
		} else if err != nil {
			t.Fatalf("reading go list's answer: %v", err)
		}
		pkgs = append(pkgs, p)
	}
}
