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

// takeTime takes the deadline of an unhurried answer away, once the request's body is read: a test on millions of reports takes minutes. The one for
// reading net/http takes away itself when it has read the body to its end; until then both hold, so that nobody keeps a connection by
// sending slowly. The request still ends when the client goes.
func takeTime(ctx context.Context) {
	if c, ok := ctx.Value(connection{}).(*http.ResponseController); ok {
		_ = c.SetWriteDeadline(time.Time{}) // a connection without deadlines has none to take away
	}
}
