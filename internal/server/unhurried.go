package server

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
)

type connection struct{}

// unhurried lets the handler of a request take its time, see takeTime.
func unhurried(ctx huma.Context, next func(huma.Context)) {
	_, w := humago.Unwrap(ctx)
	next(huma.WithValue(ctx, connection{}, http.NewResponseController(w)))
}

// takeTime takes the deadlines of an unhurried request away, once its body is read: a test on millions of reports takes minutes, and the deadline for
// reading would end it as if the client had gone. It still ends when the client goes. Until the body is there the deadlines hold, so that
// nobody keeps a connection by sending slowly.
func takeTime(ctx context.Context) {
	if c, ok := ctx.Value(connection{}).(*http.ResponseController); ok {
		_ = c.SetReadDeadline(time.Time{}) // a connection without deadlines has none to take away
		_ = c.SetWriteDeadline(time.Time{})
	}
}
