package main

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"orrery/internal/store"
	"orrery/internal/store/sqlstore"
	"orrery/ledger"
)

// throughLedger reads all speeches into a ledger, then asks for suggestions twice: once to the end, and, on a copy, stopped in the
// middle and started again. Both must leave the same drafts.
func throughLedger(ctx context.Context, dir, program, file string) ([]row, error) {
	note("all speeches through the ledger …")
	whole, halves := filepath.Join(dir, "whole"), filepath.Join(dir, "halves")
	read, err := spend(ctx, dir, program, "--data", whole, "read", file)
	if err != nil {
		return nil, err
	}
	if err := os.CopyFS(halves, os.DirFS(whole)); err != nil {
		return nil, err
	}
	note("suggesting …")
	all, err := spend(ctx, dir, program, "--data", whole, "suggest", "--all")
	if err != nil {
		return nil, err
	}
	note("suggesting, stopped and started again …")
	before, err := stopped(ctx, program, halves)
	if err != nil {
		return nil, err
	}
	after, err := spend(ctx, dir, program, "--data", halves, "suggest", "--all")
	if err != nil {
		return nil, err
	}
	a, n, err := waiting(ctx, whole)
	if err != nil {
		return nil, err
	}
	b, m, err := waiting(ctx, halves)
	if err != nil {
		return nil, err
	}
	return []row{
		{what: "all speeches into a ledger", measured: read.String()},
		{what: "suggestions on all of them", measured: fmt.Sprintf("%s; %d drafts", all, n)},
		{"stopped in the middle and started again", fmt.Sprintf("%.0f s, then %.0f s; %d drafts", before.Seconds(), after.clock.Seconds(), m), "the same drafts", a == b && n > 0},
	}, nil
}

// stopped starts suggesting, interrupts it when it says that a quarter is done or more, and waits until it has ended by itself.
func stopped(ctx context.Context, program, data string) (time.Duration, error) {
	cmd := exec.CommandContext(ctx, program, "--data", data, "suggest", "--all")
	out, err := cmd.StderrPipe()
	if err != nil {
		return 0, err
	}
	begin := time.Now()
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	said := ""
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if said = lines.Text(); strings.HasPrefix(said, "Suggesting:") {
			break
		}
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		return 0, fmt.Errorf("it ended before it could be stopped: %s: %w", said, err)
	}
	if _, err := io.Copy(io.Discard, out); err != nil {
		return 0, err
	}
	if err := cmd.Wait(); err == nil {
		return 0, fmt.Errorf("it went on to the end although it was interrupted (%s)", said)
	}
	return time.Since(begin), nil
}

// waiting is a sum over the drafts of a ledger (kind, body, quotes; not ids and times), and their number.
func waiting(ctx context.Context, data string) (sum string, n int, err error) {
	db, err := sqlstore.Open(ctx, sqlstore.Config{DSN: filepath.Join(data, "ledger.db"), Now: time.Now})
	if err != nil {
		return "", 0, err
	}
	defer func() { _ = db.Close() }() // it is only read
	total := [sha256.Size]byte{}      // added up, so that the order does not count
	q := store.Query{Limit: 1000}
	for {
		page, err := db.Review(ctx, q, ledger.Draft)
		if err != nil {
			return "", 0, err
		}
		for _, rec := range page.Records {
			one, err := json.Marshal([]any{rec.Kind, withoutLinks(rec.Body), rec.Evidence})
			if err != nil {
				return "", 0, err
			}
			n++
			carry := 0
			for i, c := range sha256.Sum256(one) {
				carry += int(total[i]) + int(c)
				total[i], carry = byte(carry), carry>>8
			}
		}
		if page.Next == "" {
			return hex.EncodeToString(total[:]), n, nil
		}
		q.After = page.Next
	}
}

// withoutLinks is a body without the ids of other drafts, which are new in every ledger.
func withoutLinks(body ledger.Noun) ledger.Noun {
	if e, ok := body.(*ledger.Episode); ok {
		c := *e
		c.Triggers, c.Responses = nil, nil
		return &c
	}
	return body
}
