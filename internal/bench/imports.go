package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strconv"
)

// importTarget is how many rows a second an import writes at least on SQLite.
const importTarget = 50_000

var importLine = regexp.MustCompile(`(?m)^BenchmarkImport(\w+?)(?:-\d+)?\s.*?([0-9.e+]+) rows/s`)

// imports runs the store's own import benchmarks and reads their rows a second: they
// start the PostgreSQL that they need.
func imports(ctx context.Context, v volume) ([]row, error) {
	if !v.imports {
		return nil, nil
	}
	note("importing into both engines …")
	cmd := exec.CommandContext(ctx, "go", "test", "-run", "^$", "-bench", "^BenchmarkImport", "-benchtime", "1x", "orrery/internal/store/sqlstore")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("the store's import benchmarks: %w\n%s", err, out)
	}
	var rows []row
	for _, m := range importLine.FindAllSubmatch(out, -1) {
		n, err := strconv.ParseFloat(string(m[2]), 64)
		if err != nil {
			return nil, err
		}
		r := row{what: "import into " + string(m[1]), measured: fmt.Sprintf("%.0f rows/s", n)}
		if string(m[1]) == "SQLite" {
			r.target, r.ok = fmt.Sprintf("≥ %d rows/s", importTarget), n >= importTarget
		}
		rows = append(rows, r)
	}
	if len(rows) != 2 {
		return nil, fmt.Errorf("the store's import benchmarks said nothing of two engines:\n%s", out)
	}
	return rows, nil
}
