package server

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"orrery/internal/app"
)

// The inputs of the questions that rest on a computed run.
type (
	// EvidenceInput chooses which observations count.
	EvidenceInput struct {
		Scoped
		Channels string `query:"channels" doc:"Kinds of evidence that count, comma-joined: votes, reactions, statements, events. Default: all but events" example:"votes,reactions"`
		Absence  string `query:"absence" doc:"How absence and silence are read in the paths shown: missing (default), abstention, or own, a step between against and neutral"`
	}
	alignmentInput struct {
		EvidenceInput
		Rival string `query:"rival" doc:"Code of the hub to compare with. Default: the region's hub, or its next one" example:"EU"`
	}
	dyadInput struct {
		EvidenceInput
		State string `path:"state" doc:"Actor code" example:"KAZ"`
		At    string `query:"at" doc:"Day of the step to open, YYYY-MM-DD. Default: the last" example:"2014-03-31"`
	}
	methodInput struct {
		Scoped
		Model string `path:"model" enum:"align,irt" doc:"The model"`
	}
)

func (in EvidenceInput) options(rival, at string) (app.AlignOptions, error) {
	return app.ParseAlignOptions(in.Channels, in.Absence, rival, at)
}

// alignmentRoutes are the questions about where each state stands. They answer at once:
// an answer that is not there yet says how far its computation is.
func (s *Server) alignmentRoutes(api huma.API) {
	a := s.o.App
	ask(s, api, "/alignment", "alignment", "Where each state stands with a hub, month by month", func(ctx context.Context, scope app.Scope, in *alignmentInput) (app.AlignmentView, error) {
		o, err := in.options(in.Rival, "")
		if err != nil {
			return app.AlignmentView{}, err
		}
		return a.Alignment(ctx, scope, o)
	})
	ask(s, api, "/alignment/{state}", "dyad", "One state and one hub in full: the path, what moved it, what was left out", func(ctx context.Context, scope app.Scope, in *dyadInput) (app.DyadView, error) {
		o, err := in.options("", in.At)
		if err != nil {
			return app.DyadView{}, err
		}
		return a.Dyad(ctx, scope, in.State, o)
	})
	ask(s, api, "/states/{code}/alignment", "state-alignment", "One state's path with every hub", func(ctx context.Context, scope app.Scope, in *StateInput) (app.StateAlignment, error) {
		return a.StateAlignment(ctx, scope, in.Code, app.AlignOptions{})
	})
	ask(s, api, "/world", "world", "The world's ideal points by year, from all roll calls", func(ctx context.Context, scope app.Scope, _ *plainInput) (app.WorldView, error) {
		return a.World(ctx, scope, false, nil)
	})
	ask(s, api, "/method/{model}", "method", "What a model is, its settings and what its run says of itself", func(ctx context.Context, scope app.Scope, in *methodInput) (app.MethodView, error) {
		return a.Method(ctx, scope, in.Model)
	})
}
