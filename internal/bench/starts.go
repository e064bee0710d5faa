package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// The targets of a start.
const (
	pageTarget   = time.Second
	memoryTarget = 100_000_000      // bytes
	binaryTarget = 60_000_000       // bytes
	settle       = 40 * time.Second // until a program that was just started is called idle: what the first page has computed is through
)

// starts builds the program and starts it twice: on an empty folder, where it loads
// the casebook, and again.
func starts(ctx context.Context, v volume) ([]row, error) {
	note("building and starting the program …")
	dir, err := os.MkdirTemp("", "orrery-bench-start-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	program, err := built(ctx, dir)
	if err != nil {
		return nil, err
	}
	info, err := os.Stat(program)
	if err != nil {
		return nil, err
	}
	data := filepath.Join(dir, "data")
	first, _, err := start(ctx, program, data)
	if err != nil {
		return nil, err
	}
	again, memory, err := start(ctx, program, data)
	if err != nil {
		return nil, err
	}
	return []row{
		{"very first start: empty folder, casebook load, first page with its data", ms(first), "", true},
		{"start to first page with its data", ms(again), "< " + ms(pageTarget), again < pageTarget},
		{"resident memory, idle", fmt.Sprintf("%.1f MB", float64(memory)/1e6), fmt.Sprintf("< %.0f MB", memoryTarget/1e6), memory < memoryTarget},
		{"the program's file", fmt.Sprintf("%.1f MB", float64(info.Size())/1e6), fmt.Sprintf("< %d MB", binaryTarget/1_000_000), info.Size() < binaryTarget},
	}, nil
}

// built is the program, built into a folder as it is released.
func built(ctx context.Context, dir string) (string, error) {
	program := filepath.Join(dir, "orrery")
	build := exec.CommandContext(ctx, "go", "build", "-trimpath", "-ldflags=-s -w", "-o", program, "orrery/cmd/orrery")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build: %w\n%s", err, out)
	}
	return program, nil
}

// start runs the program until its first page and that page's data are there, and
// returns how long that took and what it then holds in memory.
func start(ctx context.Context, program, data string) (time.Duration, int64, error) {
	begin := time.Now()
	cmd := exec.CommandContext(ctx, program, "--data", data, "--listen", "127.0.0.1:0", "--no-browser")
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return 0, 0, err
	}
	if err := cmd.Start(); err != nil {
		return 0, 0, err
	}
	defer func() { // it may have ended by itself, which the outcome says already
		_ = cmd.Process.Signal(os.Interrupt)
		_ = cmd.Wait()
	}()
	at, err := address(out)
	if err != nil {
		return 0, 0, err
	}
	for _, path := range []string{"/", "/api/v1/home"} {
		if err := fetch(ctx, at+path); err != nil {
			return 0, 0, err
		}
	}
	took := time.Since(begin)
	time.Sleep(settle)
	memory, err := resident(cmd.Process.Pid)
	return took, memory, err
}

// address reads where the program says that it answers.
func address(out io.Reader) (string, error) {
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if _, at, ok := strings.Cut(lines.Text(), "answers at "); ok {
			go func() { _, _ = io.Copy(io.Discard, out) }() // so that it never waits for a reader
			return at, nil
		}
	}
	return "", fmt.Errorf("the program ended without an address: %w", lines.Err())
}

func fetch(ctx context.Context, url string) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if _, err := io.Copy(io.Discard, answer.Body); err != nil || answer.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s %w", url, answer.Status, err)
	}
	return nil
}

// resident is the memory of a process in bytes, as Linux counts it.
func resident(pid int) (int64, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(text)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kb, err := strconv.ParseInt(strings.Fields(rest)[0], 10, 64)
			return kb << 10, err
		}
	}
	return 0, fmt.Errorf("/proc/%d/status does not say how much memory is resident", pid)
}
