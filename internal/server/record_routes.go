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
	revised struct {
		ETag string `header:"ETag" doc:"The rev of the record, in quotes: send it back as If-Match" example:"\"3\""`
		Body app.RecordView
	}
	// HistoryView is every revision of one record, oldest first.
	HistoryView struct {
		Revisions []app.RecordView `json:"revisions"`
	}
)

// recordRoutes are the records: reading one, coding a new one, editing.
func (s *Server) recordRoutes(api huma.API) {
	a := s.o.App
	huma.Register(api, huma.Operation{Method: http.MethodGet, Path: "/api/v1/records/{ref}", OperationID: "record", Tags: []string{"ask"},
		Summary: "One record; its ETag is its revision, to be sent back as If-Match",
		Errors:  []int{http.StatusBadRequest, http.StatusForbidden, http.StatusUnprocessableEntity, http.StatusInternalServerError, http.StatusNotFound}},
		func(ctx context.Context, in *recordInput) (*revised, error) {
			scope, err := in.scope()
			if err != nil {
				return nil, s.fail(err)
			}
			view, err := a.Record(ctx, scope, in.Ref)
			if err != nil {
				return nil, s.fail(err)
			}
			return revisedAt(view), nil
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
		func(ctx context.Context, in *editInput) (*revised, error) {
			base, err := revision(in.IfMatch)
			if err != nil {
				return nil, err
			}
			view, err := a.Edit(ctx, in.Ref, base, in.Body)
			if err != nil {
				return nil, s.fail(err)
			}
			return revisedAt(view), nil
		})
}

// revisedAt tags a record with its revision. The tag is strong: one revision is one
// body of the record, for good.
func revisedAt(view app.RecordView) *revised {
	return &revised{ETag: `"` + strconv.Itoa(view.Rev) + `"`, Body: view}
}

// revision reads an If-Match header: one revision number, in quotes.
func revision(header string) (int, error) {
	if strings.TrimSpace(header) == "" {
		return 0, problem(http.StatusPreconditionRequired, "An edit names the revision it edits, so that nobody's change is lost: read the record and send its rev in the header If-Match, in quotes.")
	}
	digits := strings.Trim(strings.TrimSpace(header), `"`) // a weak tag names no revision: RFC 9110 compares If-Match strongly
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
