package app

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"orrery/internal/extract/container"
	"orrery/internal/fetch"
)

// Subscription is one feed that is watched.
type Subscription = container.Subscription

// ReadSubscriptions reads an OPML file.
func ReadSubscriptions(r io.Reader) ([]Subscription, error) { return container.ReadOPML(r) }

// WatchState is what is remembered of feeds between two looks, by address. It is a cache: without it every entry is looked at again,
// and those that are in the ledger stay one document.
type WatchState struct {
	Feeds map[string]FeedState `json:"feeds"`
}

// FeedState is what is remembered of one feed.
type FeedState struct {
	ETag         string   `json:"etag,omitempty"`
	LastModified string   `json:"last_modified,omitempty"`
	Seen         []string `json:"seen"` // entries that were read, by their id, the newest last
	Looked       string   `json:"looked"`
}

// mostSeen bounds what is remembered of one feed; feeds show some dozens of entries.
const mostSeen = 2000

// WatchNote is what happened to one feed or entry.
type WatchNote struct {
	Feed, Entry string
	Read        bool // a new document
	Open        int  // suggestions in it that wait
	Err         error
}

// conditional is a Fetcher that can ask whether a page changed.
type conditional interface {
	GetIf(ctx context.Context, rawURL string, v fetch.Validators) (*fetch.Page, error)
}

// Watch looks once at every feed and reads its new entries into the ledger, coded: the text that the feed carries, or the page that
// it links to. What cannot be had is told and tried again at the next look. state is brought up to date entry by entry, so that a look
// that was stopped goes on where it was. Errors: ctx's, or that this Orrery does not fetch.
func (a *App) Watch(ctx context.Context, feeds []Subscription, state *WatchState, told func(WatchNote)) error {
	if a.fetch == nil {
		return malformed("feeds", "this Orrery does not fetch pages", "read the files of the feeds instead")
	}
	if state.Feeds == nil {
		state.Feeds = map[string]FeedState{}
	}
	for _, f := range feeds {
		if err := a.look(ctx, f, state, told); err != nil {
			return err
		}
	}
	return nil
}

// look reads one feed. The error is ctx's alone.
func (a *App) look(ctx context.Context, s Subscription, state *WatchState, told func(WatchNote)) error {
	kept := state.Feeds[s.Address]
	page, err := a.getIf(ctx, s.Address, fetch.Validators{ETag: kept.ETag, LastModified: kept.LastModified})
	if errors.Is(err, fetch.ErrNotModified) {
		return ctx.Err()
	}
	var feed *container.Feed
	if err == nil {
		feed, err = container.ReadFeed(bytes.NewReader(page.Body))
	}
	if err != nil {
		told(WatchNote{Feed: s.Address, Err: err})
		return ctx.Err()
	}
	complete := true
	for _, e := range slices.Backward(feed.Entries) { // feeds put the newest first
		if slices.Contains(kept.Seen, e.ID) {
			continue
		}
		note := WatchNote{Feed: s.Address, Entry: e.Link}
		doc, err := a.entry(ctx, feed, e)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if note.Err = err; err == nil {
			note.Read, note.Open = doc.Created, doc.Head.Open
			kept.Seen = append(kept.Seen, e.ID)
		} else {
			complete = false
		}
		kept.Seen = kept.Seen[max(0, len(kept.Seen)-mostSeen):]
		state.Feeds[s.Address] = kept
		told(note)
	}
	kept.Looked = a.now().UTC().Format(time.RFC3339)
	if complete { // else the whole feed is asked for again, because some entry must be tried again
		kept.ETag, kept.LastModified = page.ETag, page.LastModified
	}
	state.Feeds[s.Address] = kept
	return nil
}

func (a *App) getIf(ctx context.Context, address string, v fetch.Validators) (*fetch.Page, error) {
	if c, ok := a.fetch.(conditional); ok {
		return c.GetIf(ctx, address, v)
	}
	return a.fetch.Get(ctx, address)
}

// entry reads one entry into the ledger.
func (a *App) entry(ctx context.Context, f *container.Feed, e container.Entry) (DocumentView, error) {
	hint := FileHint{Suggest: true}
	if part, ok := f.Part(e); ok && (e.Full || e.Link == "") {
		return a.ReadBytes(ctx, part.Raw, hint.hinted(part.Hint))
	}
	if e.Link == "" {
		return DocumentView{}, fmt.Errorf("the entry %q has neither words nor a link", e.Title)
	}
	page, err := a.fetch.Get(ctx, e.Link)
	if err != nil {
		return DocumentView{}, err
	}
	hint.MediaType, hint.Charset, hint.URL = page.MediaType, page.Charset, page.FinalURL
	hint.Title, hint.Published, hint.Outlet = e.Title, e.Published, f.Title
	return a.ReadBytes(ctx, page.Body, hint)
}
