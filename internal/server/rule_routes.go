package server

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"orrery/internal/app"
)

type (
	ruleInput struct {
		Scoped
		Slug string `path:"slug" doc:"Identifier of the rule" example:"threats-after-eu-nato-step"`
		Run  string `query:"run" doc:"Key of a kept run. Default: the newest"`
	}
	ruleTextInput struct {
		Body struct {
			Text string `json:"text" maxLength:"65536" doc:"The rule's file, docs/formats/rules.md"`
		}
	}
	ruleRunInput struct {
		Slug string `path:"slug" doc:"Identifier of the rule"`
		Body struct {
			Seed *uint64 `json:"seed,omitempty" maximum:"9007199254740991" doc:"Of dates known only roughly and of simulations; the same seed and data give the kept run. Default: 1"`
		}
	}
	registered struct {
		Status int
		Body   app.Registration
	}
)

// ruleFile is how faults name a rule that came without a file.
const ruleFile = "rule.yml"

// ruleRoutes are the rules: the list, one with a kept run, and checking, registering and running one.
func (s *Server) ruleRoutes(api huma.API) {
	a := s.o.App
	ask(s, api, "/rules", "rules", "The registered rules, each with its kept runs", func(ctx context.Context, scope app.Scope, _ *plainInput) (app.RuleList, error) {
		return a.Rules(ctx, scope)
	})
	ask(s, api, "/rules/{slug}", "rule", "One rule with a kept run of it; nothing is run", func(ctx context.Context, scope app.Scope, in *ruleInput) (app.RulePage, error) {
		return a.RulePage(ctx, scope, in.Slug, in.Run)
	})
	ask(s, api, "/datasets", "datasets", "The sets of reports that rules may be run on, with their files and what their silence means", func(ctx context.Context, scope app.Scope, _ *plainInput) (app.DataSetList, error) {
		return a.DataSets(ctx, scope)
	})
	huma.Register(api, huma.Operation{Method: http.MethodPost, Path: "/api/v1/rules/check", OperationID: "check-rule", Tags: []string{"rules"}, MaxBodyBytes: maxBody,
		Summary: "What a rule's file would be; its faults are the answer, and nothing is written",
		Errors:  []int{http.StatusBadRequest, http.StatusForbidden, http.StatusUnprocessableEntity, http.StatusInternalServerError}},
		func(ctx context.Context, in *ruleTextInput) (*body[app.RuleCheck], error) {
			view, err := a.CheckRule(ctx, ruleFile, []byte(in.Body.Text))
			if err != nil {
				return nil, s.fail(err)
			}
			return &body[app.RuleCheck]{view}, nil
		})
	huma.Register(api, huma.Operation{Method: http.MethodPost, Path: "/api/v1/rules", OperationID: "register-rule", Tags: []string{"rules"}, MaxBodyBytes: maxBody,
		Summary: "Register a rule before it is run; one that says something else under a known identifier becomes its fork", DefaultStatus: http.StatusCreated,
		Errors: []int{http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound, http.StatusUnprocessableEntity, http.StatusInternalServerError}},
		func(ctx context.Context, in *ruleTextInput) (*registered, error) {
			view, err := a.RegisterRule(ctx, ruleFile, []byte(in.Body.Text))
			if err != nil {
				return nil, s.fail(err)
			}
			if !view.Created {
				return &registered{http.StatusOK, view}, nil
			}
			return &registered{http.StatusCreated, view}, nil
		})
	register := api.OpenAPI().Paths["/api/v1/rules"].Post
	register.Responses["200"] = &huma.Response{Description: "The rule was registered before: nothing was written", Content: register.Responses["201"].Content}
	huma.Register(api, huma.Operation{Method: http.MethodPost, Path: "/api/v1/rules/{slug}/runs", OperationID: "run-rule", Tags: []string{"rules"}, MaxBodyBytes: maxBody,
		BodyReadTimeout: s.o.BodyTime, Middlewares: huma.Middlewares{unhurried},
		Summary: "Run a rule on the ledger as it stands and keep the run; it ends when the request is given up", DefaultStatus: http.StatusCreated,
		Errors: []int{http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound, http.StatusUnprocessableEntity, http.StatusInternalServerError}},
		func(ctx context.Context, in *ruleRunInput) (*body[app.RuleRun], error) {
			takeTime(ctx)
			seed := uint64(1)
			if in.Body.Seed != nil {
				seed = *in.Body.Seed
			}
			view, err := a.RunRule(ctx, app.RuleAsk{Slug: in.Slug, Seed: seed})
			if err != nil {
				return nil, s.fail(err)
			}
			return &body[app.RuleRun]{view}, nil
		})
}
