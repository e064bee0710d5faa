package server

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"orrery/internal/app"
)

// The inputs of the questions. Those that others embed are exported, because huma
// reads the parameters of exported fields only.
type (
	plainInput struct{ Scoped }
	homeInput  struct {
		Scoped
		Since string `query:"since" doc:"Show what changed after this ledger time: RFC 3339, or YYYY-MM-DD"`
	}
	litmusInput struct {
		Scoped
		ID string `path:"id" doc:"Key of a reaction item, or symbol of a roll call" example:"A%2FRES%2FES-11%2F1"`
	}
	// StateInput names a state.
	StateInput struct {
		Scoped
		Code string `path:"code" doc:"Actor code" example:"KAZ"`
	}
	eventsInput struct {
		StateInput
		Direction string `query:"direction" enum:"given,received" default:"given"`
		Cursor    string `query:"cursor" doc:"The next field of the page before"`
	}
	pressureInput struct {
		Scoped
		Target string `query:"target" doc:"Code of one target. Default: all"`
	}
	// PageInput asks for a page.
	PageInput struct {
		Scoped
		Cursor string `query:"cursor" doc:"The next field of the page before"`
	}
	sourcesInput struct {
		PageInput
		Q string `query:"q" doc:"Words of the title, publisher or key"`
	}
	sourceInput struct {
		PageInput
		Key string `path:"key" doc:"Key of the source"`
	}
	searchInput struct {
		PageInput
		Q    string `query:"q" maxLength:"400" doc:"Words that must all occur; a quoted phrase; a trailing * matches a prefix"`
		Kind string `query:"kind" doc:"Only records of this kind"`
	}
	traceInput struct {
		PageInput
		ID string `path:"id" doc:"Id of a figure's trace, taken from a view"`
	}
)

// askRoutes are the questions: each is one use case and one view.
func (s *Server) askRoutes(api huma.API) {
	a := s.o.App
	ask(s, api, "/meta", "meta", "What a face needs before it draws anything", func(ctx context.Context, scope app.Scope, _ *plainInput) (app.MetaView, error) {
		return a.Meta(ctx, scope)
	})
	ask(s, api, "/home", "home", "What is in the ledger, what changed, and the five questions", func(ctx context.Context, scope app.Scope, in *homeInput) (app.HomeView, error) {
		since, err := app.ParseTime("since", in.Since, false)
		if err != nil {
			return app.HomeView{}, err
		}
		return a.Home(ctx, scope, since)
	})
	ask(s, api, "/litmus", "litmus-matrix", "All reaction items and roll calls by all states", func(ctx context.Context, scope app.Scope, _ *plainInput) (app.LitmusMatrix, error) {
		return a.LitmusMatrix(ctx, scope)
	})
	ask(s, api, "/litmus/{id}", "litmus", "How each state answered one item or roll call", func(ctx context.Context, scope app.Scope, in *litmusInput) (app.LitmusView, error) {
		return a.Litmus(ctx, scope, in.ID)
	})
	ask(s, api, "/states", "states", "The states of the region", func(ctx context.Context, scope app.Scope, _ *plainInput) (app.StateList, error) {
		return a.States(ctx, scope)
	})
	ask(s, api, "/states/{code}", "state", "Everything about one state, lane by lane", func(ctx context.Context, scope app.Scope, in *StateInput) (app.StateView, error) {
		return a.State(ctx, scope, in.Code)
	})
	ask(s, api, "/states/{code}/events", "state-events", "More events that a state gave or received, newest first", func(ctx context.Context, scope app.Scope, in *eventsInput) (app.EventLane, error) {
		return a.StateEvents(ctx, scope, in.Code, in.Direction, in.Cursor)
	})
	ask(s, api, "/pressure", "pressure", "The list of known cases: steps of targets beside measures of a hub; no test and no label", func(ctx context.Context, scope app.Scope, in *pressureInput) (app.PressureView, error) {
		return a.Pressure(ctx, scope, scope.Hub, in.Target)
	})
	ask(s, api, "/sources", "sources", "Sources and how they lean", func(ctx context.Context, scope app.Scope, in *sourcesInput) (app.SourceList, error) {
		return a.Sources(ctx, scope, in.Q, in.Cursor)
	})
	ask(s, api, "/sources/{key}", "source", "One source and the accepted records that cite it", func(ctx context.Context, scope app.Scope, in *sourceInput) (app.SourceView, error) {
		return a.Source(ctx, scope, in.Key, in.Cursor)
	})
	ask(s, api, "/search", "search", "Records and documents by words, best first", func(ctx context.Context, scope app.Scope, in *searchInput) (app.SearchView, error) {
		return a.Search(ctx, scope, in.Q, in.Kind, in.Cursor)
	})
	ask(s, api, "/trace/{id}", "trace", "Because: figure, rule, rows, evidence", func(ctx context.Context, scope app.Scope, in *traceInput) (app.TraceView, error) {
		return a.Trace(ctx, scope, in.ID, in.Cursor)
	})
	ask(s, api, "/vocabulary", "vocabulary", "What forms complete from", func(ctx context.Context, scope app.Scope, _ *plainInput) (app.Vocabulary, error) {
		return a.Vocabulary(ctx, scope)
	})
}
