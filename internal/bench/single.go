package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
)

var singleLine = regexp.MustCompile(`(?m)^BenchmarkGridTest(\w*?)(?:-\d+)?\s.*?([0-9.e+]+) ns/op`)

// single compares one test of a grid with the same test by a straightforward simulation of a thousand surrogates, in Go and, where there
// is R, in R as its package CoinCalc does it. Everything runs on one core.
func single(ctx context.Context, _ volume) ([]row, error) {
	note("one test and its peers …")
	cmd := exec.CommandContext(ctx, "go", "test", "-run", "^$", "-bench", "^BenchmarkGridTest", "-cpu", "1", "orrery/model/coincide")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("the benchmarks of one test: %w\n%s", err, out)
	}
	took, err := singleTimes(string(out))
	if err != nil {
		return nil, err
	}
	own := took[""]
	rows := []row{{what: "one test of a grid, every shift, one core", measured: fmt.Sprintf("%.1f µs", own/1e3)}}
	peer := func(what string, ns float64) {
		rows = append(rows, row{what: "  " + what, measured: fmt.Sprintf("%.0f µs, %.0f times as long", ns/1e3, ns/own)})
	}
	peer("1,000 surrogates rolled in Go", took["Rolled"])
	peer("1,000 surrogates shuffled in Go", took["Shuffled"])
	ns, err := inR(ctx)
	switch {
	case errors.Is(err, exec.ErrNotFound):
		rows = append(rows, row{what: "  1,000 surrogates shuffled in R, as CoinCalc does", measured: "not measured: there is no Rscript"})
	case err != nil:
		return nil, err
	default:
		peer("1,000 surrogates shuffled in R, as CoinCalc does", ns)
	}
	return rows, nil
}

// singleTimes reads nanoseconds by the last part of a benchmark's name.
func singleTimes(said string) (map[string]float64, error) {
	took := map[string]float64{}
	for _, m := range singleLine.FindAllStringSubmatch(said, -1) {
		ns, err := strconv.ParseFloat(m[2], 64)
		if err != nil {
			return nil, err
		}
		took[m[1]] = ns
	}
	for _, name := range []string{"", "Rolled", "Shuffled"} {
		if took[name] == 0 {
			return nil, fmt.Errorf("the benchmarks said nothing of BenchmarkGridTest%s:\n%s", name, said)
		}
	}
	return took, nil
}

// script is the work of one test by CoinCalc's surrogates for series of 0 and 1 (CC.eca.ts): a thousand times both series are drawn anew
// and the steps counted that an answer follows. It has as many days, steps and answers as the median test of BenchmarkGridTest
// and prints seconds a test.
const script = `
days <- 4669; steps <- 25; answers <- 25; delay <- 1; width <- 14; set.seed(1)
draw <- function(n) { x <- rep(0, days); x[sample(days, n)] <- 1; x }
count <- function(a, b) {
  at <- which(a == 1); k <- 0
  for (s in at) { last <- min(s + delay + width, days); if (s + delay <= days && sum(b[(s + delay):last]) > 0) k <- k + 1 }
  k
}
test <- function() {
  a <- draw(steps); b <- draw(answers); k <- count(a, b); more <- 0
  for (i in 1:1000) if (count(sample(a), sample(b)) >= k) more <- more + 1
  more / 1000
}
test()
cat("seconds", system.time(for (i in 1:3) test())[["elapsed"]] / 3, "\n")
`

var scriptLine = regexp.MustCompile(`(?m)^seconds ([0-9.e+-]+)`)

// inR measures one test in R, in nanoseconds. Errors: exec.ErrNotFound without Rscript.
func inR(ctx context.Context) (float64, error) {
	path, err := exec.LookPath("Rscript")
	if err != nil {
		return 0, exec.ErrNotFound
	}
	cmd := exec.CommandContext(ctx, path, "--vanilla", "-")
	cmd.Stdin, cmd.Stderr = strings.NewReader(script), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return 0, fmt.Errorf("one test in R: %w", err)
	}
	m := scriptLine.FindSubmatch(out)
	if m == nil {
		return 0, fmt.Errorf("one test in R said no time: %s", out)
	}
	seconds, err := strconv.ParseFloat(string(m[1]), 64)
	return seconds * 1e9, err
}
