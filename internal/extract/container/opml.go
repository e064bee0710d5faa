package container

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Subscription is one feed of an OPML file.
type Subscription struct {
	Title   string `json:"title"`
	Address string `json:"address"`        // of the feed
	Site    string `json:"site,omitempty"` // of the pages
	Folder  string `json:"folder,omitempty"`
}

// deepestOutline bounds how far outlines may hold outlines.
const deepestOutline = 32

type outline struct {
	Text     string    `xml:"text,attr"`
	Title    string    `xml:"title,attr,omitempty"`
	Type     string    `xml:"type,attr,omitempty"`
	Address  string    `xml:"xmlUrl,attr,omitempty"`
	Site     string    `xml:"htmlUrl,attr,omitempty"`
	Outlines []outline `xml:"outline"`
}

type opml struct {
	XMLName xml.Name  `xml:"opml"`
	Version string    `xml:"version,attr"`
	Title   string    `xml:"head>title"`
	Body    []outline `xml:"body>outline"`
}

// ReadOPML reads a list of feeds, each address once, in order.
func ReadOPML(r io.Reader) ([]Subscription, error) {
	raw, err := io.ReadAll(io.LimitReader(r, 8<<20))
	if err != nil {
		return nil, err
	}
	var file opml
	if err := xml.Unmarshal(raw, &file); err != nil {
		var at *xml.SyntaxError
		if errors.As(err, &at) {
			return nil, fmt.Errorf("line %d: it is no OPML: %s", at.Line, at.Msg)
		}
		return nil, fmt.Errorf("it is no OPML: %w", err)
	}
	var out []Subscription
	seen := map[string]bool{}
	var walk func(list []outline, folder string, depth int)
	walk = func(list []outline, folder string, depth int) {
		for _, o := range list {
			title := oneLine(o.Title)
			if title == "" {
				title = oneLine(o.Text)
			}
			if address := strings.TrimSpace(o.Address); address != "" && !seen[address] {
				seen[address] = true
				out = append(out, Subscription{Title: title, Address: address, Site: o.Site, Folder: folder})
			}
			if depth < deepestOutline {
				walk(o.Outlines, title, depth+1)
			}
		}
	}
	walk(file.Body, "", 0)
	if len(out) == 0 {
		return nil, errors.New("it names no feed: an outline needs the attribute xmlUrl")
	}
	return out, nil
}

// WriteOPML writes a list of feeds, folders as outlines around them in the order in which they first appear.
func WriteOPML(w io.Writer, title string, feeds []Subscription) error {
	file := opml{Version: "2.0", Title: title}
	at := map[string]int{}
	for _, f := range feeds {
		o := outline{Text: f.Title, Title: f.Title, Type: "rss", Address: f.Address, Site: f.Site}
		if f.Folder == "" {
			file.Body = append(file.Body, o)
			continue
		}
		i, ok := at[f.Folder]
		if !ok {
			i = len(file.Body)
			at[f.Folder] = i
			file.Body = append(file.Body, outline{Text: f.Folder})
		}
		file.Body[i].Outlines = append(file.Body[i].Outlines, o)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(file); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
