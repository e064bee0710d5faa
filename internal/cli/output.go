package cli

import (
	"os"
	"strings"

	"golang.org/x/term"

	"orrery/internal/report"
)

// show prints a view in the format asked for.
func (r *run) show(f Format, view any, page report.Page) error {
	switch {
	case f.JSON:
		return report.JSON(r.Stdout, view)
	case f.CSV:
		return page.Data.CSV(r.Stdout)
	}
	return page.Text(r.Stdout, r.width())
}

// width is that of the terminal in cells; 0 when the output is not one: a file or a
// pipe gets every row whole.
func (r *run) width() int {
	f, ok := r.Stdout.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return 0
	}
	w, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0
	}
	return w
}

// count writes a number of things: "1 row", "2 rows", "8,123 rows".
func count[T ~int | ~int64](n T, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(int64(n)) + " " + many
}

// thousands writes 8123 as 8,123.
func thousands(n int64) string {
	digits := strings.Split(report.Number(n), "")
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits[i-1] += ","
	}
	return strings.Join(digits, "")
}
