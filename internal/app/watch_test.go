package app_test

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"orrery/internal/app"
	"orrery/internal/fetch"
	"orrery/internal/store/sqlstore"
	"orrery/internal/testkit"
)

// pages is a web of its own, with validators: a page is the same until it is changed.
type pages struct {
	at    map[string]string
	asked []string
}

func (p *pages) Get(ctx context.Context, url string) (*fetch.Page, error) {
	return p.GetIf(ctx, url, fetch.Validators{})
}

func (p *pages) GetIf(_ context.Context, url string, v fetch.Validators) (*fetch.Page, error) {
	p.asked = append(p.asked, url)
	body, ok := p.at[url]
	if !ok {
		return nil, &fetch.StatusError{URL: url, Status: 404, Do: "Check the address."}
	}
	if v.ETag == body {
		return nil, fetch.ErrNotModified
	}
	return &fetch.Page{URL: url, FinalURL: url, Status: 200, MediaType: "text/html", Charset: "utf-8", ETag: body, Body: []byte(body)}, nil
}

const wireFeed = `<rss version="2.0"><channel><title>A wire</title>
<item><title>Second</title><link>https://wire.example/2</link><description>A teaser.</description></item>
<item><title>First</title><link>https://wire.example/1</link><description>A teaser.</description><pubDate>Thu, 01 Jan 2026 10:00:00 GMT</pubDate></item></channel></rss>`

func watching(t *testing.T, web *pages) *app.App {
	t.Helper()
	clock := testkit.NewClock(t0.Add(time.Hour))
	db, err := sqlstore.Open(t.Context(), sqlstore.Config{DSN: filepath.Join(t.TempDir(), "ledger.db"), Now: clock.Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	a := app.New(app.Config{Store: db, Now: clock.Now, Version: "test", Who: "ana", Fetch: web})
	t.Cleanup(a.Close)
	return a
}

func TestWatchReadsNewEntriesOnce(t *testing.T) {
	web := &pages{at: map[string]string{"https://wire.example/feed": wireFeed,
		"https://wire.example/1": "<html><body><article><h1>First</h1><p>" + longParagraph + "</p></article></body></html>"}}
	a := watching(t, web)
	feeds := []app.Subscription{{Title: "A wire", Address: "https://wire.example/feed"}, {Address: "https://gone.example/feed"}}
	state := &app.WatchState{}
	look := func() (read, failed []string) {
		t.Helper()
		err := a.Watch(t.Context(), feeds, state, func(n app.WatchNote) {
			name := n.Entry
			if name == "" {
				name = n.Feed
			}
			if n.Err != nil {
				failed = append(failed, name)
			} else if n.Read {
				read = append(read, name)
			}
		})
		if err != nil {
			t.Fatal(err)
		}
		return read, failed
	}
	read, failed := look()
	if len(read) != 1 || read[0] != "https://wire.example/1" || len(failed) != 2 {
		t.Fatalf("first look: read %q, failed %q", read, failed)
	}
	docs := must(a.Documents(t.Context(), app.Scope{}, "", ""))(t)
	if len(docs.Documents) != 1 || docs.Documents[0].Published != "2026-01-01" || docs.Documents[0].Outlet != "A wire" {
		t.Errorf("documents %+v", docs.Documents)
	}
	web.at["https://wire.example/2"] = "<html><body><article><h1>Second</h1><p>" + longParagraph + " More.</p></article></body></html>"
	if read, _ = look(); len(read) != 1 || read[0] != "https://wire.example/2" {
		t.Errorf("second look: read %q; what failed is tried again and what was read is not", read)
	}
	web.asked = nil
	if read, _ = look(); len(read) != 0 || len(web.asked) != 2 {
		t.Errorf("third look: read %q, asked %q; a feed that did not change costs one question", read, web.asked)
	}
}

func TestWatchNeedsAFetcher(t *testing.T) {
	err := empty(t).Watch(t.Context(), nil, &app.WatchState{}, func(app.WatchNote) {})
	var own *app.Error
	if !errors.As(err, &own) || own.Do == "" {
		t.Errorf("%v", err)
	}
}

const longParagraph = "The two ministries opened a joint office at the crossing on Thursday. Drivers had waited there for up to nine days in December. The office works around the clock, " +
	"its staff come from both sides, and the forms are printed in three languages, the head of the customs service told reporters who had come to see it."
