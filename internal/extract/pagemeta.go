package extract

import (
	"encoding/json"
	"slices"
	"strings"

	trafilatura "github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The names under which pages state when they were published, by trust.
var (
	dateMetas = []string{"article:published_time", "og:published_time", "datepublished", "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
		"parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publication_date", "date"}
	outletMetas = []string{"og:site_name", "citation_journal_title", "dc.publisher", "dcterms.publisher", "publisher"}
)

// pageMetadata reads what a page states about itself. Nothing is made up from the address or the clock.
func pageMetadata(doc *html.Node, found trafilatura.Metadata) metadata {
	m := metadata{titleBlock: -1, title: oneLine(found.Title), author: oneLine(found.Author)}
	p := scanPage(doc)
	for _, name := range dateMetas {
		if m.published == "" {
			m.published, _ = readDate(p.metas[name])
		}
	}
	if m.published == "" {
		m.published, _ = readDate(p.linked("datePublished"))
	}
	if m.published == "" {
		m.shownDate(p.dates)
	}
	for _, name := range outletMetas {
		if m.outlet == "" {
			m.outlet = oneLine(p.metas[name])
		}
	}
	if m.outlet == "" {
		m.outlet = oneLine(p.linked("publisher"))
	}
	if strings.Contains(m.author, "://") {
		m.author = ""
	}
	m.language = shortLanguage(p.lang)
	return m
}

// shownDate takes the date that the page shows, if it shows only one.
func (m *metadata) shownDate(dates []string) {
	var read []string
	for _, d := range dates {
		if edtf, _ := readDate(dateWords.ReplaceAllString(strings.TrimSpace(d), "")); len(edtf) > 4 && !slices.Contains(read, edtf) {
			read = append(read, edtf)
		}
	}
	switch len(read) {
	case 0:
	case 1:
		m.published = read[0]
	default:
		m.notes = append(m.notes, "The page shows several dates ("+strings.Join(read[:min(len(read), 4)], ", ")+") and does not say which is the date of publication.")
	}
}

// page is what a walk over the whole tree collects.
type page struct {
	metas map[string]string // by lower-case name or property, the first of each
	dates []string          // the texts and attributes of elements that are called dates
	data  []any             // JSON-LD
	lang  string
}

func scanPage(doc *html.Node) page {
	p := page{metas: map[string]string{}}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		attr := func(key string) string {
			for _, a := range n.Attr {
				if a.Key == key {
					return strings.TrimSpace(a.Val)
				}
			}
			return ""
		}
		switch n.DataAtom {
		case atom.Html:
			p.lang = attr("lang")
		case atom.Meta:
			for _, key := range []string{"property", "name", "itemprop"} {
				if name := strings.ToLower(attr(key)); name != "" && p.metas[name] == "" {
					p.metas[name] = attr("content")
				}
			}
		case atom.Script:
			if strings.EqualFold(attr("type"), "application/ld+json") && n.FirstChild != nil {
				var v any
				if json.Unmarshal([]byte(n.FirstChild.Data), &v) == nil {
					p.data = append(p.data, v)
				}
			}
		case atom.Time:
			if d := attr("datetime"); d != "" {
				p.dates = append(p.dates, d)
				continue
			}
			p.dates = append(p.dates, shortText(n))
		default:
			if prop := strings.ToLower(attr("itemprop")); prop == "datepublished" {
				p.metas["datepublished"] = first(p.metas["datepublished"], attr("content"), attr("datetime"), shortText(n))
				continue
			}
			if called := strings.ToLower(attr("class") + " " + attr("id")); strings.Contains(called, "date") || strings.Contains(called, "publish") || strings.Contains(called, "posted") {
				p.dates = append(p.dates, shortText(n))
			}
		}
	}
	return p
}

// linked finds a value in the page's JSON-LD: a string, or the name of a named thing.
func (p page) linked(key string) string {
	var look func(v any, depth int) string
	look = func(v any, depth int) string {
		if depth > 12 {
			return ""
		}
		switch v := v.(type) {
		case []any:
			for _, item := range v {
				if s := look(item, depth+1); s != "" {
					return s
				}
			}
		case map[string]any:
			switch found := v[key].(type) {
			case string:
				return found
			case map[string]any:
				if name, ok := found["name"].(string); ok {
					return name
				}
			}
			return look(v["@graph"], depth+1)
		}
		return ""
	}
	return look(p.data, 0)
}

// shortText is the text of an element, "" if it is too long to be a date.
func shortText(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
		if b.Len() > 120 {
			return ""
		}
	}
	return oneLine(b.String())
}

// headlineOf is the page's visible headline: the h1 that is the stated title or part of it ("Headline - Site"). Where no title
// is stated it is the only h1; an h1 that has nothing to do with the title is the site's name.
func headlineOf(doc *html.Node, title string) string {
	var all []string
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.DataAtom == atom.H1 {
			var b pageWriter
			for c := n.FirstChild; c != nil; c = c.NextSibling {
				b.walk(c, Heading)
			}
			if s := oneLine(b.out.String() + " " + b.chunk.String()); !blank(s) && len(s) <= 4*longTitle {
				all = append(all, s)
			}
		}
	}
	if slices.Contains(all, title) {
		return title
	}
	for _, s := range all {
		if (title == "" && len(all) == 1) || (len(s) > 12 && strings.Contains(title, s)) {
			return s
		}
	}
	return ""
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
