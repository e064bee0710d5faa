package report

import (
	"encoding/json"
	"io"
)

// JSON writes a view as the API gives it, indented for a person who looks at it.
func JSON(w io.Writer, view any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(view)
}
