package server

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"orrery/internal/app"
	"orrery/internal/coding"
	"orrery/internal/coding/draft"
	"orrery/internal/coding/knowledge"
	sense "orrery/internal/coding/reading"
	"orrery/internal/coding/syntax"
	"orrery/internal/store/sqlstore"
	"orrery/internal/testkit"
	"orrery/ledger"
	"orrery/ui"
)

// echo is a coder that makes a stance of Serbia of every sentence; what becomes of it over HTTP is what is tested here.
type echo struct{}

func (echo) Code(ctx context.Context, d *sense.Document, _ coding.Options) (*coding.Result, error) {
	out := &coding.Result{Reading: &sense.Reading{Document: d}}
	at := 0
	for _, part := range strings.SplitAfter(d.Text, ".") {
		if words := strings.TrimSpace(part); len(words) > 3 {
			start := at + strings.Index(part, words)
			span := syntax.Span{Start: start, End: start + len(words)}
			out.Reading.Sentences = append(out.Reading.Sentences, sense.Sentence{Sentence: &syntax.Sentence{Span: span, Text: d.Text, Turn: -1}})
			out.Drafts = append(out.Drafts, draft.Draft{Kind: ledger.KindStance, Span: span, Trigger: span, Confidence: .75, Trace: draft.Trace{Step: "stances", Frame: "echo"},
				Body: &ledger.Stance{Item: "wb-sanctions-2022", Actor: "SRB", Position: ledger.With, Form: ledger.FormStatement, Summary: "Sentence " + words[:3]}})
		}
		at += len(part)
	}
	return out, ctx.Err()
}

// reviewSite is a server whose coder is echo.
func reviewSite(t *testing.T) site {
	t.Helper()
	db, err := sqlstore.Open(t.Context(), sqlstore.Config{DSN: filepath.Join(t.TempDir(), "ledger.db")})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	a := app.New(app.Config{Store: db, Now: time.Now, Version: "test", Coding: app.Coding{Version: "t-1", New: func(*knowledge.Region) (app.Coder, error) { return echo{}, nil }}})
	t.Cleanup(a.Close)
	cb, faults, err := app.OpenCasebook(os.DirFS(filepath.Join(testkit.Repo(t), "casebook", "testdata", "balkans")))
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	if _, err := a.LoadCasebook(t.Context(), cb, nil); err != nil {
		t.Fatal(err)
	}
	s, err := New(Options{App: a, UI: ui.Dist(), Version: "test", Now: time.Now, Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
	if err != nil {
		t.Fatal(err)
	}
	return site{t, s.Handler(7340), s}
}

func TestReviewOverHTTP(t *testing.T) {
	s := reviewSite(t)
	doc := view[app.DocumentView](t, s.send(http.MethodPost, "/api/v1/documents", app.ReadRequest{Text: article, Suggest: true}), http.StatusCreated)
	if len(doc.Records) != 3 || doc.Records[0].Suggestion == nil || doc.Head.Open != 3 {
		t.Fatalf("%+v", doc.Head)
	}
	again := view[app.SuggestReport](t, s.send(http.MethodPost, "/api/v1/documents/"+doc.Head.Hash+"/suggestions", nil), http.StatusOK)
	if !again.Again || again.Open != 3 {
		t.Errorf("%+v", again)
	}
	isProblem(t, s.send(http.MethodPost, "/api/v1/documents/none/suggestions", nil), http.StatusNotFound)
	queue := view[app.Queue](t, s.get("/api/v1/queue?kind=stance&impact=conflict"), http.StatusOK)
	if queue.Total != 3 { // the casebook says against
		t.Fatalf("%+v", queue)
	}
	isProblem(t, s.get("/api/v1/queue?impact=none"), http.StatusUnprocessableEntity)
	refs := []string{queue.Rows[0].Coded.Record.Ref, queue.Rows[1].Coded.Record.Ref}
	done := view[app.Decision](t, s.send(http.MethodPost, "/api/v1/decisions", app.DecideRequest{Refs: refs, Status: "accepted", Who: "ben"}), http.StatusOK)
	if len(done.Changed) != 2 || done.ID == "" {
		t.Fatalf("%+v", done)
	}
	isProblem(t, s.send(http.MethodPost, "/api/v1/decisions", app.DecideRequest{Refs: []string{"stance:none"}, Status: "accepted"}), http.StatusNotFound)
	back := view[app.Decision](t, s.send(http.MethodPost, "/api/v1/decisions/"+done.ID+"/undo", map[string]string{}), http.StatusOK)
	if len(back.Changed) != 2 || back.Changed[0].To != "draft" {
		t.Errorf("%+v", back)
	}
	isProblem(t, s.send(http.MethodPost, "/api/v1/decisions/"+done.ID+"/undo", map[string]string{}), http.StatusPreconditionFailed)
	explained := view[app.ExplainView](t, s.get("/api/v1/documents/"+doc.Head.Hash+"/explain"), http.StatusOK)
	if len(explained.Sentences) != 3 || len(explained.Drafts) != 3 {
		t.Errorf("%d sentences, %d drafts", len(explained.Sentences), len(explained.Drafts))
	}
	blind := view[app.DocumentView](t, s.get("/api/v1/documents/"+doc.Head.Hash+"?blind=carl"), http.StatusOK)
	if len(blind.Records) != 0 || blind.Blind != "carl" {
		t.Errorf("carl sees %d records", len(blind.Records))
	}
	list := view[app.DocumentList](t, s.get("/api/v1/documents?order=open"), http.StatusOK)
	if len(list.Documents) != 1 || list.Documents[0].Open != 3 {
		t.Errorf("%+v", list)
	}
}

func TestRulesOfAcceptanceAndExportsOverHTTP(t *testing.T) {
	s := reviewSite(t)
	at := "/api/v1/acceptance-rules/sure"
	row := view[app.AcceptanceRow](t, s.send(http.MethodPut, at, app.AcceptanceRequest{Title: "Sure", Least: .7}), http.StatusOK)
	isProblem(t, s.send(http.MethodPut, at, app.AcceptanceRequest{Title: "Again", Least: .7}), http.StatusPreconditionFailed)
	isProblem(t, s.send(http.MethodPost, at+"/apply", map[string]string{}), http.StatusUnprocessableEntity)
	if row.On {
		t.Error("a new rule is on")
	}
	view[app.DocumentView](t, s.send(http.MethodPost, "/api/v1/documents", app.ReadRequest{Text: article, Suggest: true}), http.StatusCreated)
	if trial := view[app.AcceptanceTrial](t, s.get(at+"/trial"), http.StatusOK); trial.Total != 3 || len(trial.Examples) != 3 {
		t.Errorf("%+v", trial)
	}
	view[app.AcceptanceRow](t, s.send(http.MethodPost, at+"/switch", app.SwitchRequest{On: true}), http.StatusOK)
	if done := view[app.Decision](t, s.send(http.MethodPost, at+"/apply", map[string]string{}), http.StatusOK); len(done.Changed) != 3 || done.Why != "rule:sure" {
		t.Errorf("%+v", done)
	}
	w := s.get("/api/v1/export/training")
	if w.Code != http.StatusOK || strings.Count(w.Body.String(), "\n") != 3 || !strings.Contains(w.Header().Get("Content-Disposition"), "training.jsonl") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	var line app.ExportLine
	if err := json.Unmarshal([]byte(strings.SplitN(w.Body.String(), "\n", 2)[0]), &line); err != nil || line.Decision != "accepted" || line.Step != "stances" || line.Sentence == "" {
		t.Errorf("%v %+v", err, line)
	}
	isProblem(t, s.get("/api/v1/export/pictures"), http.StatusUnprocessableEntity)
	if v := view[app.AgreementView](t, s.get("/api/v1/agreement"), http.StatusOK); v.Documents != 0 || len(v.Rows) != 1 {
		t.Errorf("%+v", v)
	}
	isProblem(t, s.send(http.MethodPost, "/api/v1/agreement/adjudications", app.AdjudicateRequest{Unit: url.PathEscape("x"), Choose: []string{}}), http.StatusBadRequest)
}

// Many documents are read in the background, and what was stopped goes on.
func TestSuggestingForManyDocuments(t *testing.T) {
	s := reviewSite(t)
	for _, more := range []string{"", " And more.", " And yet more."} {
		view[app.DocumentView](t, s.send(http.MethodPost, "/api/v1/documents", app.ReadRequest{Text: article + more}), http.StatusCreated)
	}
	view[app.SuggestStatus](t, s.send(http.MethodPost, "/api/v1/suggestions/stop", nil), http.StatusOK) // nothing runs: no fault
	view[app.SuggestStatus](t, s.send(http.MethodPost, "/api/v1/suggestions", app.SuggestRequest{}), http.StatusOK)
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		v := view[app.SuggestStatus](t, s.get("/api/v1/suggestions"), http.StatusOK)
		if !v.Running && v.Read == 3 {
			if v.Documents != 3 || v.Open != 3+4+4 || len(v.Failed) != 0 {
				t.Errorf("%+v", v)
			}
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("still %+v", v)
		}
	}
}
