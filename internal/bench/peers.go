package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// peers times other software on the same texts, in the same minute, on one core. Sentences are counted as the coder cuts them, for all.
func peers(ctx context.Context, texts []string, sentences int, own float64) ([]row, error) {
	note("its peers …")
	dir, err := os.MkdirTemp("", "orrery-bench-peers-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	program := filepath.Join(dir, "peers")
	build := exec.CommandContext(ctx, "go", "-C", filepath.Join("tools", "peers"), "build", "-o", program, ".")
	if out, err := build.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("build the peers: %w\n%s", err, out)
	}
	var in bytes.Buffer
	lines := json.NewEncoder(&in)
	for _, t := range texts {
		if err := lines.Encode(t); err != nil {
			return nil, err
		}
	}
	run := exec.CommandContext(ctx, program)
	run.Stdin, run.Stderr, run.Env = &in, os.Stderr, append(os.Environ(), "GOMAXPROCS=1")
	out, err := run.Output()
	if err != nil {
		return nil, fmt.Errorf("the peers: %w", err)
	}
	return peerRows(out, sentences, own)
}

// peerRows reads what the peers took.
func peerRows(said []byte, sentences int, own float64) ([]row, error) {
	names := map[string]string{"prose": "  prose 3.2.3: sentences, tokens and tags only", "uax29": "  uax29 2.7.0: bare words only"}
	var rows []row
	for line := range bytes.Lines(said) {
		var v struct {
			Peer    string
			Seconds float64
		}
		if err := json.Unmarshal(line, &v); err != nil {
			return nil, fmt.Errorf("the peers said %q: %w", line, err)
		}
		if names[v.Peer] == "" || v.Seconds <= 0 || own <= 0 {
			return nil, fmt.Errorf("the peers said %q, of which no time can be compared", line)
		}
		rows = append(rows, row{what: names[v.Peer],
			measured: fmt.Sprintf("%.0f sentences/s/core; the whole coder is %.2f times as fast", float64(sentences)/v.Seconds, v.Seconds/own)})
	}
	if len(rows) != len(names) {
		return nil, fmt.Errorf("%d peers were asked, %d answered", len(names), len(rows))
	}
	return rows, nil
}
