package server

import (
	"context"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"orrery/internal/app"
)

// registerAPI puts every route of the API on the mux and returns its description.
func (s *Server) registerAPI(mux *http.ServeMux) *huma.OpenAPI {
	registry := huma.NewMapRegistry("#/components/schemas/", schemaName)
	api := humago.New(mux, huma.Config{
		OpenAPI: &huma.OpenAPI{
			OpenAPI: "3.1.0",
			Info: &huma.Info{Title: "Orrery", Version: "1",
				Description: "Every view carries the ids of its figures' traces: GET /api/v1/trace/{id} opens a figure to its rule, its rows and what they rest on. Ids go into a path percent-encoded, as one segment."},
			Components: &huma.Components{Schemas: registry},
		},
		OpenAPIPath:                  "/api/v1/openapi",
		Formats:                      huma.DefaultFormats,
		DefaultFormat:                "application/json",
		RejectUnknownQueryParameters: true, // a mistyped as_of must not be answered with the present
		Transformers:                 []huma.Transformer{rephrase},
	})
	s.askRoutes(api)
	s.alignmentRoutes(api)
	s.readRoutes(api)
	s.recordRoutes(api)
	s.reviewRoutes(api)
	s.codersRoutes(api)
	s.ruleRoutes(api)
	tighten(api.OpenAPI())
	for _, rest := range []string{"/api", "/api/"} {
		mux.HandleFunc(rest, func(w http.ResponseWriter, r *http.Request) { noRoute(mux, w, r) })
	}
	return api.OpenAPI()
}

// noRoute answers what no route takes: with the methods that would be taken, if any.
func noRoute(mux *http.ServeMux, w http.ResponseWriter, r *http.Request) {
	var allowed []string
	for _, method := range []string{http.MethodGet, http.MethodPost, http.MethodPut} {
		other := r.Clone(r.Context())
		other.Method = method
		if _, pattern := mux.Handler(other); strings.HasPrefix(pattern, method+" /api/") {
			allowed = append(allowed, method)
		}
	}
	if len(allowed) > 0 {
		w.Header().Set("Allow", strings.Join(allowed, ", "))
		writeProblem(w, http.StatusMethodNotAllowed, "This address does not take "+r.Method+"; use "+strings.Join(allowed, " or ")+".")
		return
	}
	writeProblem(w, http.StatusNotFound, "The API has no such address. /api/v1/openapi.json lists all there are; a slash inside an id is written %2F.")
}

// Scoped are the parameters that every question takes.
type Scoped struct {
	AsOf string `query:"as_of" doc:"Ledger time to look back to: RFC 3339, or YYYY-MM-DD for the end of that day in UTC. Default: now" example:"2026-01-31"`
	Lens string `query:"lens" doc:"Which sources count: comma-joined terms based:RUS, kind:wire, lang:en, source:KEY, slant:NAME, each may be prefixed with a minus" example:"-based:RUS,kind:wire"`
	Hub  string `query:"hub" doc:"Code of the hub to measure against. Default: the region's" example:"RUS"`
}

func (s Scoped) scope() (app.Scope, error) { return app.ParseScope(s.AsOf, s.Lens, s.Hub) }

// scopeOf lets ask read the scope of any input that embeds Scoped.
type scopeOf interface{ scope() (app.Scope, error) }

// body is how huma wants an answer.
type body[V any] struct{ Body V }

// answer is a body with a word on keeping it: empty, or "no-store" where the body says
// how far the real answer is.
type answer[V any] struct {
	Store string `header:"Cache-Control" doc:"no-store while the answer is not final"`
	Body  V
}

// unfinished is a view that may tell how far its computation is in place of its
// answer: the same question has another answer soon, though nothing was written.
type unfinished interface{ Unfinished() bool }

// ask registers a GET that answers with one view.
func ask[I any, V any](s *Server, api huma.API, path, id, summary string, f func(context.Context, app.Scope, *I) (V, error)) {
	op := huma.Operation{Method: http.MethodGet, Path: "/api/v1" + path, OperationID: id, Summary: summary, Tags: []string{"ask"},
		Errors: []int{http.StatusBadRequest, http.StatusForbidden, http.StatusUnprocessableEntity, http.StatusInternalServerError}}
	if strings.Contains(path, "{") {
		op.Errors = append(op.Errors, http.StatusNotFound)
	}
	huma.Register(api, op, func(ctx context.Context, in *I) (*answer[V], error) {
		scope, err := any(in).(scopeOf).scope()
		if err != nil {
			return nil, s.fail(err)
		}
		view, err := f(ctx, scope, in)
		if err != nil {
			return nil, s.fail(err)
		}
		out := &answer[V]{Body: view}
		if u, ok := any(view).(unfinished); ok && u.Unfinished() {
			out.Store = noStore
		}
		return out, nil
	})
}
