package app

import (
	"context"
	"net/url"
	"strconv"
	"strings"

	"orrery/internal/store"
	"orrery/ledger"
)

// Search finds records and documents by words, best first. kind narrows to one kind;
// empty: all. The lens does not apply: a search looks for what is there.
func (a *App) Search(ctx context.Context, s Scope, words, kind, cursor string) (SearchView, error) {
	s.Lens = Lens{}
	r, err := a.open(ctx, s)
	if err != nil {
		return SearchView{}, err
	}
	q := store.SearchQuery{Words: words, AsOf: s.AsOf, Limit: 20}
	if kind != "" {
		if !ledger.Kind(kind).Valid() {
			return SearchView{}, malformed("kind", "there is no kind of record "+quoted(kind), "use one such as event, stance, document or forecast, or leave it out")
		}
		q.Kinds = []ledger.Kind{ledger.Kind(kind)}
	}
	if cursor != "" {
		if q.Skip, err = strconv.Atoi(cursor); err != nil || q.Skip < 0 {
			return SearchView{}, malformed("cursor", "the cursor is not one that this list gave", "start again without a cursor")
		}
	}
	v := SearchView{Words: words, Hits: []SearchHit{}}
	if strings.TrimSpace(words) != "" {
		hits, err := a.store.Search(ctx, q)
		if err != nil {
			return SearchView{}, err
		}
		for _, h := range hits {
			hit, err := r.searchHit(h)
			if err != nil {
				return SearchView{}, err
			}
			v.Hits = append(v.Hits, hit)
		}
		if len(hits) == q.Limit {
			v.Next = strconv.Itoa(q.Skip + len(hits))
		}
	}
	v.Scope = r.scopeView()
	return v, nil
}

func (r *reading) searchHit(h store.Hit) (SearchHit, error) {
	rec, err := r.app.store.Get(r.ctx, h.Kind, h.Key, r.scope.AsOf)
	if err != nil {
		return SearchHit{}, err
	}
	hit := SearchHit{Ref: rec.Ref(), Kind: string(h.Kind), Title: cut(r.label(rec), 160), When: h.When.String(), Status: string(h.Status), Screen: screenOf(rec)}
	hit.Snippet, hit.Marks = marked(h.Snippet)
	return hit, nil
}

// marked takes the marks out of a snippet and returns where they stood, as byte
// offsets in what is left.
func marked(snippet string) (string, [][2]int) {
	var b strings.Builder
	marks := [][2]int{}
	open := -1
	for i := range len(snippet) {
		switch snippet[i] {
		case '\x02':
			open = b.Len()
		case '\x03':
			if open >= 0 && b.Len() > open {
				marks = append(marks, [2]int{open, b.Len()})
			}
			open = -1
		default:
			b.WriteByte(snippet[i])
		}
	}
	return b.String(), marks
}

// screenOf is the path of the screen that shows a record.
func screenOf(rec ledger.Record) string {
	switch b := rec.Body.(type) {
	case *ledger.Document:
		return "/reader/" + rec.Key
	case *ledger.Quote:
		return "/reader/" + b.Document + "?at=" + strconv.Itoa(b.Start) + "-" + strconv.Itoa(b.End)
	case *ledger.Actor:
		return "/states/" + url.PathEscape(rec.Key)
	case *ledger.Person:
		return "/states/" + url.PathEscape(b.Actor)
	case *ledger.Membership:
		return "/states/" + url.PathEscape(b.Actor)
	case *ledger.Tie:
		return "/states/" + url.PathEscape(b.Actor)
	case *ledger.Item, *ledger.RollCall:
		return "/litmus/" + url.PathEscape(rec.Key)
	case *ledger.Stance:
		return "/litmus/" + url.PathEscape(b.Item) + "?because=" + url.QueryEscape(traceID("cell", b.Item, b.Actor))
	case *ledger.Vote:
		return "/litmus/" + url.PathEscape(b.RollCall) + "?because=" + url.QueryEscape(traceID("cell", b.RollCall, b.Actor))
	case *ledger.Episode:
		return "/pressure?hub=" + url.QueryEscape(b.Hub) + "&because=" + url.QueryEscape(recordTrace(rec.Ref()))
	case *ledger.Rule:
		return "/pressure/" + url.PathEscape(rec.Key)
	case *ledger.Source:
		return "/sources?because=" + url.QueryEscape(traceID("source", rec.Key))
	}
	return "/search?because=" + url.QueryEscape(recordTrace(rec.Ref()))
}
