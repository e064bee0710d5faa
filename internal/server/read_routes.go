package server

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"reflect"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"orrery/internal/app"
)

type (
	documentInput struct {
		Scoped
		Hash string `path:"hash" doc:"SHA-256 of the snapshot, in hex"`
	}
	documentViewInput struct {
		Scoped
		Hash  string `path:"hash" doc:"SHA-256 of the snapshot, in hex"`
		Blind string `query:"blind" doc:"Name of a coder: show nothing that others coded or the coder suggested"`
	}
	documentsInput struct {
		Scoped
		Order  string `query:"order" enum:"read,open" default:"read" doc:"read: what was read last first; open: most suggestions that wait first"`
		Cursor string `query:"cursor" doc:"Next page: the next of the page before"`
	}
	readInput struct {
		ContentType string `header:"Content-Type"`
		RawBody     []byte `contentType:"application/json"`
	}
	readOutput struct {
		Status int
		Body   app.DocumentView
	}
	snapshotOutput struct {
		ContentType string `header:"Content-Type"`
		Disposition string `header:"Content-Disposition"`
		Policy      string `header:"Content-Security-Policy"`
		Body        []byte
	}
)

// readRoutes are the documents: the queue, one document, its snapshot, and reading.
func (s *Server) readRoutes(api huma.API) {
	a := s.o.App
	ask(s, api, "/documents", "documents", "The documents that were read", func(ctx context.Context, scope app.Scope, in *documentsInput) (app.DocumentList, error) {
		return a.Documents(ctx, scope, in.Order, in.Cursor)
	})
	ask(s, api, "/documents/{hash}", "document", "A document's text and everything coded in it", func(ctx context.Context, scope app.Scope, in *documentViewInput) (app.DocumentView, error) {
		return a.DocumentFor(ctx, scope, in.Hash, in.Blind)
	})
	huma.Register(api, huma.Operation{Method: http.MethodGet, Path: "/api/v1/documents/{hash}/snapshot", OperationID: "snapshot", Tags: []string{"read"},
		Summary: "The bytes as they were read, always as a download", Errors: []int{http.StatusNotFound, http.StatusInternalServerError},
		Responses: map[string]*huma.Response{"200": {Description: "The bytes", Content: map[string]*huma.MediaType{
			"application/octet-stream": {Schema: &huma.Schema{Type: "string", Format: "binary"}}}}}}, s.snapshot)

	// One address takes JSON and an upload. Huma can describe one of them by a type,
	// so the description is written here and the body is taken apart by hand.
	request := &huma.RequestBody{Required: true}
	huma.Register(api, huma.Operation{Method: http.MethodPost, Path: "/api/v1/documents", OperationID: "read", Tags: []string{"read"},
		Summary: "Read a text, an address or an uploaded file; the same bytes twice are one document", DefaultStatus: http.StatusCreated,
		RequestBody: request, SkipValidateBody: true, MaxBodyBytes: maxUpload + 64<<10, BodyReadTimeout: time.Minute,
		Errors: []int{http.StatusBadRequest, http.StatusForbidden, http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType, http.StatusUnprocessableEntity, http.StatusBadGateway, http.StatusInternalServerError}}, s.read)
	request.Content = map[string]*huma.MediaType{
		"application/json": {Schema: api.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[app.ReadRequest](), true, "")},
		"multipart/form-data": {Schema: &huma.Schema{Type: "object", Required: []string{"file"}, Properties: map[string]*huma.Schema{
			"file":    {Type: "string", Format: "binary", Description: "Plain text, Markdown, HTML, PDF, DOCX or an e-mail message (.eml), at most 20 MiB"},
			"source":  {Type: "string", Description: "Key of a known source that this is the text of"},
			"suggest": {Type: "string", Enum: []any{"true", "false"}, Description: "Read it for suggestions at once"}}}},
	}
	read := api.OpenAPI().Paths["/api/v1/documents"].Post
	read.Responses["200"] = &huma.Response{Description: "The same bytes were read before: the document as it stands", Content: read.Responses["201"].Content}
}

func (s *Server) read(ctx context.Context, in *readInput) (*readOutput, error) {
	media, params, err := mime.ParseMediaType(in.ContentType)
	var view app.DocumentView
	switch {
	case err == nil && media == "application/json":
		view, err = s.readJSON(ctx, in.RawBody)
	case err == nil && media == "multipart/form-data":
		view, err = s.readUpload(ctx, in.RawBody, params["boundary"])
	default:
		return nil, problem(http.StatusUnsupportedMediaType, "A document is sent as application/json or as multipart/form-data with a part named file.")
	}
	if err != nil {
		return nil, err
	}
	if !view.Created {
		return &readOutput{http.StatusOK, view}, nil
	}
	return &readOutput{http.StatusCreated, view}, nil
}

func (s *Server) readJSON(ctx context.Context, raw []byte) (app.DocumentView, error) {
	var req app.ReadRequest
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(&req); err != nil {
		return app.DocumentView{}, problem(http.StatusBadRequest, "The body is not a request to read: "+err.Error()+". Send JSON with a text or a url.")
	}
	view, err := s.o.App.Read(ctx, req)
	if err != nil {
		err = s.fail(err)
	}
	return view, err
}

func (s *Server) readUpload(ctx context.Context, raw []byte, boundary string) (app.DocumentView, error) {
	var hint app.FileHint
	var data []byte
	parts := multipart.NewReader(bytes.NewReader(raw), boundary)
	for {
		part, err := parts.NextPart()
		if err == io.EOF { //nolint:errorlint // a wrapped EOF means that the upload is cut off, the bare one that it is over
			break
		}
		if err != nil {
			return app.DocumentView{}, problem(http.StatusBadRequest, "The upload is cut off or is not multipart/form-data. Send the file again.")
		}
		content, err := io.ReadAll(part)
		if err != nil {
			return app.DocumentView{}, problem(http.StatusBadRequest, "The upload is cut off. Send the file again.")
		}
		switch part.FormName() {
		case "file":
			if data != nil {
				return app.DocumentView{}, problem(http.StatusUnprocessableEntity, "The upload holds more than one file. Send one at a time.")
			}
			data, hint.FileName = content, part.FileName()
			hint.MediaType, hint.Charset = mediaType(part.Header.Get("Content-Type"))
		case "source":
			hint.Source = string(content)
		case "suggest":
			hint.Suggest = string(content) == "true"
		default:
			return app.DocumentView{}, problem(http.StatusUnprocessableEntity, fmt.Sprintf("The upload holds a part %q that is not known. The parts are file, source and suggest.", part.FormName()))
		}
	}
	switch {
	case data == nil:
		return app.DocumentView{}, problem(http.StatusUnprocessableEntity, "The upload holds no file. Put it into a part named file.")
	case len(data) > maxUpload:
		return app.DocumentView{}, problem(http.StatusRequestEntityTooLarge, fmt.Sprintf("The file holds %d bytes; %d is the most that is taken. Send the text alone.", len(data), maxUpload))
	}
	view, err := s.o.App.ReadBytes(ctx, data, hint)
	if err != nil {
		err = s.fail(err)
	}
	return view, err
}

// mediaType takes the type that a browser names for a file. It says octet-stream
// for every file that it does not know, which is no hint at all.
func mediaType(header string) (media, charset string) {
	media, params, err := mime.ParseMediaType(header)
	if err != nil || media == "application/octet-stream" {
		return "", ""
	}
	return media, params["charset"]
}

// snapshot gives the raw bytes in a way that no browser runs or shows them: they
// are somebody else's page.
func (s *Server) snapshot(ctx context.Context, in *documentInput) (*snapshotOutput, error) {
	raw, name, err := s.o.App.Snapshot(ctx, in.Hash)
	if err != nil {
		return nil, s.fail(err)
	}
	if name == "" {
		name = in.Hash
	}
	disposition := mime.FormatMediaType("attachment", map[string]string{"filename": name})
	if disposition == "" {
		disposition = "attachment"
	}
	return &snapshotOutput{"application/octet-stream", disposition, "default-src 'none'; sandbox", raw}, nil
}
