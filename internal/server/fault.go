package server

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"orrery/internal/app"
)

// statuses of the use cases' error codes.
var statuses = map[app.ErrorCode]int{
	app.Malformed:   http.StatusBadRequest,
	app.Invalid:     http.StatusUnprocessableEntity,
	app.NotFound:    http.StatusNotFound,
	app.Stale:       http.StatusPreconditionFailed,
	app.ReadOnly:    http.StatusForbidden,
	app.Unreachable: http.StatusBadGateway,
}

// fail turns an error of a use case into a problem. What only an operator can mend
// goes to the log and not to the client.
func (s *Server) fail(err error) error {
	if own, ok := app.Explain(err); ok {
		p := problem(statuses[own.Code], sentence(own.Error()))
		if p.Status == 0 {
			p = problem(http.StatusInternalServerError, sentence(own.Error()))
		}
		for _, f := range own.List {
			p.Errors = append(p.Errors, &huma.ErrorDetail{Location: "body." + f.Field, Message: f.Problem + "; " + f.Do})
		}
		if own.Field != "" && len(own.List) == 0 {
			p.Errors = append(p.Errors, &huma.ErrorDetail{Location: own.Field, Message: own.Text})
		}
		return p
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return problem(http.StatusServiceUnavailable, "The request ended before it was answered. Ask again.")
	}
	s.o.Log.Error("a request failed", "error", err)
	return problem(http.StatusInternalServerError, "Orrery could not answer because of a fault of its own or of its disk. The details stand where Orrery was started; `orrery verify` checks the ledger.")
}

// sentence gives a message its capital and its full stop.
func sentence(s string) string {
	if s == "" {
		return s
	}
	first, _, _ := strings.Cut(s, " ")
	if 'a' <= s[0] && s[0] <= 'z' && !strings.ContainsAny(first, ":/=._") { // an address or a key stays as it is written
		s = string(s[0]-'a'+'A') + s[1:]
	}
	switch s[len(s)-1] {
	case '.', '?', '!':
		return s
	}
	return s + "."
}

// rephrase makes huma's own errors say what to do: "validation failed" alone does not.
func rephrase(_ huma.Context, _ string, v any) (any, error) {
	p, ok := v.(*huma.ErrorModel)
	if !ok {
		return v, nil
	}
	switch p.Detail {
	case "validation failed":
		p.Detail = "The request is not as the API describes it (/api/v1/openapi.json). Correct it and send it again"
		if len(p.Errors) > 0 {
			p.Detail += ": " + p.Errors[0].Location + ": " + p.Errors[0].Message
		}
		p.Detail += "."
	case "request body is required":
		p.Detail = "The request has no body. Send JSON as /api/v1/openapi.json describes it."
	default:
		p.Detail = sentence(p.Detail)
	}
	return p, nil
}
