package server

import (
	"bytes"
	"context"
	"mime"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"orrery/internal/app"
)

type (
	agreementInput struct {
		Scoped
		Document []string `query:"document" doc:"Hashes of documents. Default: all" nullable:"false"`
		Coder    []string `query:"coder" doc:"Names of coders. Default: everybody" nullable:"false"`
		Cursor   string   `query:"cursor" doc:"More disagreements: the next of the page before"`
	}
	adjudicateInput struct{ Body app.AdjudicateRequest }
	slugInput       struct {
		Scoped
		Slug string `path:"slug" doc:"Identifier of the rule" example:"votes-that-agree"`
	}
	acceptanceInput struct {
		Slug    string `path:"slug" doc:"Identifier of the rule"`
		IfMatch string `header:"If-Match" doc:"The rev of the revision that you change, in quotes; absent for a new rule"`
		Body    app.AcceptanceRequest
	}
	switchInput struct {
		Slug string `path:"slug" doc:"Identifier of the rule"`
		Body app.SwitchRequest
	}
	applyInput struct {
		Slug string `path:"slug" doc:"Identifier of the rule"`
		Body struct {
			Who string `json:"who,omitempty" doc:"Name of the person who applies it"`
		}
	}
	exportInput struct {
		Format   string   `path:"format" enum:"annotations,training,dna" doc:"annotations: W3C Web Annotation; training: JSON Lines; dna: the statements for Discourse Network Analyzer"`
		Document []string `query:"document" doc:"Hashes of documents. Default: all" nullable:"false"`
	}
)

// codersRoutes are rules of acceptance, the agreement of coders, and what people decided as training text.
func (s *Server) codersRoutes(api huma.API) {
	a := s.o.App
	ask(s, api, "/acceptance-rules", "acceptance-rules", "Rules by which suggestions may be accepted; all are off until somebody switches them on", func(ctx context.Context, scope app.Scope, _ *plainInput) (app.AcceptanceList, error) {
		return a.AcceptanceRules(ctx, scope)
	})
	ask(s, api, "/acceptance-rules/{slug}/trial", "try-acceptance-rule", "What a rule would accept now; nothing is written", func(ctx context.Context, scope app.Scope, in *slugInput) (app.AcceptanceTrial, error) {
		return a.TryAcceptanceRule(ctx, scope, in.Slug)
	})
	huma.Register(api, huma.Operation{Method: http.MethodPut, Path: "/api/v1/acceptance-rules/{slug}", OperationID: "put-acceptance-rule", Tags: []string{"review"}, MaxBodyBytes: maxBody,
		Summary: "Make a rule of acceptance, or change one; either way it is off",
		Errors:  []int{http.StatusBadRequest, http.StatusForbidden, http.StatusPreconditionFailed, http.StatusUnprocessableEntity, http.StatusInternalServerError}},
		func(ctx context.Context, in *acceptanceInput) (*body[app.AcceptanceRow], error) {
			base := 0
			if in.IfMatch != "" {
				var err error
				if base, err = revision(in.IfMatch); err != nil {
					return nil, err
				}
			}
			view, err := a.PutAcceptanceRule(ctx, in.Slug, base, in.Body)
			if err != nil {
				return nil, s.fail(err)
			}
			return &body[app.AcceptanceRow]{view}, nil
		})
	write(s, api, "/acceptance-rules/{slug}/switch", "switch-acceptance-rule", "review", "Switch a rule on or off", func(ctx context.Context, in *switchInput) (app.AcceptanceRow, error) {
		return a.SwitchAcceptanceRule(ctx, in.Slug, in.Body)
	})
	write(s, api, "/acceptance-rules/{slug}/apply", "apply-acceptance-rule", "review", "Accept what a rule that is switched on would accept now; each acceptance names the rule", func(ctx context.Context, in *applyInput) (app.Decision, error) {
		return a.ApplyAcceptanceRule(ctx, in.Slug, in.Body.Who)
	})
	ask(s, api, "/agreement", "agreement", "How far coders of the same documents agree, and where they do not", func(ctx context.Context, scope app.Scope, in *agreementInput) (app.AgreementView, error) {
		return a.Agreement(ctx, scope, app.AgreementAsk{Documents: in.Document, Coders: in.Coder, Cursor: in.Cursor})
	})
	write(s, api, "/agreement/adjudications", "adjudicate", "review", "Settle one unit: whose records stand", func(ctx context.Context, in *adjudicateInput) (app.Decision, error) {
		return a.Adjudicate(ctx, in.Body)
	})
	huma.Register(api, huma.Operation{Method: http.MethodGet, Path: "/api/v1/export/{format}", OperationID: "export", Tags: []string{"review"},
		Summary: "What people accepted, corrected and rejected, with the sentences, always as a download", Errors: []int{http.StatusBadRequest, http.StatusNotFound, http.StatusInternalServerError},
		Responses: map[string]*huma.Response{"200": {Description: "The file", Content: map[string]*huma.MediaType{
			"application/octet-stream": {Schema: &huma.Schema{Type: "string", Format: "binary"}}}}}}, s.export)
}

func (s *Server) export(ctx context.Context, in *exportInput) (*snapshotOutput, error) {
	var out bytes.Buffer
	name, err := s.o.App.Export(ctx, in.Format, in.Document, &out)
	if err != nil {
		return nil, s.fail(err)
	}
	return &snapshotOutput{"application/octet-stream", mime.FormatMediaType("attachment", map[string]string{"filename": name}), "default-src 'none'; sandbox", out.Bytes()}, nil
}
