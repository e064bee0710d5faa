package app

import (
	"context"
	"io"
)

func (a *App) Export(ctx context.Context, format string, documents []string, w io.Writer) (string, error) {
	return "", coming
}

var coming = &Error{Code: Invalid, Text: "this is being built"}
