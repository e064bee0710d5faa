package testkit

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// recorder stands in for a test and keeps what it was told, so that a helper's complaint can be checked.
type recorder struct {
	testing.TB
	failed, skipped bool
	said            string
}

func (r *recorder) Helper()                   {}
func (r *recorder) Errorf(f string, a ...any) { r.failed, r.said = true, fmt.Sprintf(f, a...) }
func (r *recorder) Fatalf(f string, a ...any) { r.Errorf(f, a...); runtime.Goexit() }
func (r *recorder) Skipf(f string, a ...any) {
	r.skipped, r.said = true, fmt.Sprintf(f, a...)
	runtime.Goexit()
}

// record runs a helper against a recorder, on a goroutine of its own because helpers end it.
func record(t *testing.T, use func(testing.TB)) *recorder {
	r := &recorder{TB: t}
	done := make(chan struct{})
	go func() { defer close(done); use(r) }()
	<-done
	return r
}

func TestGolden(t *testing.T) {
	if *update {
		t.Fatal("this test is about golden files: run it without -update")
	}
	t.Chdir(t.TempDir())
	if r := record(t, func(tb testing.TB) { Golden(tb, "a.txt", []byte("one\n")) }); !r.failed || !strings.Contains(r.said, "-update") {
		t.Errorf("a missing golden file must fail and say how to write it; got failed=%t %q", r.failed, r.said)
	}
	*update = true
	Golden(t, "a.txt", []byte("one\n"))
	*update = false
	if r := record(t, func(tb testing.TB) { Golden(tb, "a.txt", []byte("one\n")) }); r.failed {
		t.Errorf("the same bytes must pass; it said %s", r.said)
	}
	if r := record(t, func(tb testing.TB) { Golden(tb, "a.txt", []byte("two\n")) }); !r.failed || !strings.Contains(r.said, "two") {
		t.Errorf("other bytes must fail and be shown; got failed=%t %q", r.failed, r.said)
	}
}

func TestSharedSkipsAndNamesTheFile(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("ORRERY_SHARED", dir)
	r := record(t, func(tb testing.TB) { Shared(tb, "seeds", "none.txt") })
	if !r.skipped || !strings.Contains(r.said, "../shared/seeds/none.txt") {
		t.Errorf("skipped=%t, said %q", r.skipped, r.said)
	}
	if err := os.WriteFile(filepath.Join(dir, "here.txt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if got, want := Shared(t, "here.txt"), filepath.Join(dir, "here.txt"); got != want {
		t.Errorf("Shared = %s, want %s", got, want)
	}
}

func TestRepoHoldsThisPackage(t *testing.T) {
	if _, err := os.Stat(filepath.Join(Repo(t), "internal", "testkit", "repo.go")); err != nil {
		t.Error(err)
	}
}
