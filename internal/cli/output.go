package cli

import (
	"os"

	"golang.org/x/term"

	"orrery/internal/app"
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
	return app.Thousands(int64(n)) + " " + many
}
