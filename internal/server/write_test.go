package server

import (
	"bytes"
	"encoding/json"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"orrery/internal/app"
)

const article = "Skopje, 3 March 2022. The minister said that North Macedonia stands with its neighbours. Nobody asked about sanctions."

func TestReadingATextTwiceIsOneDocument(t *testing.T) {
	s := newSite(t)
	req := app.ReadRequest{Text: article, FileName: "<img src=x onerror=alert(1)>.txt"}
	first := view[app.DocumentView](t, s.send(http.MethodPost, "/api/v1/documents", req), http.StatusCreated)
	again := view[app.DocumentView](t, s.send(http.MethodPost, "/api/v1/documents", req), http.StatusOK)
	if !first.Created || again.Created || first.Head.Hash != again.Head.Hash || !strings.Contains(first.Text, "stands with its neighbours") {
		t.Errorf("first %+v, again %+v", first.Head, again.Head)
	}
	w := s.get("/api/v1/documents/" + first.Head.Hash + "/snapshot")
	if w.Code != http.StatusOK || w.Body.String() != article {
		t.Errorf("the snapshot is %d %q", w.Code, w.Body)
	}
	for name, want := range map[string]string{"Content-Type": "application/octet-stream", "Content-Security-Policy": "default-src 'none'; sandbox", "X-Content-Type-Options": "nosniff"} {
		if got := w.Header().Get(name); got != want {
			t.Errorf("%s of a snapshot: %q, want %q", name, got, want)
		}
	}
	if got := w.Header().Get("Content-Disposition"); !strings.HasPrefix(got, "attachment") || strings.ContainsAny(got, "\r\n") {
		t.Errorf("Content-Disposition %q, want an attachment", got)
	}
}

// upload makes a multipart body.
func upload(t *testing.T, parts map[string]string) (body []byte, contentType string) {
	t.Helper()
	var b bytes.Buffer
	m := multipart.NewWriter(&b)
	for name, content := range parts {
		part, err := m.CreateFormFile(name, "talk.txt")
		if name != "file" {
			part, err = m.CreateFormField(name)
		}
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), m.FormDataContentType()
}

func TestUploads(t *testing.T) {
	s := newSite(t)
	send := func(parts map[string]string) *httptest.ResponseRecorder {
		body, contentType := upload(t, parts)
		return s.send(http.MethodPost, "/api/v1/documents", body, "Content-Type", contentType)
	}
	v := view[app.DocumentView](t, send(map[string]string{"file": article}), http.StatusCreated)
	if !strings.Contains(v.Text, "stands with its neighbours") {
		t.Errorf("the text is %q", v.Text)
	}
	isProblem(t, send(map[string]string{"source": "x"}), http.StatusUnprocessableEntity)
	isProblem(t, send(map[string]string{"file": article, "colour": "red"}), http.StatusUnprocessableEntity)
	isProblem(t, send(map[string]string{"file": strings.Repeat("x", maxUpload+1)}), http.StatusRequestEntityTooLarge)
	isProblem(t, s.send(http.MethodPost, "/api/v1/documents", []byte("--cut"), "Content-Type", "multipart/form-data; boundary=cut"), http.StatusBadRequest)
	isProblem(t, s.send(http.MethodPost, "/api/v1/documents", []byte("<a/>"), "Content-Type", "application/xml"), http.StatusUnsupportedMediaType)
	isProblem(t, s.send(http.MethodPost, "/api/v1/documents", []byte(`{"texts":"x"}`), "Content-Type", "application/json"), http.StatusBadRequest)
	isProblem(t, s.send(http.MethodPost, "/api/v1/documents", []byte(`{`), "Content-Type", "application/json"), http.StatusBadRequest)
	isProblem(t, s.send(http.MethodPost, "/api/v1/documents", app.ReadRequest{}), http.StatusBadRequest)
}

// A stance is coded from a sentence, accepted, and stands in the figure; an edit
// that names no revision, or an old one, is refused and says which stands.
func TestCodingAndEditing(t *testing.T) {
	s := newSite(t)
	doc := view[app.DocumentView](t, s.send(http.MethodPost, "/api/v1/documents", app.ReadRequest{Text: article}), http.StatusCreated)
	const words = "The minister said that North Macedonia stands with its neighbours."
	start := strings.Index(doc.Text, words)
	body := json.RawMessage(`{"item":"wb-sanctions-2022","actor":"SRB","position":"with","form":"statement","when":"2022-03-03","summary":"Said so."}`)
	coded := app.CodeRequest{Kind: "stance", Body: body, Document: doc.Head.Hash, Start: start, End: start + len(words)}
	draft := view[app.RecordView](t, s.send(http.MethodPost, "/api/v1/records", coded), http.StatusCreated)
	if draft.Status != "draft" || draft.Rev != 1 || len(draft.Evidence) != 1 {
		t.Errorf("a new record is %+v", draft)
	}
	contested := func() bool {
		for _, a := range view[app.LitmusView](t, s.get("/api/v1/litmus/wb-sanctions-2022"), http.StatusOK).Expected {
			if a.State == "SRB" {
				return a.Contested // the casebook says against, the article with
			}
		}
		t.Fatal("Serbia is not on the roster")
		return false
	}
	before := contested()
	at := "/api/v1/records/" + url.PathEscape(draft.Ref)
	accept := app.EditRequest{Status: "accepted", Why: "read by two"}
	isProblem(t, s.send(http.MethodPut, at, accept), http.StatusPreconditionRequired)
	isProblem(t, s.send(http.MethodPut, at, accept, "If-Match", `"seven"`), http.StatusBadRequest)
	isProblem(t, s.send(http.MethodPut, at, accept, "If-Match", `W/"1"`), http.StatusBadRequest) // weak tags say nothing of a revision
	if tag := s.get(at).Header().Get("ETag"); tag != `"1"` {
		t.Errorf("the record's tag is %s, want its revision, to be sent back", tag)
	}
	if w := s.get(at, "If-None-Match", `"1"`); w.Code != http.StatusOK {
		t.Errorf("a record asked for again: %d, want 200: what stands beside it can change without a revision", w.Code)
	}
	accepted := view[app.RecordView](t, s.send(http.MethodPut, at, accept, "If-Match", `"1"`), http.StatusOK)
	if accepted.Rev != 2 || accepted.Status != "accepted" {
		t.Errorf("after accepting: %+v", accepted)
	}
	stale := isProblem(t, s.send(http.MethodPut, at, app.EditRequest{Status: "rejected"}, "If-Match", `"1"`), http.StatusPreconditionFailed)
	if !strings.Contains(stale, "revision 1") || !strings.Contains(stale, "revision 2") {
		t.Errorf("the conflict does not name both revisions: %s", stale)
	}
	if after := contested(); before || !after {
		t.Errorf("contested before accepting %t, after %t; a draft must be in no figure and an accepted record must", before, after)
	}
	history := view[HistoryView](t, s.get(at+"/history"), http.StatusOK)
	if len(history.Revisions) != 2 {
		t.Errorf("the history holds %d revisions, want 2", len(history.Revisions))
	}
	coded.End = start + len(words) + 10_000
	isProblem(t, s.send(http.MethodPost, "/api/v1/records", coded), http.StatusUnprocessableEntity)
	coded.Kind = "weather"
	isProblem(t, s.send(http.MethodPost, "/api/v1/records", coded), http.StatusUnprocessableEntity)
}
