package server

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strings"
)

// tagged gives every answer of the API but a record's an ETag made of the ledger's head, the day
// and the request: while nothing is appended, the same question has the same answer that day. The
// head is read before the answer, so a write in between makes the tag too old and
// never too new.
func (s *Server) tagged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead || !isAPI(r.URL.Path) {
			next.ServeHTTP(w, r)
			return
		}
		_, head, err := s.o.App.Head(r.Context())
		if err != nil {
			next.ServeHTTP(w, r) // the route meets the same error and can say it
			return
		}
		if onReports(r.URL.EscapedPath()) {
			reports, err := s.o.App.ReportsHead(r.Context())
			if err != nil {
				next.ServeHTTP(w, r)
				return
			}
			head += reports
		}
		h := w.Header()
		h.Set("Cache-Control", "private, no-cache")
		if r.URL.Path == "/api/v1/suggestions" { // how far work is changes without a revision
			h.Set("Cache-Control", noStore)
			next.ServeHTTP(w, r)
			return
		}
		if isRecord(r.URL.EscapedPath()) {
			next.ServeHTTP(&tagWriter{ResponseWriter: w}, r)
			return
		}
		tag := s.etag(head, r)
		h.Set("ETag", tag)
		if matches(r.Header.Get("If-None-Match"), tag) {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		next.ServeHTTP(&tagWriter{ResponseWriter: w}, r)
	})
}

// isRecord says whether a path is one record. Its tag is its revision, so that a
// client can send it back as If-Match; the route gives it. Such an answer is never
// 304: what is shown beside the record, its label for one, can change without it.
func isRecord(path string) bool {
	ref, ok := strings.CutPrefix(path, "/api/v1/records/")
	return ok && ref != "" && !strings.Contains(ref, "/")
}

// onReports says whether an answer speaks of reports, which are in no ledger's head.
func onReports(path string) bool {
	rest := strings.TrimPrefix(path, "/api/v1")
	for _, start := range []string{"/datasets", "/rules", "/trace/report", "/trace/rule"} {
		if strings.HasPrefix(rest, start) {
			return true
		}
	}
	return false
}

func (s *Server) etag(head string, r *http.Request) string {
	sum := sha256.New()
	for _, part := range []string{s.salt, head, s.o.App.Today(), r.URL.EscapedPath(), r.URL.RawQuery} {
		sum.Write([]byte(part + "\n")) // a hash never fails
	}
	return `W/"` + hex.EncodeToString(sum.Sum(nil)[:12]) + `"`
}

// matches compares weakly, as RFC 9110 asks of If-None-Match.
func matches(header, tag string) bool {
	for candidate := range strings.SplitSeq(header, ",") {
		candidate = strings.TrimSpace(candidate)
		if candidate == "*" || strings.TrimPrefix(candidate, "W/") == strings.TrimPrefix(tag, "W/") {
			return candidate != ""
		}
	}
	return false
}

const noStore = "no-store"

// tagWriter takes the tag back from an error and from an answer that is not final:
// neither must be taken for the answer.
type tagWriter struct {
	http.ResponseWriter
	wrote bool
}

// WriteHeader implements http.ResponseWriter.
func (t *tagWriter) WriteHeader(code int) {
	if !t.wrote && (code >= 400 || t.Header().Get("Cache-Control") == noStore) {
		t.Header().Del("ETag")
		t.Header().Set("Cache-Control", noStore)
	}
	t.wrote = true
	t.ResponseWriter.WriteHeader(code)
}

// Unwrap lets http.ResponseController reach the writer below.
func (t *tagWriter) Unwrap() http.ResponseWriter { return t.ResponseWriter }
