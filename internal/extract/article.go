package extract

import (
	"errors"
	"fmt"

	trafilatura "github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The search for the article takes time that grows with the square of the page. Beyond these sizes (a long book; seconds of work)
// the page is taken whole.
const (
	maxArticle  = 1 << 20 // bytes of text outside scripts and styles
	maxElements = 50_000
)

// shortArticle, in bytes, is what makes an article doubtful when the page holds four times as much.
const shortArticle = 400

var errNoArticle = errors.New("finding the article: what was found is a small part of the page")

func measure(doc *html.Node) (size, elements int) {
	for n := range doc.Descendants() {
		switch {
		case n.Type == html.ElementNode:
			elements++
		case n.Type == html.TextNode && n.Parent.DataAtom != atom.Script && n.Parent.DataAtom != atom.Style:
			size += len(n.Data)
		}
	}
	return size, elements
}

// findArticle asks trafilatura. Its date search is off: it consults the clock and completes partial dates, and both would make
// the same bytes give different answers. A fault inside it is an error here, so that one odd page cannot stop the program.
func findArticle(doc *html.Node) (article *html.Node, meta trafilatura.Metadata, err error) {
	if size, elements := measure(doc); size > maxArticle || elements > maxElements {
		return nil, meta, fmt.Errorf("finding the article: the page is too large to search")
	}
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("finding the article: %v", r)
		}
	}()
	config := trafilatura.DefaultConfig()
	// Its rescue of short articles repeats paragraphs, joins them into one, and reads JSON in the order of a Go map. readHTML has
	// its own.
	config.MinExtractedSize = 0
	result, err := trafilatura.ExtractDocument(doc, trafilatura.Options{
		Config:          config,
		ExcludeComments: true,
		EnableFallback:  false,
		HtmlDateMode:    trafilatura.Disabled,
	})
	if err != nil {
		return nil, meta, fmt.Errorf("finding the article: %w", err)
	}
	if result.ContentNode == nil {
		return nil, result.Metadata, errNoArticle
	}
	return result.ContentNode, result.Metadata, nil
}
