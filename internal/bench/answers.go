package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"time"

	"orrery/internal/app"
	"orrery/internal/server"
	"orrery/internal/store/storetest"
	"orrery/ui"
)

// answerTarget is what 99 of 100 answers of the API take at most.
const answerTarget = 100 * time.Millisecond

// answers measures the questions through the whole HTTP handler, guards and JSON
// included, one at a time as one person asks.
func answers(ctx context.Context, v volume) ([]row, error) {
	db, err := large(ctx, v)
	if err != nil {
		return nil, err
	}
	defer func() { _ = db.Close() }() // it was only read
	a := app.New(app.Config{Store: db, Now: time.Now})
	defer a.Close()
	site, err := server.New(server.Options{App: a, UI: ui.Dist(), Now: time.Now, Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
	if err != nil {
		return nil, err
	}
	questions, err := ask(ctx, a)
	if err != nil {
		return nil, err
	}
	if err := computed(ctx, a); err != nil {
		return nil, err
	}
	h := site.Handler(7340)
	rows := []row{{what: "the ledger of the next lines", measured: fmt.Sprintf("%d events, %d documents, SQLite", v.events, v.documents)}}
	for _, q := range questions {
		note("asking for %s …", q.name)
		asks := v.asks
		if q.name == widest {
			asks = 10
		}
		took := make([]time.Duration, 0, asks)
		for i := range asks + len(q.targets) { // the first round fills caches, as the first minute of use does
			r := httptest.NewRequestWithContext(ctx, http.MethodGet, "http://127.0.0.1:7340"+q.targets[i%len(q.targets)], nil)
			w := httptest.NewRecorder()
			begin := time.Now()
			h.ServeHTTP(w, r)
			if d := time.Since(begin); i >= len(q.targets) {
				took = append(took, d)
			}
			if w.Code != http.StatusOK {
				return nil, fmt.Errorf("%s: %d %s", r.URL, w.Code, w.Body)
			}
		}
		slices.Sort(took)
		p99 := quantile(took, 0.99)
		r := row{what: "API, " + q.name, measured: fmt.Sprintf("p50 %s, p99 %s", ms(quantile(took, 0.5)), ms(p99))}
		if q.name != widest {
			r.target, r.ok = "p99 < "+ms(answerTarget), p99 < answerTarget
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// computed waits for what the first questions have computed beside them: it is measured
// by itself, and these are the answers of every minute after.
func computed(ctx context.Context, a *app.App) error {
	meta, err := a.Meta(ctx, app.Scope{})
	if err != nil || len(meta.States) == 0 {
		return err
	}
	_, err = a.StateAlignment(ctx, app.Scope{}, meta.States[0].Code, app.AlignOptions{Wait: true})
	return err
}

// widest is the most that one search can ask of the index. It has no target: nobody
// reads a million finds, but it should be known what it costs.
const widest = "Search, two letters that begin a tenth of all words"

// question is a screen's address with different parameters.
type question struct {
	name    string
	targets []string
}

func ask(ctx context.Context, a *app.App) ([]question, error) {
	meta, err := a.Meta(ctx, app.Scope{})
	if err != nil {
		return nil, err
	}
	matrix, err := a.LitmusMatrix(ctx, app.Scope{})
	if err != nil {
		return nil, err
	}
	items := question{name: "Litmus, one item"}
	for _, r := range matrix.Rows {
		items.targets = append(items.targets, "/api/v1/litmus/"+url.PathEscape(r.Item.Key))
	}
	states := question{name: "State"}
	for _, s := range meta.States {
		states.targets = append(states.targets, "/api/v1/states/"+s.Code)
	}
	states.targets = append(states.targets, "/api/v1/states/"+meta.Hub.Code) // the actor of most events
	words := storetest.NewGenerator(storetest.Volume{Seed: seed}).Words()
	search := question{name: "Search"}
	for _, q := range []string{words[0], words[10], words[100], words[1000], words[len(words)-1], words[0] + " " + words[1], words[3] + " " + words[500],
		words[0] + " " + words[len(words)-1], string([]rune(words[2])[:5]) + "*", `"` + words[0] + " " + words[1] + `"`, "Kazakhstan", "gas transit", "nowhere"} {
		search.targets = append(search.targets, "/api/v1/search?q="+url.QueryEscape(q))
	}
	if strings.TrimSpace(meta.Hub.Code) == "" || len(items.targets) == 0 {
		return nil, fmt.Errorf("the ledger has no region to ask about")
	}
	return []question{items, {"Litmus, the matrix", []string{"/api/v1/litmus"}}, states, search,
		{"Home", []string{"/api/v1/home"}}, {"Pressure", []string{"/api/v1/pressure"}},
		{widest, []string{"/api/v1/search?q=" + url.QueryEscape(string([]rune(words[2])[:2])+"*")}}}, nil
}

// quantile of a sorted list: the smallest value that at least the share p of all do
// not exceed.
func quantile(sorted []time.Duration, p float64) time.Duration {
	i := int(p*float64(len(sorted))+0.999999) - 1
	return sorted[min(max(i, 0), len(sorted)-1)]
}

func ms(d time.Duration) string {
	return fmt.Sprintf("%.1f ms", float64(d.Microseconds())/1000)
}
