package server

import (
	"errors"
	"fmt"
	"log/slog"
	"math"
	"net/http"
	"runtime/debug"
	"strings"
	"time"
)

// policy is the content security policy of every page: nothing but the program's
// own files, no inline script or style, no frames.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
	"connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// secureHeaders sets what a browser must know before it reads the body.
func secureHeaders(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY") // for browsers that do not know frame-ancestors
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		next.ServeHTTP(w, r)
	})
}

// sameSite refuses writes that another site's page sends.
func sameSite(next http.Handler) http.Handler {
	p := http.NewCrossOriginProtection()
	p.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		writeProblem(w, http.StatusForbidden, "The write comes from another site's page. Write from Orrery's own screens, or from a program that sends no Origin header.")
	}))
	return p.Handler(next)
}

// The most that a request's body may hold, in bytes.
const (
	maxUpload = 20 << 20
	maxBody   = 1 << 20
)

// limitBody cuts request bodies off. An upload gets some room for the multipart
// envelope around the file; the file itself is measured where it is read.
func limitBody(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		most := int64(maxBody)
		if r.URL.Path == "/api/v1/documents" {
			most = maxUpload + 64<<10
		}
		if r.ContentLength > most {
			writeProblem(w, http.StatusRequestEntityTooLarge, tooLarge(r.ContentLength, most))
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, most)
		next.ServeHTTP(w, r)
	})
}

// tooLarge says how far a body is over the limit. The room for the envelope is not
// told: a file of that size would still be refused where it is measured.
func tooLarge(size, most int64) string {
	return fmt.Sprintf("The request holds %.1f MiB, and at most %d MiB is taken at a time. Send a smaller file, or the text in parts.", math.Ceil(float64(size)*10/(1<<20))/10, most>>20)
}

// noPanic turns a panic into a problem that says nothing of the program's insides;
// those go to the log.
func noPanic(log *slog.Logger) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			defer func() {
				p := recover()
				if p == nil {
					return
				}
				if err, ok := p.(error); ok && errors.Is(err, http.ErrAbortHandler) {
					panic(p) // net/http's own way to drop a connection
				}
				log.Error("a request ended in a panic", "method", r.Method, "path", r.URL.Path, "panic", p, "stack", string(debug.Stack()))
				writeProblem(w, http.StatusInternalServerError, "Orrery made a mistake while it answered. Nothing was written. Please report the address you asked for.")
			}()
			next.ServeHTTP(w, r)
		})
	}
}

// logged notes every request at debug level. The query stays out: it may hold words
// that somebody searched for.
func logged(log *slog.Logger, now func() time.Time) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if !log.Enabled(r.Context(), slog.LevelDebug) {
				next.ServeHTTP(w, r)
				return
			}
			start := now()
			s := &statusWriter{ResponseWriter: w}
			next.ServeHTTP(s, r)
			log.Debug("request", "method", r.Method, "path", r.URL.Path, "status", s.status, "took", now().Sub(start))
		})
	}
}

// statusWriter remembers the status it wrote.
type statusWriter struct {
	http.ResponseWriter
	status int
}

// WriteHeader implements http.ResponseWriter.
func (s *statusWriter) WriteHeader(code int) {
	if s.status == 0 {
		s.status = code
	}
	s.ResponseWriter.WriteHeader(code)
}

func (s *statusWriter) Write(b []byte) (int, error) {
	if s.status == 0 {
		s.status = http.StatusOK
	}
	return s.ResponseWriter.Write(b)
}

// Unwrap lets http.ResponseController reach the writer below.
func (s *statusWriter) Unwrap() http.ResponseWriter { return s.ResponseWriter }

// chain wraps h so that the first wrapper sees a request first.
func chain(h http.Handler, wrappers ...func(http.Handler) http.Handler) http.Handler {
	for i := len(wrappers) - 1; i >= 0; i-- {
		h = wrappers[i](h)
	}
	return h
}

// isAPI says whether a path belongs to the API, whose errors are problems.
func isAPI(path string) bool { return path == "/api" || strings.HasPrefix(path, "/api/") }
