package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// giant is a text without a full stop, in bytes: the largest that is read.
const giant = 10_000_000

// codefiles runs the program as people do: orrery code on one text, on a giant one and on all speeches, and the speeches through the
// ledger.
func codefiles(ctx context.Context, _ volume) ([]row, error) {
	if _, err := os.Stat(sharedFile(speechesFile)); err != nil {
		return []row{{what: "orrery code", measured: "not measured: it needs ../shared/data/" + speechesFile}}, nil
	}
	note("orrery code …")
	dir, err := os.MkdirTemp("", "orrery-bench-code-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	program, err := built(ctx, dir)
	if err != nil {
		return nil, err
	}
	large := filepath.Join(dir, "one-sentence.txt")
	if err := os.WriteFile(large, []byte(endless(giant)), 0o600); err != nil {
		return nil, err
	}
	first, err := speeches(1)
	if err != nil {
		return nil, err
	}
	small := filepath.Join(dir, "one.txt")
	if err := os.WriteFile(small, []byte(first[0]), 0o600); err != nil {
		return nil, err
	}
	all, err := filepath.Abs(sharedFile(speechesFile))
	if err != nil {
		return nil, err
	}
	var rows []row
	for _, job := range []struct {
		what, target string
		args         []string
		limit        func(spent) bool
	}{
		{"orrery code, one text", "≤ 120 MB", []string{small}, spent.light},
		{"orrery code, one sentence of 10 MB", "≤ 60 s", []string{large}, func(s spent) bool { return s.processor < time.Minute }},
		{"orrery code, all speeches on one core", "≤ 120 MB", []string{all, "--jobs", "1", "--output", "parquet", "--out", filepath.Join(dir, "all.parquet")}, spent.light},
	} {
		s, err := spend(ctx, dir, program, append([]string{"code"}, job.args...)...)
		if err != nil {
			return nil, err
		}
		rows = append(rows, row{job.what, s.String(), job.target, job.limit(s)})
	}
	more, err := throughLedger(ctx, dir, program, all)
	return append(rows, more...), err
}

// endless is English of n bytes in which no sentence ends.
func endless(n int) string {
	const words = "while the ministers of both countries said that the border stays closed and the traders who wait there ask for an answer, "
	return strings.Repeat(words, n/len(words)+1)[:n]
}

// spent is what a run of the program took.
type spent struct {
	clock, processor time.Duration
	memory           int64  // bytes, the most that was resident
	said             string // last line on standard error
}

func (s spent) light() bool { return s.memory <= codingMemory }

func (s spent) String() string {
	return fmt.Sprintf("%.1f s (%.1f s of processor), at most %.0f MB; %s", s.clock.Seconds(), s.processor.Seconds(), float64(s.memory)/1e6, s.said)
}

// spend runs the program to its end.
func spend(ctx context.Context, dir, program string, args ...string) (spent, error) {
	var said bytes.Buffer
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Dir, cmd.Stderr = dir, &said
	begin := time.Now()
	if err := cmd.Run(); err != nil {
		return spent{}, fmt.Errorf("orrery %s: %w\n%s", args[0], err, said.String())
	}
	return spentOf(cmd, time.Since(begin), said.String()), nil
}

func spentOf(cmd *exec.Cmd, clock time.Duration, said string) spent {
	s := spent{clock: clock, said: last(said)}
	if u, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		s.processor, s.memory = time.Duration(seconds(u)*1e9), u.Maxrss<<10
	}
	return s
}

// last is the last line of what was said.
func last(said string) string {
	lines := strings.Split(strings.TrimSpace(said), "\n")
	return lines[len(lines)-1]
}
