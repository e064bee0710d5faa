package server

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"orrery/internal/app"
)

type (
	queueInput struct {
		Scoped
		Kind     string  `query:"kind" doc:"Only suggestions of this kind" example:"stance"`
		Impact   string  `query:"impact" doc:"Only suggestions of this impact" enum:"conflict,empty-cell,pair,vote,other,"`
		Document string  `query:"document" doc:"Only suggestions in this document: its hash"`
		Least    float64 `query:"least" doc:"Least confidence" minimum:"0" maximum:"1"`
		Cursor   string  `query:"cursor" doc:"Next page: the next of the page before"`
	}
	suggestInput struct{ Body app.SuggestRequest }
	decideInput  struct{ Body app.DecideRequest }
	undoInput    struct {
		ID   string `path:"id" doc:"Id of the decision"`
		Body struct {
			Who string `json:"who,omitempty" doc:"Name of the person who takes it back"`
			Why string `json:"why,omitempty"`
		}
	}
)

// reviewRoutes are suggesting, the queue of what waits, and decisions on it.
func (s *Server) reviewRoutes(api huma.API) {
	a := s.o.App
	ask(s, api, "/queue", "queue", "Suggestions that wait, what would change most first", func(ctx context.Context, scope app.Scope, in *queueInput) (app.Queue, error) {
		return a.Queue(ctx, scope, app.QueueAsk{Kind: in.Kind, Impact: in.Impact, Document: in.Document, Least: in.Least, Cursor: in.Cursor})
	})
	ask(s, api, "/suggestions", "suggestions", "How far suggesting is, over all documents", func(ctx context.Context, _ app.Scope, _ *plainInput) (app.SuggestStatus, error) {
		return a.SuggestStatus(ctx)
	})
	ask(s, api, "/documents/{hash}/explain", "explain", "What the coder saw in every sentence of a document, and why it gave nothing; nothing is written", func(ctx context.Context, scope app.Scope, in *documentInput) (app.ExplainView, error) {
		return a.Explain(ctx, scope, in.Hash)
	})
	write(s, api, "/documents/{hash}/suggestions", "suggest", "review", "Read a document for suggestions: drafts with their sentences. A second time adds nothing", func(ctx context.Context, in *struct {
		Hash string `path:"hash" doc:"SHA-256 of the snapshot, in hex"`
	}) (app.SuggestReport, error) {
		return a.Suggest(ctx, in.Hash)
	})
	write(s, api, "/suggestions", "suggest-many", "review", "Read many documents for suggestions, in the background; what is done is kept, so that it can be stopped and begun again", func(ctx context.Context, in *suggestInput) (app.SuggestStatus, error) {
		return a.SuggestMany(ctx, in.Body)
	})
	write(s, api, "/suggestions/stop", "suggest-stop", "review", "Stop reading for suggestions; what is done stays", func(ctx context.Context, _ *struct{}) (app.SuggestStatus, error) {
		return a.SuggestStop(ctx)
	})
	write(s, api, "/decisions", "decide", "review", "Accept, reject or put back several records at once, all or none", func(ctx context.Context, in *decideInput) (app.Decision, error) {
		return a.Decide(ctx, in.Body)
	})
	write(s, api, "/decisions/{id}/undo", "undo", "review", "Take a decision back; refused when a record was changed since", func(ctx context.Context, in *undoInput) (app.Decision, error) {
		return a.Undo(ctx, in.ID, in.Body.Who, in.Body.Why)
	})
}

// write registers a POST that answers with one view.
func write[I any, V any](s *Server, api huma.API, path, id, tag, summary string, f func(context.Context, *I) (V, error)) {
	huma.Register(api, huma.Operation{Method: http.MethodPost, Path: "/api/v1" + path, OperationID: id, Summary: summary, Tags: []string{tag}, MaxBodyBytes: maxBody,
		Errors: []int{http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound, http.StatusPreconditionFailed, http.StatusUnprocessableEntity, http.StatusInternalServerError}},
		func(ctx context.Context, in *I) (*body[V], error) {
			view, err := f(ctx, in)
			if err != nil {
				return nil, s.fail(err)
			}
			return &body[V]{view}, nil
		})
}
