package server

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/danielgtaylor/huma/v2"

	"orrery/internal/app"
)

// Every answer is what the description says: each field there, of its type, and
// nothing besides. A list that comes as null fails here.
func TestAnswersAreAsDescribed(t *testing.T) {
	s := newSite(t)
	doc := view[app.DocumentView](t, s.send(http.MethodPost, "/api/v1/documents", app.ReadRequest{Text: article}), http.StatusCreated)
	trace := view[app.LitmusView](t, s.get("/api/v1/litmus/wb-sanctions-2022"), http.StatusOK).Counts[0].Trace
	s.register(lists, "lists")
	view[app.AcceptanceRow](t, s.send(http.MethodPut, "/api/v1/acceptance-rules/sure-votes", app.AcceptanceRequest{Title: "Votes that agree", Checks: []string{"agrees"}, Least: 0.8}), http.StatusOK)
	_, described := described(t)
	asked := map[string]string{
		"/meta": "", "/home": "", "/litmus": "", "/states": "", "/pressure": "", "/sources": "", "/vocabulary": "", "/documents": "", "/search": "?q=sanctions", "/alignment": "", "/alignment/{state}": "SRB", "/states/{code}/alignment": "SRB", "/method/{model}": "align", "/world": "", "/datasets": "", "/rules": "", "/rules/{slug}": "lists",
		"/litmus/{id}": "wb-aggression-vote-2022", "/states/{code}": "SRB", "/states/{code}/events": "SRB", "/sources/{key}": "wb-background",
		"/trace/{id}": trace, "/documents/{hash}": doc.Head.Hash, "/records/{ref}": "item:wb-sanctions-2022", "/records/{ref}/history": "item:wb-sanctions-2022",
		"/queue": "", "/suggestions": "", "/documents/{hash}/explain": doc.Head.Hash, "/acceptance-rules": "", "/acceptance-rules/{slug}/trial": "sure-votes", "/agreement": "",
	}
	for path, item := range described.Paths {
		if item.Get == nil || strings.HasSuffix(path, "/snapshot") || strings.Contains(path, "/export/") {
			continue
		}
		short := strings.TrimPrefix(path, "/api/v1")
		with, known := asked[short]
		if !known {
			t.Errorf("%s is described and this test does not ask it", path)
			continue
		}
		target := path + with
		if open := strings.IndexByte(path, '{'); open >= 0 {
			target = path[:open] + url.PathEscape(with) + path[strings.IndexByte(path, '}')+1:]
		}
		w := s.get(target)
		if short != "/suggestions" { // which says how far work is, and is never kept
			w = settled(t, s, target)
		}
		var answer any
		if w.Code != http.StatusOK || json.Unmarshal(w.Body.Bytes(), &answer) != nil {
			t.Errorf("%s: %d %s", target, w.Code, w.Body)
			continue
		}
		schema := item.Get.Responses["200"].Content["application/json"].Schema
		res := &huma.ValidateResult{}
		huma.Validate(described.Components.Schemas, schema, huma.NewPathBuffer(nil, 0), huma.ModeReadFromServer, answer, res)
		for _, err := range res.Errors {
			t.Errorf("%s: %v", target, err)
		}
	}
}
