package container

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/mmcdole/gofeed"

	"orrery/internal/extract"
)

// Feed is a feed as read: what it calls itself and its entries, as given.
type Feed struct {
	Title, Link, Language string
	Entries               []Entry
}

// Entry is one entry of a feed. HTML is its text where the feed carries one: often only a teaser of the page at Link.
type Entry struct {
	ID, Link, Title, Author, Published string // Published: 2025-12-31, "" unknown
	HTML                               string
	Full                               bool // the feed gives the content, not only a description
}

// ReadFeed reads RSS, Atom or JSON Feed.
func ReadFeed(r io.Reader) (*Feed, error) {
	raw, err := io.ReadAll(io.LimitReader(r, maxFeed+1))
	if err != nil {
		return nil, err
	}
	if len(raw) > maxFeed {
		return nil, fmt.Errorf("the feed is larger than %d MiB", maxFeed>>20)
	}
	parsed, err := gofeed.NewParser().Parse(bytes.NewReader(raw))
	if err != nil {
		return nil, fmt.Errorf("it is not a feed that can be read (RSS, Atom, JSON Feed): %w", err)
	}
	out := &Feed{Title: oneLine(parsed.Title), Link: parsed.Link, Language: parsed.Language}
	for _, item := range parsed.Items {
		e := Entry{ID: item.GUID, Link: item.Link, Title: oneLine(item.Title), HTML: item.Content, Full: item.Content != ""}
		if e.HTML == "" {
			e.HTML = item.Description
		}
		var names []string
		for _, a := range item.Authors {
			if a != nil && a.Name != "" {
				names = append(names, oneLine(a.Name))
			}
		}
		e.Author = strings.Join(names, "; ")
		if e.Published = day(item.PublishedParsed); e.Published == "" {
			e.Published = day(item.UpdatedParsed)
		}
		if e.ID == "" {
			e.ID = e.Link
		}
		out.Entries = append(out.Entries, e)
	}
	return out, nil
}

// Part is the entry as a document; false where it carries no words.
func (f *Feed) Part(e Entry) (Part, bool) {
	if strings.TrimSpace(e.HTML) == "" {
		return Part{}, false
	}
	name := e.Link
	if name == "" {
		name = e.ID
	}
	return Part{Name: name, Raw: []byte(e.HTML), Hint: extract.Hint{MediaType: "text/html", Charset: "utf-8", URL: e.Link,
		Title: e.Title, Author: e.Author, Published: e.Published, Outlet: f.Title, Language: f.Language}}, true
}

func (w *walker) feed(name string, r io.Reader) error {
	f, err := ReadFeed(r)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	for i, e := range f.Entries {
		p, ok := f.Part(e)
		if !ok {
			if err := w.failed(fmt.Sprintf("%s, entry %d", name, i+1), fmt.Errorf("the entry carries no text; read the page at %s", e.Link)); err != nil {
				return err
			}
			continue
		}
		if err := w.part(p); err != nil {
			return err
		}
	}
	return nil
}

// looksLikeFeed tells a feed by its first element or, for JSON Feed, by its version.
func looksLikeFeed(head []byte) bool {
	text := strings.ToLower(string(head))
	if strings.HasPrefix(text, "{") {
		return strings.Contains(text, "jsonfeed.org/version")
	}
	if !strings.HasPrefix(text, "<") || strings.Contains(text, "<html") {
		return false
	}
	return strings.Contains(text, "<rss") || strings.Contains(text, "<feed") || strings.Contains(text, "<rdf:rdf")
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
