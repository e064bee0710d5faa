package container

import (
	"bytes"
	"crypto/sha256"
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
	if tooDeep(raw) {
		return nil, fmt.Errorf("it is not a feed that can be read: more than %d elements stand in one another", deepestFeed)
	}
	parsed, err := parseFeed(raw)
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
		if e.ID == "" { // told from its neighbours by what it says
			e.ID = fmt.Sprintf("sha256:%x", sha256.Sum256([]byte(e.Title+"\n"+e.HTML)))
		}
		out.Entries = append(out.Entries, e)
	}
	return out, nil
}

// parseFeed reads a feed; the parser breaks on some that are damaged.
func parseFeed(raw []byte) (f *gofeed.Feed, err error) {
	defer func() {
		if p := recover(); p != nil {
			f, err = nil, fmt.Errorf("its parser broke (%v)", p)
		}
	}()
	return gofeed.NewParser().Parse(bytes.NewReader(raw))
}

// deepestFeed bounds how far elements may hold elements: the parser goes down by calling itself, and a stack that is used up ends the
// program.
const deepestFeed = 10_000

// tooDeep counts elements that are open at once, from above: what is never closed, as HTML may be, counts on.
func tooDeep(raw []byte) bool {
	depth := 0
	for i := 0; i < len(raw); i++ {
		if raw[i] != '<' || i+1 == len(raw) {
			continue
		}
		rest := raw[i:]
		switch {
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			end := bytes.Index(rest, []byte("]]>"))
			if end < 0 {
				return false
			}
			i += end
		case rest[1] == '/':
			depth = max(0, depth-1)
		case rest[1] != '!' && rest[1] != '?':
			end := bytes.IndexByte(rest, '>')
			if end < 0 {
				return false
			}
			if rest[end-1] != '/' {
				depth++
			}
			i += end
		}
		if depth > deepestFeed {
			return true
		}
	}
	return false
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
