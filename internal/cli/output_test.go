package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"orrery/internal/app"
)

func TestThousands(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 7: "7", 999: "999", 1000: "1,000", 8395: "8,395", 1234567: "1,234,567"} {
		if got := app.Thousands(n); got != want {
			t.Errorf("Thousands(%d) = %q, want %q", n, got, want)
		}
	}
}

// A log gets at most four lines of progress, however often the work reports.
func TestProgressInALogIsFourLines(t *testing.T) {
	var log bytes.Buffer
	r := &run{Program: &Program{Stderr: &log}}
	step := r.progress("Loading")
	for done := range int64(1001) {
		step(done, 1000)
	}
	want := "Loading: 250 of 1,000\nLoading: 500 of 1,000\nLoading: 750 of 1,000\nLoading: 1,000 of 1,000\n"
	if log.String() != want {
		t.Errorf("got\n%swant\n%s", log.String(), want)
	}
}

func TestExitCodes(t *testing.T) {
	for _, c := range []struct {
		err  error
		want int
	}{
		{nil, exitDone},
		{errors.New("disk full"), exitFailed},
		{&app.Error{Code: app.Malformed}, exitUsage},
		{fmt.Errorf("asking: %w", &app.Error{Code: app.NotFound}), exitNotFound},
		{&app.Error{Code: app.Stale}, exitConflict},
		{&app.Error{Code: app.Invalid}, exitFailed},
		{&exit{exitFaults, "2 faults"}, exitFaults},
		{context.Canceled, exitFailed},
	} {
		p := &Program{Stderr: &bytes.Buffer{}}
		if got := p.report(c.err); got != c.want {
			t.Errorf("%v ends with %d, want %d", c.err, got, c.want)
		}
	}
}

// A backup that fails half way leaves the one before as it was, and nothing beside it.
func TestReplaceIsWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "copy")
	if err := replace(name, []byte("first")); err != nil {
		t.Fatal(err)
	}
	err := replaceWith(name, func(f *os.File) error {
		if _, err := f.WriteString("half"); err != nil {
			return err
		}
		return errors.New("no space left")
	})
	if err == nil {
		t.Error("the failure was not reported")
	}
	if got, err := os.ReadFile(name); err != nil || string(got) != "first" {
		t.Errorf("the file holds %q (%v), want what it held before", got, err)
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 1 {
		t.Errorf("the folder holds %v (%v), want the file alone", left, err)
	}
}
