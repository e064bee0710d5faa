package server

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"orrery/internal/app"
	"orrery/internal/store/sqlstore"
)

// A page of a rule shows a kept run without running anything, and its tag changes with every run.
func TestAPageOfARuleShowsAKeptRun(t *testing.T) {
	s := newSite(t)
	view[app.Registration](t, s.send(http.MethodPost, "/api/v1/rules", ruleText{lists}), http.StatusCreated)
	const at = "/api/v1/rules/lists"
	empty := s.get(at)
	if page := view[app.RulePage](t, empty, http.StatusOK); page.Run != nil || !strings.Contains(empty.Body.String(), `"run":null`) {
		t.Errorf("a rule that was never run has a run: %s", empty.Body)
	}
	before := empty.Header().Get("ETag")
	first := view[app.RuleRun](t, s.send(http.MethodPost, at+"/runs", map[string]int{"seed": 1}), http.StatusCreated)
	second := view[app.RuleRun](t, s.send(http.MethodPost, at+"/runs", map[string]int{"seed": 2}), http.StatusCreated)
	w := s.get(at, "If-None-Match", before)
	page := view[app.RulePage](t, w, http.StatusOK)
	if w.Header().Get("ETag") == before || page.Run == nil || page.Run.Receipt.Key != second.Receipt.Key || len(page.Rule.Runs) != 2 || page.Rule.Runs[0].Key != second.Receipt.Key {
		t.Errorf("after two runs: %+v", page.Rule.Runs)
	}
	if again := s.get(at, "If-None-Match", w.Header().Get("ETag")); again.Code != http.StatusNotModified {
		t.Errorf("the same page again: %d", again.Code)
	}
	older := view[app.RulePage](t, s.get(at+"?run="+first.Receipt.Key), http.StatusOK)
	if older.Run == nil || older.Run.Receipt != first.Receipt || older.Run.Sentence.String() != first.Sentence.String() || len(older.Rule.Runs) != 2 {
		t.Errorf("the first run: %+v", older.Run)
	}
	same := view[app.RuleRun](t, s.send(http.MethodPost, at+"/runs", map[string]int{"seed": 1}), http.StatusCreated)
	if same.Receipt != first.Receipt {
		t.Errorf("the same run was made again: %+v", same.Receipt)
	}
	plain := view[app.RuleRun](t, s.send(http.MethodPost, at+"/runs", map[string]int{}), http.StatusCreated)
	if plain.Receipt != first.Receipt {
		t.Errorf("without a seed: %+v", plain.Receipt)
	}
	list := view[app.RuleList](t, s.get("/api/v1/rules"), http.StatusOK)
	if len(list.Rules) != 1 || list.Family != 1 || list.Rules[0].Runs[0].Label != "coincidence not excluded" || list.Rules[0].Runs[0].P != nil || !strings.HasPrefix(list.Rules[0].Runs[0].PText, "no base rate") || list.Text == "" {
		t.Errorf("%+v", list)
	}
	for _, n := range page.Run.Numbers {
		if n.Name == "p" && (n.Shown || n.Text == "") {
			t.Errorf("%+v", n)
		}
		view[app.TraceView](t, s.get("/api/v1/trace/"+url.PathEscape(n.Trace)), http.StatusOK)
	}
}

func TestWhatIsNoRule(t *testing.T) {
	s := newSite(t)
	run := s.register(lists, "lists")
	if detail := isProblem(t, s.get("/api/v1/rules/list"), http.StatusNotFound); !strings.Contains(detail, "did you mean lists") {
		t.Errorf("%s", detail)
	}
	isProblem(t, s.get("/api/v1/rules/lists?run=01NONE"), http.StatusNotFound)
	isProblem(t, s.get("/api/v1/rules/lists?runs="+run.Receipt.Key), http.StatusUnprocessableEntity)
	isProblem(t, s.send(http.MethodPost, "/api/v1/rules/list/runs", map[string]int{"seed": 1}), http.StatusNotFound)
	isProblem(t, s.send(http.MethodPost, "/api/v1/rules/lists/runs", map[string]int{"seed": -1}), http.StatusUnprocessableEntity)
	isProblem(t, s.send(http.MethodPost, "/api/v1/rules/lists/runs", []byte("{"), "Content-Type", "application/json"), http.StatusBadRequest)
	isProblem(t, s.send(http.MethodPost, "/api/v1/rules", map[string]string{"yaml": lists}), http.StatusUnprocessableEntity)
	isProblem(t, s.send(http.MethodPost, "/api/v1/rules", ruleText{strings.Repeat("#", 70_000)}), http.StatusUnprocessableEntity)
	isProblem(t, s.get("/api/v1/trace/"+url.PathEscape("rule|lists|"+run.Receipt.Key+"|fortune")), http.StatusNotFound)
	isProblem(t, s.get("/api/v1/trace/"+url.PathEscape("rule|lists|01NONE|p")), http.StatusNotFound)
	isProblem(t, s.get("/api/v1/trace/"+url.PathEscape("report|icews|1")), http.StatusNotFound)
	for _, at := range []string{"/api/v1/rules", "/api/v1/rules/lists/runs", "/api/v1/rules/check"} {
		isProblem(t, s.send(http.MethodPost, at, ruleText{lists}, "Origin", "https://evil.example"), http.StatusForbidden)
	}
	w := s.send(http.MethodDelete, "/api/v1/rules/lists", nil)
	if isProblem(t, w, http.StatusMethodNotAllowed); w.Header().Get("Allow") != "GET" {
		t.Errorf("Allow %q", w.Header().Get("Allow"))
	}
}

// A run that is given up leaves no trace: nobody saw it, and it is not counted.
func TestARunThatIsGivenUpIsNotKept(t *testing.T) {
	s := newSite(t)
	view[app.Registration](t, s.send(http.MethodPost, "/api/v1/rules", ruleText{lists}), http.StatusCreated)
	ctx, giveUp := context.WithCancel(t.Context())
	giveUp()
	w := httptest.NewRecorder()
	r := request(http.MethodPost, "/api/v1/rules/lists/runs", strings.NewReader(`{"seed":1}`), "Content-Type", "application/json").WithContext(ctx)
	s.h.ServeHTTP(w, r)
	isProblem(t, w, http.StatusServiceUnavailable)
	if page := view[app.RulePage](t, s.get("/api/v1/rules/lists"), http.StatusOK); page.Run != nil || len(page.Rule.Runs) != 0 {
		t.Errorf("it was kept: %+v", page.Rule.Runs)
	}
}

// A ledger that may not be written shows its kept runs and refuses new ones.
func TestRulesOfALedgerThatIsReadOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.db")
	s := siteOf(t, path, filepath.Join("casebook", "testdata", "balkans"))
	run := s.register(lists, "lists")
	db, err := sqlstore.Open(t.Context(), sqlstore.Config{DSN: path, ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	a := app.New(app.Config{Store: db, Now: time.Now, Version: "test", ReadOnly: true})
	t.Cleanup(a.Close)
	locked := serving(t, a)
	page := view[app.RulePage](t, locked.get("/api/v1/rules/lists"), http.StatusOK)
	if page.Run == nil || page.Run.Receipt.Key != run.Receipt.Key {
		t.Errorf("%+v", page.Run)
	}
	same := view[app.RuleRun](t, locked.send(http.MethodPost, "/api/v1/rules/lists/runs", map[string]int{"seed": 1}), http.StatusCreated)
	if same.Receipt.Key != run.Receipt.Key {
		t.Errorf("%+v", same.Receipt)
	}
	isProblem(t, locked.send(http.MethodPost, "/api/v1/rules/lists/runs", map[string]int{"seed": 2}), http.StatusForbidden)
	isProblem(t, locked.send(http.MethodPost, "/api/v1/rules", ruleText{strings.Replace(lists, "P60D", "P61D", 1)}), http.StatusForbidden)
	view[app.RuleCheck](t, locked.send(http.MethodPost, "/api/v1/rules/check", ruleText{lists}), http.StatusOK)
}

// code enters an event from a sentence of a document and accepts it.
func (s site) code(doc app.DocumentView, words, fields string) {
	s.t.Helper()
	start := strings.Index(doc.Text, words)
	draft := view[app.RecordView](s.t, s.send(http.MethodPost, "/api/v1/records", app.CodeRequest{Kind: "event", Body: json.RawMessage(fields), Document: doc.Head.Hash, Start: start, End: start + len(words)}), http.StatusCreated)
	view[app.RecordView](s.t, s.send(http.MethodPut, "/api/v1/records/"+url.PathEscape(draft.Ref), app.EditRequest{Status: "accepted", Why: "as claimed"}, "If-Match", `"1"`), http.StatusOK)
}

// What somebody says of Kyrgyzstan, entered as one step and one measure, is one pair; the purchase of 2021, which nothing is known to have answered, stands beside it.
func TestOnePairOverHTTPIsNoPattern(t *testing.T) {
	s := siteOf(t, filepath.Join(t.TempDir(), "ledger.db"), filepath.Join("casebook", "postsoviet"))
	const step, measure = "On 10 September Ankara said that it would train Kyrgyz drone crews.", "On 18 September Moscow held up fruit from Kyrgyzstan at the border."
	doc := view[app.DocumentView](t, s.send(http.MethodPost, "/api/v1/documents", app.ReadRequest{Text: "A talk in 2025. " + step + " " + measure + " The speaker saw one in the other."}), http.StatusCreated)
	s.code(doc, step, `{"slug":"drone-training","when":"2025-09-10","by":["KGZ"],"to":["TUR"],"type":"COOPERATE","contexts":["military"],"instrument":"arms-purchase","summary":"Kyrgyz crews are to be trained.","credibility":4}`)
	s.code(doc, measure, `{"slug":"fruit-held-up","when":"2025-09-18","by":["RUS"],"to":["KGZ"],"type":"SANCTION","mode":"discontinue","contexts":["economic"],"instrument":"import-ban","summary":"Fruit is held up.","credibility":4}`)
	const rule = "rule: drones-and-fruit\ntitle: Farm imports after drones\nhub: RUS\ntrigger: actor=state target=TUR context=military\n" +
		"response: actor=hub target=state instrument=import-ban,sanitary-ban\ndyads: [RUS/KGZ]\nlag: 1\nwindow: P9D\nfrom: 2015\nto: 2026-10\n"
	run := s.register(rule, "drones-and-fruit")
	if !strings.HasPrefix(run.Sentence.String(), "1 pair, no searched non-responses: coincidence not excluded") || len(run.Result.Pairs) != 1 || run.Result.Pairs[0].Lag != 8 {
		t.Errorf("%s %+v", run.Sentence, run.Result.Pairs)
	}
	unanswered := slices.IndexFunc(run.Figures, func(f app.Figure) bool { return f.Name == "unanswered" })
	because := view[app.TraceView](t, s.get("/api/v1/trace/"+url.PathEscape(run.Figures[unanswered].Trace)), http.StatusOK)
	refs := []string{}
	for _, row := range because.Rows {
		refs = append(refs, row.Ref)
	}
	if !slices.Contains(refs, "event:20211021-kgz-tur-drones-order") || because.Total != int(run.Figures[unanswered].N) {
		t.Errorf("without a known response: %q", refs)
	}
	p := slices.IndexFunc(run.Numbers, func(n app.RuleNumber) bool { return n.Name == "p" })
	if run.Result.P != nil || run.Numbers[p].Shown {
		t.Errorf("one pair has a p: %+v", run.Numbers[p])
	}
}
