package arch

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"orrery/internal/testkit"
)

// maxBinary is what one download may cost. Some good libraries are heavy; this is where they show.
const maxBinary = 60_000_000 // bytes

func TestTheProgramIsSmall(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the whole program; run without -short")
	}
	out := filepath.Join(t.TempDir(), "orrery")
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", out, "./cmd/orrery")
	cmd.Dir = testkit.Repo(t)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if text, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("building the program: %v\n%s", err, text)
	}
	info, err := os.Stat(out)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("the program is %.1f MB", float64(info.Size())/1e6)
	if info.Size() > maxBinary {
		t.Errorf("the program is %.1f MB, more than %.0f: see what came in with go version -m and go tool nm -size", float64(info.Size())/1e6, maxBinary/1e6)
	}
}
