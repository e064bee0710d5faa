package server

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"
)

// screenRoutes are the paths that the screens draw themselves: each is answered
// with index.html. Any other path must be a file, or does not exist.
var screenRoutes = []string{"/{$}", "/litmus", "/litmus/{id}", "/states", "/states/{code}", "/pressure", "/pressure/{rule}", "/alignment", "/alignment/{state}", "/world", "/method/{model}", "/reader", "/reader/{hash}", "/sources", "/search"}

// mediaTypes of the files that a build of the screens holds. The machine's own
// table is not asked: it differs between machines, and nosniff forbids a guess.
var mediaTypes = map[string]string{
	".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
	".json": "application/json", ".map": "application/json", ".svg": "image/svg+xml", ".png": "image/png", ".ico": "image/x-icon",
	".woff2": "font/woff2", ".txt": "text/plain; charset=utf-8", ".webmanifest": "application/manifest+json",
}

// file is one file of the screens, in memory because it lies in the program anyway.
type file struct {
	name, media, etag string
	data              []byte
}

// screens serves the built user interface.
type screens struct{ files map[string]file }

// newScreens reads every file once and hashes it: file names carry no hash, so the
// ETag is what tells a browser that a file is new.
func newScreens(dist fs.FS) (screens, error) {
	s := screens{files: map[string]file{}}
	err := fs.WalkDir(dist, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(dist, name)
		if err != nil {
			return err
		}
		media := mediaTypes[path.Ext(name)]
		if media == "" {
			media = "application/octet-stream"
		}
		sum := sha256.Sum256(data)
		s.files["/"+name] = file{name, media, `"` + hex.EncodeToString(sum[:12]) + `"`, data}
		return nil
	})
	return s, err
}

func (s screens) register(mux *http.ServeMux) {
	for _, route := range screenRoutes {
		mux.HandleFunc("GET "+route, func(w http.ResponseWriter, r *http.Request) { s.serve(w, r, "/index.html") })
	}
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			writeProblem(w, http.StatusMethodNotAllowed, "Pages are read with GET. Writes go to the addresses under /api/v1.")
			return
		}
		s.serve(w, r, r.URL.Path)
	})
}

func (s screens) serve(w http.ResponseWriter, r *http.Request, name string) {
	f, ok := s.files[name]
	if !ok {
		writeMissing(w, name)
		return
	}
	h := w.Header()
	h.Set("Content-Type", f.media)
	h.Set("ETag", f.etag)
	h.Set("Cache-Control", "no-cache") // keep it, but ask each time: the answer is a 304
	http.ServeContent(w, r, f.name, time.Time{}, bytes.NewReader(f.data))
}

func writeMissing(w http.ResponseWriter, name string) {
	if name == "/index.html" {
		writeProblem(w, http.StatusNotFound, "This build of Orrery holds no screens. Build them with `make ui`, or use the API under /api/v1.")
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/plain; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	w.WriteHeader(http.StatusNotFound)
	_, _ = w.Write([]byte("There is no page at " + strings.ToValidUTF8(name, "?") + ". Start at the first page: /\n"))
}
