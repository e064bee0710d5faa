package server

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"orrery/internal/app"
	"orrery/internal/testkit"
)

// described returns a mux with all routes and their description. The App has no
// store: nothing is asked.
func described(t *testing.T) (*http.ServeMux, *huma.OpenAPI) {
	t.Helper()
	clock := testkit.NewClock(time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC))
	s, err := New(Options{App: app.New(app.Config{Now: clock.Now}), UI: fstest.MapFS{}, Now: clock.Now, Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
	if err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	return mux, s.registerAPI(mux)
}

func TestOpenAPIIsGolden(t *testing.T) {
	_, doc := described(t)
	packed, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	var pretty bytes.Buffer
	if err := json.Indent(&pretty, packed, "", "  "); err != nil {
		t.Fatal(err)
	}
	pretty.WriteByte('\n')
	testkit.Golden(t, "openapi.json", pretty.Bytes())
}

// contract is API v1 as it was agreed. A route that is dropped or renamed breaks
// whoever wrote a program against it.
var contract = []string{
	"GET /api/v1/meta", "GET /api/v1/home", "GET /api/v1/litmus", "GET /api/v1/litmus/{id}", "GET /api/v1/states", "GET /api/v1/states/{code}",
	"GET /api/v1/states/{code}/events", "GET /api/v1/pressure", "GET /api/v1/sources", "GET /api/v1/sources/{key}", "GET /api/v1/search",
	"GET /api/v1/alignment", "GET /api/v1/alignment/{state}", "GET /api/v1/states/{code}/alignment", "GET /api/v1/world", "GET /api/v1/method/{model}", "GET /api/v1/trace/{id}", "GET /api/v1/vocabulary", "GET /api/v1/documents", "POST /api/v1/documents", "GET /api/v1/documents/{hash}",
	"GET /api/v1/documents/{hash}/snapshot", "POST /api/v1/records", "GET /api/v1/records/{ref}", "GET /api/v1/records/{ref}/history", "PUT /api/v1/records/{ref}",
	"GET /api/v1/datasets", "GET /api/v1/rules", "GET /api/v1/rules/{slug}", "POST /api/v1/rules/check", "POST /api/v1/rules", "POST /api/v1/rules/{slug}/runs",
	"GET /api/v1/queue", "GET /api/v1/suggestions", "POST /api/v1/suggestions", "POST /api/v1/suggestions/stop", "POST /api/v1/documents/{hash}/suggestions",
	"GET /api/v1/documents/{hash}/explain", "POST /api/v1/decisions", "POST /api/v1/decisions/{id}/undo", "GET /api/v1/acceptance-rules",
	"PUT /api/v1/acceptance-rules/{slug}", "GET /api/v1/acceptance-rules/{slug}/trial", "POST /api/v1/acceptance-rules/{slug}/switch",
	"POST /api/v1/acceptance-rules/{slug}/apply", "GET /api/v1/agreement", "POST /api/v1/agreement/adjudications", "GET /api/v1/export/{format}",
}

func TestEveryRouteIsDescribedAndEveryDescriptionIsARoute(t *testing.T) {
	mux, doc := described(t)
	var found []string
	for path, item := range doc.Paths {
		for method, op := range map[string]*huma.Operation{"GET": item.Get, "POST": item.Post, "PUT": item.Put, "DELETE": item.Delete, "PATCH": item.Patch} {
			if op == nil {
				continue
			}
			found = append(found, method+" "+path)
			if op.Summary == "" || op.OperationID == "" {
				t.Errorf("%s %s has no summary or no operation id", method, path)
			}
			if asks := method == "GET" && !strings.HasSuffix(path, "/snapshot") && !strings.Contains(path, "/export/"); asks {
				for _, name := range []string{"as_of", "lens", "hub"} {
					if !slices.ContainsFunc(op.Parameters, func(p *huma.Param) bool { return p.Name == name && p.In == "query" }) {
						t.Errorf("%s %s does not take %s", method, path, name)
					}
				}
			}
			target := strings.NewReplacer("{id}", "x", "{code}", "x", "{key}", "x", "{hash}", "x", "{ref}", "x", "{state}", "x", "{model}", "x", "{slug}", "x", "{format}", "x").Replace(path)
			if _, pattern := mux.Handler(httptest.NewRequest(method, target, nil)); pattern != method+" "+path {
				t.Errorf("%s %s is described and goes to %q", method, path, pattern)
			}
		}
	}
	slices.Sort(found)
	want := slices.Sorted(slices.Values(contract))
	if !slices.Equal(found, want) {
		t.Errorf("the document describes\n%s\nand the contract is\n%s", strings.Join(found, "\n"), strings.Join(want, "\n"))
	}
}

// Every field of every answer has a type, all the way down, and a list is never null.
func TestEveryFieldIsDescribed(t *testing.T) {
	_, doc := described(t)
	free := []string{"CodeRequest.body", "EditRequest.body", "RecordView.body", "TraceRow.body", "ErrorDetail.value"} // JSON of any shape: a record's own fields
	var open []string
	for _, name := range slices.Sorted(maps.Keys(doc.Components.Schemas.Map())) {
		s := doc.Components.Schemas.Map()[name]
		for field, p := range s.Properties {
			if p.Type == "" && p.Ref == "" && len(p.AnyOf) == 0 {
				open = append(open, name+"."+field)
			}
			if p.Type == "array" && p.Nullable && name != "ErrorModel" {
				t.Errorf("%s.%s may be null: lists are empty, never null", name, field)
			}
			if p.Type == "array" && p.Items.Type == "" && p.Items.Ref == "" {
				t.Errorf("%s.%s is a list of anything", name, field)
			}
		}
	}
	slices.Sort(open)
	slices.Sort(free)
	if !slices.Equal(open, free) {
		t.Errorf("fields of any shape: %q, want %q", open, free)
	}
}
