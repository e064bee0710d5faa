package server

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"orrery/internal/app"
)

type (
	recordInput struct {
		Scoped
		Ref string `path:"ref" doc:"kind:key" example:"item:residence-drones-2025"`
	}
	codeInput struct{ Body app.CodeRequest }
	editInput struct {
		Ref     string `path:"ref" doc:"kind:key"`
		IfMatch string `header:"If-Match" doc:"The rev of the revision that you edit, in quotes" example:"\"3\""`
		Body    app.EditRequest
	}
	// HistoryView is every revision of one record, oldest first.
	HistoryView struct {
		Revisions []app.RecordView `json:"revisions"`
	}
)

// recordRoutes are the records: reading one, coding a new one, editing.
func (s *Server) recordRoutes(api huma.API) {
	a := s.o.App
	ask(s, api, "/records/{ref}", "record", "One record", func(ctx context.Context, scope app.Scope, in *recordInput) (app.RecordView, error) {
		return a.Record(ctx, scope, in.Ref)
	})
	ask(s, api, "/records/{ref}/history", "history", "Every revision of a record, oldest first", func(ctx context.Context, _ app.Scope, in *recordInput) (HistoryView, error) {
		revisions, err := a.History(ctx, in.Ref)
		return HistoryView{revisions}, err
	})
	huma.Register(api, huma.Operation{Method: http.MethodPost, Path: "/api/v1/records", OperationID: "code", Tags: []string{"code"}, MaxBodyBytes: maxBody,
		Summary: "Code a selection: a draft and its quote, in one transaction", DefaultStatus: http.StatusCreated,
		Errors: []int{http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound, http.StatusConflict, http.StatusUnprocessableEntity, http.StatusInternalServerError}},
		func(ctx context.Context, in *codeInput) (*body[app.RecordView], error) {
			view, err := a.Code(ctx, in.Body)
			if err != nil {
				return nil, conflict(s.fail(err))
			}
			return &body[app.RecordView]{view}, nil
		})
	huma.Register(api, huma.Operation{Method: http.MethodPut, Path: "/api/v1/records/{ref}", OperationID: "edit", Tags: []string{"code"}, MaxBodyBytes: maxBody,
		Summary: "Edit a record, or accept, reject or take back; names the revision it edits",
		Errors:  []int{http.StatusBadRequest, http.StatusForbidden, http.StatusNotFound, http.StatusPreconditionFailed, http.StatusUnprocessableEntity, http.StatusPreconditionRequired, http.StatusInternalServerError}},
		func(ctx context.Context, in *editInput) (*body[app.RecordView], error) {
			base, err := revision(in.IfMatch)
			if err != nil {
				return nil, err
			}
			view, err := a.Edit(ctx, in.Ref, base, in.Body)
			if err != nil {
				return nil, s.fail(err)
			}
			return &body[app.RecordView]{view}, nil
		})
}

// revision reads an If-Match header: one revision number, in quotes.
func revision(header string) (int, error) {
	if strings.TrimSpace(header) == "" {
		return 0, problem(http.StatusPreconditionRequired, "An edit names the revision it edits, so that nobody's change is lost: read the record and send its rev in the header If-Match, in quotes.")
	}
	digits := strings.Trim(strings.TrimPrefix(strings.TrimSpace(header), "W/"), `"`)
	n, err := strconv.Atoi(digits)
	if err != nil || n < 1 {
		return 0, problem(http.StatusBadRequest, "If-Match "+strconv.Quote(header)+" is not a revision: send the record's rev, for example \"3\".")
	}
	return n, nil
}

// conflict names the status that HTTP has for making what exists already.
func conflict(err error) error {
	var p *huma.ErrorModel
	if errors.As(err, &p) && p.Status == http.StatusPreconditionFailed {
		p.Status, p.Title = http.StatusConflict, http.StatusText(http.StatusConflict)
	}
	return err
}
